//! What may stand at a place of a file, as a tree that can be walked by keys.

use std::collections::BTreeSet;

use super::content::Walk;
use super::kind::Kind;
use crate::record::register::Register;
use crate::yaml::Decode;

/// A type that can be read, walked through and described.
pub trait Described: Decode + Walk {
    /// What may stand in the file where such a value stands.
    fn shape() -> Shape;
}

/// What may stand at a place of a file. A plain value: an office's own columns can be put into it.
#[derive(Debug, Clone)]
pub enum Shape {
    Value(Kind),
    Record(Record),
    List(Box<Shape>),
    /// Keys that the office chooses, out of a register or out of none, and what stands under each.
    Table(Option<Register>, Box<Shape>),
    /// One of two that differ in form: a single value or a collection, a list or a map. The plainer one comes first.
    Either(Box<Shape>, Box<Shape>),
}

/// A map with fixed keys.
#[derive(Debug, Clone)]
pub struct Record {
    /// The name of its Rust type, which no other record has.
    pub name: &'static str,
    /// The keys whose values its prose may name in braces.
    pub in_braces: &'static [&'static str],
    pub fields: Vec<Field>,
}

/// One key of a record, and what stands under it.
#[derive(Debug, Clone)]
pub struct Field {
    /// As it is typed.
    pub key: &'static str,
    pub meaning: &'static str,
    /// Its name in templates; `None` where they do not see it by itself.
    pub variable: Option<&'static str>,
    /// Whether a record must have the key.
    pub is_needed: bool,
    /// Whether nothing may stand behind the key, which says the same as leaving it out.
    pub may_be_empty: bool,
    pub shape: Shape,
}

impl Field {
    /// The field `key`, under which a `T` stands.
    #[must_use]
    pub fn new<T: Described>(key: &'static str, meaning: &'static str, variable: Option<&'static str>) -> Self {
        let (is_needed, may_be_empty) = (!T::OPTIONAL, T::OPTIONAL);
        Self { key, meaning: meaning.trim(), variable, is_needed, may_be_empty, shape: T::shape() }
    }
}

impl Record {
    #[must_use]
    pub fn field(&self, key: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.key == key)
    }
}

impl Shape {
    /// Such or, where that is not enough, `other`.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self::Either(Box::new(self), Box::new(other))
    }

    /// What it may be: it alone, or each of those of which it is one.
    #[must_use]
    pub fn alternatives(&self) -> Vec<&Self> {
        match self {
            Self::Either(one, other) => [one, other].into_iter().flat_map(|shape| shape.alternatives()).collect(),
            shape => vec![shape],
        }
    }

    /// The record that it is or may be.
    #[must_use]
    pub fn record(&self) -> Option<&Record> {
        match self {
            Self::Record(record) => Some(record),
            Self::Either(one, other) => one.record().or_else(|| other.record()),
            _ => None,
        }
    }

    /// All records in it, each at its first place and before those that it holds.
    #[must_use]
    pub fn records(&self) -> Vec<&Record> {
        let mut records = Vec::new();
        self.collect_records(&mut records);
        records
    }

    fn collect_records<'a>(&'a self, records: &mut Vec<&'a Record>) {
        match self {
            Self::Value(_) => {}
            Self::Record(record) => {
                if records.iter().all(|known| known.name != record.name) {
                    records.push(record);
                    record.fields.iter().for_each(|field| field.shape.collect_records(records));
                }
            }
            Self::List(inner) | Self::Table(_, inner) => inner.collect_records(records),
            Self::Either(one, other) => {
                one.collect_records(records);
                other.collect_records(records);
            }
        }
    }

    /// The fixed keys that may stand in it, at whatever depth.
    #[must_use]
    pub fn keys(&self) -> BTreeSet<&'static str> {
        self.records().into_iter().flat_map(|record| record.fields.iter().map(|field| field.key)).collect()
    }
}
