//! A rule set: what one file of rules looks at and finds.

use super::text::passage::Passage;
use super::views::{History, WeekView};
use crate::diagnostic::{Diagnostic, Rule};
use crate::record::OfficeFrom;
use crate::record::office::Office;

/// What a file of rules gives to the table of all rule sets.
pub struct RuleSet {
    /// The rules whose findings it adds; a rule of another set among them is registered there.
    pub rules: &'static [&'static Rule],
    pub check: Check,
}

impl RuleSet {
    /// Whether all of these findings are of its rules.
    pub fn has_rules_of(&self, findings: &[Diagnostic]) -> bool {
        findings.iter().all(|finding| self.rules.contains(&finding.rule))
    }
}

/// How findings are looked for, by what must be known for it. Each adds to the findings and reads none of them.
pub enum Check {
    /// In one week by itself.
    Week(fn(&WeekView, &mut Vec<Diagnostic>)),
    /// In the weeks of one series of an office among one another, each finding at the later of the weeks that it is about.
    History(fn(&History, &mut Vec<Diagnostic>)),
    /// In its records since a day, in the same way.
    Cumulative(fn(&History, &mut Vec<Diagnostic>)),
    /// In all its records, of whatever series.
    Records(fn(&History, &mut Vec<Diagnostic>)),
    /// In an office's own file, in each of its generations.
    Office(fn(&Office, &mut Vec<Diagnostic>)),
    /// In the changes of an office, whose generations begin with what holds before all of them.
    Changes(fn(&[OfficeFrom], &mut Vec<Diagnostic>)),
    /// In one paragraph of free text.
    Text(fn(&Passage, &mut Vec<Diagnostic>)),
}
