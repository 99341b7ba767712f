//! What can be computed from a week's records: pure functions; every figure knows the values that it came from.

mod cases;
mod changes;
mod compared_figures;
mod complaints;
mod conditions;
mod figure;
mod ledgers;
mod name;
mod paper_items;
mod reports;
mod returns;
mod rounding;
mod silent_units;

pub use cases::CaseTally;
pub use changes::Change;
pub use compared_figures::{ComparedFigures, FigureKey, counted, inspected};
pub use complaints::{Complaints, PlatformTally};
pub use conditions::is_wanted;
pub use figure::Figure;
pub use ledgers::{Amount, LedgerTally, OwnResult, OwnTally, Part, ledgers, of_typical};
use ledgers::{RegisteredNames, case_figures, complaint_figures, ledgers_by_names};
pub use name::FigureName;
pub use paper_items::{PaperItem, paper_items};
pub use reports::{InwardTally, OutwardTally, inward, outward};
pub use returns::Returns;
pub use rounding::quotient;
pub use silent_units::{SilentUnit, silent_units};

use crate::record::office::Office;
use crate::record::week::Week;

/// All figures of one week.
#[derive(Debug, Clone)]
pub struct Metrics<'a> {
    pub complaints: Complaints<'a>,
    /// `None` in a week whose file does not speak of returns.
    pub returns: Option<Returns>,
    /// `None` in a week that had no cases.
    pub cases: Option<CaseTally<'a>>,
    pub outward: Option<OutwardTally<'a>>,
    pub inward: Vec<InwardTally<'a>>,
    /// Those that the week's record tells of.
    pub ledgers: Vec<LedgerTally<'a>>,
    /// The office's own figures of complaints.
    pub complaint_figures: Vec<OwnTally<'a>>,
    /// The office's own figures of cases.
    pub case_figures: Vec<OwnTally<'a>>,
}

impl<'a> Metrics<'a> {
    #[must_use]
    pub fn for_week(office: &'a Office, week: &'a Week) -> Self {
        Self::for_week_as_seen_from(office, office, week)
    }

    /// For a week that another is compared with, whose office is `now`: what has got another name since is
    /// counted under that.
    #[must_use]
    pub fn for_week_as_seen_from(now: &Office, office: &'a Office, week: &'a Week) -> Self {
        let reports = week.reports.as_ref();
        let names = RegisteredNames::then_and_now(office, now);
        Self {
            complaints: Complaints::for_week(office, week),
            returns: week.returns.as_ref().map(Returns::from_record),
            cases: week.cases.as_ref().map(CaseTally::from_record).filter(|cases| cases.count.value > 0),
            outward: reports.map(|reports| outward(office, reports)),
            inward: reports.map(|reports| inward(office, reports)).unwrap_or_default(),
            ledgers: ledgers_by_names(office, week, names),
            complaint_figures: complaint_figures(office, week, names),
            case_figures: case_figures(office, week, names),
        }
    }
}
