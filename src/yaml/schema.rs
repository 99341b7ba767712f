//! What schemas are built of: a value, a list, a table, a record, and what may be left empty.

use super::decode::Decode;
use schemars::{Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value};

/// One key of a record.
#[derive(Debug)]
pub struct Key {
    name: &'static str,
    meaning: &'static str,
    schema: Schema,
    optional: bool,
}

impl Key {
    /// The key `name`, under which a `T` stands.
    #[must_use]
    pub fn of<T: Decode>(name: &'static str, meaning: &'static str, generator: &mut SchemaGenerator) -> Self {
        Self { name, meaning: meaning.trim(), schema: T::schema(generator), optional: T::OPTIONAL }
    }
}

/// A map with just these keys.
#[must_use]
pub fn record(keys: Vec<Key>) -> Schema {
    let required: Vec<_> = keys.iter().filter(|key| !key.optional).map(|key| key.name).collect();
    let properties: Map<_, _> = keys.into_iter().map(|key| (key.name.to_owned(), property(key))).collect();
    let mut schema = json_schema!({ "type": "object", "properties": properties });
    if !required.is_empty() {
        schema.insert("required".to_owned(), required.into());
    }
    schema.insert("additionalProperties".to_owned(), false.into());
    schema
}

/// What stands under a key, with the key as its title: editors show it above the meaning.
fn property(key: Key) -> Value {
    let mut property = json_schema!({ "title": key.name, "description": key.meaning });
    if let Value::Object(schema) = key.schema.to_value() {
        property.ensure_object().extend(schema);
    }
    property.to_value()
}

/// A value of one line; `expected` is what editors say where something else stands.
#[must_use]
pub fn value(expected: &str, mut schema: Schema) -> Schema {
    schema.insert("errorMessage".to_owned(), format!("这里应当是{expected}").into());
    schema
}

/// Any text that is not blank. A text of digits alone is a number to YAML.
#[must_use]
pub fn text() -> Schema {
    value("一段文字", json_schema!({ "type": ["string", "number"], "pattern": r"\S" }))
}

/// One of a few words, each with what it means.
#[must_use]
pub fn words(words: &[(&str, &str)]) -> Schema {
    let names: Vec<_> = words.iter().map(|(word, _)| *word).collect();
    let meanings: Vec<_> = words.iter().map(|(_, meaning)| meaning.trim()).collect();
    let expected = format!("这几个词之一：{}", names.join("、"));
    value(&expected, json_schema!({ "type": "string", "enum": names, "enumDescriptions": meanings }))
}

/// Any number of `items`, one below the other.
#[must_use]
pub fn list(items: &Schema) -> Schema {
    json_schema!({ "type": "array", "items": items })
}

/// Names that the office chooses, each with such a value.
#[must_use]
pub fn table(values: &Schema) -> Schema {
    json_schema!({ "type": "object", "additionalProperties": values })
}

/// The one or the other; the first is what editors speak of where neither fits.
#[must_use]
pub fn either(first: &Schema, second: &Schema) -> Schema {
    json_schema!({ "anyOf": [first, second] })
}

/// The same values, which editors then accept but do not offer.
#[must_use]
pub fn unoffered(schema: &Schema) -> Schema {
    json_schema!({ "not": { "not": schema } })
}

/// What `schema` allows, or nothing behind the colon.
#[must_use]
pub fn optional(schema: &Schema) -> Schema {
    let nothing = unoffered(&json_schema!({ "type": "null" }));
    // yaml-language-server tells the title of `anyOf` twice, and speaks of the second of `oneOf` where a map was meant.
    let is_map = schema.get("$ref").is_some() || schema.get("type").is_some_and(|kind| kind == "object");
    if is_map { either(schema, &nothing) } else { json_schema!({ "oneOf": [schema, nothing] }) }
}
