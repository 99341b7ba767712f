//! Where in a text an addition goes, and how it is written there.

use std::ops::Range;

use super::addition::{Addition, New};
use crate::source::Spanned;
use crate::yaml::quoting::quoted;
use crate::yaml::tree::{Kind, Node};

/// A new text in the place of what stands at some bytes: mostly of nothing.
pub(super) struct Insertion {
    at: Range<usize>,
    text: String,
}

impl Insertion {
    pub(super) fn applied(&self, text: &str) -> String {
        let before = text.get(..self.at.start).unwrap_or_default();
        let behind = text.get(self.at.end..).unwrap_or_default();
        [before, &self.text, behind].concat()
    }
}

type Entry = (Spanned<String>, Node);

/// The keys that are still to be written, and what stands behind the last of them.
#[derive(Clone, Copy)]
struct Rest<'a> {
    keys: &'a [&'a str],
    new: New<'a>,
}

/// `None` where the addition's place is not sure.
pub(super) fn insertion(text: &str, map: &Node, addition: &Addition) -> Option<Insertion> {
    into_map(text, map, Rest { keys: addition.keys, new: addition.new }, addition.behind)
}

fn into_map(text: &str, map: &Node, rest: Rest, behind: &[&str]) -> Option<Insertion> {
    let (key, keys) = rest.keys.split_first()?;
    let Kind::Map(entries) = &map.kind else { return None };
    let Some((written, value)) = entries.iter().find(|(known, _)| known.value == *key) else {
        return as_new_entry(text, map, entries, rest, behind);
    };
    let below = Rest { keys, ..rest };
    match &value.kind {
        Kind::Null => behind_key(text, written, value, below),
        Kind::Map(inner) if !keys.is_empty() && inner.is_empty() => in_brackets(value, &inner_entry(below)),
        Kind::Map(_) if !keys.is_empty() => into_map(text, value, below, &[]),
        Kind::List(items) if keys.is_empty() => into_list(text, value, items, rest.new),
        _ => None,
    }
}

fn as_new_entry(text: &str, map: &Node, entries: &[Entry], rest: Rest, behind: &[&str]) -> Option<Insertion> {
    let neighbour = behind.iter().rev().find_map(|key| entries.iter().find(|(known, _)| known.value == *key));
    let Some((key, value)) = neighbour.or(entries.last()) else {
        return in_brackets(map, &inner_entry(rest));
    };
    let is_empty = value.span.text().is_empty();
    let end = if is_empty { key.span.range().end } else { value.span.range().end };
    // What an alias stands for stands elsewhere.
    if end < key.span.range().end {
        return None;
    }
    if map.span.text().starts_with('{') {
        // Where nothing stands behind a colon, nobody knows where it ends.
        return (!is_empty).then(|| Insertion { at: end..end, text: format!(", {}", inner_entry(rest)) });
    }
    let indent = indent(text, key.span.range().start)?;
    Some(below_line(text, end, &lines(&indent, rest)))
}

/// `rest` behind a key behind which there is nothing, or a word for that.
fn behind_key(text: &str, key: &Spanned<String>, value: &Node, rest: Rest) -> Option<Insertion> {
    let new = in_one_line(rest);
    if !value.span.text().is_empty() {
        return Some(Insertion { at: value.span.range(), text: new });
    }
    let end = key.span.range().end;
    let colon = text.get(end..)?.find(':').filter(|at| text[end..end + at].trim().is_empty())?;
    let at = end + colon + 1;
    Some(Insertion { at: at..at, text: format!(" {new}") })
}

fn into_list(text: &str, node: &Node, items: &[Node], new: New) -> Option<Insertion> {
    let New::Item(item) = new else { return None };
    let Some(last) = items.last() else { return in_brackets(node, item) };
    let Range { start, end } = last.span.range();
    if node.span.text().starts_with('[') {
        return Some(Insertion { at: end..end, text: format!(", {item}") });
    }
    let before = text.get(line_start(text, start)..start)?;
    (before.trim_matches(' ') == "-").then(|| below_line(text, end, &[format!("{before}{item}")]))
}

/// `inner` in brackets in which nothing stands as yet.
fn in_brackets(empty: &Node, inner: &str) -> Option<Insertion> {
    let brackets = empty.span.text();
    let within = brackets.strip_prefix(['{', '['])?;
    let at = empty.span.range().start + brackets.len() - within.len();
    let space = if within.starts_with(['}', ']']) { " " } else { "" };
    Some(Insertion { at: at..at, text: format!(" {inner}{space}") })
}

/// `lines` as lines of their own below that in which `at` lies, with the line ends of the text.
fn below_line(text: &str, at: usize, lines: &[String]) -> Insertion {
    let rest = text.get(at..).unwrap_or_default();
    let Some(length) = rest.find(['\n', '\r']) else {
        let end_of_line = text.find(['\n', '\r']).map_or("\n", |at| line_end(&text[at..]));
        let new: String = lines.iter().flat_map(|line| [end_of_line, line]).collect();
        return Insertion { at: text.len()..text.len(), text: new };
    };
    let end_of_line = line_end(&rest[length..]);
    let at = at + length + end_of_line.len();
    Insertion { at: at..at, text: lines.iter().flat_map(|line| [line, end_of_line]).collect() }
}

/// The line end with which a text begins.
fn line_end(text: &str) -> &'static str {
    match text.as_bytes() {
        [b'\r', b'\n', ..] => "\r\n",
        [b'\r', ..] => "\r",
        _ => "\n",
    }
}

fn line_start(text: &str, at: usize) -> usize {
    text.get(..at).and_then(|before| before.rfind(['\n', '\r'])).map_or(0, |end| end + 1)
}

/// The spaces before a key that stands below the one at `at`, which may be the first behind a hyphen.
fn indent(text: &str, at: usize) -> Option<String> {
    let before = text.get(line_start(text, at)..at)?;
    before.bytes().all(|byte| matches!(byte, b' ' | b'-')).then(|| " ".repeat(before.len()))
}

/// An entry on lines of its own, each map in it one step further in.
fn lines(indent: &str, rest: Rest) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut further = indent.to_owned();
    for key in rest.keys {
        lines.push(format!("{further}{}:", quoted(key)));
        further.push_str("  ");
    }
    match (rest.new, lines.last_mut()) {
        (New::Value(value), Some(last)) => last.push_str(&format!(" {value}")),
        (New::Value(value), None) => lines.push(format!("{further}{value}")),
        (New::Item(item), _) => lines.push(format!("{further}- {item}")),
    }
    lines
}

/// `key: value`, as it stands within brackets.
fn inner_entry(rest: Rest) -> String {
    match rest.keys.split_first() {
        Some((key, keys)) => format!("{}: {}", quoted(key), in_one_line(Rest { keys, ..rest })),
        None => in_one_line(rest),
    }
}

/// What stands behind a key, in one line.
fn in_one_line(rest: Rest) -> String {
    match (rest.keys, rest.new) {
        ([], New::Value(value)) => value.to_owned(),
        ([], New::Item(item)) => format!("[{item}]"),
        _ => format!("{{ {} }}", inner_entry(rest)),
    }
}
