//! What schemas are built of: values, lists, tables, and what may be left empty.

use crate::record::catalogue::Kind;
use serde_json::{Map, Value, json};

/// What may be typed as a single value.
pub(super) fn value(kind: &Kind) -> Value {
    match kind {
        Kind::Text(_) => text(),
        Kind::Words(meanings) => words(meanings),
        Kind::Truth => {
            let offered = expecting("「是」或「否」", json!({ "enum": ["是", "否"] }));
            either(&offered, &unoffered(&json!({ "enum": [true, false, "true", "false"] })))
        }
        Kind::Parsed(parsed) => expecting(parsed.expected, (parsed.limits)()),
    }
}

/// Any text that is not blank. A text of digits alone is a number to YAML.
pub(super) fn text() -> Value {
    expecting("一段文字", json!({ "type": ["string", "number"], "pattern": r"\S" }))
}

/// One of a few words, each with what it means.
fn words(words: &[(&str, &str)]) -> Value {
    let names: Vec<_> = words.iter().map(|(word, _)| *word).collect();
    let meanings: Vec<_> = words.iter().map(|(_, meaning)| meaning.trim()).collect();
    let expected = format!("这几个词之一：{}", names.join("、"));
    expecting(&expected, json!({ "type": "string", "enum": names, "enumDescriptions": meanings }))
}

/// `schema` with what editors say where something else stands.
fn expecting(expected: &str, mut schema: Value) -> Value {
    schema["errorMessage"] = format!("这里应当是{expected}").into();
    schema
}

/// Any number of `items`, one below the other.
pub(super) fn list(items: &Value) -> Value {
    json!({ "type": "array", "items": items })
}

/// Names that the office chooses, each with such a value.
pub(super) fn table(values: &Value) -> Value {
    json!({ "type": "object", "additionalProperties": values })
}

/// A map with just these keys.
pub(super) fn record(properties: Map<String, Value>, required: &[&str]) -> Map<String, Value> {
    let mut schema = Map::new();
    schema.insert("type".to_owned(), "object".into());
    schema.insert("properties".to_owned(), properties.into());
    if !required.is_empty() {
        schema.insert("required".to_owned(), required.into());
    }
    schema.insert("additionalProperties".to_owned(), false.into());
    schema
}

/// A schema for the values of either of two; the first is what editors speak of where neither fits.
pub(super) fn either(first: &Value, second: &Value) -> Value {
    json!({ "anyOf": [first, second] })
}

/// A schema for the values that `schema` allows, which editors accept but do not offer.
fn unoffered(schema: &Value) -> Value {
    json!({ "not": { "not": schema } })
}

/// What `schema` allows, or nothing behind the colon.
pub(super) fn optional(schema: &Value) -> Value {
    let nothing = unoffered(&json!({ "type": "null" }));
    // yaml-language-server tells the title of `anyOf` twice, and speaks of the second of `oneOf` where a map was meant.
    let is_map = schema.get("$ref").is_some() || schema.get("type").is_some_and(|kind| kind == "object");
    if is_map { either(schema, &nothing) } else { json!({ "oneOf": [schema, nothing] }) }
}
