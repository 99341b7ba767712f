//! Titles of records: editors speak of a record by its title, and of one without by the name of its Rust type.

use std::collections::BTreeMap;

use schemars::Schema;
use serde_json::Value;

/// Gives each record the key under which it first stands for its title: 投诉人 for a `Person`.
pub(super) fn put(schema: &mut Schema) {
    let mut titles = BTreeMap::new();
    let whole = schema.as_value();
    collect(whole, "", &mut titles);
    for record in whole.get("definitions").and_then(Value::as_object).into_iter().flat_map(|records| records.values()) {
        collect(record, "", &mut titles);
    }
    for (record, title) in titles {
        if let Some(record) = schema.pointer_mut(record.trim_start_matches('#')).and_then(Value::as_object_mut) {
            record.insert("title".to_owned(), title.into());
        }
    }
}

/// The records that `schema` refers to under `key` or, deeper, under keys of its own.
fn collect(schema: &Value, key: &str, titles: &mut BTreeMap<String, String>) {
    match schema {
        Value::Object(keywords) => {
            for (keyword, value) in keywords {
                match (keyword.as_str(), value) {
                    ("$ref", Value::String(record)) => {
                        titles.entry(record.clone()).or_insert_with(|| key.to_owned());
                    }
                    ("properties", Value::Object(keys)) => {
                        keys.iter().for_each(|(key, value)| collect(value, key, titles));
                    }
                    ("definitions", _) => {}
                    _ => collect(value, key, titles),
                }
            }
        }
        Value::Array(choices) => choices.iter().for_each(|choice| collect(choice, key, titles)),
        _ => {}
    }
}
