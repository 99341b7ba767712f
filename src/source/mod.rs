//! A text file that somebody wrote (YAML or a template) and places in it.
//!
//! The one room that every other may import: a value, a diagnostic and a run of a document all have to say
//! where they come from, and they say it in the same words.

mod part;

pub use part::Parts;

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// A text and the name under which the user knows it, shared by every place that points into it.
#[derive(Debug)]
pub struct Source {
    name: String,
    text: String,
    /// Byte offset at which each line starts; the first is 0.
    line_starts: Vec<usize>,
}

impl Source {
    /// `name` is what is shown to the user: the path as he gave it, with `/` between folders.
    #[must_use]
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Arc<Self> {
        let text = text.into();
        let line_starts = std::iter::once(0).chain(line_ends(&text)).collect();
        Arc::new(Self { name: name.into(), text, line_starts })
    }

    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where a line (counted from 1) stands, without its line end; `None` past the last.
    #[must_use]
    pub fn line_range(&self, line: usize) -> Option<Range<usize>> {
        let start = *self.line_starts.get(line.checked_sub(1)?)?;
        let text = self.text.get(start..self.line_start(line + 1)).unwrap_or_default();
        Some(start..start + text.trim_end_matches(['\n', '\r']).len())
    }

    /// A line (counted from 1) without its line end; empty past the last.
    #[must_use]
    pub fn line(&self, line: usize) -> &str {
        self.line_range(line).and_then(|range| self.text.get(range)).unwrap_or_default()
    }

    /// The byte offset at which a line (counted from 1) starts; the text's length past the last.
    #[must_use]
    pub fn line_start(&self, line: usize) -> usize {
        self.line_starts.get(line.saturating_sub(1)).copied().unwrap_or(self.text.len())
    }

    /// Line and column of a byte offset, both from 1, the column in characters. An offset past the end, or inside
    /// a character, is taken back to the nearest one before it.
    #[must_use]
    pub fn position(&self, offset: usize) -> Position {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let line = self.line_starts.partition_point(|start| *start <= offset);
        let start = self.line_starts.get(line.saturating_sub(1)).copied().unwrap_or(0);
        Position { line, column: self.text[start..offset].chars().count() + 1 }
    }
}

/// The offset just behind every line end: LF, CR LF, or a lone CR, which YAML takes for one too.
fn line_ends(text: &str) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    (0..bytes.len())
        .filter(|at| matches!(bytes[*at], b'\n' | b'\r'))
        .filter(|at| bytes[*at] == b'\n' || bytes.get(at + 1) != Some(&b'\n'))
        .map(|at| at + 1)
}

/// A line and a column, both counted from 1; the column counts characters, as editors do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    pub line: usize,
    pub column: usize,
}

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
        let end = range.end.min(source.text.len());
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
        let Some(text) = self.source.text.get(self.range.clone()) else { return self.clone() };
        let line = text.split(['\n', '\r']).next().unwrap_or_default();
        let range = self.range.start..self.range.start + line.trim_end().len();
        Self { source: Arc::clone(&self.source), range, is_exact: self.is_exact }
    }

    /// The same as a place that only stands for another, which cannot be found: nothing there may be replaced.
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
        self.source.text.get(self.range.clone()).unwrap_or_default()
    }
}

impl PartialEq for Span {
    fn eq(&self, other: &Self) -> bool {
        self.range == other.range && (Arc::ptr_eq(&self.source, &other.source) || self.source.name == other.source.name)
    }
}

impl Eq for Span {}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Position { line, column } = self.start();
        write!(f, "{}:{line}:{column}", self.source.name)
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
    fn positions_count_characters_and_survive_any_offset() {
        let source = Source::new("周.yaml", "周期:\n  起: 一月\n");
        assert_eq!(source.position(0), Position { line: 1, column: 1 });
        assert_eq!(source.position("周期:\n  起".len()), Position { line: 2, column: 4 });
        assert_eq!(source.position(1), Position { line: 1, column: 1 });
        assert_eq!(source.position(usize::MAX), Position { line: 3, column: 1 });
    }

    #[test]
    fn every_kind_of_line_end_counts_once() {
        let source = Source::new("周.yaml", "一\r\n二\r三\n四");
        for (word, line) in [("二", 2), ("三", 3), ("四", 4)] {
            let position = source.text().find(word).map(|at| source.position(at));
            assert_eq!(position, Some(Position { line, column: 1 }));
        }
    }

    #[test]
    fn a_first_line_ends_before_its_line_end() {
        let source = Source::new("周.yaml", "编号: 6 \r\n收到: 7");
        assert_eq!(Span::new(&source, 0..usize::MAX).first_line().text(), "编号: 6");
        assert_eq!(Span::new(&source, 0..3).first_line().text(), "编");
    }
}
