//! Where a line or a row has come to stand while pages are filled.

use super::super::galley::Section;
use super::super::sheet::Sheet;
use super::super::unit::Twip;

/// A page while it is being filled.
#[derive(Debug, Clone, Copy)]
pub struct Leaf {
    pub sheet: Sheet,
    pub section: Section,
}

/// A stretch of an element on one page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    pub element: usize,
    pub page: usize,
    /// From the top of the text area.
    pub down: Twip,
    pub what: Stretch,
}

/// What of an element stands at a spot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stretch {
    /// A paragraph's line of that index.
    Line(usize),
    /// A table's row, or a part of it.
    Row(RowStretch),
    /// A chart, which stands whole.
    Chart,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RowStretch {
    /// The row's index.
    pub row: usize,
    /// In each cell, its lines from `first` on, `lines` of them; `usize::MAX` where it stands whole.
    pub first: usize,
    pub lines: usize,
    pub height: Twip,
    /// It is a head that stands again.
    pub again: bool,
}

impl RowStretch {
    /// A row that stands whole on its page.
    pub fn whole(row: usize, height: Twip) -> Self {
        Self { row, first: 0, lines: usize::MAX, height, again: false }
    }
}

/// Rows of a table that follow each other on a page: where they begin on the sheet and how high they are, in points.
#[derive(Debug, Clone, Copy)]
pub struct Room {
    pub page: usize,
    pub top: f64,
    pub height: f64,
}
