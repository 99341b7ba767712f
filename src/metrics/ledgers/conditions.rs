//! Which items of a ledger a figure counts.

use std::ops::RangeInclusive;

use super::registered_names::RegisteredNames;
use crate::record::own::{ANYTHING, Cells, Column, Comparison, Condition, Ledger, NOTHING, OwnValue};
use crate::record::value::Date;

/// Whether an item of a record that counts these days meets a condition.
pub fn is_met(
    ledger: &Ledger,
    names: RegisteredNames,
    counted: &RangeInclusive<Date>,
    when: &Condition,
    item: &Cells,
) -> bool {
    match when {
        Condition::Has(column) => match item.get(column.value.text()) {
            Some(OwnValue::Truth(truth)) => truth.value,
            value => value.is_some(),
        },
        Condition::Are(columns) => columns.iter().all(|(name, words)| {
            let value = item.get(&name.value);
            let column = ledger.column(&name.value);
            // What the column itself may say is meant as that.
            let is_own = |word: &str| column.is_some_and(|column| column.words.iter().any(|own| own.value == word));
            words.iter().any(|word| match word.value.as_str() {
                ANYTHING if !is_own(ANYTHING) => value.is_some(),
                NOTHING if !is_own(NOTHING) => value.is_none(),
                word => {
                    value.is_some_and(|value| match column.map(Column::what).filter(|what| Comparison::is_for(*what)) {
                        Some(what) => {
                            Comparison::parse(word, what).is_some_and(|comparison| comparison.holds(value, counted))
                        }
                        None => names.is_meant(column, word, value),
                    })
                }
            })
        }),
    }
}

/// A condition, for people.
pub(super) fn said(when: &Condition) -> String {
    match when {
        Condition::Has(column) => format!("里写了「{}」的", column.value),
        Condition::Are(columns) => {
            let each = columns.iter().map(|(column, words)| {
                let words: Vec<&str> = words.iter().map(|word| word.value.as_str()).collect();
                format!("「{}」为「{}」", column.value, words.join("、"))
            });
            format!("里{}的", each.collect::<Vec<_>>().join("、"))
        }
    }
}
