//! A finding: what is wrong, where, and what to do about it.

use super::fix::Fix;
use super::persons::note_found;
use super::rule::Rule;
use super::severity::Severity;
use crate::source::Span;

/// A place that a finding points at, with a word on what is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    pub span: Span,
    /// May be empty: then the place alone is marked.
    pub text: String,
}

/// A finding: what is wrong, where, and what to do about it, in Chinese.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    pub rule: &'static Rule,
    pub severity: Severity,
    pub message: String,
    /// The place that is meant; `None` where there is none to point at (a file that cannot be opened).
    pub primary: Option<Label>,
    pub others: Vec<Label>,
    pub help: Option<String>,
    /// The fix that a program can make, where there is one.
    pub fix: Option<Fix>,
    /// The reason for which a writer lets it stand: it is listed, and holds up nothing.
    pub acknowledged: Option<String>,
}

impl Diagnostic {
    /// What a rule of privacy finds there is hidden from then on, wherever it stands.
    #[must_use]
    pub fn at(mut self, span: Span, text: impl Into<String>) -> Self {
        if self.rule.code.starts_with("privacy-") && span.is_exact() {
            note_found(span.text());
        }
        self.primary = Some(Label { span, text: text.into() });
        self
    }

    #[must_use]
    pub fn and_at(mut self, span: Span, text: impl Into<String>) -> Self {
        self.others.push(Label { span, text: text.into() });
        self
    }

    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// No fix where one of its places only stands for another, or where there is none that keeps what was written.
    #[must_use]
    pub fn fix(mut self, fix: impl Into<Option<Fix>>) -> Self {
        self.fix = fix.into().filter(|fix| fix.edits.iter().all(|edit| edit.place.is_exact()));
        self
    }

    /// Whether it keeps the papers from being made.
    #[must_use]
    pub fn holds_up(&self) -> bool {
        self.severity == Severity::Error && self.acknowledged.is_none()
    }

    /// The order in which findings are shown: by file, then by place, then by code.
    #[must_use]
    pub fn sort_key(&self) -> (String, usize, &'static str, String) {
        let place =
            self.primary.as_ref().map(|label| (label.span.source().name().to_owned(), label.span.range().start));
        let (file, offset) = place.unwrap_or_default();
        (file, offset, self.rule.code, self.message.clone())
    }
}

impl Rule {
    /// A finding of this kind, without a place as yet.
    #[must_use]
    pub fn finding(&'static self, message: impl Into<String>) -> Diagnostic {
        Diagnostic {
            rule: self,
            severity: self.severity,
            message: message.into(),
            primary: None,
            others: Vec::new(),
            help: None,
            fix: None,
            acknowledged: None,
        }
    }
}
