//! A map whose keys the office chooses (platforms, kinds of papers), in the order in which they were typed.

use super::decode::{self, Decode};
use super::problems::Problems;
use super::schema;
use super::tree::{Kind, Node};
use crate::source::{Span, Spanned};
use schemars::{Schema, SchemaGenerator};

/// Names and what stands under each, in the file's order. A record need not have it: then it is empty.
#[derive(Debug, Clone)]
pub struct Table<T> {
    entries: Vec<(Spanned<String>, T)>,
    /// Where it stands in the file; `None` where it is not written.
    pub span: Option<Span>,
}

impl<T> Table<T> {
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

impl<T: Decode> Decode for Table<T> {
    const OPTIONAL: bool = true;

    fn schema(generator: &mut SchemaGenerator) -> Schema {
        schema::optional(&schema::table(&T::schema(generator)))
    }

    fn decode(node: &Node, problems: &mut Problems) -> Option<Self> {
        if matches!(node.kind, Kind::Null) {
            return Some(Self { entries: Vec::new(), span: None });
        }
        let entries = decode::map(node, &|_| false, problems)?;
        let decoded: Vec<_> =
            entries.iter().map(|(key, value)| Some((key.clone(), T::decode(value, problems)?))).collect();
        Some(Self { entries: decoded.into_iter().collect::<Option<_>>()?, span: Some(node.span.clone()) })
    }

    fn missing(_: &'static str, _: &Span, _: &mut Problems) -> Option<Self> {
        Some(Self { entries: Vec::new(), span: None })
    }
}
