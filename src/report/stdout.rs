//! Results on stdout. That one could not be written is remembered until the end of the run.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};

use super::event::Event;
use super::wording;
use crate::diagnostic::gate::Stream;

/// Whether something could not be written to stdout.
static UNWRITTEN: AtomicBool = AtomicBool::new(false);

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
    let _ = Stream::Stderr.own(help.trim_end());
}

/// Says something beside the results. Where nobody can hear it, nothing is lost.
pub fn note(text: &str) {
    let _ = Stream::Stderr.lines(text);
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

/// Remembers that stdout could not be written. A closed pipe is no error: whoever read has read enough.
pub fn remember(outcome: &io::Result<()>) {
    if outcome.as_ref().is_err_and(|error| error.kind() != io::ErrorKind::BrokenPipe) {
        UNWRITTEN.store(true, Ordering::Relaxed);
    }
}

/// Writes what is still held back; whether all of the run's results could be written.
#[must_use]
pub fn flush() -> bool {
    remember(&Stream::Stdout.flush());
    !UNWRITTEN.load(Ordering::Relaxed)
}
