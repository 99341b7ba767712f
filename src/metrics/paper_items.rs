//! The items of a ledger to each of which there is a paper.

use super::ledgers::{RegisteredNames, is_met};
use crate::record::office::Office;
use crate::record::own::{Column, ColumnType, Item, Ledger, LedgerOfPeriod};
use crate::record::per::PerItem;
use crate::record::value::PersonsNumber;
use crate::record::week::Week;
use crate::source::Span;

/// An item that has a paper.
#[derive(Debug, Clone)]
pub struct PaperItem<'a> {
    pub item: &'a Item,
    /// Its place among the ledger's items, counted from 0.
    pub at: usize,
    /// What it is known by: what stands in the column that names items, else its place counted from 1.
    pub name: String,
    /// Where the name stands, or the whole item.
    pub place: &'a Span,
}

/// All of them, in the order of the record.
#[must_use]
pub fn paper_items<'a>(office: &'a Office, week: &'a Week, per: &PerItem) -> Vec<PaperItem<'a>> {
    let Some(ledger) = per.among(&office.ledgers) else { return Vec::new() };
    let items = week.ledgers.get(ledger.name()).map(LedgerOfPeriod::listed).unwrap_or_default();
    let column = naming_column(ledger, per);
    let names = RegisteredNames::of(office);
    let counted = week.counted_days();
    let mut found = Vec::new();
    for (at, item) in items.iter().enumerate() {
        if per.when.as_ref().is_none_or(|when| is_met(ledger, names, &counted, when, &item.cells)) {
            found.push(named(item, at, column));
        }
    }
    found
}

/// The column by which items are known: the one that the kind names, else the first of 编号. What is a person's is never in
/// the name of a file, nor is a person's number that stands in another column.
fn naming_column<'l>(ledger: &'l Ledger, per: &PerItem) -> Option<&'l Column> {
    match &per.named_by {
        Some(named_by) => ledger.column(named_by.value.text()).filter(|column| column.may_name_files()),
        None => ledger.columns.iter().find(|column| column.what() == ColumnType::Code),
    }
}

fn named<'a>(item: &'a Item, at: usize, column: Option<&Column>) -> PaperItem<'a> {
    let cell = column.and_then(|column| item.cells.get(column.name.value.text()));
    match cell.map(|cell| (cell.text().trim().to_owned(), cell.span())) {
        Some((name, place)) if !name.is_empty() && PersonsNumber::find(&name).is_none() => {
            PaperItem { item, at, name, place }
        }
        _ => PaperItem { item, at, name: (at + 1).to_string(), place: &item.span },
    }
}
