//! The lines of a source that a finding is about.
//!
//! A place may be a whole file, and writers keep whole paragraphs on one line; so only the first line of a place is
//! shown, and no more is marked than fits a terminal.

use super::finding::Label;
use super::persons::masked_between;
use super::visible::visible;
use crate::source::{Position, Source};
use std::ops::Range;
use unicode_width::UnicodeWidthChar;

/// In terminal cells; a mark and the line number before it stay on one line of 80.
const MOST_MARKED: usize = 60;

/// In characters; what stands further behind the marks of a line is not looked at.
const BEHIND: usize = 400;

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
    let mut text = String::new();
    let mut places = vec![0..0; labels.len()];
    for number in first_line..=last_line {
        // The renderer shows a lone line between two marked ones: it has to have its text.
        let is_near = starts.iter().any(|start| start.line.abs_diff(number) <= 1);
        let whole = if is_near { source.line(number) } else { "" };
        let ends = labels.iter().zip(&starts).filter(|(_, start)| start.line == number);
        let end = ends.map(|(label, start)| start.column + label.span.first_line().text().chars().count()).max();
        let beginning = &whole[..behind(whole, end.unwrap_or_default().saturating_add(BEHIND))];
        // What is shown has as many characters as what stands in the file, each in its place.
        let below = if beginning.len() == whole.len() { source.line(number + 1) } else { "" };
        let line = visible(&masked_between(source.line(number - 1), beginning, below)).into_owned();
        for ((label, start), place) in labels.iter().zip(&starts).zip(&mut places) {
            if start.line == number {
                let from = behind(&line, start.column - 1);
                let marked = label.span.first_line().text().chars().count();
                let length = fitting(&line[from..from + behind(&line[from..], marked)]).len();
                *place = text.len() + from..text.len() + from + length;
            }
        }
        text.push_str(&line);
        text.push('\n');
    }
    Excerpt { text, first_line, places }
}

/// The byte behind so many characters.
fn behind(text: &str, characters: usize) -> usize {
    text.char_indices().nth(characters).map_or(text.len(), |(at, _)| at)
}

/// As much of `text` as may be marked.
fn fitting(text: &str) -> &str {
    let mut cells = 0;
    let end = text.char_indices().find(|(_, c)| {
        cells += c.width().unwrap_or(1);
        cells > MOST_MARKED
    });
    &text[..end.map_or(text.len(), |(at, _)| at)]
}
