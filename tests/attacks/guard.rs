//! A run under watch: how long it took, how much memory it had, how it ended.

use std::fs::File;
use std::os::unix::process::ExitStatusExt as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Nothing that lies on a disk may hold a run up for longer. The time is that of a release build; others take longer.
pub const SOON: Duration = if cfg!(debug_assertions) { Duration::from_secs(10) } else { Duration::from_secs(2) };

/// In KB.
pub const MOST_MEMORY: u64 = 500 * 1024;

const PAUSE: Duration = Duration::from_millis(3);

/// How a run ended.
#[derive(Debug)]
pub struct Ended {
    /// `None` where it had to be killed, or died of a signal.
    pub status: Option<i32>,
    /// Why there is no status.
    pub why: String,
    /// What it said on stdout and stderr, as far as these were its own.
    pub said: String,
}

/// Runs a command to its end or to the end of patience. `input` is all that it can read.
pub fn watched(command: &mut Command, input: &Path, folder: &Path) -> Ended {
    let (stdout, stderr) = (folder.join("stdout.txt"), folder.join("stderr.txt"));
    command.stdin(File::open(input).unwrap());
    command.stdout(File::create(&stdout).unwrap()).stderr(File::create(&stderr).unwrap());
    let (status, why) = wait(command.spawn().unwrap());
    let [out, err] = [stdout, stderr].map(|path| String::from_utf8_lossy(&std::fs::read(path).unwrap()).into_owned());
    Ended { status, why, said: format!("{out}{err}") }
}

/// The same where the command says itself where its output goes.
pub fn shell(script: &str, folder: &Path) -> Ended {
    let mut command = Command::new("sh");
    command.args(["-c", script]).current_dir(folder).stdin(Stdio::null());
    command.env("ZHOUBAO", env!("CARGO_BIN_EXE_zhoubao"));
    let (status, why) = wait(command.spawn().unwrap());
    Ended { status, why, said: String::new() }
}

fn wait(mut child: Child) -> (Option<i32>, String) {
    let begun = Instant::now();
    let mut most = 0;
    loop {
        most = most.max(memory(child.id()));
        if let Some(status) = child.try_wait().unwrap() {
            let why = status.signal().map_or_else(String::new, |signal| format!("signal {signal}"));
            return (status.code(), why);
        }
        let is_late = begun.elapsed() > SOON;
        if is_late || most > MOST_MEMORY {
            child.kill().unwrap();
            child.wait().unwrap();
            return (None, if is_late { "it hung".to_owned() } else { format!("{most} KB of memory") });
        }
        std::thread::sleep(PAUSE);
    }
}

/// The most memory that a process has had so far, in KB; 0 where the system does not say.
fn memory(process: u32) -> u64 {
    let text = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(0)
}

/// Whether tests run as the one for whom there are no permissions.
fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout == b"0\n")
}

/// Somebody without permissions: a user of this one test alone, since the system counts the processes of a user
/// together. Nobody at all where the tests themselves have no permissions.
pub struct Nobody {
    user: u32,
    is_needed: bool,
}

impl Nobody {
    /// `None` where there is no way to be another. `own` parts the users of one test program's tests.
    pub fn new(own: u32) -> Option<Nobody> {
        let user = 10_000 + std::process::id() % 10_000 * 4 + own;
        let nobody = Nobody { user, is_needed: is_root() };
        let is_one = nobody.command("true").status().is_ok_and(|status| status.success());
        is_one.then_some(nobody)
    }

    /// What stands before a command that this user runs.
    pub fn words(&self) -> Vec<String> {
        let user = self.user;
        let words =
            ["setpriv".to_owned(), format!("--reuid={user}"), format!("--regid={user}"), "--clear-groups".to_owned()];
        if self.is_needed { words.to_vec() } else { Vec::new() }
    }

    /// A program that this user runs.
    pub fn command(&self, program: &str) -> Command {
        let mut words = self.words();
        words.push(program.to_owned());
        let mut command = Command::new(&words[0]);
        command.args(&words[1..]);
        command
    }

    /// Gives a folder and all in it to this user.
    pub fn hand_over(&self, folder: &Path) {
        if self.is_needed {
            let owner = format!("{0}:{0}", self.user);
            let done = Command::new("chown").args(["-R", "-h", &owner]).arg(folder).status().unwrap();
            assert!(done.success());
        }
    }
}
