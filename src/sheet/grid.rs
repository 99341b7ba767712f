//! A table as a grid of cells that know what they hold.

use super::value::{Number, Reading, Value, read};
use crate::document::{Cell, Table, Text};

pub(super) struct Grid {
    pub(super) columns: usize,
    pub(super) header_rows: usize,
    /// Row by row; `None` where a cell to the left or above covers the place.
    pub(super) rows: Vec<Vec<Option<GridCell>>>,
}

/// A cell, at the place of the first column and row that it covers.
#[derive(Debug)]
pub(super) struct GridCell {
    /// As the paper prints it, its paragraphs parted by line breaks.
    pub(super) printed: String,
    pub(super) value: Value,
    pub(super) columns: usize,
    pub(super) rows: usize,
}

impl Grid {
    pub(super) fn of(table: &Table) -> Self {
        let mut columns_digits: Vec<ColumnDigits> = Vec::new();
        columns_digits.resize_with(table.columns.len(), ColumnDigits::default);
        let mut rows: Vec<Vec<Option<GridCell>>> = Vec::with_capacity(table.rows.len());
        for (at, row) in table.rows.iter().enumerate() {
            let mut cells = Vec::with_capacity(row.0.len());
            for (column, cell) in row.0.iter().enumerate() {
                let Some(cell) = cell else {
                    cells.push(None);
                    continue;
                };
                let printed = printed(cell);
                let value = match read(cell, &printed) {
                    // A head names what is below it.
                    _ if at < table.header_rows => Value::Text,
                    Reading::Certain(value) => {
                        if let (Value::Number(_), Some(digits)) = (&value, columns_digits.get_mut(column)) {
                            digits.stand_among_numbers = true;
                        }
                        value
                    }
                    Reading::Digits(number) => {
                        if let Some(digits) = columns_digits.get_mut(column) {
                            digits.found.push((at, number));
                        }
                        Value::Text
                    }
                };
                cells.push(Some(GridCell { printed, value, columns: cell.columns, rows: cell.rows }));
            }
            rows.push(cells);
        }
        let mut grid = Self { columns: table.columns.len(), header_rows: table.header_rows, rows };
        for (column, digits) in columns_digits.into_iter().enumerate() {
            for (row, number) in digits.numbers() {
                if let Some(cell) = grid.rows.get_mut(row).and_then(|row| row.get_mut(column)?.as_mut()) {
                    cell.value = Value::Number(number);
                }
            }
        }
        grid
    }

    /// The cell whose first place that is.
    pub(super) fn cell(&self, row: usize, column: usize) -> Option<&GridCell> {
        self.rows.get(row)?.get(column)?.as_ref()
    }

    /// Whether the row is below the head.
    pub(super) fn is_body(&self, row: usize) -> bool {
        row >= self.header_rows
    }
}

/// The digits in a column that are words of the template.
#[derive(Default)]
struct ColumnDigits {
    /// Each with its row.
    found: Vec<(usize, Number)>,
    /// Another cell of the column has a number of a record.
    stand_among_numbers: bool,
}

impl ColumnDigits {
    /// Those that are numbers: among other numbers all of them; else zeros, and 序号 from 1 on. The others are labels.
    fn numbers(self) -> impl Iterator<Item = (usize, Number)> {
        let are_running = (1_i64..).zip(&self.found).all(|(at, (_, number))| number.value == at.into());
        let are_numbers = self.stand_among_numbers || are_running;
        self.found.into_iter().filter(move |(_, number)| are_numbers || number.value.is_zero())
    }
}

/// What the paper prints in a cell.
fn printed(cell: &Cell) -> String {
    let paragraphs: Vec<String> = cell.text.iter().map(Text::plain).collect();
    paragraphs.join("\n")
}
