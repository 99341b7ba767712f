//! Rules over records: each a pure function from records to findings. All findings are collected, none stops
//! another.
//!
//! Every rule is documented by the [`Rule`] beside the function that looks for it, and stands in [`RULES`].

mod acknowledged;
mod carried;
mod carried_over;
mod changes;
mod complaints;
mod days;
mod deadlines;
mod document_numbers;
mod events;
mod handling;
mod headings;
mod history;
mod inspections;
mod issues;
mod kinds;
mod names;
mod notices;
mod office_names;
mod overlaps;
mod papers;
mod proportion;
mod references;
mod registered;
mod registers;
mod related;
mod replies;
mod requests;
mod returns;
mod senders;
mod text;
mod verified;
mod weeks;
mod working_days;
mod years;

pub use acknowledged::{unknown_weights, unused, weigh};
pub use changes::changes;
pub use history::{Dated, History};
pub use overlaps::one_each;

use crate::diagnostic::{Diagnostic, Rule};
use crate::record::office::Office;
use crate::record::register::Register;
use crate::record::week::Week;
use crate::source::Spanned;
use registered::Registered;
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
    &proportion::TOO_LONG,
    &proportion::NO_TIME_AT_ALL,
    &proportion::OUTLIER,
    &proportion::UNMEASURED,
    &proportion::VALIDITY,
    &complaints::FIRM,
    &complaints::SHORT_NAME,
    &complaints::UNIT,
    &complaints::TWICE,
    &complaints::TWO_PLATFORMS,
    &carried_over::DROPPED,
    &carried_over::UNKNOWN,
    &carried_over::COUNTED,
    &carried_over::NO_TIME,
    &returns::PART_BEYOND_ALL,
    &returns::AMOUNT_OF_NONE,
    &returns::NO_AMOUNT,
    &returns::CENTS,
    &returns::AVERAGE,
    &returns::UNWRITTEN,
    &returns::NO_PLATFORM,
    &returns::EVASION,
    &inspections::NONE,
    &inspections::OUTLIER,
    &inspections::FINE,
    &inspections::NOBODY,
    &inspections::CROWD,
    &papers::MORE_THAN_ROSTER,
    &papers::NO_COPIES,
    &papers::PAPER_TWICE,
    &papers::WEEKLY_UNSENT,
    &papers::ROSTER_UNTOLD,
    &papers::SENT_GAP,
    &papers::UNIT_SILENT,
    &papers::DOUBLE_MARKS,
    &headings::ENDED,
    &registers::NAME_TWICE,
    &registers::SELF_LISTED,
    &registers::COPIED_SUPERIOR,
    &registers::SENT_TO,
    &office_names::SHORT_NAME,
    &office_names::DISTRICT,
    &office_names::CODE,
    &office_names::MOBILE,
    &office_names::DECIMALS,
    &kinds::SAME_FILE,
    &changes::ORDER,
    &changes::NOTHING,
    &kinds::FILED,
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
    &text::dates::SPOKEN,
    &text::times::IMPOSSIBLE,
    &text::numbers::BEYOND_ALL,
    &text::numbers::UNIT_MISSING,
    &text::figures::CONTRADICTS,
    &text::figures::ANNOUNCED,
    &text::sums::PARTS,
    &text::sums::POINTS,
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
    registered: Registered,
    calendar: WorkingDays,
    names: names::Names,
    /// Platforms that the office had earlier and no longer has, which weeks may still refer back to.
    former_platforms: Vec<Spanned<String>>,
}

impl Checker {
    #[must_use]
    pub fn of(office: &Office) -> Self {
        Self {
            registered: Registered::of(office),
            calendar: WorkingDays::of(office),
            names: names::Names::of(office),
            former_platforms: Vec::new(),
        }
    }

    /// For an office that was as in `earlier` before.
    #[must_use]
    pub fn after(earlier: &[&Office], office: &Office) -> Self {
        let now = Register::Platforms.names(office);
        let former = earlier.iter().flat_map(|office| Register::Platforms.names(office));
        let gone = former.filter(|former| now.iter().all(|now| now.value != former.value));
        Self { former_platforms: gone.cloned().collect(), ..Self::of(office) }
    }

    /// Names of the platforms that the office has or had.
    fn platforms_until_now<'a>(&'a self, office: &'a Office) -> Vec<&'a Spanned<String>> {
        Register::Platforms.names(office).into_iter().chain(&self.former_platforms).collect()
    }

    /// All findings about one week by itself.
    #[must_use]
    pub fn week(&self, office: &Office, week: &Week) -> Vec<Diagnostic> {
        let mut findings = Vec::new();
        references::platforms(office, week, &mut findings);
        references::inspections(office, week, &mut findings);
        references::related_platforms(office, self, week, &mut findings);
        references::sent(office, week, &mut findings);
        references::received(office, week, &mut findings);
        complaints::registered(&self.registered, week, &mut findings);
        complaints::twice(&self.registered, week, &mut findings);
        proportion::times(office, week, &mut findings);
        carried_over::entries(office, self, week, &mut findings);
        returns::platform(office, week, &mut findings);
        returns::counts(week, &mut findings);
        returns::amounts(office, week, &mut findings);
        inspections::none(week, &mut findings);
        inspections::fines(week, &mut findings);
        inspections::receptions(week, &mut findings);
        papers::copies(office, week, &mut findings);
        papers::once(office, week, &mut findings);
        papers::due(office, week, &mut findings);
        papers::marks_in_week(week, &mut findings);
        headings::titles(week, &mut findings);
        notices::numbers(office, week, &mut findings);
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
        related::firms(&self.registered, week, &mut findings);
        requests::requests(office, week, &mut findings);
        document_numbers::zeros(week, &mut findings);
        text::week(&self.names, office, week, &mut findings);
        findings
    }
}

/// All findings about an office's own file.
#[must_use]
pub fn office(office: &Office) -> Vec<Diagnostic> {
    let mut findings = references::registers(office);
    findings.extend(kinds::files(office));
    findings.extend(kinds::filed(office));
    registers::names(office, &mut findings);
    registers::others(office, &mut findings);
    office_names::short_names(office, &mut findings);
    office_names::district(office, &mut findings);
    office_names::document_code(office, &mut findings);
    office_names::habits(office, &mut findings);
    papers::marks_in_office(office, &mut findings);
    findings.extend(deadlines::holidays(office));
    findings.extend(text::office(office));
    findings
}

/// All findings about the weeks of an office among one another, each at the later of the weeks that it is about.
#[must_use]
pub fn among(weeks: &History) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    history::overlaps(weeks, &mut findings);
    complaints::twice_in_history(weeks, &mut findings);
    carried_over::continued(weeks, &mut findings);
    inspections::outliers(weeks, &mut findings);
    papers::gaps(weeks, &mut findings);
    papers::silent_units(weeks, &mut findings);
    weeks::gaps(weeks, &mut findings);
    issues::issues(weeks, &mut findings);
    carried::numbers(weeks, &mut findings);
    carried::open_ones(weeks, &mut findings);
    related::complaints(weeks, &mut findings);
    document_numbers::numbers(weeks, &mut findings);
    findings
}
