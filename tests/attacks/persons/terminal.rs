//! A terminal at which somebody answers what `check --fix` asks.

use std::fs::{File, OpenOptions};
use std::io::{Read as _, Write as _};
use std::os::fd::OwnedFd;
use std::os::unix::ffi::OsStrExt as _;
use std::path::Path;
use std::process::{Command, Stdio};

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};

use crate::program::Room;

/// Answers for whatever may be asked: no to one, yes to the next. What is left over nobody reads.
const ANSWERS: usize = 500;

/// What is shown to a writer who is asked about each fix.
pub fn asked(room: &Room) -> String {
    let (mut terminal, slave) = open();
    let mut command = Command::new(env!("CARGO_BIN_EXE_zhoubao"));
    command.args(["check", "--fix"]).current_dir(room.path("")).env("XDG_CACHE_HOME", room.path("cache"));
    command.stdin(slave.try_clone().unwrap()).stderr(slave).stdout(Stdio::piped());
    let child = command.spawn().unwrap();
    // The command has ends of the terminal open: it would never close while they are.
    drop(command);
    terminal.write_all("n\ny\n".repeat(ANSWERS / 2).as_bytes()).unwrap();
    let mut hearing = terminal.try_clone().unwrap();
    let heard = std::thread::spawn(move || {
        let mut heard = Vec::new();
        // A terminal that nobody holds any more ends in an error.
        let _ = hearing.read_to_end(&mut heard);
        heard
    });
    let output = child.wait_with_output().unwrap();
    let heard = String::from_utf8_lossy(&heard.join().unwrap()).into_owned();
    assert!(heard.contains("改吗？"), "nothing was asked: {heard}");
    format!("{heard}\n{}", String::from_utf8_lossy(&output.stdout))
}

/// The two ends of a terminal: the one that a person has, and the one that a program has.
fn open() -> (File, OwnedFd) {
    let master = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
    grantpt(&master).unwrap();
    unlockpt(&master).unwrap();
    let name = ptsname(&master, Vec::new()).unwrap();
    let path = Path::new(std::ffi::OsStr::from_bytes(name.to_bytes()));
    let slave = OpenOptions::new().read(true).write(true).open(path).unwrap();
    (File::from(master), slave.into())
}
