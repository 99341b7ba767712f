//! Text made of runs that know where they come from.

use std::sync::Arc;

use serde::{Serialize, Serializer};

use super::engine::Engine;
use super::origin::Origin;

/// A stretch of text with one origin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    pub text: String,
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

    pub fn push(&mut self, text: impl Into<String>, origin: &Arc<Origin>) {
        let text = text.into();
        match self.0.last_mut() {
            Some(last) if Arc::ptr_eq(&last.origin, origin) => last.text.push_str(&text),
            _ => self.0.push(Run { text, origin: Arc::clone(origin) }),
        }
    }

    /// Words that the engine puts there, such as 抄送：.
    #[must_use]
    pub fn engine(element: Engine, text: &str) -> Self {
        Self(vec![Run { text: text.to_owned(), origin: Arc::new(Origin::Engine(element)) }])
    }

    /// This text with another behind it.
    #[must_use]
    pub fn then(mut self, other: &Self) -> Self {
        other.0.iter().for_each(|run| self.push(run.text.as_str(), &run.origin));
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
