//! Where the 署名 of several organs stand, each under its seal (7.3.5.1).

use crate::layout::page;
use crate::layout::unit::{Mm, Twip};

/// A 署名: its middle from the text area's left edge, and its width.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    pub middle: Twip,
    pub width: Twip,
}

/// No more than three seals stand side by side (7.3.5.1).
const MOST: i32 = 3;
/// From middle to middle of seals of 42 mm, which neither cross nor touch (7.3.5.1).
const APART: Mm = Mm(45.0);
/// Half of the largest seal of a county's organs: 42 mm across.
const HALF_A_SEAL: Mm = Mm(21.0);

/// Rows of places, in order. The last organ of a row stands at `middle`, over the date, the others to its left; none
/// reaches beyond the text area's left edge.
pub fn columns(widths: &[Twip], middle: Twip) -> Vec<Vec<Place>> {
    let widest = widths.iter().map(|width| width.0).max().unwrap_or(0);
    let apart = APART.pt().twip().0.max(widest + page::CHARACTER.0);
    let half = HALF_A_SEAL.pt().twip().0.max(widest / 2);
    let abreast = (2..=MOST).rev().find(|count| middle.0 - (count - 1) * apart - half >= 0).unwrap_or(1);
    let mut rows = Vec::new();
    for row in widths.chunks(usize::try_from(abreast).unwrap_or(1)) {
        let from_last = row.iter().rev().zip(0..);
        let places = from_last.map(|(width, at)| Place { middle: Twip(middle.0 - at * apart), width: *width });
        let mut row: Vec<_> = places.collect();
        row.reverse();
        rows.push(row);
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seals_stand_apart_and_the_last_over_the_date() {
        let rows = columns(&[Twip(2000); 4], Twip(6500));
        let middles: Vec<Vec<i32>> = rows.iter().map(|row| row.iter().map(|place| place.middle.0).collect()).collect();
        assert_eq!(middles, [vec![1398, 3949, 6500], vec![6500]]);
    }

    #[test]
    fn long_names_stand_under_each_other() {
        let rows = columns(&[Twip(5000); 2], Twip(6500));
        assert_eq!(rows.iter().map(Vec::len).collect::<Vec<_>>(), [1, 1]);
    }
}
