//! A computed value with its origin.

use super::name::FigureName;
use crate::source::Span;

/// A value, the name of what it is, the rule that made it, and the places of all that went into it, those of the
/// value itself first, those of rules last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure<T> {
    pub value: T,
    pub name: FigureName,
    /// Its own name, where the office declares it.
    pub own_name: Option<&'static str>,
    /// Which of several of that name: a platform's or a paper's name.
    pub of: Option<String>,
    /// How it was computed, in a few Chinese words.
    pub rule: String,
    pub from: Vec<Span>,
}

impl<T> Figure<T> {
    pub fn new(name: FigureName, rule: impl Into<String>, value: T, from: Vec<Span>) -> Self {
        Self { value, name, own_name: None, of: None, rule: rule.into(), from }
    }

    /// One that is taken over from the record, where it stands at `place`.
    pub fn as_typed(name: FigureName, value: T, place: &Span) -> Self {
        Self::new(name, "照录", value, vec![place.clone()])
    }

    /// With another value, made of this one.
    #[must_use]
    pub fn map<U>(self, make: impl FnOnce(T) -> U) -> Figure<U> {
        let Self { value, name, own_name, of, rule, from } = self;
        Figure { value: make(value), name, own_name, of, rule, from }
    }

    /// What people call it: its name, behind that of which it is.
    #[must_use]
    pub fn label(&self) -> String {
        let name = self.own_name.unwrap_or(self.name.word());
        self.of.as_ref().map_or_else(|| name.to_owned(), |of| format!("{of}，{name}"))
    }

    /// With a name that the office gives it.
    #[must_use]
    pub fn called(self, name: &'static str) -> Self {
        Self { own_name: Some(name), ..self }
    }

    /// One of several of that name.
    #[must_use]
    pub fn about(self, of: &str) -> Self {
        Self { of: Some(of.to_owned()), ..self }
    }

    /// With these places where nothing else went into it.
    #[must_use]
    pub fn or_at(self, places: impl IntoIterator<Item = Span>) -> Self {
        if self.from.is_empty() { self.with(places) } else { self }
    }

    /// With further places that took part.
    #[must_use]
    pub fn with(mut self, places: impl IntoIterator<Item = Span>) -> Self {
        self.from.extend(places);
        self
    }
}
