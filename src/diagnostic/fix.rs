//! A fix that a program can make. It keeps what was written: no letter and no digit of a value goes, comes or is guessed.

use super::written::{same_day, same_letters};
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

/// What a fix keeps of the text that it changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeps {
    /// Every letter and every digit, in their order; marks, spaces, width and case alone are other.
    Letters,
    /// The day: year, month and day stand there in digits, in another dress.
    Day,
    /// Nothing: a whole word of a closed list or an office's register takes the place of one that is none of them.
    Word,
    /// The whole text: its encoding alone is another.
    Text,
}

/// What to change so that a finding is gone.
///
/// All edits lie in the file of the finding's primary place and do not overlap. A fix without edits means: write the
/// file's text, as it was read, in UTF-8. Fixes are made by the functions below and nowhere else, so that none loses what
/// was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    pub certainty: Certainty,
    /// What is done, for a menu: 改为「雪山神话」.
    pub label: String,
    pub edits: Vec<Edit>,
    keeps: Keeps,
}

impl Fix {
    /// Edits that change marks, spaces, width or case alone; `None` where a letter or digit would be another.
    #[must_use]
    pub fn edits(certainty: Certainty, label: impl Into<String>, edits: Vec<Edit>) -> Option<Self> {
        let is_kept = edits.iter().all(|edit| same_letters(&edit.place, &edit.text));
        is_kept.then(|| Self { certainty, label: label.into(), edits, keeps: Keeps::Letters })
    }

    /// `text` in the place of what stands at `place` and has the same letters and digits; `None` where it has others.
    #[must_use]
    pub fn rewrite(certainty: Certainty, place: Span, text: impl Into<String>) -> Option<Self> {
        let text = text.into();
        let label = if text.is_empty() { "删掉".to_owned() } else { changed_to(&text) };
        Self::edits(certainty, label, vec![Edit { place, text }])
    }

    /// The same day as 2021-01-08; `None` where another day stands at `place`, or no whole one in digits.
    #[must_use]
    pub fn day(certainty: Certainty, place: Span, day: impl Into<String>) -> Option<Self> {
        let text = day.into();
        let is_same = same_day(place.text(), &text);
        is_same.then(|| Self {
            certainty,
            label: changed_to(&text),
            edits: vec![Edit { place, text }],
            keeps: Keeps::Day,
        })
    }

    /// A word of a closed list, or a name as it is registered, in the place of one that is neither.
    #[must_use]
    pub fn word(certainty: Certainty, place: Span, word: impl Into<String>) -> Self {
        let text = word.into();
        Self { certainty, label: changed_to(&text), edits: vec![Edit { place, text }], keeps: Keeps::Word }
    }

    /// The file's text, as it was read, in UTF-8.
    #[must_use]
    pub fn utf_8() -> Self {
        let label = "转换成 UTF-8 编码".to_owned();
        Self { certainty: Certainty::Certain, label, edits: Vec::new(), keeps: Keeps::Text }
    }

    /// Whatever a test wants to be edited.
    #[cfg(test)]
    pub(crate) fn any(edits: Vec<Edit>) -> Self {
        Self { certainty: Certainty::Certain, label: String::new(), edits, keeps: Keeps::Word }
    }

    /// What it keeps of the text that it changes.
    #[must_use]
    pub fn keeps(&self) -> Keeps {
        self.keeps
    }
}

fn changed_to(text: &str) -> String {
    format!("改为「{text}」")
}
