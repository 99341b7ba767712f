//! The columns and ledgers of an office's own, and what may stand in its weeks' records with them.

use super::catalogue::{Described as _, Shape};
use super::generations::OfficeFrom;
use super::office::Office;
use super::own::{OfficeColumns, tell_other_times};
use super::week::Week;

impl Office {
    /// What it adds to its records.
    #[must_use]
    pub fn own_columns(&self) -> OfficeColumns {
        let [complaints, cases, notices] =
            [&self.complaint_columns, &self.case_columns, &self.notice_columns].map(|columns| columns.to_vec());
        let columns = OfficeColumns::new(complaints, cases, notices, self.ledgers.to_vec());
        columns.with_figures(self.complaint_figures.to_vec(), self.case_figures.to_vec())
    }
}

/// What an office adds to its records in each of its generations, which are in the order of time.
#[must_use]
pub fn columns_in_time(generations: &[OfficeFrom]) -> Vec<OfficeColumns> {
    let mut columns: Vec<_> = generations.iter().map(|it| (it.from, it.office.own_columns())).collect();
    tell_other_times(&mut columns);
    columns.into_iter().map(|(_, columns)| columns).collect()
}

/// What an office adds to its records in all its generations.
#[must_use]
pub fn columns_of_generations(generations: &[&Office]) -> OfficeColumns {
    let mut from_last = generations.iter().rev().map(|office| office.own_columns());
    let mut all = from_last.next().unwrap_or_default();
    from_last.for_each(|earlier| all.add(earlier));
    all
}

/// What may stand in a week's record with these columns and ledgers.
#[must_use]
pub fn week_shape(columns: &OfficeColumns) -> Shape {
    let mut shape = Week::shape();
    columns.put_into(&mut shape);
    shape
}
