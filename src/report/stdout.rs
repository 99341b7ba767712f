//! Results on stdout, and notes on stderr. That something could not be written, here or on stderr, is remembered until the end of the run.

use super::event::Event;
use super::unwritten::{self, remember};
use super::wording;
use crate::diagnostic::gate::Stream;

/// Prints a line.
pub fn print_line(text: &str) {
    remember(&Stream::Stdout.line(text));
}

/// Prints several lines.
pub fn print_lines(text: &str) {
    remember(&Stream::Stdout.lines(text));
}

/// Prints the program's own words, in which nothing of anybody's data stands.
pub fn print_own(text: &str) {
    remember(&Stream::Stdout.own(text));
}

/// Prints the program's help, which ends its own last line.
pub fn print_help(help: &str) {
    remember(&Stream::Stdout.own(help.trim_end()));
}

/// Says the program's help beside the results.
pub fn note_help(help: &str) {
    remember(&Stream::Stderr.own(help.trim_end()));
}

/// Says something beside the results.
pub fn note(text: &str) {
    remember(&Stream::Stderr.lines(text));
}

/// Prints an event as every format for people does: results on stdout, a note on stderr.
pub fn print_in_words(event: &Event) {
    for line in wording::results(event) {
        print_line(&line);
    }
    if let Some(note) = wording::note(event) {
        self::note(&note);
    }
}

/// Writes what is still held back; whether all that the run said could be written.
#[must_use]
pub fn flush() -> bool {
    remember(&Stream::Stdout.flush());
    unwritten::is_all_written()
}
