//! Titles of records: editors speak of a record by its title, and of one without by the name of its Rust type.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

/// Gives each record the key under which it first stands for its title: 投诉人 for a `Person`.
pub(super) fn put(root: &Map<String, Value>, definitions: &mut Map<String, Value>) {
    let mut titles = BTreeMap::new();
    collect_keywords(root, "", &mut titles);
    for record in definitions.values() {
        collect(record, "", &mut titles);
    }
    for (name, record) in definitions {
        if let (Some(record), Some(title)) = (record.as_object_mut(), titles.remove(&format!("#/definitions/{name}"))) {
            record.insert("title".to_owned(), title.into());
        }
    }
}

/// The records that `schema` refers to under `key` or, deeper, under keys of its own.
fn collect(schema: &Value, key: &str, titles: &mut BTreeMap<String, String>) {
    match schema {
        Value::Object(keywords) => collect_keywords(keywords, key, titles),
        Value::Array(choices) => choices.iter().for_each(|choice| collect(choice, key, titles)),
        _ => {}
    }
}

fn collect_keywords(keywords: &Map<String, Value>, key: &str, titles: &mut BTreeMap<String, String>) {
    for (keyword, value) in keywords {
        match (keyword.as_str(), value) {
            ("$ref", Value::String(record)) => {
                titles.entry(record.clone()).or_insert_with(|| key.to_owned());
            }
            ("properties", Value::Object(keys)) => keys.iter().for_each(|(key, value)| collect(value, key, titles)),
            _ => collect(value, key, titles),
        }
    }
}
