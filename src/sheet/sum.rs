//! Totals that are the sum of what stands above or to the left of them: a sheet adds them up itself.
//!
//! A total that is not exactly that sum stays the number that the paper prints: what counts twice, or was rounded, is so by
//! the office's own rule.

use std::ops::Range;

use rust_decimal::Decimal;

use super::grid::{Grid, GridCell};
use super::value::{Number, Value};

/// What rows and columns of totals are called.
const TOTALS: [&str; 4] = ["合计", "总计", "小计", "共计"];

/// The cells that a total adds up, by their rows and columns in the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Addends {
    /// Of the total's column.
    Rows(Range<usize>),
    /// Single rows of the total's column: totals of parts.
    EachOf(Vec<usize>),
    /// Of the total's row.
    Columns(Range<usize>),
}

/// More than anybody reads in a formula.
const MOST_SINGLE: usize = 30;

impl Grid {
    /// What the number at that place adds up; `None` where it is no total, or not exactly of these.
    pub(super) fn addends(&self, row: usize, column: usize) -> Option<Addends> {
        let total = self.addend(row, column)?;
        let found = if self.is_total_row(row) { self.rows_above(row, column, total) } else { None };
        match found {
            Some(rows) => Some(rows),
            None if self.is_total_column(column) => self.columns_to_the_left(row, column, total).map(Addends::Columns),
            None => None,
        }
    }

    /// The rows above a total: those since the last one, or the totals of parts that end there.
    fn rows_above(&self, row: usize, column: usize, total: Decimal) -> Option<Addends> {
        let above = self.header_rows..row;
        let parts: Vec<usize> = above.clone().filter(|row| self.is_total_row(*row)).collect();
        let since = parts.last().map_or(self.header_rows, |last| last + 1)..row;
        if self.sum(since.clone().map(|row| (row, column))) == Some(total) {
            return Some(Addends::Rows(since));
        }
        let is_of_parts = since.is_empty() && (2..=MOST_SINGLE).contains(&parts.len());
        let has_sum = is_of_parts && self.sum(parts.iter().map(|row| (*row, column))) == Some(total);
        has_sum.then_some(Addends::EachOf(parts))
    }

    /// The neighbouring numbers to the left of a total, from the last total on, within the head that both share.
    fn columns_to_the_left(&self, row: usize, column: usize, total: Decimal) -> Option<Range<usize>> {
        let mut first = column;
        while first > 0 && self.may_be_added(row, first - 1) && !self.is_total_column(first - 1) {
            first -= 1;
        }
        let shared = self.shared_head(column).map_or(first, |start| start.max(first));
        [shared..column, first..column]
            .into_iter()
            .find(|columns| columns.len() >= 2 && self.sum(columns.clone().map(|column| (row, column))) == Some(total))
    }

    /// The sum of these cells; `None` where one of them is neither a number nor empty, or none is a number.
    fn sum(&self, places: impl Iterator<Item = (usize, usize)>) -> Option<Decimal> {
        let mut sum = None;
        for (row, column) in places {
            if !self.may_be_added(row, column) {
                return None;
            }
            if let Some(value) = self.addend(row, column) {
                sum = Some(sum.unwrap_or(Decimal::ZERO).checked_add(value)?);
            }
        }
        sum
    }

    /// Whether there is a number at that place, or nothing that a sum would leave out.
    fn may_be_added(&self, row: usize, column: usize) -> bool {
        match self.cell(row, column) {
            None | Some(GridCell { value: Value::Empty, .. }) => true,
            Some(GridCell { value: Value::Text, printed, .. }) => is_dash(printed),
            Some(_) => self.addend(row, column).is_some(),
        }
    }

    /// The number at that place, but for shares.
    fn addend(&self, row: usize, column: usize) -> Option<Decimal> {
        match &self.cell(row, column)?.value {
            Value::Number(Number { value, is_percent: false, .. }) if self.is_body(row) => Some(*value),
            _ => None,
        }
    }

    fn is_total_row(&self, row: usize) -> bool {
        self.is_body(row) && self.rows.get(row).is_some_and(|cells| cells.iter().flatten().any(is_total))
    }

    /// Whether the lowest cell of the head over that column names a total.
    fn is_total_column(&self, column: usize) -> bool {
        let lowest = (0..self.header_rows).rev().find_map(|row| self.cell(row, column));
        lowest.is_some_and(is_total)
    }

    /// Where the head begins that stands over the total's column and over others.
    fn shared_head(&self, column: usize) -> Option<usize> {
        for row in (0..self.header_rows).rev() {
            for first in 0..column {
                if self.cell(row, first).is_some_and(|cell| cell.columns > 1 && first + cell.columns > column) {
                    return Some(first);
                }
            }
        }
        None
    }
}

/// Whether a cell says that its row or column is a total: 合计, also as 合 计.
fn is_total(cell: &GridCell) -> bool {
    let name: String = cell.printed.chars().filter(|c| !c.is_whitespace()).collect();
    TOTALS.contains(&name.as_str())
}

/// Whether a cell says that there is nothing.
fn is_dash(printed: &str) -> bool {
    printed.chars().all(|c| matches!(c, '-' | '—' | '－' | '–' | '/' | '／') || c.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::testing::table;

    fn addends(header_rows: usize, rows: &[&[&str]], row: usize, column: usize) -> Option<Addends> {
        Grid::of(&table(header_rows, rows)).addends(row, column)
    }

    #[test]
    fn a_total_adds_the_rows_above_it_exactly() {
        let rows = |total| {
            vec![vec!["单位", "件数"], vec!["甲", "1.10"], vec!["乙", "—"], vec!["丙", "2.2"], vec!["合 计", total]]
        };
        let of = |total| {
            let rows = rows(total);
            let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
            addends(1, &rows, 4, 1)
        };
        assert_eq!(of("3.3"), Some(Addends::Rows(1..4)));
        assert_eq!(of("3.30"), Some(Addends::Rows(1..4)));
        assert_eq!(of("3.31"), None);
        assert_eq!(of("3.3%"), None);
    }

    #[test]
    fn a_row_of_words_or_shares_has_no_sum() {
        assert_eq!(addends(1, &[&["单位", "件数"], &["甲", "1"], &["乙", "不详"], &["合计", "1"]], 3, 1), None);
        assert_eq!(addends(1, &[&["单位", "占比"], &["甲", "40%"], &["乙", "60%"], &["合计", "100%"]], 3, 1), None);
        assert_eq!(addends(1, &[&["单位", "件数"], &["甲", "1"], &["其中", "1"]], 2, 1), None);
    }

    #[test]
    fn totals_of_parts_come_to_the_whole() {
        let rows: &[&[&str]] = &[
            &["单位", "件数"],
            &["甲", "1"],
            &["乙", "2"],
            &["小计", "3"],
            &["丙", "4"],
            &["小计", "4"],
            &["总计", "7"],
        ];
        assert_eq!(addends(1, rows, 3, 1), Some(Addends::Rows(1..3)));
        assert_eq!(addends(1, rows, 5, 1), Some(Addends::Rows(4..5)));
        assert_eq!(addends(1, rows, 6, 1), Some(Addends::EachOf(vec![3, 5])));
    }

    #[test]
    fn a_column_adds_what_stands_under_the_same_head() {
        let rows: &[&[&str]] = &[
            &["年", "投诉", "<", "<", "其他", "合计"],
            &["年", "受理", "不受理", "小计", "咨询", "合计"],
            &["甲", "2", "1", "3", "9", "12"],
            &["乙", "2", "1", "4", "9", "13"],
        ];
        assert_eq!(addends(2, rows, 2, 3), Some(Addends::Columns(1..3)));
        assert_eq!(addends(2, rows, 3, 3), None);
        // Two columns of numbers since the last total are needed.
        assert_eq!(addends(2, rows, 2, 5), None);
    }
}
