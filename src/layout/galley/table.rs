//! A table: cells with lines, columns with exact widths.

use super::super::unit::Twip;
use super::paragraph::Paragraph;

/// A table: cells with lines, columns with exact widths.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Widths of the columns.
    pub columns: Vec<Twip>,
    /// Has lines around its cells; one without them only arranges text, such as the mark of a joint issue.
    pub ruled: bool,
    /// Of the table from the text area's left edge.
    pub left: Twip,
    pub header_rows: usize,
    pub rows: Vec<TableRow>,
    /// Begins a new page: its head would have fitted on the one before, the first row behind it not.
    pub new_page: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub struct TableRow {
    /// Exact height, rules included; of a row that may break over pages the height without a break.
    pub height: Twip,
    /// Its lines may stand on two pages; else it stands whole on one.
    pub breaks: bool,
    /// In the order of their columns; none for what a cell above covers.
    pub cells: Vec<TableCell>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct TableCell {
    /// Index of the first column that it covers, and how many columns and rows it covers.
    pub column: usize,
    pub columns: usize,
    pub rows: usize,
    /// Set in by [`page::CELL_SIDE`](crate::layout::page::CELL_SIDE) from the cell's sides.
    pub paragraphs: Vec<Paragraph>,
}
