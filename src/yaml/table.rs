//! A map whose keys the office chooses (platforms, kinds of papers), in the order in which they were typed.

use std::marker::PhantomData;

use super::decode::{self, Decode};
use super::problems::Problems;
use super::tree::{Kind, Node};
use crate::source::{Span, Spanned};

/// Names and what stands under each, in the file's order; `K` says what the names are. A record need not have it: then
/// it is empty.
#[derive(Debug, Clone)]
pub struct Table<T, K = ()> {
    entries: Vec<(Spanned<String>, T)>,
    keys: PhantomData<fn() -> K>,
    /// Where it stands in the file; `None` where it is not written.
    pub span: Option<Span>,
}

impl<T, K> Table<T, K> {
    fn new(entries: Vec<(Spanned<String>, T)>, span: Option<Span>) -> Self {
        Self { entries, keys: PhantomData, span }
    }

    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&Spanned<String>, &T)> {
        self.entries.iter().map(|(key, value)| (key, value))
    }

    #[must_use]
    pub fn get(&self, name: &str) -> Option<&T> {
        self.entries.iter().find(|(key, _)| key.value == name).map(|(_, value)| value)
    }

    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

impl<T: Decode, K> Decode for Table<T, K> {
    const OPTIONAL: bool = true;

    fn decode(node: &Node, problems: &mut Problems) -> Option<Self> {
        if matches!(node.kind, Kind::Null) {
            return Some(Self::new(Vec::new(), None));
        }
        let mut entries = Vec::new();
        let mut is_sound = true;
        // The names are the office's: no line can be told from a sentence by them.
        for (key, node) in decode::map(node, &|_| false, problems)? {
            match T::decode(node, problems) {
                Some(value) => entries.push((key.clone(), value)),
                None => is_sound = false,
            }
        }
        is_sound.then(|| Self::new(entries, Some(node.span.clone())))
    }

    fn missing(_: &'static str, _: &Span, _: &mut Problems) -> Option<Self> {
        Some(Self::new(Vec::new(), None))
    }
}
