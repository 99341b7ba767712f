//! Ctrl-C, or a system that asks the program to end (SIGTERM): what is being made is finished, and the next run goes on from there.

use std::sync::atomic::{AtomicBool, Ordering};

use super::Exit;

static STOPPED: AtomicBool = AtomicBool::new(false);

/// Set at the first of them; the second ends the process at once.
pub(super) fn watch() -> &'static AtomicBool {
    // Fails only where somebody watches already, which nobody does in a fresh process.
    let _ = ctrlc::set_handler(|| {
        if STOPPED.swap(true, Ordering::Relaxed) {
            std::process::exit(Exit::Interrupted as i32);
        }
    });
    &STOPPED
}
