//! What stands in a column of an office's own.

use std::fmt::Display;
use std::str::FromStr;

use super::column::{Column, ColumnType};
use crate::diagnostic::Diagnostic;
use crate::record::catalogue::{Content, Sort, TextKind, Walk};
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
                    problems.push(no_word_of(&words, &written));
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

    /// What stands in a field that all offices have; `None` where no column has such values.
    #[must_use]
    pub(super) fn built_in(value: &dyn Walk) -> Option<Self> {
        Some(match value.content() {
            Content::Text(kind, text) => Self::Text(kind, text.clone()),
            Content::Truth(truth, span) => Self::Truth(Spanned::new(truth, span.clone())),
            Content::Word(word, span) => Self::Word(Spanned::new(word.to_string(), span.clone())),
            Content::Parsed(Sort::Date, value, span) => Self::Date(parsed(value, span)?),
            Content::Parsed(Sort::Duration, value, span) => Self::Duration(parsed(value, span)?),
            Content::Parsed(Sort::Money, value, span) => Self::Money(parsed(value, span)?),
            Content::Parsed(Sort::Count | Sort::Number, value, span) => Self::Number(parsed(value, span)?),
            Content::Parsed(Sort::ApproximateCount, value, span) => Self::ApproximateCount(parsed(value, span)?),
            _ => return None,
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

/// That `written` is none of the words of a column. Which was meant the writer says, no fix: 较大 is near to 重大.
pub(super) fn no_word_of(words: &[&str], written: &Spanned<String>) -> Diagnostic {
    Diagnostic { fix: None, ..not_among(&written.value, words).at(&written.span) }
}

/// A value again out of what it is shown as.
fn parsed<T: FromStr>(value: &dyn Display, span: &Span) -> Option<Spanned<T>> {
    Some(Spanned::new(value.to_string().parse().ok()?, span.clone()))
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
