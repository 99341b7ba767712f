//! Rules over records: each a pure function from records to findings. All findings are collected, none stops
//! another.
//!
//! Every rule is documented by the [`Rule`] beside the function that looks for it, and stands in [`RULES`].

mod acknowledged;
mod handling;
mod history;
mod kinds;
mod names;
mod notices;
mod references;
mod returns;
mod text;

pub use acknowledged::{unknown_weights, unused, weigh};
pub use history::History;

use crate::diagnostic::{Diagnostic, Rule};
use crate::record::office::Office;
use crate::record::week::Week;

/// All rules over records, by subject.
pub static RULES: &[&Rule] = &[
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
    &text::near::NEAR,
    &text::words::CONFUSED,
    &text::words::PREFERRED,
    &text::repeated::REPEATED,
    &text::marks::HALF_WIDTH,
    &text::marks::DOUBLED,
    &text::marks::LIST_COMMA,
    &text::marks::END_MISSING,
    &text::signs::STRAIGHT_QUOTES,
    &text::signs::ELLIPSIS,
    &text::signs::DASH,
    &text::signs::RANGE,
    &text::signs::FULL_WIDTH,
    &text::signs::SPACE,
    &text::brackets::UNBALANCED,
    &text::brackets::MIXED,
    &text::brackets::TITLES_NESTED,
    &text::brackets::QUOTES_NESTED,
    &text::brackets::YEAR_BRACKETS,
    &text::brackets::NUMBER_PADDED,
    &text::braces::LONE,
    &text::headings::NUMBERED,
    &text::headings::PARAGRAPH_NUMBERED,
    &text::dates::IMPOSSIBLE,
    &text::dates::WEEKDAY,
    &text::dates::AFTER_WEEK,
    &text::dates::FAR,
    &text::dates::REVERSED,
    &text::dates::YEAR,
    &text::dates::SHORT_YEAR,
    &text::times::IMPOSSIBLE,
    &text::numbers::BEYOND_ALL,
    &text::numbers::UNIT_MISSING,
    &text::figures::CONTRADICTS,
    &text::figures::ANNOUNCED,
    &text::papers::TWO_IN_ONE,
    &text::papers::DIFFERENTLY,
    &text::privacy::PHONE,
    &text::privacy::IDENTITY,
    &text::privacy::BANK,
    &text::privacy::PLATE,
    &text::privacy::PASSPORT,
    &text::privacy::ACCOUNT,
    &text::privacy::ADDRESS,
    &text::persons::NAME,
    &text::persons::COMPLAINANT,
    &acknowledged::UNUSED,
    &acknowledged::UNKNOWN_RULE,
];

/// What is worked out once for an office and used for all its weeks.
#[derive(Debug)]
pub struct Checker {
    names: names::Names,
}

impl Checker {
    #[must_use]
    pub fn of(office: &Office) -> Self {
        Self { names: names::Names::of(office) }
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
        text::week(&self.names, office, week, &mut findings);
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
        findings.extend(text::office(office));
        findings
    }
}
