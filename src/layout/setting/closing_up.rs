//! Paragraphs of the text that may take a line less, by tracking (7.3.5.5).

use std::ops::Range;

use super::lines::{in_lines, measure};
use crate::layout::breaking::measure::Cell;
use crate::layout::breaking::{Break, ClosedUp, close_up};
use crate::layout::galley::{Element, Line};
use crate::layout::unit::Twip;

/// A last line of so many characters at most is taken in by those before it.
const SHORT: usize = 6;

/// A paragraph whose last line is short.
pub(super) struct Closable {
    /// Its index among the elements.
    pub element: usize,
    pub cells: Vec<Cell>,
    pub width: Twip,
}

/// A paragraph of the text that takes a line less.
pub struct ClosedParagraph {
    /// Its index among the elements.
    pub element: usize,
    pub lines: Vec<Line>,
    pub cost: i64,
}

/// Whether the lines before the last one may take it in: each of them one of its characters or so.
pub(super) fn is_closable(lines: &[Line]) -> bool {
    let Some((last, before)) = lines.split_last() else { return false };
    let length: usize = last.pieces.iter().map(|piece| piece.text.chars().count()).sum();
    length <= SHORT.min(before.len() + 1) && !before.is_empty()
}

/// Those of a paper's paragraphs in a range that may take a line less, with their lines then, those first that are changed
/// least.
pub(super) fn closed_up(closable: &[Closable], elements: &[Element], range: &Range<usize>) -> Vec<ClosedParagraph> {
    let mut closed: Vec<ClosedParagraph> = Vec::new();
    for Closable { element, cells, width } in closable.iter().filter(|closable| range.contains(&closable.element)) {
        let Some(Element::Paragraph(own)) = elements.get(*element) else { continue };
        let Some(ClosedUp { lines, cost }) = close_up(cells, measure(own, *width), &breaks(&own.lines)) else {
            continue;
        };
        closed.push(ClosedParagraph { element: *element, lines: in_lines(cells, &lines), cost });
    }
    closed.sort_by_key(|closed| closed.cost);
    closed
}

/// Where lines end.
fn breaks(lines: &[Line]) -> Vec<Break> {
    let mut end = 0;
    let mut breaks = Vec::with_capacity(lines.len());
    for line in lines {
        end += line.pieces.iter().map(|piece| piece.text.chars().count()).sum::<usize>();
        breaks.push(Break { end, tracking: line.tracking, fragile: line.fragile });
    }
    breaks
}
