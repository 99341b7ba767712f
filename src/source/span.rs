//! Places in a text, and values that know theirs.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use super::text::{Position, Source};

/// A stretch of a source, in bytes.
#[derive(Clone)]
pub struct Span {
    source: Arc<Source>,
    range: Range<usize>,
    is_exact: bool,
}

impl Span {
    /// `range` is in bytes; it is cut to the text's length.
    #[must_use]
    pub fn new(source: &Arc<Source>, range: Range<usize>) -> Self {
        let end = range.end.min(source.text().len());
        Self { source: Arc::clone(source), range: range.start.min(end)..end, is_exact: true }
    }

    #[must_use]
    pub fn source(&self) -> &Arc<Source> {
        &self.source
    }

    #[must_use]
    pub fn range(&self) -> Range<usize> {
        self.range.clone()
    }

    #[must_use]
    pub fn start(&self) -> Position {
        self.source.position(self.range.start)
    }

    /// The position just behind the last character.
    #[must_use]
    pub fn end(&self) -> Position {
        self.source.position(self.range.end)
    }

    /// The part that stands on the first line, for marking something long by its beginning.
    #[must_use]
    pub fn first_line(&self) -> Self {
        let Some(text) = self.source.text().get(self.range.clone()) else { return self.clone() };
        let line = text.split(['\n', '\r']).next().unwrap_or_default();
        let range = self.range.start..self.range.start + line.trim_end().len();
        Self { source: Arc::clone(&self.source), range, is_exact: self.is_exact }
    }

    /// This place as one that only stands for another, which cannot be found: nothing there may be replaced.
    #[must_use]
    pub fn not_exact(self) -> Self {
        Self { is_exact: false, ..self }
    }

    /// Whether it is just the place that is meant.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.is_exact
    }

    /// What stands there; empty where the range would cut a character.
    #[must_use]
    pub fn text(&self) -> &str {
        self.source.text().get(self.range.clone()).unwrap_or_default()
    }
}

impl PartialEq for Span {
    fn eq(&self, other: &Self) -> bool {
        self.range == other.range
            && (Arc::ptr_eq(&self.source, &other.source) || self.source.name() == other.source.name())
    }
}

impl Eq for Span {}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Position { line, column } = self.start();
        write!(f, "{}:{line}:{column}", self.source.name())
    }
}

/// A value and the place where it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spanned<T> {
    pub value: T,
    pub span: Span,
}

impl<T> Spanned<T> {
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }

    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Spanned<U> {
        Spanned { value: change(self.value), span: self.span }
    }
}

impl<T> std::ops::Deref for Spanned<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: fmt::Display> fmt::Display for Spanned<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_first_line_ends_before_its_line_end() {
        let source = Source::new("周.yaml", "编号: 6 \r\n收到: 7");
        assert_eq!(Span::new(&source, 0..usize::MAX).first_line().text(), "编号: 6");
        assert_eq!(Span::new(&source, 0..3).first_line().text(), "编");
    }
}
