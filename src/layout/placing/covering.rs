//! Which cells cover which rows of a table.

use super::super::galley::Table;

/// Of each row of a table, the cells that cover it: the row in which each begins, and its index there.
#[derive(Debug, Default)]
pub(super) struct Covering {
    /// The table's index among the elements.
    pub(super) element: Option<usize>,
    pub(super) rows: Vec<Vec<(usize, usize)>>,
}

impl Covering {
    pub(super) fn of_table(element: usize, table: &Table) -> Self {
        let mut rows = vec![Vec::new(); table.rows.len()];
        for (at, row) in table.rows.iter().enumerate() {
            for (index, cell) in row.cells.iter().enumerate() {
                for covered in rows.iter_mut().skip(at).take(cell.rows.max(1)) {
                    covered.push((at, index));
                }
            }
        }
        Self { element: Some(element), rows }
    }
}
