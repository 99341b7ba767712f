//! The field's ways of putting things, as filters and tests for templates.
//!
//! | in a template | gives |
//! |---|---|
//! | `list \| neighbours(by=["respondent", "unit"])` | runs of neighbouring entries that agree in these: `items`, `n`, `count` and the first entry's own fields: one that is printed must stand in `by` |
//! | `list \| alike(by=["respondent", "unit"])` | the same of all entries that agree in these, wherever they stand, in the order of the first of each |
//! | `list \| pluck(key="minutes")` | that field of each entry; `default="…"` stands where one has none |
//! | `date \| full_date` | 2021年1月12日, whatever was said before |
//! | `date \| year` | 2021 |
//! | `text \| sentence` | the text with its full stop, added where it has none |
//! | `text \| clause` | the text without a full stop at its end |
//! | `text is ends_sentence` | whether it ends with 。！ or ？ |

#![expect(clippy::needless_pass_by_value, reason = "Tera's filters are given their arguments by value")]

use std::collections::HashMap;

use crate::record::value::Date;
use tera::{Error, Kwargs, Map, State, Tera, TeraResult, Value};

use super::{dates, mark};

/// The filters, functions and tests that a mistyped name may have meant: these, and those of Tera's that papers use.
pub(super) const FILTERS: [&str; 17] = [
    "neighbours",
    "alike",
    "pluck",
    "full_date",
    "year",
    "sentence",
    "clause",
    "join",
    "first",
    "last",
    "length",
    "default",
    "replace",
    "trim",
    "sort",
    "unique",
    "round",
];
pub(super) const FUNCTIONS: [&str; 2] = ["range", "throw"];
pub(super) const TESTS: [&str; 7] =
    ["ends_sentence", "defined", "undefined", "containing", "starting_with", "ending_with", "divisible_by"];

/// Makes all of them known to templates.
pub(super) fn register(tera: &mut Tera) {
    tera.register_filter("neighbours", neighbours);
    tera.register_filter("alike", alike);
    tera.register_filter("pluck", pluck);
    tera.register_filter("full_date", full_date);
    tera.register_filter("year", year);
    tera.register_filter("sentence", sentence);
    tera.register_filter("clause", clause);
    tera.register_test("ends_sentence", |text: &str, _: Kwargs, _: &State| ends_sentence(text));
}

fn neighbours(list: &[Value], kwargs: Kwargs, _: &State) -> TeraResult<Vec<Value>> {
    let by: Vec<String> = kwargs.must_get::<Vec<String>>("by")?;
    let mut groups: Vec<Vec<Value>> = Vec::new();
    for entry in list {
        match groups.last_mut() {
            Some(group) if agree(&group[0], entry, &by) => group.push(entry.clone()),
            _ => groups.push(vec![entry.clone()]),
        }
    }
    Ok(groups.into_iter().map(|group| merged(group, &by)).collect())
}

fn alike(list: &[Value], kwargs: Kwargs, _: &State) -> TeraResult<Vec<Value>> {
    let by: Vec<String> = kwargs.must_get::<Vec<String>>("by")?;
    let mut places: HashMap<Vec<Option<String>>, usize> = HashMap::new();
    let mut groups: Vec<Vec<Value>> = Vec::new();
    for entry in list {
        let fields = by.iter().map(|key| plain_field(entry, key)).collect();
        let at = *places.entry(fields).or_insert(groups.len());
        match groups.get_mut(at) {
            Some(group) => group.push(entry.clone()),
            None => groups.push(vec![entry.clone()]),
        }
    }
    Ok(groups.into_iter().map(|group| merged(group, &by)).collect())
}

fn agree(a: &Value, b: &Value, by: &[String]) -> bool {
    by.iter().all(|key| plain_field(a, key) == plain_field(b, key))
}

fn plain_field(entry: &Value, key: &str) -> Option<String> {
    let value = entry.get_from_path(key)?;
    Some(value.as_str().map_or_else(|| value.to_string(), mark::plain))
}

/// A group as one entry: what the first says, and how many they are.
fn merged(group: Vec<Value>, by: &[String]) -> Value {
    let mut map: HashMap<_, _> = group.first().and_then(Value::as_map).cloned().unwrap_or_default();
    let mut origins = vec![mark::TOGETHER];
    for entry in &group {
        for key in by {
            if let Some(compared) = entry.get_from_path(key).and_then(Value::as_str) {
                origins.extend(mark::origins(compared));
            }
        }
    }
    map.insert("n".into(), group.len().into());
    map.insert("count".into(), mark::value(&origins, &group.len().to_string()).into());
    map.insert("items".into(), group.into());
    map_value(map)
}

/// A map as a template's value.
pub(super) fn map_value(map: Map) -> Value {
    Value::from(map)
}

fn pluck(list: &[Value], kwargs: Kwargs, _: &State) -> TeraResult<Vec<Value>> {
    let key: &str = kwargs.must_get("key")?;
    let default: Option<Value> = kwargs.get("default")?;
    let mut fields = Vec::with_capacity(list.len());
    for entry in list {
        let field = entry.get_from_path(key).or(default.as_ref());
        fields.push(field.cloned().ok_or_else(|| Error::message(format!("列表里有一项没有 {key}")))?);
    }
    Ok(fields)
}

fn date_of(marked: &str) -> TeraResult<Date> {
    Date::from_iso(&mark::plain(marked)).ok_or_else(|| Error::message("这个值不是日期"))
}

fn full_date(marked: &str, _: Kwargs, _: &State) -> TeraResult<String> {
    Ok(mark::value(&mark::origins(marked), &dates::full(date_of(marked)?)))
}

fn year(marked: &str, _: Kwargs, _: &State) -> TeraResult<String> {
    Ok(mark::value(&mark::origins(marked), &date_of(marked)?.year().to_string()))
}

fn ends_sentence(marked: &str) -> bool {
    mark::plain(marked).trim_end().trim_end_matches(['”', '’', '）']).ends_with(['。', '！', '？'])
}

fn sentence(marked: &str, _: Kwargs, _: &State) -> String {
    if ends_sentence(marked) { marked.to_owned() } else { format!("{marked}。") }
}

fn clause(marked: &str, _: Kwargs, _: &State) -> String {
    match marked.strip_suffix(mark::CLOSE) {
        Some(open) => format!("{}{}", open.trim_end_matches('。'), mark::CLOSE),
        None => marked.trim_end_matches('。').to_owned(),
    }
}
