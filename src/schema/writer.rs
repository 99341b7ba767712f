//! From the catalogue to a schema.

use super::names::Names;
use super::parts;
use crate::diagnostic::Rule;
use crate::record::catalogue::{Field, Kind, Record, Shape, TextKind};
use crate::record::office::Office;
use crate::record::register::Register;
use serde_json::{Map, Value, json};

/// Writes records' schemas, and keeps those that others refer to.
pub(super) struct Writer<'a> {
    generations: &'a [&'a Office],
    rules: &'a [&'a Rule],
    /// By the record's name, in the order in which they were first met.
    pub(super) definitions: Map<String, Value>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(generations: &'a [&'a Office], rules: &'a [&'a Rule]) -> Self {
        Self { generations, rules, definitions: Map::new() }
    }

    pub(super) fn record(&mut self, record: &Record) -> Map<String, Value> {
        let mut properties = Map::new();
        let mut required: Vec<&str> =
            record.fields.iter().filter(|field| field.is_needed).map(|field| field.key).collect();
        for field in &record.fields {
            properties.insert(field.key.to_owned(), self.property(field));
            if let Shape::Table(Some(register), _) = field.shape
                && self.names(register).is_some_and(|names| !names.required.is_empty())
            {
                required.push(field.key);
            }
        }
        parts::record(properties, &required)
    }

    /// What stands under a key, with the key as its title: editors show it above the meaning.
    fn property(&mut self, field: &Field) -> Value {
        let mut property = Map::new();
        property.insert("title".to_owned(), field.key.into());
        property.insert("description".to_owned(), field.meaning.into());
        let written = self.shape(&field.shape);
        let value = if field.may_be_empty { parts::optional(&written) } else { written };
        if value.get("$ref").is_some() {
            // What stands beside a reference is passed over in draft 7.
            property.insert("allOf".to_owned(), json!([value]));
        } else if let Value::Object(keywords) = value {
            property.extend(keywords);
        }
        property.into()
    }

    fn shape(&mut self, shape: &Shape) -> Value {
        match shape {
            Shape::Value(kind) => self.value(kind),
            Shape::Record(record) => self.reference(record),
            Shape::List(item) => parts::list(&self.shape(item)),
            Shape::Table(register, values) => {
                let values = self.shape(values);
                match register.and_then(|register| self.names(register)) {
                    Some(names) => names.table(&values),
                    None => parts::table(&values),
                }
            }
            Shape::Either(one, other) => parts::either(&self.shape(one), &self.shape(other)),
        }
    }

    fn value(&self, kind: &Kind) -> Value {
        match kind {
            Kind::Text(TextKind::Name(Some(register))) => {
                self.names(*register).map_or_else(parts::text, |names| names.text())
            }
            kind => parts::value(kind),
        }
    }

    fn reference(&mut self, record: &Record) -> Value {
        if !self.definitions.contains_key(record.name) {
            // Its place comes before those of the records that it holds.
            self.definitions.insert(record.name.to_owned(), Value::Null);
            let schema = self.record(record);
            self.definitions.insert(record.name.to_owned(), schema.into());
        }
        json!({ "$ref": format!("#/definitions/{}", record.name) })
    }

    fn names(&self, register: Register) -> Option<Names<'a>> {
        Names::registered(register, self.generations, self.rules)
    }
}
