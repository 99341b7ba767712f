//! A fix and the sentence that proposes it, stated once.

use crate::diagnostic::{Certainty, Diagnostic, Fix};
use crate::source::Span;

pub trait Propose: Sized {
    /// Says that `text` should most likely stand at `place`, and lets a program write it there where it keeps every letter
    /// and digit. `words` go before the text, as in 改成「……」.
    fn propose(self, words: &str, place: Span, text: impl Into<String>) -> Self {
        self.propose_as(Certainty::Likely, words, place, text)
    }

    /// Proposes `text` as [`propose`](Self::propose) does, but with the `certainty` that it is right.
    fn propose_as(self, certainty: Certainty, words: &str, place: Span, text: impl Into<String>) -> Self;

    /// Proposes a word of a closed list, or a name as it is registered.
    fn propose_word(self, words: &str, place: Span, word: impl Into<String>) -> Self;
}

impl Propose for Diagnostic {
    fn propose_as(self, certainty: Certainty, words: &str, place: Span, text: impl Into<String>) -> Self {
        let text = text.into();
        self.help(format!("{words}「{text}」")).fix(Fix::rewrite(certainty, place, text))
    }

    fn propose_word(self, words: &str, place: Span, word: impl Into<String>) -> Self {
        let word = word.into();
        self.help(format!("{words}「{word}」")).fix(Fix::word(Certainty::Likely, place, word))
    }
}
