//! With which other periods an office compares any of its figures.

use std::collections::BTreeSet;

use super::compared_with::ComparedWith;
use super::office::Office;

impl Office {
    /// All with which any of its figures is compared.
    #[must_use]
    pub fn compared_with(&self) -> BTreeSet<ComparedWith> {
        let of_ledgers = self.ledgers.iter().flat_map(|ledger| &ledger.figures);
        let own = of_ledgers.chain(&self.complaint_figures).chain(&self.case_figures).flat_map(|it| &it.0.compared);
        let inspected = self.inspections.iter().flat_map(|inspection| &inspection.compared);
        let all = own.chain(inspected).chain(&self.complaints_compared).chain(&self.cases_compared);
        all.map(|with| with.value).collect()
    }
}
