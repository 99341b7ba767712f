//! Titles of records: editors speak of a record by its title, and of one without by the name of its Rust type.

use std::collections::BTreeMap;

use crate::record::catalogue::{Record, Shape};

/// For each record by its name the key under which it first stands: 投诉人 for a `Person`.
pub(super) fn titles(root: &Shape) -> BTreeMap<&'static str, &'static str> {
    let mut titles = BTreeMap::new();
    for record in root.records() {
        for field in &record.fields {
            for held in held(&field.shape) {
                titles.entry(held.name).or_insert(field.key);
            }
        }
    }
    titles
}

/// For each record by its name all keys under which it stands.
pub(super) fn keys_of_records(root: &Shape) -> BTreeMap<&'static str, Vec<&'static str>> {
    let mut keys: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for record in root.records() {
        for field in &record.fields {
            for held in held(&field.shape) {
                let of_record = keys.entry(held.name).or_default();
                if !of_record.contains(&field.key) {
                    of_record.push(field.key);
                }
            }
        }
    }
    keys
}

/// The records that stand directly in a field, in its list or in its table.
fn held(shape: &Shape) -> Vec<&Record> {
    match shape {
        Shape::Value(_) => Vec::new(),
        Shape::Record(record) => vec![record],
        Shape::List(inner) | Shape::Table(_, inner) => held(inner),
        Shape::Either(one, other) => [held(one), held(other)].concat(),
    }
}
