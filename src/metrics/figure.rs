//! A computed value with its origin.

use crate::source::Span;

/// A value, the name of what it is, the rule that made it, and the places of all values that went into it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure<T> {
    pub value: T,
    /// What the field calls it, for instance 平均办结时长.
    pub name: &'static str,
    /// How it was computed, in a few Chinese words.
    pub rule: String,
    pub from: Vec<Span>,
}

impl<T> Figure<T> {
    pub fn new(name: &'static str, rule: impl Into<String>, value: T, from: Vec<Span>) -> Self {
        Self { value, name, rule: rule.into(), from }
    }
}
