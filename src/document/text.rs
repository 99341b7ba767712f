//! Text made of runs that know where they come from.

use std::sync::Arc;

use serde::{Serialize, Serializer};

use super::engine::Engine;
use super::origin::Origin;

/// What a stretch of text stands for: papers print all alike, sheets reckon with numbers and days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sense {
    /// Words, also where they look like a number: a code, a name such as 12345.
    #[default]
    Words,
    Number,
    Day {
        year: i16,
        month: i8,
        day: i8,
    },
}

/// A stretch of text with one origin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    pub text: String,
    pub sense: Sense,
    pub origin: Arc<Origin>,
}

/// Text made of runs; the whole is one line of thought without line breaks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text(pub Vec<Run>);

impl Text {
    /// All of the text, without origins.
    #[must_use]
    pub fn plain(&self) -> String {
        self.0.iter().map(|run| run.text.as_str()).collect()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|run| run.text.is_empty())
    }

    /// Adds words.
    pub fn push(&mut self, text: impl Into<String>, origin: &Arc<Origin>) {
        self.push_as(Sense::Words, text, origin);
    }

    pub fn push_as(&mut self, sense: Sense, text: impl Into<String>, origin: &Arc<Origin>) {
        let text = text.into();
        match self.0.last_mut() {
            Some(last) if Arc::ptr_eq(&last.origin, origin) => {
                last.text.push_str(&text);
                if last.sense != sense {
                    last.sense = Sense::Words;
                }
            }
            _ => self.0.push(Run { text, sense, origin: Arc::clone(origin) }),
        }
    }

    /// Words that the engine puts there, such as 抄送：.
    #[must_use]
    pub fn engine(element: Engine, text: &str) -> Self {
        Self(vec![Run { text: text.to_owned(), sense: Sense::Words, origin: Arc::new(Origin::Engine(element)) }])
    }

    /// This text with another behind it.
    #[must_use]
    pub fn then(mut self, other: &Self) -> Self {
        other.0.iter().for_each(|run| self.push_as(run.sense, run.text.as_str(), &run.origin));
        self
    }

    /// What stands before and behind a place, in bytes.
    #[must_use]
    pub fn split_at(&self, at: usize) -> (Self, Self) {
        let (mut before, mut behind, mut passed) = (Self::default(), Self::default(), 0);
        for run in &self.0 {
            let (head, tail) = run.text.split_at_checked(at.saturating_sub(passed)).unwrap_or((&run.text, ""));
            for (part, text) in [(&mut before, head), (&mut behind, tail)] {
                if !text.is_empty() {
                    part.push(text, &run.origin);
                }
            }
            passed += run.text.len();
        }
        (before, behind)
    }
}

/// As its characters alone: papers show nothing else of it.
impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.plain())
    }
}
