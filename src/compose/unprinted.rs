//! Keys of the records that none of an office's templates prints: what somebody recorded there would be left out of every
//! paper, and nobody would notice.

use std::collections::BTreeMap;

use super::template::{NamedFields, Templates, is_at_top, is_field, owners};
use crate::record::catalogue::{Content, Entry, Field, Kind, Record, Shape, Sort, TextKind};
use crate::record::office::Office;
use crate::record::week::Week;
use crate::record::{Described as _, Walk};
use crate::source::Span;

/// A key that is printed nowhere.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unprinted {
    /// The key under which the record stands that has it; `None` at the top.
    pub within: Option<&'static str>,
    pub key: String,
}

/// The keys of a week that no template of an office prints.
#[derive(Debug)]
pub struct UnprintedKeys {
    keys: Vec<(&'static str, &'static str)>,
    named: NamedFields,
    shape: Shape,
}

/// The inspection figures: their key, and what templates see all of them as. One by one they are asked for by name.
const INSPECTIONS: (&str, [&str; 2]) = ("执法检查", ["inspected", "inspection_sentences"]);

impl UnprintedKeys {
    /// Those of an office in all its generations.
    #[must_use]
    pub fn of_office(templates: &Templates, generations: &[&Office]) -> Self {
        let named = templates.named_fields(generations);
        let shape = Week::shape();
        let mut keys = Vec::new();
        for record in shape.records() {
            let owners = owners(record.name);
            for field in &record.fields {
                let Some(name) = field.variable.filter(|_| is_for_print(record, field)) else { continue };
                let is_seen = owners.iter().any(|owner| is_field(owner, name)) || is_at_top(name);
                if is_seen && !named.has(&owners, name) && !named.has_top(name) {
                    keys.push((record.name, field.key));
                }
            }
        }
        Self { keys, named, shape }
    }

    /// Adds those of them that `week` has, each with its first place.
    pub fn find(&self, week: &Week, found: &mut BTreeMap<Unprinted, Span>) {
        let (within, all) = INSPECTIONS;
        if !all.iter().any(|name| self.named.has_top(name)) {
            for (name, _) in week.inspections.iter().filter(|(name, _)| !self.named.may_have(&name.value)) {
                let key = Unprinted { within: Some(within), key: name.value.clone() };
                found.entry(key).or_insert_with(|| name.span.clone());
            }
        }
        if !self.keys.is_empty() {
            self.walk(&self.shape, None, week, found);
        }
    }

    fn walk(
        &self,
        shape: &Shape,
        within: Option<&'static str>,
        value: &dyn Walk,
        found: &mut BTreeMap<Unprinted, Span>,
    ) {
        match (shape, value.content()) {
            (Shape::Record(record), Content::Record(entries)) => {
                for (field, entry) in record.fields.iter().zip(&entries) {
                    self.entry(record, field, within, entry, found);
                }
            }
            (Shape::Either(one, other), _) => {
                self.walk(one, within, value, found);
                self.walk(other, within, value, found);
            }
            (Shape::List(item), Content::List(items)) => {
                for value in items {
                    self.walk(item, within, value, found);
                }
            }
            (Shape::Table(_, item), Content::Table(entries)) => {
                for (_, value) in entries {
                    self.walk(item, within, value, found);
                }
            }
            _ => {}
        }
    }

    fn entry(
        &self,
        record: &Record,
        field: &Field,
        within: Option<&'static str>,
        entry: &Entry,
        found: &mut BTreeMap<Unprinted, Span>,
    ) {
        if !self.keys.contains(&(record.name, field.key)) {
            self.walk(&field.shape, Some(field.key), entry.value, found);
            return;
        }
        if let Some(place) = place(entry.value) {
            found.entry(Unprinted { within, key: field.key.to_owned() }).or_insert(place);
        }
    }
}

/// Whether a field is written to be printed: not what is for the office's own use, as others' numbers and persons; and not
/// what prose names itself, in braces.
fn is_for_print(record: &Record, field: &Field) -> bool {
    let is_value = match &field.shape {
        Shape::Value(Kind::Text(kind)) => *kind != TextKind::Plain,
        Shape::Value(Kind::Parsed(parsed)) => parsed.sort != Sort::Phone,
        Shape::Record(record) => record.fields.iter().all(|field| field.variable.is_none()),
        // A list is printed by what its entries say, but for those of names that stand at the top.
        Shape::List(item) => matches!(**item, Shape::Value(_)) && field.variable.is_some_and(is_at_top),
        // How far something is, and whether it counts, is told in other words.
        Shape::Table(_, item) => matches!(**item, Shape::Value(_)),
        Shape::Value(Kind::Words(_) | Kind::Truth) | Shape::Either(..) => false,
    };
    is_value && !record.in_braces.contains(&field.key)
}

/// Where a single value stands.
fn place(value: &dyn Walk) -> Option<Span> {
    match value.content() {
        Content::Text(_, text) => Some(text.span.clone()),
        Content::Word(_, span) | Content::Parsed(_, _, span) | Content::Period(_, _, span) => Some(span.clone()),
        Content::List(items) => items.into_iter().find_map(place),
        Content::Table(entries) => entries.first().map(|(name, _)| name.span.clone()),
        Content::Absent | Content::Truth(_) | Content::Record(_) => None,
    }
}
