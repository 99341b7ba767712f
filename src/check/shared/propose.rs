//! A fix and the sentence that proposes it, stated once.

use crate::diagnostic::{Certainty, Diagnostic, Fix};
use crate::source::Span;

pub trait Propose: Sized {
    /// Says that `text` should most likely stand at `place`, and lets a program write it there. `words` go before the
    /// text, as in 改成「……」.
    fn propose(self, words: &str, place: Span, text: impl Into<String>) -> Self {
        self.propose_as(Certainty::Likely, words, place, text)
    }

    /// Proposes `text` as [`propose`](Self::propose) does, but with the `certainty` that it is right.
    fn propose_as(self, certainty: Certainty, words: &str, place: Span, text: impl Into<String>) -> Self;
}

impl Propose for Diagnostic {
    fn propose_as(self, certainty: Certainty, words: &str, place: Span, text: impl Into<String>) -> Self {
        let text = text.into();
        self.help(format!("{words}「{text}」")).fix(Fix::replace(certainty, place, text))
    }
}
