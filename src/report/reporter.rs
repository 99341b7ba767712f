//! What a format has to know.

use super::event::{Answer, Event};
use crate::diagnostic::Diagnostic;

/// How one format shows what happens.
pub trait Reporter: Send {
    fn report(&mut self, event: &Event);

    /// How many findings of one file are shown one by one.
    fn most_findings(&self) -> usize {
        1_000
    }

    /// Asks whether a fix that is only likely is to be made. Where nobody can be asked, none is.
    fn ask(&mut self, _finding: &Diagnostic) -> Answer {
        Answer::NoToAll
    }
}
