//! All texts in a value.

use super::content::{Content, Walk};
use super::kind::TextKind;
use crate::source::Spanned;

/// A text in a record, or in a record in it.
#[derive(Debug, Clone, Copy)]
pub struct FoundText<'a> {
    /// The key under which it is written.
    pub key: &'static str,
    pub kind: TextKind,
    pub text: &'a Spanned<String>,
}

/// The texts in what stands under `key`, in the order of the records' fields.
#[must_use]
pub fn texts<'a>(key: &'static str, value: &'a dyn Walk) -> Vec<FoundText<'a>> {
    let mut found = Vec::new();
    collect(key, value, &mut found);
    found
}

fn collect<'a>(key: &'static str, value: &'a dyn Walk, found: &mut Vec<FoundText<'a>>) {
    match value.content() {
        Content::Text(kind, text) => found.push(FoundText { key, kind, text }),
        Content::Record(entries) => entries.iter().for_each(|entry| collect(entry.key, entry.value, found)),
        Content::List(items) => items.iter().for_each(|item| collect(key, *item, found)),
        Content::Table(entries) => entries.iter().for_each(|(_, value)| collect(key, *value, found)),
        Content::Absent | Content::Truth(..) | Content::Word(..) | Content::Parsed(..) | Content::Period(..) => {}
    }
}
