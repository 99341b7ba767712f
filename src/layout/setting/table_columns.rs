//! The columns of a table: how wide each is, and how its cells are aligned.

use crate::document::{Alignment, Table};
use crate::layout::breaking::measure::{Cell, natural_width};
use crate::layout::page;
use crate::layout::style::Align;
use crate::layout::unit::Twip;

/// A column is so much wider than what is to fit into it, so that it does: a point and a half.
const SPARE: i32 = 30;
/// No fitted column is narrower than so many characters.
const NARROWEST: i32 = 2;
/// A cell of no more characters is short: it stands in the middle.
const SHORT: usize = 10;

/// A cell with its text measured.
pub(super) struct Measured {
    pub column: usize,
    pub columns: usize,
    pub rows: usize,
    pub texts: Vec<Vec<Cell>>,
    /// What it says is a number, or nothing.
    pub is_number: bool,
}

/// Every column's alignment: numbers end at one place, short texts stand in the middle, long ones begin at the left.
pub(super) fn alignments(table: &Table, measured: &[Vec<Measured>]) -> Vec<Align> {
    let mut alignments = Vec::new();
    for (at, column) in table.columns.iter().enumerate() {
        alignments.push(match column.alignment {
            Alignment::Left => Align::Justify,
            Alignment::Centre => Align::Centre,
            Alignment::Right => Align::Right,
            Alignment::Fitting => fitting(body_of(table, measured, at)),
        });
    }
    alignments
}

/// The cells of a column below the table's head, without those that cover several columns.
fn body_of<'a>(
    table: &Table,
    measured: &'a [Vec<Measured>],
    column: usize,
) -> impl Iterator<Item = &'a Measured> + Clone {
    let cells = measured.iter().skip(table.header_rows).flatten();
    cells.filter(move |cell| cell.columns == 1 && cell.column == column)
}

fn fitting<'a>(mut cells: impl Iterator<Item = &'a Measured> + Clone) -> Align {
    if cells.clone().all(|cell| cell.is_number) {
        Align::Right
    } else if cells.all(|cell| cell.texts.iter().map(Vec::len).sum::<usize>() <= SHORT) {
        Align::Centre
    } else {
        Align::Justify
    }
}

/// The columns' widths: as given, the others by what they hold; together they fill the text area, unless all are given.
pub(super) fn widths(table: &Table, measured: &[Vec<Measured>], room: Twip) -> Vec<Twip> {
    let em = page::TABLE_SIZE.twip();
    let sides = 2 * page::CELL_SIDE.0;
    #[expect(clippy::cast_possible_truncation, reason = "a column is no wider than the sheet")]
    let given: Vec<Option<i32>> = table
        .columns
        .iter()
        .map(|column| column.width.map(|width| (width.clamp(1.0, 100.0) * f64::from(em.0)) as i32 + sides + SPARE))
        .collect();
    let narrowest = NARROWEST * em.0 + sides;
    let least = given.iter().map(|width| width.unwrap_or(narrowest).min(narrowest)).collect();
    let least = with_longest_numbers(least, measured, em);
    let mut wanted: Vec<i32> = least.iter().map(|least| (*least).max(narrowest)).collect();
    for cell in measured.iter().flatten().filter(|cell| cell.columns == 1) {
        let width = cell.texts.iter().map(|text| natural_width(text, em, 0.25).twip().0).max().unwrap_or(0);
        if let Some(wanted) = wanted.get_mut(cell.column) {
            *wanted = (*wanted).max(width.saturating_add(sides + SPARE));
        }
    }
    let fixed: i32 = given.iter().flatten().sum();
    let fitted: Vec<usize> = (0..given.len()).filter(|at| given[*at].is_none()).collect();
    let mut widths: Vec<i32> = given.iter().map(|width| width.unwrap_or(0)).collect();
    let left = share_out(&mut widths, &wanted, fitted.clone(), (room.0 - fixed).max(0));
    // What nobody wanted is shared out.
    let more = left.max(0) / i32::try_from(fitted.len().max(1)).unwrap_or(1);
    for at in fitted {
        widths[at] += more;
    }
    with_room_for_numbers(widths, &least, room).into_iter().map(Twip).collect()
}

/// The least widths of the columns, with room for the longest number of each.
fn with_longest_numbers(mut least: Vec<i32>, measured: &[Vec<Measured>], em: Twip) -> Vec<i32> {
    let columns = least.len();
    for cell in measured.iter().flatten() {
        let number = cell.texts.iter().map(|text| longest_number(text, em).0).max().unwrap_or(0);
        let covered = cell.column.min(columns)..(cell.column + cell.columns).min(columns);
        let share = i32::try_from(covered.len().max(1)).unwrap_or(1);
        if number > 0 {
            let needed = number.saturating_add(2 * page::CELL_SIDE.0 + SPARE);
            least[covered].iter_mut().for_each(|least| *least = (*least).max((needed + share - 1) / share));
        }
    }
    least
}

/// The width of the longest number, with the marks that stay with it.
fn longest_number(text: &[Cell], em: Twip) -> Twip {
    let stretches = text.chunk_by(|_, next| !next.breaks_everywhere);
    stretches
        .filter(|stretch| is_number(stretch))
        .map(|number| natural_width(number, em, 0.25).twip())
        .max()
        .unwrap_or_default()
}

/// Digits, with signs and marks, without letters.
fn is_number(stretch: &[Cell]) -> bool {
    stretch.iter().any(|cell| cell.character.is_ascii_digit())
        && !stretch.iter().any(|cell| cell.character.is_ascii_alphabetic())
}

/// The widths, none below its least and all together no wider than the room, as far as that is possible.
fn with_room_for_numbers(mut widths: Vec<i32>, least: &[i32], room: Twip) -> Vec<i32> {
    for (width, least) in widths.iter_mut().zip(least) {
        *width = (*width).max(*least);
    }
    let excess = i64::from(widths.iter().sum::<i32>()) - i64::from(room.0);
    if excess <= 0 {
        return widths;
    }
    let slack: i64 = widths.iter().zip(least).map(|(width, least)| i64::from(width - least)).sum();
    if slack < excess {
        return shrunk(widths, room);
    }
    let mut narrowed = Vec::new();
    for (width, least) in widths.iter().zip(least) {
        let share = (i64::from(width - least) * excess + slack - 1) / slack;
        narrowed.push(i32::try_from(i64::from(*width) - share).unwrap_or(*least).max(*least));
    }
    narrowed
}

/// Gives the columns that are `open` their widths out of the room that is `left`; how much of it nobody wanted.
///
/// They share it by the roots of what they want, so that long texts get more, but not all of it; those that want less
/// than their share get what they want.
fn share_out(widths: &mut [i32], wanted: &[i32], mut open: Vec<usize>, mut left: i32) -> i32 {
    while !open.is_empty() {
        let all: f64 = open.iter().map(|at| f64::from(wanted[*at]).sqrt()).sum();
        let mut shares = Vec::new();
        for at in &open {
            #[expect(clippy::cast_possible_truncation, reason = "a column is no wider than the sheet")]
            shares.push((f64::from(left) * f64::from(wanted[*at]).sqrt() / all) as i32);
        }
        let mut still_open = Vec::new();
        for (at, share) in open.iter().zip(&shares) {
            if wanted[*at] <= *share {
                widths[*at] = wanted[*at];
                left -= wanted[*at];
            } else {
                still_open.push(*at);
            }
        }
        if still_open.len() == open.len() {
            for (at, share) in open.iter().zip(shares) {
                widths[*at] = share.max(page::TABLE_SIZE.twip().0);
            }
            return 0;
        }
        open = still_open;
    }
    left
}

/// Widths that together are no wider than the room.
fn shrunk(widths: Vec<i32>, room: Twip) -> Vec<i32> {
    let total: i64 = widths.iter().map(|width| i64::from(*width)).sum();
    if total <= i64::from(room.0) {
        return widths;
    }
    let mut shrunk = Vec::new();
    for width in widths {
        shrunk.push(i32::try_from(i64::from(width) * i64::from(room.0) / total).unwrap_or(width));
    }
    shrunk
}
