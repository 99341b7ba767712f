//! Rules over records: each a pure function from records to findings. All findings are collected, none stops
//! another.
//!
//! Every rule is documented by the [`Rule`] beside the function that looks for it, and stands in [`RULES`].

mod acknowledged;
mod carried;
mod days;
mod deadlines;
mod document_numbers;
mod events;
mod firms;
mod handling;
mod history;
mod issues;
mod kinds;
mod notices;
mod references;
mod related;
mod replies;
mod requests;
mod returns;
mod senders;
mod verified;
mod weeks;
mod working_days;
mod years;

pub use acknowledged::{unknown_weights, unused, weigh};
pub use history::History;

use crate::diagnostic::{Diagnostic, Rule};
use crate::record::office::Office;
use crate::record::week::Week;
use firms::Firms;
use working_days::WorkingDays;

/// All rules over records, by subject.
pub static RULES: &[&Rule] = &[
    &history::TWICE,
    &history::OVERLAP,
    &weeks::LENGTH,
    &weeks::FIRST_DAY,
    &weeks::GAP,
    &weeks::DATED_EARLY,
    &weeks::DATED_LATE,
    &issues::REPEATED,
    &issues::SKIPPED,
    &issues::BACKWARD,
    &issues::NOT_RESTARTED,
    &issues::BEYOND_YEAR,
    &years::YEAR,
    &events::OUTSIDE,
    &events::AFTER_PAPER,
    &events::NOTICE_ORDER,
    &events::ASSESSMENT_ORDER,
    &events::COMPLAINT_LATER,
    &verified::LATER,
    &deadlines::LATE,
    &deadlines::OVERDUE,
    &deadlines::HOLIDAY_CLASH,
    &deadlines::HOLIDAYS,
    &replies::MISSING,
    &replies::WHILE_OPEN,
    &notices::NUMBER_TWICE,
    &notices::SENDER_NEAR_SUPERIOR,
    &carried::NUMBER_AGAIN,
    &carried::NUMBER_BACKWARD,
    &carried::REPLIED_TWICE,
    &carried::DROPPED,
    &related::COMPLAINT,
    &related::FIRM,
    &related::COMPLAINT_OPEN,
    &requests::REQUEST,
    &document_numbers::ZERO,
    &document_numbers::REPEATED,
    &document_numbers::BACKWARD,
    &document_numbers::GAP,
    &document_numbers::NOT_RESTARTED,
    &document_numbers::CODE_MISSING,
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
pub struct Checker {
    calendar: WorkingDays,
    firms: Firms,
}

impl Checker {
    #[must_use]
    pub fn of(office: &Office) -> Self {
        Self { calendar: WorkingDays::of(office), firms: Firms::of(office) }
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
        weeks::period(office, week, &mut findings);
        weeks::dated(week, &mut findings);
        issues::size(week, &mut findings);
        years::years(week, &mut findings);
        events::outside(week, &mut findings);
        events::order(week, &mut findings);
        verified::later(week, &mut findings);
        deadlines::replies(office, &self.calendar, week, &mut findings);
        replies::states(week, &mut findings);
        related::firms(&self.firms, week, &mut findings);
        requests::requests(office, week, &mut findings);
        document_numbers::zeros(week, &mut findings);
        findings
    }

    /// All findings about the weeks of an office among one another, each at the later of the weeks that it is about.
    #[must_use]
    pub fn history(&self, office: &Office, weeks: &History) -> Vec<Diagnostic> {
        let mut findings = Vec::new();
        history::overlaps(weeks, &mut findings);
        weeks::gaps(weeks, &mut findings);
        issues::issues(weeks, &mut findings);
        carried::numbers(office, weeks, &mut findings);
        carried::open_ones(office, weeks, &mut findings);
        related::complaints(office, &self.firms, weeks, &mut findings);
        document_numbers::numbers(office, weeks, &mut findings);
        findings
    }

    /// All findings about an office's own file.
    #[must_use]
    pub fn office(&self, office: &Office) -> Vec<Diagnostic> {
        let mut findings = references::registers(office);
        findings.extend(kinds::files(office));
        findings.extend(deadlines::holidays(office));
        findings
    }
}
