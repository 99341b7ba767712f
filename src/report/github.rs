//! For GitHub Actions: findings as the commands that mark lines of a change, and results, on stdout; the rest on stderr.

use super::event::Event;
use super::reporter::Reporter;
use super::stdout::{note, print_in_words};
use super::unwritten::remember;
use super::wording;
use crate::diagnostic::gate::Stream;
use crate::diagnostic::{note_for_github, to_github};

pub struct GitHubReporter;

impl Reporter for GitHubReporter {
    fn report(&mut self, event: &Event) {
        match event {
            Event::Finding(finding) => remember(&Stream::Stdout.command(&to_github(finding))),
            Event::LeftOut { file, count } => {
                remember(&Stream::Stdout.command(&note_for_github(file, &wording::left_out(*count))));
            }
            Event::FixShown { diff } => note(diff),
            Event::Fixed { file, edits, backup, .. } => {
                note(&wording::fixed(file, *edits, backup));
            }
            Event::Finished { work, summary } => note(&wording::ending(*work, summary)),
            _ => print_in_words(event),
        }
    }
}
