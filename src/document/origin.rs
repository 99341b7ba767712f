//! Where a run of text comes from.

use super::engine::Engine;
use crate::source::Span;

/// A place in what somebody wrote.
pub type Place = Span;

/// Where a run comes from: a template's own words, a record's value, or a figure and what it was made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// Fixed words of a template. `None` where the template could not tell the line any more.
    Template { template: String, place: Option<Place> },
    /// A value as it was typed.
    Record(Place),
    /// Computed: the figure's name, which of several of that name it is, the rule in a few Chinese words, and the
    /// values that it was made of.
    Figure { name: &'static str, of: Option<String>, rule: String, from: Vec<Place> },
    /// Put there by the engine, such as a heading's number.
    Engine(Engine),
}

impl Origin {
    /// The first place to show to somebody who asks where this text was written.
    #[must_use]
    pub fn place(&self) -> Option<&Place> {
        match self {
            Self::Template { place, .. } => place.as_ref(),
            Self::Record(place) => Some(place),
            Self::Figure { from, .. } => from.first(),
            Self::Engine(_) => None,
        }
    }
}
