//! The outline of a file: its keys, and under each its records by what names them.

use std::ops::Range;

use super::lenient::{Leaf, Role, Step, read_leniently};

#[derive(Debug, PartialEq, Eq)]
pub(super) struct Symbol {
    pub(super) name: String,
    pub(super) detail: String,
    /// All of it, in bytes.
    pub(super) range: Range<usize>,
    /// What names it.
    pub(super) named_at: Range<usize>,
    pub(super) children: Vec<Symbol>,
    pub(super) is_key: bool,
}

/// Three levels: a key, its records or names, and the records of each name.
const DEEPEST: usize = 3;

/// The keys that name a record.
const NAMING_KEYS: [&str; 7] = ["编号", "被投诉", "名称", "标题", "文书", "单位", "来文"];

pub(super) fn symbols(text: &str) -> Vec<Symbol> {
    below(&read_leniently(text), text, 0)
}

/// `leaves` are those of one collection, which lies `depth` steps deep.
fn below(leaves: &[Leaf], text: &str, depth: usize) -> Vec<Symbol> {
    if depth == DEEPEST {
        return Vec::new();
    }
    let groups = leaves.chunk_by(|a, b| a.path.get(depth).is_some() && a.path.get(depth) == b.path.get(depth));
    groups.filter_map(|group| symbol(group, text, depth)).collect()
}

fn symbol(group: &[Leaf], text: &str, depth: usize) -> Option<Symbol> {
    let (first, last) = (group.first()?, group.last()?);
    let range = first.range.start..last.range.end.max(first.range.end);
    let is_record = group.len() > 1 || first.path.len() > depth + 1;
    match first.path.get(depth)? {
        Step::Key(name) if depth == 0 || is_record || first.role == Role::Key => {
            let children = below(group.get(1..)?, text, depth + 1);
            let items = children.iter().filter(|child| !child.is_key).count();
            let detail = if items > 0 { format!("{items} 条") } else { String::new() };
            let is_leaf = group.len() == 2 && children.is_empty();
            // Within a record, single values are no landmarks.
            if is_leaf && depth > 0 && first.path.get(..depth)?.iter().any(|step| matches!(step, Step::Item(_))) {
                return None;
            }
            Some(Symbol { name: name.clone(), detail, range, named_at: first.range.clone(), children, is_key: true })
        }
        Step::Item(_) => {
            let (name, named_at) = (record_name(group, text, depth)?, first.range.clone());
            Some(Symbol { name, detail: String::new(), range, named_at, children: Vec::new(), is_key: false })
        }
        Step::Key(_) => None,
    }
}

/// What a record is called by: what its naming keys say, or else its first value.
fn record_name(record: &[Leaf], text: &str, depth: usize) -> Option<String> {
    let values: Vec<&Leaf> = record.iter().filter(|leaf| leaf.role == Role::Value).collect();
    let mut names = Vec::new();
    for key in NAMING_KEYS {
        let path = [Step::Key(key.to_owned())];
        let value = values.iter().find(|leaf| leaf.path.get(depth + 1..) == Some(&path));
        names.extend(value.map(|leaf| leaf.value(text)));
    }
    if names.is_empty() { Some(values.first()?.value(text).chars().take(30).collect()) } else { Some(names.join(" ")) }
}
