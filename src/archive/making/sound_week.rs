//! A sound week while its papers are made.

use super::cause::{Cause, differences};
use super::output::OutputFolder;
use super::task::WeekFile;
use crate::archive::manifest::{Entry, Inputs};
use crate::press::Paper;
use crate::record::value::Date;
use crate::record::week::Week;
use crate::source::Span;

/// A sound week while its papers are made.
pub(super) struct Making<'a> {
    pub(super) output: &'a OutputFolder<'a>,
    pub(super) file: &'a WeekFile,
    pub(super) week: &'a Week,
    pub(super) day: Date,
}

impl Making<'_> {
    /// What has changed since the file was made, as far as it shows in the file.
    pub(super) fn changes(&self, entry: &Entry, paper: &Paper, now: &Inputs) -> Vec<Cause> {
        let mut changes = differences(entry, now, &self.output.before, &self.output.here);
        if entry.content == paper.content {
            changes.retain(|change| matches!(change, Cause::Fonts(_) | Cause::Layout(..)));
        } else if changes.is_empty() {
            changes.push(Cause::Program(entry.program.clone()));
        }
        changes
    }

    /// What the paper is made from now; `None` where it has no template.
    pub(super) fn inputs(&self, paper: &Paper) -> Option<Inputs> {
        self.output.inputs(self.file, &paper.due, self.day, &paper.compared)
    }

    /// Where findings about the whole week point.
    pub(super) fn place(&self) -> Span {
        self.week.period.span.clone()
    }
}
