//! Figures that an office wants to be compared (对比) and that another week does not have: papers say nothing of how they
//! have changed.

use super::comparison::{ComparedWeek, Comparison};
use crate::metrics::{ComparedFigures, FigureKey, Metrics, OwnResult, OwnTally};
use crate::record::compared_with::ComparedWith;
use crate::record::inspection::InspectionCount;
use crate::record::office::Office;
use crate::record::office_ledgers::{CASES, COMPLAINTS};
use crate::record::week::Week;
use crate::source::Spanned;

/// A figure of the week that is to be compared.
struct Wanted<'a> {
    key: FigureKey,
    called: &'a str,
    with: &'a [Spanned<ComparedWith>],
}

/// With which other weeks `week` is to be compared and cannot be in everything: the names of the figures that either of the two
/// weeks does not have exactly, or `None` where there is no such week among `others`.
#[must_use]
pub fn not_compared<'a>(
    office: &'a Office,
    week: &'a Week,
    others: &[ComparedWeek],
) -> Vec<(ComparedWith, Option<Vec<&'a str>>)> {
    let metrics = Metrics::for_week(office, week);
    let wanted = wanted(office, week, &metrics);
    let this = ComparedFigures::of_week(office, week, &metrics);
    let mut all = Vec::new();
    for with in ComparedWith::ALL {
        let wanted: Vec<&Wanted> = wanted.iter().filter(|it| it.with.iter().any(|it| it.value == *with)).collect();
        let comparison = Comparison::from(*with);
        let Some(other) = others.iter().find(|other| other.comparison == comparison) else {
            all.extend((!wanted.is_empty()).then_some((*with, None)));
            continue;
        };
        let metrics = Metrics::for_week_as_seen_from(office, other.office, other.week);
        let then = ComparedFigures::of_week(other.office, other.week, &metrics);
        let is_lost = |it: &&Wanted| this.get(&it.key).is_none() || then.get(&it.key).is_none();
        let lost: Vec<&str> = wanted.into_iter().filter(is_lost).map(|it| it.called).collect();
        all.extend((!lost.is_empty()).then_some((*with, Some(lost))));
    }
    all
}

fn wanted<'a>(office: &'a Office, week: &Week, metrics: &Metrics<'a>) -> Vec<Wanted<'a>> {
    let mut all = Vec::new();
    if week.complaints.span.is_some() {
        all.push(Wanted { key: FigureKey::Complaints, called: COMPLAINTS, with: &office.complaints_compared });
    }
    if metrics.cases.is_some() {
        all.push(Wanted { key: FigureKey::Cases, called: CASES, with: &office.cases_compared });
    }
    for inspection in &office.inspections {
        let name = &inspection.name.value;
        if week.inspections.get(name).and_then(InspectionCount::now).is_some() {
            let key = FigureKey::Inspection(name.clone());
            all.push(Wanted { key, called: name, with: &inspection.compared });
        }
    }
    let of_ledgers =
        metrics.ledgers.iter().flat_map(|tally| tally.figures.iter().map(|own| (tally.ledger.name(), own)));
    let of_complaints = metrics.complaint_figures.iter().map(|own| (COMPLAINTS, own));
    let of_cases = metrics.case_figures.iter().map(|own| (CASES, own));
    for (of, own) in of_complaints.chain(of_cases).chain(of_ledgers) {
        let key = FigureKey::Own { of, name: own.figure.name(), word: None };
        if is_recorded(own) {
            all.push(Wanted { key, called: own.figure.name(), with: &own.figure.0.compared });
        }
    }
    all
}

/// Whether there is a figure to compare. Of parted means each word is compared by itself, where both weeks have it.
fn is_recorded(own: &OwnTally) -> bool {
    match &own.result {
        OwnResult::One(value) => value.is_some(),
        OwnResult::Each(parts) => !parts.is_empty() && own.figure.0.averaged.is_none(),
    }
}
