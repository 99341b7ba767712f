//! What a run came to: its counts, and how it ended.

use std::collections::BTreeSet;
use std::time::Instant;

use super::Event;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::layout::LineCount;
use crate::workspace::findings;

/// Errors of these rules are the machine's, not the data's.
const OF_THE_MACHINE: [&Rule; 3] = [&findings::WRITE, &findings::UNFIXED, &findings::FONTS];

/// How a run ended, the heavier after the lighter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ending {
    Clean,
    /// The data has errors.
    Data,
    /// The machine failed: disk, fonts, permission.
    Machine,
    /// The run was asked to stop.
    Stopped,
}

/// What a run was for; its last line says what came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work {
    Check,
    Build {
        /// Whether it was asked how the lines come out.
        lines: bool,
    },
    Verify {
        /// Whether papers were made again and compared.
        rebuilt: bool,
    },
}

/// The counts of a run.
#[derive(Debug)]
pub struct Summary {
    started: Instant,
    offices: BTreeSet<String>,
    pub weeks: usize,
    /// Files of papers that are on the disk.
    pub papers: usize,
    /// Those of them that were right already.
    pub fresh: usize,
    pub stale: usize,
    pub compared: usize,
    pub errors: usize,
    pub warnings: usize,
    pub advice: usize,
    pub acknowledged: usize,
    pub fixed: usize,
    /// The lines of all papers of which [`Event::Lines`] came.
    pub lines: LineCount,
    pub ending: Ending,
}

impl Default for Summary {
    fn default() -> Self {
        Self {
            started: Instant::now(),
            offices: BTreeSet::new(),
            weeks: 0,
            papers: 0,
            fresh: 0,
            stale: 0,
            compared: 0,
            errors: 0,
            warnings: 0,
            advice: 0,
            acknowledged: 0,
            fixed: 0,
            lines: LineCount::default(),
            ending: Ending::Clean,
        }
    }
}

impl Summary {
    #[must_use]
    pub fn offices(&self) -> usize {
        self.offices.len()
    }

    /// Since the run began, in seconds, to the millisecond.
    #[must_use]
    pub fn seconds(&self) -> f64 {
        (self.started.elapsed().as_secs_f64() * 1000.0).round() / 1000.0
    }

    /// Findings are counted by [`Summary::count_finding`], also those that are not shown one by one.
    pub(super) fn count(&mut self, event: &Event) {
        match event {
            Event::Office { name } => self.count_office(name),
            Event::Weeks { count } => self.weeks += count,
            Event::Fixed { edits, .. } => self.fixed += edits,
            Event::Paper { made, .. } => {
                self.papers += 1;
                self.fresh += usize::from(made.fresh);
            }
            Event::Stale { .. } => self.stale += 1,
            Event::Lines { lines, .. } => self.count_lines(lines),
            Event::Verified { files } => self.papers += files,
            Event::Compared { files } => self.compared += files,
            Event::Planned { .. }
            | Event::Progress
            | Event::Waiting { .. }
            | Event::Finding(_)
            | Event::LeftOut { .. }
            | Event::FixShown { .. }
            | Event::Package { .. }
            | Event::Figures { .. }
            | Event::NoFigure { .. }
            | Event::Finished { .. } => {}
        }
    }

    pub(super) fn count_finding(&mut self, finding: &Diagnostic) {
        match finding.severity {
            _ if finding.acknowledged.is_some() => self.acknowledged += 1,
            Severity::Error => {
                self.errors += 1;
                let ending = if OF_THE_MACHINE.contains(&finding.rule) { Ending::Machine } else { Ending::Data };
                self.ending = self.ending.max(ending);
            }
            Severity::Warning => self.warnings += 1,
            Severity::Advice => self.advice += 1,
        }
    }

    fn count_office(&mut self, name: &str) {
        self.offices.insert(name.to_owned());
    }

    fn count_lines(&mut self, lines: &LineCount) {
        self.lines.lines += lines.lines;
        self.lines.spaced += lines.spaced;
        self.lines.widest = self.lines.widest.max(lines.widest);
        self.lines.fragile.extend(lines.fragile.iter().cloned());
    }
}
