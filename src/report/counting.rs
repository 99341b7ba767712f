//! What each event adds to the counts of a run.

use super::event::Event;
use super::summary::{Ending, Summary};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::layout::LineCount;
use crate::workspace::findings;
use crate::yaml::rules;

/// Errors of these rules are the machine's, not the data's.
const OF_THE_MACHINE: [&Rule; 4] = [&findings::WRITE, &findings::UNFIXED, &findings::FONTS, &rules::MACHINE_UNREADABLE];

impl Summary {
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
            Event::HeldUp { .. } => self.held_up += 1,
            Event::Lines { lines, .. } => self.count_lines(lines),
            Event::Verified { files } => self.papers += files,
            Event::Compared { files } => self.compared += files,
            Event::Numbered { .. } => self.numbered += 1,
            Event::SetAside { numbers, .. } => self.numbered += numbers.numbers.len(),
            Event::Planned { .. }
            | Event::Progress
            | Event::Waiting { .. }
            | Event::EmptyShard { .. }
            | Event::Finding(_)
            | Event::LeftOut { .. }
            | Event::FixShown { .. }
            | Event::Masked { .. }
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
