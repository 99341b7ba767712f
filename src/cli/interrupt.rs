//! Ctrl-C, or a system that asks the program to end: what is being made is finished, and the next run goes on from there.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

#[cfg(unix)]
use signal_hook::consts::{SIGHUP, SIGXFSZ};
use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;

use super::exit::Exit;

/// What asks the program to end. Windows has no SIGHUP, and ends whoever's console is closed at once.
#[cfg(unix)]
const REQUESTS: [i32; 3] = [SIGINT, SIGTERM, SIGHUP];
#[cfg(not(unix))]
const REQUESTS: [i32; 2] = [SIGINT, SIGTERM];

/// Set at the first request; the second ends the process at once.
pub(super) fn watch() -> Arc<AtomicBool> {
    let stopped = Arc::new(AtomicBool::new(false));
    for signal in REQUESTS {
        // Of the two the first looks at the flag before the second sets it. Where a handler cannot be registered, the
        // system ends the process at the first request, and the next run finds out what is whole.
        let _ = flag::register_conditional_shutdown(signal, Exit::Interrupted as i32, Arc::clone(&stopped));
        let _ = flag::register(signal, Arc::clone(&stopped));
    }
    stopped
}

/// A file that may grow no further is an error where it is written, and not the end of the process.
#[cfg(unix)]
pub(super) fn full_files_are_errors() {
    // Where it fails the system ends the process, as it would have.
    let _ = flag::register(SIGXFSZ, Arc::default());
}
