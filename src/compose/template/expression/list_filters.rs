//! Filters over lists and groups of fields.

use std::cmp::Ordering;

use tera::{Map, Value};

use super::call::{Call, at_path};
use super::exact::Exact;
use super::fault::Result;
use super::spending::{ITEM, spend};
use super::text::Text;
use super::text_filters::counted;
use super::value::{Number, Plain, made_from, origins};
use crate::compose::fields::in_order;
use crate::compose::mark;
use crate::compose::template::budget::LONGEST_TEXT;

pub(super) fn default(call: &Call) -> Result<Value> {
    let otherwise = call.argument("value").cloned().unwrap_or_else(Value::undefined);
    let is_kept = if call.truth_argument("boolean")? {
        super::value::is_true(call.value)
    } else {
        !matches!(call.plain(), Plain::Absent)
    };
    Ok(if is_kept { call.value.clone() } else { otherwise })
}

pub(super) fn length(call: &Call) -> Result<Value> {
    match call.plain() {
        Plain::Text(text) => Ok(counted(text.plain.chars().count(), &text)),
        Plain::Number(Number { shown: Some(_), .. }) => {
            let text = call.text()?;
            Ok(counted(text.plain.chars().count(), &text))
        }
        Plain::List(list) => Ok(count_of(list.len(), call.value)),
        Plain::Map(map) => Ok(count_of(map.len(), call.value)),
        _ => Err(call.other_kind("文字或列表")),
    }
}

/// How many parts `of` has.
fn count_of(count: usize, of: &Value) -> Value {
    let count = i128::try_from(count).unwrap_or(i128::MAX);
    Number::new(Exact::whole(count), made_from(mark::COUNTED, [origins(of)])).into_value()
}

pub(super) fn reverse(call: &Call) -> Result<Value> {
    match call.plain() {
        Plain::List(list) => Ok(list.iter().rev().cloned().collect::<Vec<_>>().into()),
        Plain::Text(text) => {
            let mut reversed = Text::default();
            text.characters().iter().rev().for_each(|character| reversed.append(character));
            Ok(reversed.into_value())
        }
        _ => Err(call.other_kind("文字或列表")),
    }
}

pub(super) fn first(call: &Call) -> Result<Value> {
    Ok(call.list()?.first().cloned().unwrap_or_else(Value::undefined))
}

pub(super) fn last(call: &Call) -> Result<Value> {
    Ok(call.list()?.last().cloned().unwrap_or_else(Value::undefined))
}

pub(super) fn nth(call: &Call) -> Result<Value> {
    let at = call.count_argument("n")?.unwrap_or_default();
    Ok(call.list()?.get(at).cloned().unwrap_or_else(Value::undefined))
}

pub(super) fn join(call: &Call) -> Result<Value> {
    let separator = call.words_argument("sep")?.unwrap_or_default();
    let mut joined = Text::default();
    for (at, item) in call.list()?.iter().enumerate() {
        if at > 0 {
            joined.append(&separator);
        }
        let text = Plain::of(item).into_text().map_err(|plain| {
            let reason = match plain {
                Plain::Number(_) => format!("第 {} 项的小数除不尽", at + 1),
                plain => format!("第 {} 项是{}，不能连成文字", at + 1, plain.kind()),
            };
            call.fault(reason, "先用 pluck(key=\"…\") 取出各项的一个字段")
        })?;
        joined.append(&text);
        if joined.plain.len() > LONGEST_TEXT {
            break;
        }
    }
    Ok(joined.into_value())
}

pub(super) fn sort(call: &Call) -> Result<Value> {
    let list = call.list()?;
    let path = call.text_argument("attribute")?;
    let mut keyed: Vec<(Plain, &Value)> = Vec::with_capacity(list.len());
    for (at, item) in list.iter().enumerate() {
        let key = match &path {
            Some(path) => Plain::of(at_path(item, path).ok_or_else(|| lacks(call, at, path))?),
            None => Plain::of(item),
        };
        keyed.push((key, item));
    }
    let mut unlike = None;
    keyed.sort_by(|(one, _), (two, _)| match (one, two) {
        (Plain::Absent, Plain::Absent) => Ordering::Equal,
        (Plain::Absent, _) => Ordering::Greater,
        (_, Plain::Absent) => Ordering::Less,
        _ => one.compare(two).unwrap_or_else(|_| {
            unlike.get_or_insert((one.kind(), two.kind()));
            Ordering::Equal
        }),
    });
    match unlike {
        Some((one, two)) => Err(call.fault(
            format!("里面有{one}，也有{two}，分不出先后"),
            "各项要是同一种；列表里是一组字段的，用 sort(attribute=\"…\") 说明按哪个字段",
        )),
        None => Ok(keyed.into_iter().map(|(_, item)| item.clone()).collect::<Vec<_>>().into()),
    }
}

fn lacks(call: &Call, at: usize, path: &str) -> super::fault::Fault {
    call.fault(
        format!("列表里第 {} 项没有 {path}", at + 1),
        "请核对字段的名称；有的项没有这个字段的，先用 {% if … %} 挑出",
    )
}

pub(super) fn unique(call: &Call) -> Result<Value> {
    let mut kept: Vec<Value> = Vec::new();
    let mut seen = std::collections::HashSet::new();
    for item in call.list()? {
        let is_new = match Plain::of(item) {
            plain @ (Plain::List(_) | Plain::Map(_)) => {
                spend(call.place, kept.len() * ITEM)?;
                !kept.iter().any(|known| Plain::of(known).equals(&plain).unwrap_or(false))
            }
            Plain::Number(Number { exact, shown, .. }) => seen.insert((shown.unwrap_or_default(), exact.as_fraction())),
            plain => {
                let kind = plain.kind().to_owned();
                seen.insert((plain.into_text().map(|text| text.plain).unwrap_or_default(), kind))
            }
        };
        if is_new {
            kept.push(item.clone());
        }
    }
    Ok(kept.into())
}

pub(super) fn get(call: &Call) -> Result<Value> {
    let map = call.map()?;
    let key = call.needed_text("key")?;
    match map.named(&key).or(call.argument("default")) {
        Some(found) => Ok(found.clone()),
        None => {
            Err(call.fault(format!("里面没有「{key}」"), "请核对名称，或用 get(key=…, default=…) 说明没有时用什么"))
        }
    }
}

pub(super) fn values(call: &Call) -> Result<Value> {
    Ok(call.map()?.entries().into_iter().map(|(_, value)| value.clone()).collect::<Vec<_>>().into())
}

pub(super) fn keys(call: &Call) -> Result<Value> {
    Ok(call.map()?.entries().into_iter().map(|(key, _)| key).collect::<Vec<_>>().into())
}

pub(super) fn pairs(call: &Call) -> Result<Value> {
    let pairs = call.map()?.entries().into_iter().map(|(key, value)| Value::from(vec![key, value.clone()]));
    Ok(pairs.collect::<Vec<_>>().into())
}

/// The entries by what they say at a path, in the order in which that is first said.
pub(super) fn group_by(call: &Call) -> Result<Value> {
    let path = call.needed_text("attribute")?;
    let mut places: std::collections::HashMap<String, usize> = std::collections::HashMap::new();
    let mut groups: Vec<(String, Vec<Value>)> = Vec::new();
    for (at, item) in call.list()?.iter().enumerate() {
        let key = at_path(item, &path).ok_or_else(|| lacks(call, at, &path))?;
        let text = Plain::of(key).into_text().map_err(|plain| {
            let reason = format!("列表里第 {} 项的 {path} 是{}，不能用来分组", at + 1, plain.kind());
            call.fault(reason, "请核对字段的名称")
        })?;
        let next = groups.len();
        let place = *places.entry(text.plain).or_insert(next);
        if let Some((_, group)) = groups.get_mut(place) {
            group.push(item.clone());
        } else {
            let name = key.as_str().map_or_else(|| key.to_string(), str::to_owned);
            groups.push((name, vec![item.clone()]));
        }
    }
    Ok(in_order(groups.into_iter().map(|(name, group)| (name.into(), group.into())).collect()))
}

/// That field of each entry.
pub(super) fn pluck(call: &Call) -> Result<Value> {
    let path = call.needed_text("key")?;
    let otherwise = call.argument("default");
    let list = call.list()?;
    let mut fields = Vec::with_capacity(list.len());
    for (at, item) in list.iter().enumerate() {
        let found = at_path(item, &path).or(otherwise);
        fields.push(found.cloned().ok_or_else(|| {
            let fix = format!("请核对字段的名称，或用 pluck(key=\"{path}\", default=\"…\") 说明没有时用什么");
            call.fault(format!("列表里第 {} 项没有 {path}", at + 1), &fix)
        })?);
    }
    Ok(fields.into())
}

/// Runs of neighbouring entries that agree in some fields.
pub(super) fn neighbours(call: &Call) -> Result<Value> {
    let by = call.texts_argument("by")?;
    let mut groups: Vec<Vec<Value>> = Vec::new();
    let mut last_fields: Vec<Option<String>> = Vec::new();
    for entry in call.list()? {
        let fields: Vec<Option<String>> = by.iter().map(|key| plain_field(entry, key)).collect();
        match groups.last_mut() {
            Some(group) if fields == last_fields => group.push(entry.clone()),
            _ => groups.push(vec![entry.clone()]),
        }
        last_fields = fields;
    }
    Ok(groups.into_iter().map(|group| merged(mark::TOGETHER, group, &by)).collect::<Vec<_>>().into())
}

/// All entries that agree in some fields, wherever they stand, in the order of the first of each.
pub(super) fn alike(call: &Call) -> Result<Value> {
    let by = call.texts_argument("by")?;
    let mut places: std::collections::HashMap<Vec<Option<String>>, usize> = std::collections::HashMap::new();
    let mut groups: Vec<Vec<Value>> = Vec::new();
    for entry in call.list()? {
        let fields = by.iter().map(|key| plain_field(entry, key)).collect();
        let place = *places.entry(fields).or_insert(groups.len());
        match groups.get_mut(place) {
            Some(group) => group.push(entry.clone()),
            None => groups.push(vec![entry.clone()]),
        }
    }
    Ok(groups.into_iter().map(|group| merged(mark::ALIKE, group, &by)).collect::<Vec<_>>().into())
}

fn plain_field(entry: &Value, key: &str) -> Option<String> {
    let value = at_path(entry, key)?;
    Some(value.as_str().map_or_else(|| value.to_string(), mark::plain))
}

/// A group as one entry: what the first says, and how many they are, counted `how`.
fn merged(how: usize, group: Vec<Value>, by: &[String]) -> Value {
    let mut map: Map = group.first().and_then(Value::as_map).cloned().unwrap_or_default();
    let mut from = vec![how];
    for entry in &group {
        for key in by {
            if let Some(compared) = at_path(entry, key).and_then(Value::as_str) {
                from.extend(mark::origins(compared));
            }
        }
    }
    map.insert("n".into(), group.len().into());
    map.insert("count".into(), mark::number_value(&from, "", &group.len().to_string()).into());
    map.insert("items".into(), group.into());
    map.into()
}
