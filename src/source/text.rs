//! A text, its name and its lines.

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
        let line_starts = line_starts(&text);
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

/// The beginning, and the offset just behind every line end: LF, CR LF, or a lone CR, which YAML takes for one too.
fn line_starts(text: &str) -> Vec<usize> {
    let feeds = text.match_indices('\n');
    let lone_returns = text.match_indices('\r').filter(|(at, _)| !text[at + 1..].starts_with('\n'));
    let mut starts: Vec<usize> = std::iter::once(0).chain(feeds.chain(lone_returns).map(|(at, _)| at + 1)).collect();
    starts.sort_unstable();
    starts
}

/// A line and a column, both counted from 1; the column counts characters, as editors do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    pub line: usize,
    pub column: usize,
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
}
