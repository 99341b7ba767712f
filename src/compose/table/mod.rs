//! Tables of a template: GFM's, with cells that join others and settings before them.

mod settings;

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::Alignment as Marked;

pub(super) use settings::TableSettings;

use super::mark;
use super::reader::Reader;
use crate::document::{Alignment, Cell, Column, Row, Table, Text};
use crate::record::value::Wrong;

/// A cell as the template has it.
#[derive(Debug)]
enum Raw {
    Text(Vec<Text>),
    /// `<`: belongs to the cell on its left.
    Left,
    /// `^`: belongs to the cell above.
    Up,
}

/// How far a cell goes, and how many places it covers: all of that rectangle, if it is drawn well.
#[derive(Debug, Clone, Copy, Default)]
struct Reach {
    rows: usize,
    columns: usize,
    places: usize,
}

impl Reach {
    fn extend(&mut self, rows: usize, columns: usize) {
        self.rows = self.rows.max(rows);
        self.columns = self.columns.max(columns);
        self.places += 1;
    }
}

/// A table while it is being read.
#[derive(Debug)]
pub(super) struct Draft {
    alignments: Vec<Alignment>,
    rows: Vec<(Vec<Raw>, Range<usize>)>,
    /// The text of the cell that is open, with its marks.
    open: String,
}

/// What is wrong, and where in the rendered text.
pub(super) type Fault = (Wrong, Range<usize>);

impl Draft {
    pub(super) fn new(alignments: &[Marked]) -> Self {
        let alignments = alignments.iter().map(|alignment| match alignment {
            Marked::None => Alignment::Fitting,
            Marked::Left => Alignment::Left,
            Marked::Center => Alignment::Centre,
            Marked::Right => Alignment::Right,
        });
        Self { alignments: alignments.collect(), rows: Vec::new(), open: String::new() }
    }

    /// Begins a row. `source` is the row as it was rendered: a cell too many would be dropped by the parser.
    pub(super) fn row(&mut self, source: &str, range: Range<usize>) -> Result<(), Fault> {
        let (found, columns) = (cells(source), self.alignments.len());
        if found != columns {
            let wrong = Wrong::new(format!("这一行有 {found} 格，表头有 {columns} 格"));
            return Err((wrong.help("每行格数要一样；空着的格也要写出两边的 |"), range));
        }
        self.rows.push((Vec::new(), range));
        Ok(())
    }

    pub(super) fn text(&mut self, text: &str) {
        self.open.push_str(text);
    }

    pub(super) fn end_of_cell(&mut self, reader: &mut Reader) {
        let open = std::mem::take(&mut self.open);
        let cell = match mark::unmark_lines(&open).trim() {
            "<" => Raw::Left,
            "^" => Raw::Up,
            _ => {
                let mut paragraphs = Vec::new();
                reader.read(&open, &mut paragraphs);
                paragraphs.retain(|text| !text.is_empty());
                Raw::Text(paragraphs)
            }
        };
        if let Some((row, _)) = self.rows.last_mut() {
            row.push(cell);
        }
    }

    /// The finished table. `settings` come with their place, for what does not fit the table.
    pub(super) fn finish(self, settings: Option<(TableSettings, Range<usize>)>) -> Result<Table, Fault> {
        let mut columns: Vec<Column> =
            self.alignments.iter().map(|alignment| Column { width: None, alignment: *alignment }).collect();
        let mut table = Table { header_rows: 1, ..Table::default() };
        if let Some((settings, range)) = settings {
            if settings.header_rows > self.rows.len() {
                let wrong =
                    Wrong::new(format!("表头写了 {} 行，整张表只有 {} 行", settings.header_rows, self.rows.len()));
                return Err((wrong.help("改小「表头」"), range));
            }
            if let Some(widths) = settings.widths {
                if widths.len() != columns.len() {
                    let wrong = Wrong::new(format!("「宽」写了 {} 列，表有 {} 列", widths.len(), columns.len()));
                    return Err((wrong.help("每列写一个宽，不定宽的写 auto"), range));
                }
                columns.iter_mut().zip(widths).for_each(|(column, width)| column.width = width.characters());
            }
            table.header_rows = settings.header_rows;
            table.landscape = settings.landscape;
            table.caption = settings.caption;
        }
        table.columns = columns;
        table.rows = self.merged(table.header_rows)?;
        Ok(table)
    }

    /// The rows, each cell at the place of the first column and row that it covers.
    fn merged(self, header_rows: usize) -> Result<Vec<Row>, Fault> {
        let mut reaches: BTreeMap<(usize, usize), Reach> = BTreeMap::new();
        for (row, owners) in self.owners(header_rows)?.into_iter().enumerate() {
            for (column, owner) in owners.into_iter().enumerate() {
                reaches.entry(owner).or_default().extend(row - owner.0 + 1, column - owner.1 + 1);
            }
        }
        let mut rows: Vec<Row> = Vec::with_capacity(self.rows.len());
        for (at, (cells, range)) in self.rows.into_iter().enumerate() {
            let mut row = Vec::with_capacity(cells.len());
            for (column, cell) in cells.into_iter().enumerate() {
                let Raw::Text(text) = cell else {
                    row.push(None);
                    continue;
                };
                let reach = reaches.get(&(at, column)).copied().unwrap_or_default();
                if reach.places != reach.rows * reach.columns {
                    let wrong = Wrong::new("合并的几格不成长方形");
                    let help = "写 < 并到左边一格，写 ^ 并到上面一格；并成的格要是长方形";
                    return Err((wrong.help(help), range));
                }
                row.push(Some(Cell { text, columns: reach.columns, rows: reach.rows }));
            }
            rows.push(Row(row));
        }
        Ok(rows)
    }

    /// For each place the row and column of the cell that covers it.
    fn owners(&self, header_rows: usize) -> Result<Vec<Vec<(usize, usize)>>, Fault> {
        let mut owners: Vec<Vec<(usize, usize)>> = Vec::with_capacity(self.rows.len());
        for (at, (cells, range)) in self.rows.iter().enumerate() {
            let mut row: Vec<(usize, usize)> = Vec::with_capacity(cells.len());
            for (column, cell) in cells.iter().enumerate() {
                let owner = match cell {
                    Raw::Text(_) => Some((at, column)),
                    Raw::Left => row.last().copied(),
                    Raw::Up if at == header_rows => None,
                    Raw::Up => owners.last().and_then(|above| above.get(column)).copied(),
                };
                row.push(owner.ok_or_else(|| {
                    let (message, help) = match cell {
                        Raw::Left => ("第一格左边没有可以并的格", "「<」并到左边一格；要印 < 这个字，写 {{ \"<\" }}"),
                        _ => (
                            "上面没有可以并的格",
                            "「^」并到上面一格，不能从表头并到表身；要印 ^ 这个字，写 {{ \"^\" }}",
                        ),
                    };
                    (Wrong::new(message).help(help), range.clone())
                })?);
            }
            owners.push(row);
        }
        Ok(owners)
    }
}

/// How many cells a row has, by its unescaped pipes.
fn cells(row: &str) -> usize {
    let row = row.trim();
    let row = row.strip_prefix('|').unwrap_or(row);
    let mut count = 1;
    let mut escaped = false;
    let mut ended = false;
    for c in row.chars() {
        ended = c == '|' && !escaped;
        count += usize::from(ended);
        escaped = c == '\\' && !escaped;
    }
    count - usize::from(ended)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn cells_are_counted_between_pipes() {
        assert_eq!(["| 甲 | 乙 |", "甲 | 乙", "| 甲 | | |", "| 甲 \\| 乙 |", "|甲|"].map(cells), [2, 2, 3, 1, 1]);
    }

    fn draft(rows: Vec<Vec<u8>>) -> Draft {
        let raw = |kind: u8| match kind {
            0 => Raw::Left,
            1 => Raw::Up,
            _ => Raw::Text(Vec::new()),
        };
        let rows = rows.into_iter().map(|row| (row.into_iter().map(raw).collect(), 0..0)).collect();
        Draft { alignments: vec![Alignment::Fitting; 4], rows, open: String::new() }
    }

    proptest! {
        #[test]
        fn cells_cover_every_place_just_once(rows in proptest::collection::vec(proptest::collection::vec(0_u8..6, 4), 0..6), head in 0_usize..3) {
            let places = rows.len() * 4;
            if let Ok(rows) = draft(rows).merged(head) {
                let mut covered = std::collections::BTreeSet::new();
                for (at, row) in rows.iter().enumerate() {
                    prop_assert_eq!(row.0.len(), 4);
                    for (column, cell) in row.0.iter().enumerate() {
                        let Some(cell) = cell else { continue };
                        for place in (at..at + cell.rows).flat_map(|row| (column..column + cell.columns).map(move |column| (row, column))) {
                            prop_assert!(covered.insert(place));
                        }
                    }
                }
                prop_assert_eq!(covered.len(), places);
            }
        }
    }
}
