//! Tables for tests.

use std::sync::Arc;

use super::value::Number;
use crate::document::{Cell, Column, Origin, Row, Sense, Table, Text};

/// A table of these cells, in which `<` belongs to the cell on its left. What reads as a number is one to the record.
pub(super) fn table(header_rows: usize, rows: &[&[&str]]) -> Table {
    let columns = rows.first().map_or(0, |row| row.len());
    Table {
        columns: vec![Column::default(); columns],
        header_rows,
        rows: rows.iter().map(|row| Row(cells(row))).collect(),
        ..Table::default()
    }
}

fn cells(row: &[&str]) -> Vec<Option<Cell>> {
    let mut cells: Vec<Option<Cell>> = Vec::new();
    for printed in row {
        if *printed == "<" {
            if let Some(cell) = cells.iter_mut().rev().flatten().next() {
                cell.columns += 1;
            }
            cells.push(None);
            continue;
        }
        let origin = Arc::new(Origin::Template { template: String::new(), place: None });
        let sense = if Number::from_printed(printed).is_some() { Sense::Number } else { Sense::Words };
        let mut text = Text::default();
        text.push_as(sense, *printed, &origin);
        let paragraphs = if printed.is_empty() { Vec::new() } else { vec![text] };
        cells.push(Some(Cell { text: paragraphs, columns: 1, rows: 1 }));
    }
    cells
}
