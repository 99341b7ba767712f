//! What stands in a column of an office's own.

use super::column::{Column, ColumnType};
use crate::record::catalogue::{Content, TextKind, Walk};
use crate::record::value::{ApproximateCount, Date, Minutes, Money, Phone, PlainNumber};
use crate::source::{Span, Spanned};
use crate::yaml::tree::Node;
use crate::yaml::words::not_among;
use crate::yaml::{Decode, Problems};

/// A value, as its column says.
#[derive(Debug, Clone)]
pub enum OwnValue {
    Text(TextKind, Spanned<String>),
    Word(Spanned<String>),
    Truth(Spanned<bool>),
    Date(Spanned<Date>),
    Duration(Spanned<Minutes>),
    Money(Spanned<Money>),
    Number(Spanned<PlainNumber>),
    ApproximateCount(Spanned<ApproximateCount>),
    Phone(Spanned<Phone>),
}

impl OwnValue {
    /// The value at `node`, which stands in `column`; `None` with the reasons in `problems`.
    pub(super) fn decode(column: &Column, node: &Node, problems: &mut Problems) -> Option<Self> {
        let what = column.what();
        Some(match what {
            ColumnType::Date => Self::Date(Spanned::decode(node, problems)?),
            ColumnType::Duration => Self::Duration(Spanned::decode(node, problems)?),
            ColumnType::Money => Self::Money(Spanned::decode(node, problems)?),
            ColumnType::Number => Self::Number(Spanned::decode(node, problems)?),
            ColumnType::ApproximateCount => Self::ApproximateCount(Spanned::decode(node, problems)?),
            ColumnType::Truth => Self::Truth(Spanned::decode(node, problems)?),
            ColumnType::Phone => Self::Phone(Spanned::decode(node, problems)?),
            ColumnType::Words => {
                let written: Spanned<String> = Spanned::decode(node, problems)?;
                let words: Vec<&str> = column.words.iter().map(|word| word.value.as_str()).collect();
                if !words.contains(&written.value.as_str()) {
                    problems.push(not_among(&written.value, &words).at(&written.span));
                    return None;
                }
                Self::Word(written)
            }
            text => {
                let written: Spanned<String> = Spanned::decode(node, problems)?;
                Self::Text(text.text_kind(), written)
            }
        })
    }

    /// Where it stands.
    #[must_use]
    pub fn span(&self) -> &Span {
        match self {
            Self::Text(_, text) | Self::Word(text) => &text.span,
            Self::Truth(value) => &value.span,
            Self::Date(value) => &value.span,
            Self::Duration(value) => &value.span,
            Self::Money(value) => &value.span,
            Self::Number(value) => &value.span,
            Self::ApproximateCount(value) => &value.span,
            Self::Phone(value) => &value.span,
        }
    }

    /// As it is written, for comparing and grouping.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Text(_, text) | Self::Word(text) => text.value.clone(),
            Self::Truth(value) => if value.value { "是" } else { "否" }.to_owned(),
            Self::Date(value) => value.value.to_string(),
            Self::Duration(value) => value.value.to_string(),
            Self::Money(value) => value.value.to_string(),
            Self::Number(value) => value.value.to_string(),
            Self::ApproximateCount(value) => value.value.to_string(),
            Self::Phone(value) => value.value.to_string(),
        }
    }
}

impl Walk for OwnValue {
    fn content(&self) -> Content<'_> {
        match self {
            Self::Text(kind, text) => Content::Text(*kind, text),
            Self::Word(word) => Content::Word(&word.value, &word.span),
            Self::Truth(value) => value.content(),
            Self::Date(value) => value.content(),
            Self::Duration(value) => value.content(),
            Self::Money(value) => value.content(),
            Self::Number(value) => value.content(),
            Self::ApproximateCount(value) => value.content(),
            Self::Phone(value) => value.content(),
        }
    }
}
