//! 当: which items of a ledger a figure counts.

use super::name::OwnName;
use crate::record::catalogue::{Content, Described, Kind, Shape, TextKind, Walk};
use crate::source::Spanned;
use crate::yaml::tree::{self, Node};
use crate::yaml::{Decode, Filled, Problems, decode, nothing_in_it};

/// A column that has something in it, or columns each with what has to stand there.
#[derive(Debug, Clone)]
pub enum Condition {
    /// Something is written there, and not 否.
    Has(Spanned<OwnName>),
    /// In each of these columns stands one of these words.
    Are(Vec<(Spanned<String>, Vec<Spanned<String>>)>),
}

/// In the place of a word: something is written.
pub const ANYTHING: &str = "有";
/// In the place of a word: nothing is written.
pub const NOTHING: &str = "无";

impl Condition {
    /// What may stand in the place of a word of any column.
    pub const WRITTEN_OR_NOT: [&str; 2] = [ANYTHING, NOTHING];

    /// The columns that it looks at, each with the words for it.
    #[must_use]
    pub fn columns(&self) -> Vec<(&str, &crate::source::Span, &[Spanned<String>])> {
        match self {
            Self::Has(column) => vec![(column.value.text(), &column.span, &[])],
            Self::Are(columns) => {
                columns.iter().map(|(column, words)| (column.value.as_str(), &column.span, words.as_slice())).collect()
            }
        }
    }
}

impl Decode for Condition {
    fn decode(node: &Node, problems: &mut Problems) -> Option<Self> {
        let tree::Kind::Map(_) = &node.kind else { return Spanned::decode(node, problems).map(Self::Has) };
        let mut columns = Vec::new();
        let entries = decode::map(node, &|_| false, problems)?;
        if entries.is_empty() {
            problems.push(nothing_in_it(&node.span));
            return None;
        }
        for (column, words) in entries {
            let words = match &words.kind {
                tree::Kind::List(_) => Filled::decode(words, problems)?.to_vec(),
                _ => vec![Spanned::decode(words, problems)?],
            };
            columns.push((column.clone(), words));
        }
        Some(Self::Are(columns))
    }
}

impl Walk for Condition {
    fn content(&self) -> Content<'_> {
        Content::Absent
    }
}

impl Described for Condition {
    fn shape() -> Shape {
        let words = Shape::Value(Kind::Text(TextKind::Plain))
            .or(Shape::List(Box::new(Shape::Value(Kind::Text(TextKind::Plain)))));
        Spanned::<OwnName>::shape().or(Shape::Table(None, Box::new(words)))
    }
}
