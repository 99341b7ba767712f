//! Everything but results, on stderr. That it could not be written is no reason to end with a panic: it is remembered.

use std::io::{self, Write as _};

use super::unwritten::remember;

/// Prints a line, or several.
pub fn print_note(text: &str) {
    remember(&anstream::stderr().write_all(format!("{text}\n").as_bytes()));
}

/// Asks something, and leaves the cursor behind it.
pub(super) fn print_question(text: &str) {
    remember(&anstream::stderr().write_all(text.as_bytes()).and_then(|()| io::stderr().flush()));
}
