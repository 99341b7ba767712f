//! Complaints and cases as ledgers: so an office's own figures of them (投诉数, 案件数) are made as those of its own ledgers.

use super::case::Case;
use super::catalogue::{Described, Field, IsText as _};
use super::complaint::Complaint;
use super::office::Office;
use super::own::{Column, Item, Ledger, LedgerOfPeriod, OwnFigure, OwnName, OwnValue};
use super::text::{Name, Platforms};
use super::week::Week;
use crate::source::Spanned;
use crate::yaml::List;

/// What the ledger of complaints is called.
pub const COMPLAINTS: &str = "投诉";
/// What the ledger of cases is called.
pub const CASES: &str = "查处案件";

/// The platform of a complaint, which stands above it in the record.
const PLATFORM: &str = "平台";

/// Fields that say something where they are not written: a figure would take them for nothing.
const UNWRITTEN: [&str; 2] = ["有效", "件数"];

impl Office {
    /// Its complaints as a ledger: own columns and those of all offices, with the figures that it makes of them.
    #[must_use]
    pub fn complaints_as_ledger(&self) -> Ledger {
        let platform = Field::new::<Name<Platforms>>(PLATFORM, "投诉平台", None);
        self.as_ledger::<Complaint>(COMPLAINTS, "件", &self.complaint_columns, Some(platform), &self.complaint_figures)
    }

    /// Its cases as a ledger.
    #[must_use]
    pub fn cases_as_ledger(&self) -> Ledger {
        self.as_ledger::<Case>(CASES, "起", &self.case_columns, None, &self.case_figures)
    }

    fn as_ledger<R: Described>(
        &self,
        name: &'static str,
        unit: &str,
        own: &[Column],
        besides: Option<Field>,
        figures: &List<OwnFigure>,
    ) -> Ledger {
        let place = &self.name.span;
        let mut columns = own.to_vec();
        let built_in = R::shape().record().map(|record| record.fields.clone()).unwrap_or_default();
        for field in built_in.into_iter().chain(besides).filter(|field| !UNWRITTEN.contains(&field.key)) {
            if columns.iter().all(|column| column.name.value.text() != field.key) {
                columns.extend(Column::built_in(&field, place));
            }
        }
        Ledger {
            name: Spanned::new(OwnName::built_in(name), place.clone()),
            unit: Some(Spanned::new(unit.to_owned(), place.clone())),
            columns: columns.into(),
            figures: figures.to_vec().into(),
            span: place.clone(),
        }
    }
}

impl Week {
    /// The complaints of all platforms as a ledger of this period; without items where not all are written one by one.
    #[must_use]
    pub fn complaints_as_ledger(&self) -> LedgerOfPeriod {
        let are_all_listed = self.complaints.iter().all(|(_, recorded)| recorded.are_all_listed());
        let items = are_all_listed.then(|| {
            let mut items = Vec::new();
            for (platform, recorded) in self.complaints.iter() {
                let besides = || vec![(PLATFORM, OwnValue::Text(Platforms::KIND, platform.clone()))];
                let listed = recorded.listed().iter();
                items.extend(listed.map(|complaint| Item::of_record(complaint, 1, &complaint.span, besides())));
            }
            items
        });
        let place = self.complaints.iter().next().map_or(&self.period.span, |(platform, _)| &platform.span);
        LedgerOfPeriod::of_records(COMPLAINTS, place, items)
    }

    /// The cases as a ledger of this period; `None` where the record does not speak of cases.
    #[must_use]
    pub fn cases_as_ledger(&self) -> Option<LedgerOfPeriod> {
        let cases = self.cases.as_ref()?;
        let items = cases.are_all_listed().then(|| {
            let listed = cases.listed().iter();
            listed.map(|case| Item::of_record(case, case.number(), &case.span, Vec::new())).collect()
        });
        Some(LedgerOfPeriod::of_records(CASES, &self.period.span, items))
    }
}
