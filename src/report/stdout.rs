//! Results on stdout. That something could not be written, here or on stderr, is remembered until the end of the run.

use std::io::{self, Write as _};

use super::event::Event;
use super::stderr::print_note;
use super::unwritten::{self, remember};
use super::wording;

/// Prints a line, or several.
pub fn print_line(text: &str) {
    remember(&writeln!(io::stdout().lock(), "{text}"));
}

/// Prints an event as every format for people does: results on stdout, a note on stderr.
pub fn print_in_words(event: &Event) {
    for line in wording::results(event) {
        print_line(&line);
    }
    if let Some(note) = wording::note(event) {
        print_note(&note);
    }
}

/// Writes what is still held back; whether all that the run said could be written.
#[must_use]
pub fn flush() -> bool {
    remember(&io::stdout().lock().flush());
    unwritten::is_all_written()
}
