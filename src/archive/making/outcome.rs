//! What came of a week's papers.

use std::path::PathBuf;

use super::cause::Cause;
use crate::diagnostic::{Diagnostic, add_unlike};
use crate::document::Masked;
use crate::layout::LineCount;
use crate::record::format::Format;
use crate::workspace::Due;
use crate::workspace::write::WriteError;

/// One file of a paper, on the disk.
#[derive(Debug)]
pub struct Made {
    pub due: Due,
    pub format: Format,
    pub path: PathBuf,
    pub sha256: String,
    /// `None` where its format has no pages.
    pub pages: Option<usize>,
    /// It was already right and was left alone.
    pub fresh: bool,
}

/// A file that would be made.
#[derive(Debug)]
pub struct Stale {
    pub due: Due,
    pub format: Format,
    pub path: PathBuf,
    pub causes: Vec<Cause>,
}

/// What came of a file.
pub type Outcome = Result<Made, WriteError>;

/// What came of a week: its files, and why there are none, or none of some papers.
#[derive(Debug, Default)]
pub struct WeekOutcome {
    /// By which its papers are filed; empty where the record has no period.
    pub name: String,
    pub findings: Vec<Diagnostic>,
    pub files: Vec<Outcome>,
    /// How the lines of each paper came out, where that was asked for.
    pub lines: Vec<(Due, LineCount)>,
    /// What of persons was masked in each paper that was made now.
    pub masked: Vec<(Due, Vec<Masked>)>,
    pub stale: Vec<Stale>,
    /// The papers that something keeps from being made, which `findings` tell; what lies on the disk of them is as it was.
    pub held_up: Vec<Due>,
}

impl WeekOutcome {
    /// A paper cannot be made. What is wrong with several alike is told once.
    pub(super) fn hold_up(&mut self, due: &Due, findings: Vec<Diagnostic>) {
        add_unlike(&mut self.findings, findings);
        if !self.held_up.contains(due) {
            self.held_up.push(due.clone());
        }
    }
}
