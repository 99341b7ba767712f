//! The lines of a source that a finding is about, cut to what fits a terminal.
//!
//! Writers keep whole paragraphs on one line, and a place may be a whole file; so only the first line of a place is
//! shown, and of a long line only what stands around it.

use super::Label;
use super::visible::visible;
use crate::source::{Position, Source};
use std::ops::Range;
use unicode_width::UnicodeWidthChar;

/// In terminal cells; with the line number in front it stays below 80.
const WIDTH: usize = 70;

/// How many cells of a cut line are shown before the place.
const LEAD: usize = 20;

const CUT: &str = "...";

/// Lines `first_line..` of a source, most of them left empty, and where the labels lie in them.
#[derive(Debug)]
pub(super) struct Excerpt {
    pub(super) text: String,
    pub(super) first_line: usize,
    /// In bytes of `text`, in the order of the labels.
    pub(super) places: Vec<Range<usize>>,
}

/// What of `source` has to be seen for `labels`, all of which lie in it.
pub(super) fn excerpt(source: &Source, labels: &[&Label]) -> Excerpt {
    let starts: Vec<Position> = labels.iter().map(|label| label.span.start()).collect();
    let first_line = starts.iter().map(|start| start.line).min().unwrap_or(1);
    let last_line = starts.iter().map(|start| start.line).max().unwrap_or(1);
    let mut excerpt = Excerpt { text: String::new(), first_line, places: vec![0..0; labels.len()] };
    for line in first_line..=last_line {
        let here: Vec<usize> = (0..labels.len()).filter(|at| starts[*at].line == line).collect();
        // A single line between two marked ones is shown, not left out: it has to have its text.
        let near = starts.iter().any(|start| start.line.abs_diff(line) <= 2);
        if near {
            excerpt.push_line(source.line(line), labels, &starts, &here);
        }
        excerpt.text.push('\n');
    }
    excerpt
}

impl Excerpt {
    fn push_line(&mut self, line: &str, labels: &[&Label], starts: &[Position], here: &[usize]) {
        let offset = |label: usize| byte_of_column(line, starts[label].column);
        let shown = window(line, here.iter().map(|label| offset(*label)).min().unwrap_or(0));
        let base = self.text.len();
        if shown.start > 0 {
            self.text.push_str(CUT);
        }
        let text_at = self.text.len();
        self.text.push_str(&visible(&line[shown.clone()]));
        if shown.end < line.len() {
            self.text.push_str(CUT);
        }
        let end_of_line = self.text.len();
        let place = |offset: usize| match line.get(shown.start..offset) {
            Some(before) if offset <= shown.end => text_at + visible(before).len(),
            _ if offset < shown.start => base,
            _ => end_of_line,
        };
        for label in here {
            let from = offset(*label);
            let to = (from + labels[*label].span.first_line().range().len()).min(line.len());
            self.places[*label] = place(from)..place(to);
        }
    }
}

/// The byte offset of a column (from 1, in characters).
fn byte_of_column(line: &str, column: usize) -> usize {
    line.char_indices().nth(column - 1).map_or(line.len(), |(at, _)| at)
}

/// Which bytes of `line` to show so that what stands at `at` is seen: all of a short line.
fn window(line: &str, at: usize) -> Range<usize> {
    let width = |text: &str| text.chars().map(|c| c.width().unwrap_or(1)).sum::<usize>();
    let indent = line.len() - line.trim_start().len();
    let start = if width(&line[..at.min(line.len())]) + LEAD <= WIDTH {
        0
    } else {
        let mut cells = 0;
        let back = |c: &char| {
            cells += c.width().unwrap_or(1);
            cells <= LEAD
        };
        at - line[..at].chars().rev().take_while(back).map(char::len_utf8).sum::<usize>()
    };
    let start = if start <= indent { 0 } else { start };
    let mut cells = 0;
    let fits = |c: &char| {
        cells += c.width().unwrap_or(1);
        cells <= WIDTH
    };
    let length: usize = line[start..].chars().take_while(fits).map(char::len_utf8).sum();
    start..start + length
}
