//! A table: cells with lines, columns with exact widths.

use super::super::page;
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

impl Table {
    /// Without its last row, and its head with that row alone; `None` where only one row, or one that hangs together with
    /// those above it, is there.
    #[must_use]
    pub fn parted(&self) -> Option<(Self, Self)> {
        let end = self.rows.len().checked_sub(1).filter(|end| *end > self.header_rows)?;
        for (at, row) in self.rows[..end].iter().enumerate() {
            if row.cells.iter().any(|cell| at + cell.rows > end) {
                return None;
            }
        }
        let first = Self { rows: self.rows[..end].to_vec(), ..self.clone() };
        let rows = [&self.rows[..self.header_rows], &self.rows[end..]].concat();
        Some((first, Self { rows, new_page: true, ..self.clone() }))
    }
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

impl TableRow {
    /// The most lines that a cell has.
    #[must_use]
    pub fn lines(&self) -> usize {
        self.cells.iter().map(TableCell::lines).max().unwrap_or(0)
    }

    /// What of it has to stand on one page.
    #[must_use]
    pub fn least(&self) -> Twip {
        if self.breaks { Twip(page::TABLE_PITCH.0 + page::TABLE_RULE.0) } else { self.height }
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct TableCell {
    /// Index of the first column that it covers, and how many columns and rows it covers.
    pub column: usize,
    pub columns: usize,
    pub rows: usize,
    /// Set in by [`page::CELL_SIDE`] from the cell's sides.
    pub paragraphs: Vec<Paragraph>,
}

impl TableCell {
    /// Those of all its paragraphs.
    #[must_use]
    pub fn lines(&self) -> usize {
        self.paragraphs.iter().map(|paragraph| paragraph.lines.len()).sum()
    }
}
