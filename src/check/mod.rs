//! Rules over records: each a pure function from records to findings. All findings are collected, none stops
//! another.
//!
//! Every rule is documented by the [`Rule`] beside the function that looks for it, and stands in [`RULES`].

mod acknowledged;
mod handling;
mod history;
mod kinds;
mod notices;
mod references;
mod returns;

pub use acknowledged::{unknown_weights, unused, weigh};
pub use history::History;

use crate::diagnostic::{Diagnostic, Rule};
use crate::record::office::Office;
use crate::record::week::Week;

/// All rules over records, by subject.
pub static RULES: &[&Rule] = &[
    &history::TWICE,
    &history::OVERLAP,
    &notices::NUMBER_TWICE,
    &notices::SENDER_NEAR_SUPERIOR,
    &references::UNREGISTERED,
    &references::UNWRITTEN,
    &references::REPEATED,
    &references::UNITS_OR_COPIES,
    &handling::NO_TIME,
    &handling::TIME_WHILE_OPEN,
    &handling::TIME_BEYOND_A_YEAR,
    &returns::PART_BEYOND_ALL,
    &kinds::SAME_FILE,
    &acknowledged::UNUSED,
    &acknowledged::UNKNOWN_RULE,
];

/// What is worked out once for an office and used for all its weeks.
#[derive(Debug)]
pub struct Checker {}

impl Checker {
    #[must_use]
    pub fn of(_office: &Office) -> Self {
        Self {}
    }

    /// All findings about one week by itself.
    #[must_use]
    pub fn week(&self, office: &Office, week: &Week) -> Vec<Diagnostic> {
        let mut findings = Vec::new();
        references::platforms(office, week, &mut findings);
        references::inspections(office, week, &mut findings);
        references::related_platforms(office, week, &mut findings);
        references::sent(office, week, &mut findings);
        references::received(office, week, &mut findings);
        returns::counts(week, &mut findings);
        notices::numbers(week, &mut findings);
        notices::senders(office, week, &mut findings);
        handling::times(office, week, &mut findings);
        findings
    }

    /// All findings about the weeks of an office among one another, each at the later of the weeks that it is about.
    #[must_use]
    pub fn history(&self, _office: &Office, weeks: &History) -> Vec<Diagnostic> {
        let mut findings = Vec::new();
        history::overlaps(weeks, &mut findings);
        findings
    }

    /// All findings about an office's own file.
    #[must_use]
    pub fn office(&self, office: &Office) -> Vec<Diagnostic> {
        let mut findings = references::registers(office);
        findings.extend(kinds::files(office));
        findings
    }
}
