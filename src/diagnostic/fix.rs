//! A fix that a program can make.

use crate::source::Span;

/// How sure it is that the fix is what the writer meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certainty {
    /// No other reading is possible: made without asking.
    Certain,
    /// Most likely: made when the writer says yes.
    Likely,
}

/// New text for one place; an empty place inserts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    pub place: Span,
    pub text: String,
}

/// What to change so that a finding is gone.
///
/// All edits lie in the file of the finding's primary place and do not overlap. A fix without edits means: write the
/// file's text, as it was read, in UTF-8.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    pub certainty: Certainty,
    /// What is done, for a menu: 改为「雪山神话」.
    pub label: String,
    pub edits: Vec<Edit>,
}

impl Fix {
    /// `text` in the place of what stands at `place`.
    #[must_use]
    pub fn replace(certainty: Certainty, place: Span, text: impl Into<String>) -> Self {
        let text = text.into();
        let label = if text.is_empty() { "删掉".to_owned() } else { format!("改为「{text}」") };
        Self { certainty, label, edits: vec![Edit { place, text }] }
    }
}
