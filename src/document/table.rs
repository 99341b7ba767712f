//! A table of a paper.

use serde::Serialize;

use super::text::Text;

/// Where the text of a column's cells stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub enum Alignment {
    /// Numbers to the right, all else centred where it is short and to the left where it runs over several lines.
    #[default]
    Fitting,
    Left,
    Centre,
    Right,
}

#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct Column {
    /// In characters of the table's type; fitted to what the column holds where it is not given.
    pub width: Option<f64>,
    pub alignment: Alignment,
}

/// A cell, at the place of the first column and row that it covers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// Paragraphs; none in an empty cell.
    pub text: Vec<Text>,
    /// How many columns and rows it covers: at least 1.
    pub columns: usize,
    pub rows: usize,
}

/// `None` stands for a place that a cell to the left or above covers. As many as the table has columns.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Row(pub Vec<Option<Cell>>);

/// A table; its first `header_rows` stand again at the head of every page that it runs over.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Table {
    pub columns: Vec<Column>,
    pub header_rows: usize,
    pub rows: Vec<Row>,
    /// On pages turned by 90° (7.3.7, 9).
    pub landscape: bool,
    /// 表题, centred above it.
    pub caption: Option<Text>,
}
