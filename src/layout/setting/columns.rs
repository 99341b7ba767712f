//! Where the 署名 of several organs stand, each under its seal (7.3.5.1).

use crate::layout::unit::Twip;

/// A 署名: its middle from the text area's left edge, and its width.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    pub middle: Twip,
    pub width: Twip,
}

/// No more than three seals stand side by side (7.3.5.1).
const MOST: usize = 3;

/// Rows of places, in order. The last organ stands alone over the date, whose middle is `middle`, where it is the only
/// one of its row; a full row is spread evenly over the width.
pub fn of_organs(widths: &[Twip], middle: Twip, text_width: Twip) -> Vec<Vec<Place>> {
    let widest = widths.iter().map(|width| width.0).max().unwrap_or(0);
    let abreast =
        (1..=MOST).rev().find(|count| widest <= text_width.0 / i32::try_from(*count).unwrap_or(1)).unwrap_or(1);
    let rows = widths.chunks(abreast).map(|row| {
        let count = i32::try_from(abreast).unwrap_or(1);
        let column = text_width.0 / count;
        let first = count - i32::try_from(row.len()).unwrap_or(0);
        let places = row.iter().zip(first..).map(|(width, at)| {
            let middle = if abreast == 1 || at + 1 == count { middle } else { Twip(column * at + column / 2) };
            Place { middle, width: *width }
        });
        places.collect()
    });
    rows.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_organ_stands_over_the_date_and_three_stand_abreast_at_most() {
        let short = [Twip(1000); 4];
        let rows = of_organs(&short, Twip(7000), Twip(8844));
        assert_eq!(rows.iter().map(Vec::len).collect::<Vec<_>>(), [3, 1]);
        assert_eq!(rows[1][0].middle, Twip(7000));
        assert!(rows[0][0].middle < rows[0][1].middle && rows[0][1].middle < rows[0][2].middle);
        let long = of_organs(&[Twip(5000); 2], Twip(7000), Twip(8844));
        assert_eq!(long.iter().map(Vec::len).collect::<Vec<_>>(), [1, 1]);
    }
}
