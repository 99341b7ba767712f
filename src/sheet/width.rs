//! How wide columns are, by what they hold.
//!
//! A width is a number of half characters of the table's type, of which a Han character takes two: so Excel measures too.

use unicode_width::UnicodeWidthStr;

use super::grid::{Grid, GridCell};
use super::value::Value;
use crate::document::Table;

/// A column has room for two Han characters at least.
const LEAST: usize = 4;
/// No column asks for more than a page has.
const MOST: usize = 100;
/// What a cell has besides at its sides, so that a number in other fonts is still whole.
const SIDE: usize = 1;

/// Of a half character and of a cell's padding, in pixels of Excel.
const HALF: usize = 8;
const PADDING: usize = 5;

/// Of a column, in pixels of Excel.
pub(super) fn pixels(width: usize) -> usize {
    width * HALF + PADDING
}

/// What stands on the longest line of a text.
pub(super) fn of_text(text: &str) -> usize {
    text.lines().map(UnicodeWidthStr::width).max().unwrap_or_default()
}

/// The widths of a table's columns on a page that is `room` pixels wide, which they fill. Those that hold most give way where
/// there is not enough; a number never does.
pub(super) fn widths(grid: &Grid, table: &Table, room: usize) -> Vec<usize> {
    let mut columns: Vec<Column> = (0..grid.columns).map(|column| Column::of(grid, column)).collect();
    for (column, set) in columns.iter_mut().zip(&table.columns) {
        if let Some(characters) = set.width {
            column.wanted = half_characters(characters).max(column.least);
        }
    }
    while total(&columns) > room {
        let may_give_way = columns.iter_mut().filter(|column| column.wanted > column.least);
        let Some(widest) = may_give_way.max_by_key(|column| column.wanted) else { break };
        widest.wanted -= 1;
    }
    let spare = room.saturating_sub(total(&columns)) / HALF / columns.len().max(1);
    columns.iter().map(|column| column.wanted + spare).collect()
}

fn total(columns: &[Column]) -> usize {
    columns.iter().map(|column| pixels(column.wanted)).sum()
}

/// A width as a template gives it, in characters with a tenth at most.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "templates give at most 53 characters")]
fn half_characters(characters: f64) -> usize {
    (characters.clamp(0.0, 53.0) * 2.0).round() as usize
}

struct Column {
    wanted: usize,
    least: usize,
}

impl Column {
    fn of(grid: &Grid, column: usize) -> Self {
        let (mut wanted, mut least) = (LEAST, LEAST);
        for row in 0..grid.rows.len() {
            let Some(cell) = grid.cell(row, column).filter(|cell| cell.columns == 1) else { continue };
            let width = (of_text(&cell.printed) + SIDE).min(MOST);
            wanted = wanted.max(width);
            if is_whole(cell) {
                least = least.max(width);
            }
        }
        Self { wanted, least }
    }
}

/// Whether a cell shows only signs where it is too narrow.
fn is_whole(cell: &GridCell) -> bool {
    matches!(cell.value, Value::Number(_) | Value::Day(_))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::testing::table;

    fn widths_on(room: usize, rows: &[&[&str]]) -> Vec<usize> {
        let table = table(1, rows);
        widths(&Grid::of(&table), &table, room)
    }

    #[test]
    fn columns_fill_the_page_and_the_longest_gives_way() {
        let long = "情况".repeat(30);
        // Room for 70 half characters besides padding: 4 and 66.
        assert_eq!(widths_on(570, &[&["序号", "情况"], &["1", &long]]), [5, 65]);
        // 15 and 5 are wanted: 50 are spare.
        assert_eq!(widths_on(570, &[&["单位", "件数"], &["盘龙区市场监管", "3"]]), [40, 30]);
    }

    #[test]
    fn a_number_keeps_its_room() {
        let number = "123456789012345";
        assert_eq!(widths_on(100, &[&["金额", "说明说明"], &[number, "说明说明"]]), [16, 4]);
    }
}
