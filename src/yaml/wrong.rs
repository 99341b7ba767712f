//! Why a text is not the value that it should be.

use crate::diagnostic::persons::masked;
use crate::diagnostic::{Certainty, Diagnostic, Fix, Keeps};
use crate::source::Span;
use crate::yaml::rules;
use std::fmt;

/// What is wrong with a value as typed, and the fix where one can be named; both in Chinese.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    message: String,
    help: Option<String>,
    fixed: Option<Fixed>,
}

impl Wrong {
    #[must_use]
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), help: None, fixed: None }
    }

    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// What the whole value should be; no program writes it there where it has other letters or digits.
    #[must_use]
    pub fn fixed(self, certainty: Certainty, value: impl Into<String>) -> Self {
        self.fixed_by(Keeps::Letters, certainty, value.into())
    }

    /// The day that stands there in another dress, as 2021-01-08.
    #[must_use]
    pub fn fixed_day(self, certainty: Certainty, day: impl Into<String>) -> Self {
        self.fixed_by(Keeps::Day, certainty, day.into())
    }

    /// The word of a closed list that was meant.
    #[must_use]
    pub fn fixed_word(self, certainty: Certainty, word: impl Into<String>) -> Self {
        self.fixed_by(Keeps::Word, certainty, word.into())
    }

    fn fixed_by(mut self, keeps: Keeps, certainty: Certainty, value: String) -> Self {
        self.fixed = Some(Fixed { keeps, certainty, value });
        self
    }

    /// Whether it is known what the whole value should be.
    #[must_use]
    pub fn has_fix(&self) -> bool {
        self.fixed.is_some()
    }

    /// The fix, where one can be named.
    #[must_use]
    pub fn fix(&self) -> Option<&str> {
        self.help.as_deref()
    }

    /// As a finding about the value that stands at `span`.
    #[must_use]
    pub fn at(self, span: &Span) -> Diagnostic {
        let mut diagnostic = rules::WRONG_VALUE.finding(self.message).at(span.first_line(), "");
        diagnostic.help = self.help;
        diagnostic.fix = self.fixed.and_then(|fixed| fixed.at(within_quotes(span)));
        diagnostic
    }
}

/// What a whole value should be.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Fixed {
    keeps: Keeps,
    certainty: Certainty,
    value: String,
}

impl Fixed {
    fn at(self, place: Span) -> Option<Fix> {
        let Self { keeps, certainty, value } = self;
        match keeps {
            Keeps::Letters => Fix::rewrite(certainty, place, value),
            Keeps::Day => Fix::day(certainty, place, value),
            Keeps::Word => Some(Fix::word(certainty, place, value)),
            Keeps::Text => None,
        }
    }
}

/// The place of a value without the quotes around it.
fn within_quotes(span: &Span) -> Span {
    let quoted = ['"', '\''].iter().find_map(|quote| span.text().strip_prefix(*quote)?.strip_suffix(*quote));
    let start = span.range().start + 1;
    quoted.map_or_else(|| span.clone(), |inside| Span::new(span.source(), start..start + inside.len()))
}

/// What was typed, persons masked, cut where it is too long to be repeated in a message.
pub(crate) fn shown(text: &str) -> String {
    const MOST: usize = 24;
    let masked = masked(text);
    let mut shown: String = masked.chars().take(MOST).collect();
    if shown.len() < masked.len() {
        shown.push('…');
    }
    shown
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Wrong {}
