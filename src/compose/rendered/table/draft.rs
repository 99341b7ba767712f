//! A table while it is being read.

use std::ops::Range;

use pulldown_cmark::Alignment as MarkedAlignment;

use super::merging::{WrittenCell, WrittenRow, merged};
use super::settings::TableSettings;
use crate::compose::mark;
use crate::compose::rendered::heading_numbers::HeadingNumbers;
use crate::compose::rendered::printed::Fault;
use crate::compose::rendered::runs::RunReader;
use crate::document::{Alignment, Column, Table};
use crate::record::value::Wrong;

#[derive(Debug)]
pub(in crate::compose) struct Draft {
    alignments: Vec<Alignment>,
    rows: Vec<WrittenRow>,
    /// The text of the cell that is open, with its marks.
    open: String,
}

impl Draft {
    pub(in crate::compose) fn new(alignments: &[MarkedAlignment]) -> Self {
        Self { alignments: alignments.iter().copied().map(alignment).collect(), rows: Vec::new(), open: String::new() }
    }

    /// Begins a row. `source` is the row as it was rendered: a cell too many would be dropped by the parser.
    pub(in crate::compose) fn row(&mut self, source: &str, range: Range<usize>) -> Result<(), Fault> {
        let (found, columns) = (cells(source), self.alignments.len());
        if found != columns {
            let wrong = Wrong::new(format!("这一行有 {found} 格，表头有 {columns} 格"));
            return Err((wrong.help("每行格数要一样；空着的格也要写出两边的 |"), range));
        }
        self.rows.push(WrittenRow { cells: Vec::new(), range });
        Ok(())
    }

    pub(in crate::compose) fn text(&mut self, text: &str) {
        self.open.push_str(text);
    }

    pub(in crate::compose) fn end_of_cell(&mut self, reader: &mut RunReader) {
        let open = std::mem::take(&mut self.open);
        let cell = match mark::unmark_lines(&open).trim() {
            "<" => WrittenCell::Left,
            "^" => WrittenCell::Up,
            _ => {
                let mut paragraphs = Vec::new();
                reader.read(&open, &mut paragraphs);
                paragraphs.retain(|text| !text.is_empty());
                let mut numbers = HeadingNumbers::default();
                WrittenCell::Text(paragraphs.into_iter().map(|text| numbers.numbered(text).1).collect())
            }
        };
        if let Some(row) = self.rows.last_mut() {
            row.cells.push(cell);
        }
    }

    /// The finished table. `settings` come with their place, for what does not fit the table.
    pub(in crate::compose) fn finish(self, settings: Option<(TableSettings, Range<usize>)>) -> Result<Table, Fault> {
        let columns = self.alignments.into_iter().map(|alignment| Column { width: None, alignment });
        let mut table = Table { header_rows: 1, columns: columns.collect(), ..Table::default() };
        if let Some((settings, range)) = settings {
            settings.apply(&mut table, self.rows.len()).map_err(|wrong| (wrong, range))?;
        }
        table.rows = merged(self.rows, table.header_rows)?;
        Ok(table)
    }
}

fn alignment(marked: MarkedAlignment) -> Alignment {
    match marked {
        MarkedAlignment::None => Alignment::Fitting,
        MarkedAlignment::Left => Alignment::Left,
        MarkedAlignment::Center => Alignment::Centre,
        MarkedAlignment::Right => Alignment::Right,
    }
}

/// How many cells a row has, by its unescaped pipes.
fn cells(row: &str) -> usize {
    let trimmed = row.trim();
    let mut count = 1;
    let mut escaped = false;
    let mut ended = false;
    for c in trimmed.strip_prefix('|').unwrap_or(trimmed).chars() {
        ended = c == '|' && !escaped;
        count += usize::from(ended);
        escaped = c == '\\' && !escaped;
    }
    count - usize::from(ended)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_counted_between_pipes() {
        assert_eq!(["| 甲 | 乙 |", "甲 | 乙", "| 甲 | | |", "| 甲 \\| 乙 |", "|甲|"].map(cells), [2, 2, 3, 1, 1]);
    }
}
