//! Whether a week has what the making of a paper depends on.

use super::cases::CaseTally;
use super::complaints::{Complaints, PlatformTally};
use super::ledgers::ledgers;
use super::silent_units::silent_units;
use crate::record::office::Office;
use crate::record::paper::PaperKind;
use crate::record::paper_condition::{Condition, ConditionOf, Recorded};
use crate::record::series::Series;
use crate::record::week::Week;

/// Whether papers of a kind are made from such records, and all conditions hold under which they are. One that names nothing
/// does not.
#[must_use]
pub fn is_wanted(kind: &PaperKind, office: &Office, week: &Week) -> bool {
    if Series::of_kind(office, kind) != Series::of_period(office, &week.period.value) {
        return false;
    }
    let mut conditions = kind.when.iter().flat_map(|when| &when.0);
    conditions.all(|text| Condition::parse(&text.value, office).is_some_and(|condition| holds(condition, office, week)))
}

fn holds(Condition { of, wants_some }: Condition, office: &Office, week: &Week) -> bool {
    let has_some = match of {
        ConditionOf::Recorded(recorded) => has_recorded(recorded, office, week),
        ConditionOf::Ledger(ledger) => ledgers(office, week)
            .iter()
            .find(|tally| tally.ledger.name() == ledger.name())
            .and_then(|tally| tally.count.as_ref())
            .is_some_and(|count| !count.value.is_zero()),
        ConditionOf::Figure(ledger, figure) => ledgers(office, week)
            .iter()
            .find(|tally| tally.ledger.name() == ledger.name())
            .and_then(|tally| tally.one(figure.name()))
            .is_some_and(|value| !value.value.is_zero()),
    };
    has_some == wants_some
}

fn has_recorded(recorded: Recorded, office: &Office, week: &Week) -> bool {
    match recorded {
        Recorded::SilentUnits => !silent_units(office, week).is_empty(),
        Recorded::Notices => !week.notices.is_empty(),
        Recorded::Complaints => Complaints::for_week(office, week).platforms.iter().any(PlatformTally::has_any),
        Recorded::CarriedOver => !week.carried_over.is_empty(),
        Recorded::Cases => week.cases.as_ref().map(CaseTally::from_record).is_some_and(|cases| cases.count.value > 0),
        Recorded::Receptions => !week.receptions.is_empty(),
        Recorded::Assessments => !week.assessments.is_empty(),
        Recorded::Returns => week.returns.as_ref().is_some_and(|returns| returns.count.value > 0),
    }
}
