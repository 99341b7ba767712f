//! Keys with a mistyped colon.

use crate::diagnostic::{Certainty, Edit, Fix};
use crate::source::Span;

/// Whether a word is a key of the records that are read: it tells a key with a mistyped colon from a sentence that has a
/// colon in it.
pub type IsKey<'a> = &'a dyn Fn(&str) -> bool;

/// A fix for a text whose every line is a key with a mistyped colon and its value.
#[must_use]
pub fn colon_fix(text: &Span, is_key: IsKey) -> Option<Fix> {
    let edits = colons(text, is_key);
    if edits.is_empty() { None } else { Fix::edits(Certainty::Certain, "改用半角冒号，后面空一格", edits) }
}

/// Lines of `key：value` or `key:value` that YAML took for a text: a colon and a space for each. Empty unless every line
/// begins with a key.
fn colons(text: &Span, is_key: IsKey) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut start = text.range().start;
    for line in text.text().split_inclusive('\n') {
        let colon = line.find(['：', ':']).filter(|colon| is_key(line[..*colon].trim()));
        let Some(colon) = colon else { return Vec::new() };
        let mark = line[colon..].chars().next().map_or(0, char::len_utf8);
        let place = Span::new(text.source(), start + colon..start + colon + mark);
        let spaced = line[colon + mark..].starts_with([' ', '\r', '\n']);
        edits.push(Edit { place, text: if spaced { ":" } else { ": " }.to_owned() });
        start += line.len();
    }
    edits
}
