//! Paragraphs of the text that may take a line less, by tracking (7.3.5.5).

use std::ops::Range;

use super::lines::{in_lines, measure};
use super::{SetElements, Setter};
use crate::layout::breaking::measure::Cell;
use crate::layout::breaking::{Break, ClosedUp, close_up};
use crate::layout::galley::{Element, Line};
use crate::layout::style::Style;
use crate::layout::unit::Twip;

/// A last line of so many characters at most is taken in by those before it.
const SHORT: usize = 6;

/// A paragraph whose last line is short.
pub(super) struct Closable {
    element: usize,
    cells: Vec<Cell>,
    width: Twip,
}

/// A paragraph of the text that takes a line less.
pub struct ClosedParagraph {
    /// Its index among the elements.
    pub element: usize,
    pub lines: Vec<Line>,
    pub cost: i64,
}

impl Setter<'_> {
    /// A paragraph of the text (7.3.3).
    pub(super) fn paragraph(&mut self, cells: Vec<Cell>) {
        let paragraph = self.fill_cells(self.styled(Style::Body), &cells);
        let is_closable = is_closable(&paragraph.lines);
        self.add(paragraph);
        if is_closable {
            let element = self.elements.len() - 1;
            self.closable.push(Closable { element, cells, width: self.sheet.text_width() });
        }
    }
}

/// Whether the lines before the last one may take it in: each of them one of its characters or so.
fn is_closable(lines: &[Line]) -> bool {
    let Some((last, before)) = lines.split_last() else { return false };
    let length: usize = last.pieces.iter().map(|piece| piece.text.chars().count()).sum();
    length <= SHORT.min(before.len() + 1) && !before.is_empty()
}

impl SetElements {
    /// Those of its paragraphs in a range that may take a line less, with their lines then, those first that are changed least.
    pub fn closed_up(&self, range: Range<usize>) -> Vec<ClosedParagraph> {
        let mut closed: Vec<ClosedParagraph> = Vec::new();
        for closable in self.closable.iter().filter(|closable| range.contains(&closable.element)) {
            let Some(Element::Paragraph(own)) = self.galley.elements.get(closable.element) else { continue };
            let breaks = breaks(&own.lines);
            let Some(ClosedUp { lines, cost }) = close_up(&closable.cells, measure(own, closable.width), &breaks)
            else {
                continue;
            };
            closed.push(ClosedParagraph { element: closable.element, lines: in_lines(&closable.cells, &lines), cost });
        }
        closed.sort_by_key(|closed| closed.cost);
        closed
    }
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
