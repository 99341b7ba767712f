//! For GitHub Actions: findings as the commands that mark lines of a change, and results, on stdout; the rest on stderr.

use super::event::Event;
use super::reporter::Reporter;
use super::stderr::print_note;
use super::stdout::{print_in_words, print_line};
use super::wording;
use crate::diagnostic::{note_for_github, to_github};

pub struct GitHubReporter;

impl Reporter for GitHubReporter {
    fn report(&mut self, event: &Event) {
        match event {
            Event::Finding(finding) => print_line(&to_github(finding)),
            Event::LeftOut { file, count } => print_line(&note_for_github(file, &wording::left_out(*count))),
            Event::FixShown { diff } => print_note(diff),
            Event::Fixed { file, edits, backup, .. } => {
                print_note(&wording::fixed(file, *edits, backup));
            }
            Event::Finished { work, summary } => print_note(&wording::ending(*work, summary)),
            _ => print_in_words(event),
        }
    }
}
