//! How high rows are, so that all lines of their cells show: not every program looks for that itself.

use unicode_width::UnicodeWidthStr as _;

use super::grid::{Grid, GridCell};
use super::part::Manner;

/// Of a line of the table's type, of a title's, and what a row has besides, in points.
const LINE: usize = 18;
const TITLE_LINE: usize = 30;
const BESIDES: usize = 4;
/// Excel has no higher rows.
const MOST: usize = 409;

/// The table's type and a title's, in points.
const TYPE: usize = 12;
const TITLE_TYPE: usize = 22;

/// The heights of a table's rows in points, where its columns have these widths in half characters.
pub(super) fn of_rows(grid: &Grid, widths: &[usize]) -> Vec<usize> {
    let mut heights = vec![LINE + BESIDES; grid.rows.len()];
    for (row, cells) in grid.rows.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate().filter_map(|(column, cell)| Some((column, cell.as_ref()?))) {
            let needed = needed(cell, widths.get(column..column + cell.columns).unwrap_or_default());
            let covered = heights.get_mut(row..row + cell.rows).unwrap_or_default();
            let there: usize = covered.iter().sum();
            if let Some(last) = covered.last_mut() {
                *last = (*last + needed.saturating_sub(there)).min(MOST);
            }
        }
    }
    heights
}

fn needed(cell: &GridCell, widths: &[usize]) -> usize {
    lines(&cell.printed, widths.iter().sum()) * LINE + BESIDES
}

/// The height of a line of text over the whole width of a table, in points.
pub(super) fn of_line(text: &str, manner: Manner, width: usize) -> usize {
    let height = match manner {
        Manner::Title => lines(text, width * TYPE / TITLE_TYPE) * TITLE_LINE,
        Manner::Caption | Manner::Left | Manner::Centre | Manner::Right => lines(text, width) * LINE,
    };
    (height + BESIDES).min(MOST)
}

/// How many lines a text takes at that width in half characters.
fn lines(text: &str, width: usize) -> usize {
    let lines = text.lines().map(|line| line.width().div_ceil(width.max(1)).max(1));
    lines.sum::<usize>().max(1)
}
