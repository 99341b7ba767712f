//! Where the characters of a finished line stand.

use super::super::unit::Twip;
use super::measure::{Cell, Length};

/// The gap between Han and Latin in LibreOffice, in em. Word's is 0.25.
pub const GAP: f64 = 0.2;

/// The distance in pt from each character's left edge to the next one's; the last one's is its width. With a `width`,
/// the line is made that wide.
///
/// As LibreOffice 7.4.7 does it (`sw/source/core/text/portxt.cxx`; measured), what a line lacks goes in equal shares
/// behind every character of the Asian script but the last, behind every space in Western text, and behind Western text
/// before Asian, so twice behind a space there; the gap does not stretch. Spaces at the end hang. Where a line is too long, which it is only where
/// LibreOffice hangs a mark, all characters move together.
#[must_use]
pub fn spread(line: &[Cell], em: Twip, tracking: Twip, gap: f64, width: Option<Twip>) -> Vec<f32> {
    let mut advances: Vec<Length> = (0..line.len()).map(|at| advance(line, at, em, tracking, gap)).collect();
    let visible = line.iter().rposition(|cell| !cell.is_space).map_or(0, |last| last + 1);
    if let Some(width) = width {
        let natural: Length = advances.iter().take(visible).copied().sum();
        let lack = Length::from(width) - natural;
        let inner = visible.saturating_sub(1);
        let shares: Vec<usize> = if lack < Length::default() {
            (0..inner).collect()
        } else {
            (0..inner).flat_map(|at| std::iter::repeat_n(at, shares(line, at))).collect()
        };
        for (share, at) in lack.shared(shares.len()).zip(shares) {
            advances[at] = advances[at] + share;
        }
    }
    advances.into_iter().map(Length::pt).collect()
}

/// Without what justification adds.
fn advance(line: &[Cell], at: usize, em: Twip, tracking: Twip, gap: f64) -> Length {
    let cell = line[at];
    let Some(next) = line.get(at + 1) else { return cell.advance };
    let tracking = if next.new_portion && tracking < Twip(0) { Twip(0) } else { tracking };
    let gap = if next.has_gap { Length::of_em(gap, em) } else { Length::default() };
    cell.advance + Length::from(tracking) + gap
}

/// How many shares of what the line lacks go behind a character: two behind a space that ends Western text.
fn shares(line: &[Cell], at: usize) -> usize {
    let cell = line[at];
    if cell.is_asian {
        return 1;
    }
    let before_asian = line.get(at + 1).is_some_and(|next| next.is_asian);
    usize::from(cell.character == ' ') + usize::from(before_asian)
}

#[cfg(test)]
mod tests {
    use super::super::super::fonts::{Advances, FaceId};
    use super::super::measure::cells;
    use super::*;

    fn spread_text(text: &str, width: Option<i32>) -> Vec<f32> {
        let line = cells(text.chars(), Twip(320), |character| {
            let found = if character.is_ascii() { 0.5 } else { 1.0 };
            Advances { face: FaceId::default(), found, named: found }
        });
        spread(&line, Twip(320), Twip(-5), GAP, width.map(Twip))
    }

    #[test]
    fn tracking_stops_and_the_gap_stands_where_the_script_changes() {
        assert_eq!(spread_text("中文", None), [15.75, 16.0]);
        assert_eq!(spread_text("中6号", None), [19.2, 11.2, 16.0]);
        assert_eq!(spread_text("中（6", None), [15.75, 16.0, 8.0]);
    }

    #[test]
    fn asian_characters_spaces_and_ends_of_western_text_stretch() {
        let lacking = |text: &str| -> Vec<bool> {
            let natural: f32 = spread_text(text, None).iter().sum();
            #[expect(clippy::cast_possible_truncation, reason = "a line is short")]
            let wider = spread_text(text, Some((natural * 20.0) as i32 + 240));
            wider.iter().zip(spread_text(text, None)).map(|(wide, narrow)| wide - narrow > 1.0).collect()
        };
        assert_eq!(lacking("中文字"), [true, true, false]);
        assert_eq!(lacking("中ab文字"), [true, false, true, true, false]);
        assert_eq!(lacking("ab cd"), [false, false, true, false, false]);
    }

    #[test]
    fn a_full_line_is_as_wide_as_it_is_to_be() {
        for text in ["中文，字", "中6号 a b文", "中文字  ", "中文字中文字中文字"] {
            let line = spread_text(text, Some(1600));
            let spaces = text.chars().rev().take_while(|character| *character == ' ').count();
            let width: f32 = line.iter().take(line.len() - spaces).sum();
            assert!((width - 80.0).abs() < 0.01, "{text}: {width}");
        }
    }
}
