//! The figures of a week with which those of another may be compared.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::Metrics;
use super::cases::CaseTally;
use super::figure::Figure;
use super::ledgers::{Amount, OwnResult, OwnTally};
use super::name::FigureName;
use crate::record::inspection::InspectionCount;
use crate::record::office::Office;
use crate::record::office_ledgers::{CASES, COMPLAINTS};
use crate::record::value::ApproximateCount;
use crate::record::week::Week;
use crate::source::Spanned;

/// Which figure it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum FigureKey {
    /// All complaints that were accepted.
    Complaints,
    /// All cases.
    Cases,
    /// What was inspected in the period, by its name.
    Inspection(String),
    /// A figure of an office's own.
    Own {
        /// The ledger, or complaints or cases.
        of: &'static str,
        name: &'static str,
        /// The word in a column, of a figure that is parted.
        word: Option<String>,
    },
}

/// All figures of a week that the record knows exactly.
#[derive(Debug, Clone, Default)]
pub struct ComparedFigures(BTreeMap<FigureKey, Figure<Amount>>);

impl ComparedFigures {
    #[must_use]
    pub fn of_week(office: &Office, week: &Week, metrics: &Metrics) -> Self {
        let mut all = Self::default();
        if week.complaints.span.is_some() {
            all.0.insert(FigureKey::Complaints, counted(metrics.complaints.total.clone()));
        }
        if let Some(cases) = week.cases.as_ref().map(CaseTally::from_record) {
            all.0.insert(FigureKey::Cases, counted(cases.count));
        }
        for inspection in &office.inspections {
            let name = &inspection.name.value;
            let now = week.inspections.get(name).and_then(InspectionCount::now);
            all.0.extend(now.and_then(inspected).map(|it| (FigureKey::Inspection(name.clone()), it.about(name))));
        }
        all.add_own(COMPLAINTS, &metrics.complaint_figures);
        all.add_own(CASES, &metrics.case_figures);
        for tally in &metrics.ledgers {
            all.add_own(tally.ledger.name(), &tally.figures);
        }
        all
    }

    /// The figure, where the week has it. Of a word that a parted sum or count does not have, there is none: 0.
    #[must_use]
    pub fn get(&self, key: &FigureKey) -> Option<Figure<Amount>> {
        if let Some(found) = self.0.get(key) {
            return Some(found.clone());
        }
        let FigureKey::Own { of, name, word: Some(_) } = key else { return None };
        let whole = self.0.get(&FigureKey::Own { of, name, word: None })?;
        Some(Figure { value: Amount::Number(Decimal::ZERO), ..whole.clone() })
    }

    fn add_own(&mut self, of: &'static str, figures: &[OwnTally]) {
        for own in figures {
            let name = own.figure.name();
            match &own.result {
                OwnResult::One(figure) => {
                    let key = FigureKey::Own { of, name, word: None };
                    self.0.extend(figure.clone().map(|figure| (key, figure)));
                }
                OwnResult::Each(parts) => {
                    for part in parts {
                        let key = FigureKey::Own { of, name, word: Some(part.word.clone()) };
                        self.0.insert(key, part.value.clone());
                    }
                    // That it is parted at all: a mean of no item is not 0.
                    if let Some(part) = parts.first().filter(|_| own.figure.0.averaged.is_none()) {
                        self.0.insert(FigureKey::Own { of, name, word: None }, part.value.clone());
                    }
                }
            }
        }
    }
}

/// A count as a figure that is compared.
pub fn counted<N>(count: Figure<N>) -> Figure<Amount>
where
    Decimal: From<N>,
{
    count.map(|number| Amount::Number(number.into()))
}

/// A figure of an inspection; `None` where it is known only roughly.
#[must_use]
pub fn inspected(count: &Spanned<ApproximateCount>) -> Option<Figure<Amount>> {
    let exact = (!count.value.and_more).then_some(Amount::Number(count.value.number))?;
    Some(Figure::as_typed(FigureName::Inspected, exact, &count.span))
}
