//! Cells that belong to the one on their left or above: what of a table each cell covers.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::compose::rendered::printed::Fault;
use crate::document::{Cell, Row, Text};
use crate::record::value::Wrong;

/// A cell as the template has it.
#[derive(Debug)]
pub(super) enum WrittenCell {
    Text(Vec<Text>),
    /// `<`: belongs to the cell on its left.
    Left,
    /// `^`: belongs to the cell above.
    Up,
}

/// A row as the template has it.
#[derive(Debug)]
pub(super) struct WrittenRow {
    pub(super) cells: Vec<WrittenCell>,
    /// Where it stands in the rendered text.
    pub(super) range: Range<usize>,
}

/// The row and the column of a cell.
type Place = (usize, usize);

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

/// The rows, each cell at the place of the first column and row that it covers.
pub(super) fn merged(written: Vec<WrittenRow>, header_rows: usize) -> Result<Vec<Row>, Fault> {
    let mut reaches: BTreeMap<Place, Reach> = BTreeMap::new();
    for (row, owners) in owners(&written, header_rows)?.into_iter().enumerate() {
        for (column, owner) in owners.into_iter().enumerate() {
            reaches.entry(owner).or_default().extend(row - owner.0 + 1, column - owner.1 + 1);
        }
    }
    let mut rows: Vec<Row> = Vec::with_capacity(written.len());
    for (at, WrittenRow { cells, range }) in written.into_iter().enumerate() {
        let mut row = Vec::with_capacity(cells.len());
        for (column, cell) in cells.into_iter().enumerate() {
            let WrittenCell::Text(text) = cell else {
                row.push(None);
                continue;
            };
            let reach = reaches.get(&(at, column)).copied().unwrap_or_default();
            if reach.places != reach.rows * reach.columns {
                let wrong = Wrong::new("合并的几格不成长方形");
                return Err((wrong.help("写 < 并到左边一格，写 ^ 并到上面一格；并成的格要是长方形"), range));
            }
            row.push(Some(Cell { text, columns: reach.columns, rows: reach.rows }));
        }
        rows.push(Row(row));
    }
    Ok(rows)
}

/// For each place the cell that covers it.
fn owners(written: &[WrittenRow], header_rows: usize) -> Result<Vec<Vec<Place>>, Fault> {
    let mut owners: Vec<Vec<Place>> = Vec::with_capacity(written.len());
    for (at, WrittenRow { cells, range }) in written.iter().enumerate() {
        let mut row: Vec<Place> = Vec::with_capacity(cells.len());
        for (column, cell) in cells.iter().enumerate() {
            let owner = match cell {
                WrittenCell::Text(_) => Some((at, column)),
                WrittenCell::Left => row.last().copied(),
                WrittenCell::Up if at == header_rows => None,
                WrittenCell::Up => owners.last().and_then(|above| above.get(column)).copied(),
            };
            row.push(owner.ok_or_else(|| (nothing_to_join(cell), range.clone()))?);
        }
        owners.push(row);
    }
    Ok(owners)
}

fn nothing_to_join(cell: &WrittenCell) -> Wrong {
    match cell {
        WrittenCell::Left => {
            Wrong::new("第一格左边没有可以并的格").help("「<」并到左边一格；要印 < 这个字，写 {{ \"<\" }}")
        }
        WrittenCell::Up | WrittenCell::Text(_) => Wrong::new("上面没有可以并的格")
            .help("「^」并到上面一格，不能从表头并到表身；要印 ^ 这个字，写 {{ \"^\" }}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn written(rows: Vec<Vec<u8>>) -> Vec<WrittenRow> {
        let mut written = Vec::new();
        for kinds in rows {
            let cells = kinds.into_iter().map(|kind| match kind {
                0 => WrittenCell::Left,
                1 => WrittenCell::Up,
                _ => WrittenCell::Text(Vec::new()),
            });
            written.push(WrittenRow { cells: cells.collect(), range: 0..0 });
        }
        written
    }

    proptest! {
        #[test]
        fn cells_cover_every_place_just_once(rows in proptest::collection::vec(proptest::collection::vec(0_u8..6, 4), 0..6), head in 0_usize..3) {
            let places = rows.len() * 4;
            if let Ok(rows) = merged(written(rows), head) {
                let mut covered = BTreeSet::new();
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
