//! What stands in a record, for whoever walks through it.

use std::fmt::Display;

use super::kind::{Sort, TextKind};
use crate::source::{Span, Spanned};

/// A value that can be walked through.
pub trait Walk {
    /// What it holds, one level deep.
    fn content(&self) -> Content<'_>;
}

/// What a value holds.
pub enum Content<'a> {
    /// Nothing is written, or nothing that is of use outside its own record.
    Absent,
    Text(TextKind, &'a Spanned<String>),
    Truth(bool, &'a Span),
    /// One of a closed set of words.
    Word(&'a dyn Display, &'a Span),
    Parsed(Sort, &'a dyn Display, &'a Span),
    /// From one day to another.
    Period(&'a dyn Display, &'a dyn Display, &'a Span),
    Record(Vec<Entry<'a>>),
    List(Vec<&'a dyn Walk>),
    Table(Vec<(&'a Spanned<String>, &'a dyn Walk)>),
}

/// A field of a record with its value.
#[derive(Clone, Copy)]
pub struct Entry<'a> {
    /// As it is typed.
    pub key: &'static str,
    /// Its name in templates; `None` where they do not see it by itself.
    pub variable: Option<&'static str>,
    pub value: &'a dyn Walk,
}
