//! Why a text is not the value that it should be.

use crate::diagnostic::persons::masked;
use crate::diagnostic::{Certainty, Diagnostic, Fix};
use crate::source::Span;
use crate::yaml::rules;
use std::fmt;

/// What is wrong with a value as typed, and the fix where one can be named; both in Chinese.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    message: String,
    help: Option<String>,
    fixed: Option<(Certainty, String)>,
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

    /// What the whole value should be.
    #[must_use]
    pub fn fixed(mut self, certainty: Certainty, value: impl Into<String>) -> Self {
        self.fixed = Some((certainty, value.into()));
        self
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
        diagnostic.fix = self.fixed.map(|(certainty, value)| Fix::replace(certainty, within_quotes(span), value));
        diagnostic
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
