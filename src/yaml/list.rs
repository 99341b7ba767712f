//! A list that a record may lack.

use std::ops::Deref;
use std::slice::Iter;

use super::decode::Decode;
use super::problems::Problems;
use super::rules::WRONG_TYPE;
use super::tree::{Kind, Node};
use crate::diagnostic::Diagnostic;
use crate::source::Span;

/// What stands under a key that need not be written. Without the key, and with nothing behind it, the list is empty.
#[derive(Debug, Clone)]
pub struct List<T> {
    items: Vec<T>,
    is_written: bool,
}

impl<T> List<T> {
    /// The items where the list is written: an empty one says "none", one that is not written says nothing.
    #[must_use]
    pub fn written(&self) -> Option<&[T]> {
        self.is_written.then_some(&self.items)
    }
}

impl<T> Default for List<T> {
    /// Not written.
    fn default() -> Self {
        Self { items: Vec::new(), is_written: false }
    }
}

impl<T> From<Vec<T>> for List<T> {
    /// As if it were written so.
    fn from(items: Vec<T>) -> Self {
        Self { items, is_written: true }
    }
}

impl<T> Deref for List<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.items
    }
}

impl<'a, T> IntoIterator for &'a List<T> {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;

    fn into_iter(self) -> Iter<'a, T> {
        self.items.iter()
    }
}

impl<T: Decode> Decode for List<T> {
    const OPTIONAL: bool = true;

    fn decode(node: &Node, problems: &mut Problems) -> Option<Self> {
        if matches!(node.kind, Kind::Null) {
            return Some(Self::default());
        }
        Vec::decode(node, problems).map(|items| Self { items, is_written: true })
    }

    fn missing(_: &'static str, _: &Span, _: &mut Problems) -> Option<Self> {
        Some(Self::default())
    }
}

/// As [`List`], but where its key is written there is something in it: nobody means an empty one.
#[derive(Debug, Clone)]
pub struct Filled<T>(List<T>);

impl<T> Default for Filled<T> {
    /// Not written.
    fn default() -> Self {
        Self(List::default())
    }
}

impl<T> From<Vec<T>> for Filled<T> {
    fn from(items: Vec<T>) -> Self {
        Self(items.into())
    }
}

impl<T> Deref for Filled<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<'a, T> IntoIterator for &'a Filled<T> {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;

    fn into_iter(self) -> Iter<'a, T> {
        self.0.iter()
    }
}

impl<T: Decode> Decode for Filled<T> {
    const OPTIONAL: bool = true;

    fn decode(node: &Node, problems: &mut Problems) -> Option<Self> {
        let list = List::decode(node, problems)?;
        if list.is_empty() {
            problems.push(nothing_in_it(&node.span));
            return None;
        }
        Some(Self(list))
    }

    fn missing(_: &'static str, _: &Span, _: &mut Problems) -> Option<Self> {
        Some(Self::default())
    }
}

/// That nothing is written where something has to be.
#[must_use]
pub fn nothing_in_it(place: &Span) -> Diagnostic {
    let help = "写上内容；用不着的，整个删掉";
    WRONG_TYPE.finding("这里什么也没有写").at(place.clone(), "是空的").help(help)
}
