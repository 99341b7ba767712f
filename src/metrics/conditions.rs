//! Whether a week has what the making of a paper depends on.

use super::cases::CaseTally;
use super::complaints::{Complaints, PlatformTally};
use super::ledgers::{LedgerTally, OwnResult, ledgers};
use super::silent_units::silent_units;
use crate::record::office::Office;
use crate::record::own::Ledger;
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
    has_some(of, office, week) == Some(wants_some)
}

/// Whether there is some; `None` where the record does not say so, for what is not written is not known.
fn has_some(of: ConditionOf, office: &Office, week: &Week) -> Option<bool> {
    match of {
        ConditionOf::Recorded(recorded) => has_recorded(recorded, office, week),
        ConditionOf::Ledger(ledger) => has_items(tally(ledger, &ledgers(office, week))?),
        ConditionOf::Figure(ledger, figure) => {
            let tallies = ledgers(office, week);
            let figure = tally(ledger, &tallies)?.one(figure.name())?;
            Some(!figure.value.is_zero())
        }
    }
}

fn tally<'t, 'a>(ledger: &Ledger, tallies: &'t [LedgerTally<'a>]) -> Option<&'t LedgerTally<'a>> {
    tallies.iter().find(|tally| tally.ledger.name() == ledger.name())
}

/// Whether a ledger has items. Where it is not said how many, figures above zero say that there are some; that there are none
/// only those of a ledger that has no others.
fn has_items(tally: &LedgerTally) -> Option<bool> {
    if let Some(count) = &tally.count {
        return Some(!count.value.is_zero());
    }
    let mut recorded = Vec::new();
    for own in &tally.figures {
        match &own.result {
            OwnResult::One(value) => recorded.extend(value.as_ref().map(|value| value.value)),
            OwnResult::Each(parts) => recorded.extend(parts.iter().map(|part| part.value.value)),
        }
    }
    let has_some = recorded.iter().any(|value| !value.is_zero());
    (has_some || tally.ledger.columns.is_empty() && !recorded.is_empty()).then_some(has_some)
}

fn has_recorded(recorded: Recorded, office: &Office, week: &Week) -> Option<bool> {
    match recorded {
        Recorded::SilentUnits => week.reports.as_ref().map(|_| !silent_units(office, week).is_empty()),
        Recorded::Notices => has_listed(week.notices.written()),
        Recorded::Complaints => {
            week.complaints.iter().next()?;
            Some(Complaints::for_week(office, week).platforms.iter().any(PlatformTally::has_any))
        }
        Recorded::CarriedOver => has_listed(week.carried_over.written()),
        Recorded::Cases => week.cases.as_ref().map(|cases| CaseTally::from_record(cases).count.value > 0),
        Recorded::Receptions => has_listed(week.receptions.written()),
        Recorded::Assessments => has_listed(week.assessments.written()),
        Recorded::Returns => week.returns.as_ref().map(|returns| returns.count.value > 0),
    }
}

/// `list`: `None` where it is not written.
fn has_listed<T>(list: Option<&[T]>) -> Option<bool> {
    list.map(|items| !items.is_empty())
}
