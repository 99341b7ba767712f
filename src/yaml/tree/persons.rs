//! Persons among the values of a tree: kept, so that they are hidden in whatever is shown.

use std::collections::HashMap;

use super::node::{Kind, Node};
use crate::diagnostic::persons::{Sink, Whose, gather, note_value, whose, whose_by_key};
use crate::yaml::keys::IsKey;

/// The keys of a document so far, each with whose its values are: a record has the same few keys again and again.
#[derive(Default)]
pub(super) struct PersonsNotes(HashMap<String, Whose>);

impl PersonsNotes {
    /// Keeps what is a person's in a key and its value. What stands deeper was noted with its own key; what it says there
    /// is said once more where it stands within a person's value.
    pub(super) fn note(&mut self, key: &str, value: &Node, is_key: IsKey) {
        let of = if let Some(of) = self.0.get(key) {
            *of
        } else {
            note_value(key, Whose::Nobodys);
            let of = whose(key, Whose::Nobodys, is_key);
            self.0.insert(key.to_owned(), of);
            of
        };
        note_node(value, of, is_key);
    }
}

/// Keeps all that stands in a value as what is a person's, whatever its key is called.
pub fn note_all(node: &Node, of: Whose) {
    note_node(node, of, &|_| false);
}

fn note_node(node: &Node, of: Whose, is_key: IsKey) {
    match &node.kind {
        Kind::Scalar { text, .. } => note_value(text, of),
        Kind::List(items) => items.iter().for_each(|item| note_node(item, of, is_key)),
        Kind::Map(entries) if of != Whose::Nobodys => {
            for (key, value) in entries {
                note_node(value, whose(key, of, is_key), is_key);
            }
        }
        Kind::Map(_) | Kind::Null => {}
    }
}

/// Tells `sink` all that is a person's in a tree. `own`: whose value stands behind a key that the office has itself.
pub fn gather_persons(node: &Node, is_key: IsKey, own: &dyn Fn(&str) -> Option<Whose>, sink: Sink) {
    gather_node(node, Whose::Nobodys, (is_key, own), sink);
}

type Keys<'k> = (IsKey<'k>, &'k dyn Fn(&str) -> Option<Whose>);

fn gather_node(node: &Node, of: Whose, keys: Keys, sink: Sink) {
    match &node.kind {
        Kind::Scalar { text, .. } => gather(text, of, sink),
        Kind::List(items) => items.iter().for_each(|item| gather_node(item, of, keys, sink)),
        Kind::Map(entries) => {
            let (is_key, own) = keys;
            for (key, value) in entries {
                gather(&key.value, Whose::Nobodys, sink);
                let of = own(&key.value).unwrap_or_else(|| whose_by_key(&key.value, of, is_key));
                gather_node(value, of, keys, sink);
            }
        }
        Kind::Null => {}
    }
}
