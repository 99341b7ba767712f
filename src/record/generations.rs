//! An office in the course of time: as it is from the beginning, and after each of its changes.

use std::cell::LazyCell;
use std::fmt::Write as _;
use std::sync::Arc;

use super::catalogue::Described;
use super::change::{Change, Dated};
use super::office::Office;
use super::value::Date;
use crate::source::Source;
use crate::yaml::tree::{self, Kind, Node};
use crate::yaml::{Decode, Problems, rules};

/// An office as it is from a day on.
#[derive(Debug)]
pub struct OfficeFrom {
    /// For weeks that begin on or after it; `None`: from the beginning.
    pub from: Option<Date>,
    pub office: Office,
    /// Each of its keys that may change, in the order of [`Office::KEYS`], with what its value says: the same for the
    /// same value, however it is laid out, quoted or commented. A key without a value is not there.
    pub parts: Vec<(&'static str, String)>,
}

/// An office's changes times the length of its file, in bytes: more is no office's, and would take all day to read.
const MOST: usize = 32 << 20;

/// The office in `source` from the beginning, and after each of its changes in the order of the file. `None` if
/// anything in them is wrong; what, is in `problems`.
pub fn generations(source: &Arc<Source>, problems: &mut Problems) -> Option<Vec<OfficeFrom>> {
    let before = problems.errors();
    let keys = LazyCell::new(|| Office::shape().keys());
    let mut node = tree::parse(source, &|word| keys.contains(word), problems)?;
    let mut generations = vec![(None, Office::decode(&node, problems), parts(&node))];
    let changes = changes(&mut node);
    if changes.len().saturating_mul(source.text().len()) > MOST {
        problems.push(
            rules::TOO_LARGE
                .finding(format!("「变更」有 {} 条，太多了", changes.len()))
                .at(node.span.first_line(), "这个文件")
                .help("请核对是不是放错了文件"),
        );
        return None;
    }
    for change in changes {
        let from = change.from.value;
        put(change, &mut node);
        let mut found = Problems::new();
        let office = Office::decode(&node, &mut found);
        problems.extend_by_new(found);
        generations.push((Some(from), office, parts(&node)));
    }
    let all = generations.into_iter().map(|(from, office, parts)| Some(OfficeFrom { from, office: office?, parts }));
    all.collect::<Option<Vec<_>>>().filter(|_| problems.errors() == before)
}

/// Takes the changes out of an office's tree, as far as they can be read; what is wrong with them has been told.
fn changes(office: &mut Node) -> Vec<Change<Office>> {
    let Kind::Map(entries) = &mut office.kind else { return Vec::new() };
    let Some(at) = entries.iter().position(|(key, _)| key.value == "变更") else { return Vec::new() };
    let Kind::List(changes) = entries.remove(at).1.kind else { return Vec::new() };
    changes.iter().filter_map(|change| Change::decode(change, &mut Problems::new())).collect()
}

/// Puts what is new in the place of what was there.
fn put(change: Change<Office>, office: &mut Node) {
    let Kind::Map(entries) = &mut office.kind else { return };
    for (key, value) in change.values {
        match entries.iter_mut().find(|(known, _)| known.value == key.value) {
            Some(entry) => *entry = (key, value),
            None => entries.push((key, value)),
        }
    }
}

fn parts(office: &Node) -> Vec<(&'static str, String)> {
    let Kind::Map(entries) = &office.kind else { return Vec::new() };
    let mut parts = Vec::new();
    for (key, _) in Office::KEYS.iter().filter(|(key, _)| Office::is_dated(key)) {
        let written = entries.iter().find(|(known, value)| known.value == *key && !matches!(value.kind, Kind::Null));
        if let Some((_, value)) = written {
            let mut text = String::new();
            put_text(value, &mut text);
            parts.push((*key, text));
        }
    }
    parts
}

/// A value as text, which no other value has: texts with their lengths, collections in brackets.
fn put_text(node: &Node, to: &mut String) {
    match &node.kind {
        Kind::Null => to.push('~'),
        Kind::Scalar { text, .. } => put_scalar(text, to),
        Kind::List(items) => {
            to.push('[');
            for item in items {
                put_text(item, to);
            }
            to.push(']');
        }
        Kind::Map(entries) => {
            to.push('{');
            for (key, value) in entries {
                put_scalar(&key.value, to);
                put_text(value, to);
            }
            to.push('}');
        }
    }
}

fn put_scalar(text: &str, to: &mut String) {
    // Writing to a string cannot fail.
    let _ = write!(to, "{}:{text}", text.len());
}
