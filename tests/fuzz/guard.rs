//! One target at a time, one input at a time, each within its time.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, Once, PoisonError};
use std::time::Duration;

/// An input that takes longer hangs: so many looks of the watch, one each [`LOOK`]. A machine that is held up as a whole
/// holds up the watch too, where a clock would run on.
const LONGEST: u32 = 100;
const LOOK: Duration = Duration::from_millis(100);

/// How many targets share the time.
const TARGETS: u32 = 4;

/// What is being tried, and how often the watch has seen it.
static NOW: Mutex<Option<(u32, PathBuf)>> = Mutex::new(None);

/// Runs a target for its share of the time, while no other runs.
///
/// Its beginning is reported, so that it is known which one an abort for want of memory ended.
pub fn share_of_time(name: &str, target: impl FnOnce(Duration)) {
    static ONE: Mutex<()> = Mutex::new(());
    let _one = ONE.lock().unwrap_or_else(PoisonError::into_inner);
    let seconds = std::env::var("ZHOUBAO_FUZZ_SECONDS").ok().and_then(|seconds| seconds.parse().ok()).unwrap_or(60);
    say(&format!("fuzz target {name} begins"));
    target(Duration::from_secs(seconds) / TARGETS);
}

/// Tries one input. It lies in `target/fuzz` while it is tried, so that it is there whatever happens.
pub fn guarded(name: &str, input: &[u8], trial: impl FnOnce()) {
    static WATCH: Once = Once::new();
    WATCH.call_once(|| drop(std::thread::spawn(watch)));
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/fuzz");
    let file = folder.join(name);
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(&file, input).unwrap();
    let set = |value| *NOW.lock().unwrap_or_else(PoisonError::into_inner) = value;
    set(Some((0, file)));
    let done = std::panic::catch_unwind(std::panic::AssertUnwindSafe(trial));
    set(None);
    if let Err(panic) = done {
        std::panic::resume_unwind(panic);
    }
}

/// Ends the process where an input takes too long: a hanging thread cannot be stopped otherwise.
fn watch() {
    loop {
        std::thread::sleep(LOOK);
        let mut now = NOW.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((looks, file)) = &mut *now {
            *looks += 1;
            if *looks > LONGEST {
                report(&format!("takes longer than {:?}", LOOK * LONGEST), file);
                std::process::abort();
            }
        }
    }
}

/// Says of the input being tried what is the matter with it.
fn report(matter: &str, file: &Path) {
    let target = file.file_name().unwrap_or_default().display();
    let size = std::fs::metadata(file).map_or(0, |input| input.len());
    say(&format!("fuzz target {target}: {matter}: {size} bytes, kept in {}", file.display()));
}

/// Not by eprintln!, which tests keep to themselves.
fn say(line: &str) {
    let _ = std::io::stderr().write_all(format!("{line}\n").as_bytes());
}
