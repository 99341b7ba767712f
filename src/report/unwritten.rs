//! That something could not be written, on stdout or stderr, is remembered until the end of the run.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether something could not be written.
static UNWRITTEN: AtomicBool = AtomicBool::new(false);

/// Remembers that something could not be written. A closed pipe is no error: whoever read has read enough.
pub fn remember(outcome: &io::Result<()>) {
    if outcome.as_ref().is_err_and(|error| error.kind() != io::ErrorKind::BrokenPipe) {
        UNWRITTEN.store(true, Ordering::Relaxed);
    }
}

/// Whether all could be written so far.
pub(super) fn is_all_written() -> bool {
    !UNWRITTEN.load(Ordering::Relaxed)
}
