//! Registered names in the schemas: an office's, and the rules'.

use std::collections::HashSet;

use crate::diagnostic::Rule;
use crate::record::office::Office;
use crate::record::register::{Register, USES};
use crate::yaml::schema as parts;
use schemars::Schema;
use serde_json::{Map, Value, json};

/// Puts names into the schema of the record type `root`, wherever they are taken from a register that is at hand.
pub(super) fn fill(schema: &mut Schema, root: &str, generations: &[&Office], rules: &[&Rule]) {
    for (record, key, register) in USES {
        let path = if *record == root { String::new() } else { format!("/definitions/{record}") };
        let Some(Value::Object(owner)) = schema.pointer_mut(&path) else { continue };
        let Some(Value::Object(place)) = owner.get_mut("properties").and_then(|keys| keys.get_mut(key)) else {
            continue;
        };
        let Some(offer) = Offer::of(*register, generations, rules) else { continue };
        if offer.take_place(place) == Place::Table && !offer.required.is_empty() {
            require(owner, key);
        }
    }
}

/// What kind of place names were put into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// They are its keys.
    Table,
    Other,
}

struct Offer<'a> {
    register: Register,
    /// In the order of the file, each once.
    names: Vec<&'a str>,
    /// Those that a table must have.
    required: Vec<&'a str>,
    /// What each of them means, where something is known of it.
    meanings: Vec<&'a str>,
}

impl<'a> Offer<'a> {
    /// Names of any generation; a table must have those of all.
    fn of(register: Register, generations: &[&'a Office], rules: &[&'a Rule]) -> Option<Self> {
        if register == Register::Rules {
            let rules = || rules.iter().filter(|rule| rule.adjustable);
            let meanings = rules().map(|rule| rule.looks_for).collect();
            let names = rules().map(|rule| rule.code).collect();
            return Some(Self { register, names, required: Vec::new(), meanings });
        }
        let of = |office: &&'a Office| -> Vec<&'a str> {
            register.names(office).into_iter().map(|name| name.value.as_str()).collect()
        };
        let generations: Vec<Vec<&str>> = generations.iter().map(of).collect();
        generations.first()?;
        let mut seen = HashSet::new();
        let names: Vec<&str> = generations.iter().flatten().copied().filter(|name| seen.insert(*name)).collect();
        let is_always_there = |name: &&&str| generations.iter().all(|names| names.contains(*name));
        let required = names.iter().filter(|_| register.is_told_in_full()).filter(is_always_there).copied().collect();
        Some(Self { register, names, required, meanings: Vec::new() })
    }

    fn take_place(&self, place: &mut Map<String, Value>) -> Place {
        let choices = if place.contains_key("oneOf") { "oneOf" } else { "anyOf" };
        if let Some(Value::Array(choices)) = place.get_mut(choices) {
            // The first choice is the value; the second, that nothing is written.
            match choices.first_mut() {
                Some(Value::Object(first)) => self.take_place(first),
                _ => Place::Other,
            }
        } else if let Some(Value::Object(items)) = place.get_mut("items") {
            self.take_place(items);
            Place::Other
        } else if let Some(Value::Object(values)) = place.get_mut("additionalProperties").map(Value::take) {
            let entry = |(at, name): (usize, &&str)| {
                let title = Some(("title".to_owned(), Value::from(*name)));
                let meaning = self.meanings.get(at).map(|meaning| ("description".to_owned(), Value::from(*meaning)));
                let head = title.into_iter().chain(meaning);
                ((*name).to_owned(), Value::Object(head.chain(values.clone()).collect()))
            };
            place.insert("properties".to_owned(), self.names.iter().enumerate().map(entry).collect());
            if self.register.is_told_in_full() {
                place.insert("required".to_owned(), json!(self.required));
            }
            place.insert("additionalProperties".to_owned(), false.into());
            Place::Table
        } else if is_text(place) {
            let is_of_text = |keyword: &str| TEXT.contains(&keyword);
            let text: Map<_, _> = place.clone().into_iter().filter(|(keyword, _)| is_of_text(keyword)).collect();
            place.retain(|keyword, _| !is_of_text(keyword));
            if self.register.is_closed() {
                place.extend(self.one_of_them().as_object().cloned().unwrap_or_default());
            } else {
                place.insert("anyOf".to_owned(), json!([self.one_of_them(), text]));
            }
            Place::Other
        } else {
            Place::Other
        }
    }

    /// A registered name.
    fn one_of_them(&self) -> Value {
        if self.names.is_empty() {
            return json!({ "not": {} });
        }
        // A name of digits alone is a number to YAML.
        let number = |name: &&str| serde_json::from_str::<serde_json::Number>(name).ok().map(Value::Number);
        let values = self.names.iter().flat_map(|name| [Some(Value::from(*name)), number(name)]).flatten();
        let mut schema = json!({ "enum": values.collect::<Vec<_>>() });
        if !self.meanings.is_empty() {
            schema["enumDescriptions"] = json!(self.meanings);
        }
        let told = match self.register.key() {
            None => "没有这条可以认可的规则：代号在问题后面的方括号里".into(),
            Some(key) if self.register.is_closed() => {
                format!("office.yaml 的「{key}」里没有这个名称：请核对，确实是新的就先登记").into()
            }
            Some(_) => parts::text().remove("errorMessage").unwrap_or_default(),
        };
        schema["errorMessage"] = told;
        schema
    }
}

/// What makes a text of a place.
const TEXT: [&str; 3] = ["type", "pattern", "errorMessage"];

fn is_text(place: &Map<String, Value>) -> bool {
    let text = parts::text();
    TEXT.iter().all(|keyword| place.get(*keyword) == text.get(*keyword))
}

/// Makes `key` one that a record must have.
fn require(record: &mut Map<String, Value>, key: &str) {
    if let Value::Array(required) = record.entry("required").or_insert_with(|| json!([])) {
        required.push(key.into());
    }
}
