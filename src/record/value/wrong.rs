//! Why a text is not the value that it should be.

use crate::diagnostic::Diagnostic;
use crate::record::rules;
use crate::source::Span;
use std::fmt;

/// What is wrong with a value as typed, and the mend where one can be named; both in Chinese.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    message: String,
    help: Option<String>,
}

impl Wrong {
    #[must_use]
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), help: None }
    }

    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The mend, where one can be named.
    #[must_use]
    pub fn mend(&self) -> Option<&str> {
        self.help.as_deref()
    }

    /// As a finding about the value that stands at `span`.
    #[must_use]
    pub fn at(self, span: &Span) -> Diagnostic {
        let diagnostic = rules::WRONG_VALUE.finding(self.message).at(span.first_line(), "");
        match self.help {
            Some(help) => diagnostic.help(help),
            None => diagnostic,
        }
    }
}

/// What was typed, cut where it is too long to be repeated in a message.
pub(crate) fn shown(text: &str) -> String {
    const MOST: usize = 24;
    let mut shown: String = text.chars().take(MOST).collect();
    if shown.len() < text.len() {
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
