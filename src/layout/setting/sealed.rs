//! 加盖印章的落款 (7.3.5.1): the 署名 over the date, the seals over both.

use super::Setter;
use super::columns::{Place, columns};
use super::ending::{FOUR, SPARE};
use super::lines::{line, tabbed, width_on_grid};
use crate::document::{Image, Signature, Text};
use crate::layout::breaking::Break;
use crate::layout::galley::{Line, Paragraph, Picture, Tab};
use crate::layout::style::{Align, Style};
use crate::layout::title;
use crate::layout::unit::{Mm, Pt, Twip};

/// Blank lines between rows of 署名, so that seals of 42 mm do not touch: 52 mm from row to row.
const BETWEEN_ROWS: usize = 4;
/// Blank lines between the text and the first 署名, by how many lines that has: the seal's upper edge is then no more than
/// a line below the text.
const ABOVE_ONE_LINE: usize = 2;
const ABOVE_SEVERAL_LINES: usize = 1;
/// How far the middle of 署名 and date lies below the seal's, in lines (居印章中心偏下位置).
const BELOW_MIDDLE: f64 = 0.2;

/// A 署名 in lines, and the picture of its seal, where there is one.
struct SignedOrgan<'a> {
    lines: Vec<Line>,
    /// Of its widest line.
    width: Twip,
    seal: Option<&'a Image>,
}

impl Setter<'_> {
    /// The date ends four characters before the edge, and the 署名 is centred over it. Where the name is too long for that
    /// the date gives way to the left, no farther than the name needs.
    pub(super) fn sealed(&mut self, signature: &Signature, seals: &[Option<Image>]) {
        let text_width = self.sheet.text_width();
        let seals = seals.iter().map(Option::as_ref).chain(std::iter::repeat(None));
        let mut organs = Vec::new();
        for (name, seal) in signature.organs.iter().zip(seals) {
            organs.push(self.signed_organ(name, seal));
        }
        let widths: Vec<Twip> = organs.iter().map(|organ| organ.width).collect();
        let widest = widths.iter().map(|width| width.0).max().unwrap_or(0);
        let date = self.width(Style::Date, &signature.date);
        let over_date = text_width.0 - FOUR.0 - date.0 / 2;
        let middle = Twip(over_date.min(text_width.0 - SPARE.0 - widest / 2));

        let is_one_line = organs.first().is_none_or(|organ| organ.lines.len() == 1);
        let above = if is_one_line { ABOVE_ONE_LINE } else { ABOVE_SEVERAL_LINES };
        (0..above).for_each(|_| self.blank());
        let mut organs = organs.into_iter();
        for (at, places) in columns(&widths, middle).into_iter().enumerate() {
            if at > 0 {
                (0..BETWEEN_ROWS).for_each(|_| self.blank());
            }
            let row: Vec<(Place, SignedOrgan)> = places.into_iter().zip(&mut organs).collect();
            let paragraph = self.row_of_organs(row);
            self.add(paragraph);
        }
        self.towards_right(Style::Date, &signature.date, Twip(text_width.0 - middle.0 - date.0 / 2));
    }

    /// A name too long for one line is broken like a title.
    fn signed_organ<'s>(&mut self, name: &Text, seal: Option<&'s Image>) -> SignedOrgan<'s> {
        let style = Style::Organ;
        let cells = self.measure(style.role(), style.size(), name);
        let room = Twip(self.sheet.text_width().0 - 2 * SPARE.0);
        let ends = if width_on_grid(style, &cells) <= room {
            vec![cells.len()]
        } else {
            title::lines(&cells, style.size().twip(), room, self.names)
        };
        let mut organ = SignedOrgan { lines: Vec::new(), width: Twip(0), seal };
        let mut start = 0;
        for end in ends {
            let found = Break { end, tracking: style.tracking(), fragile: false };
            organ.lines.push(line(&cells, found, start));
            organ.width = organ.width.max(width_on_grid(style, &cells[start..end]));
            start = end;
        }
        organ
    }

    /// One 署名 is centred between an indent and the text area's edge, several begin at tabs.
    fn row_of_organs(&self, row: Vec<(Place, SignedOrgan)>) -> Paragraph {
        let is_alone = row.len() == 1;
        let mut paragraph = self.styled(Style::Organ);
        paragraph.align = if is_alone { Align::Centre } else { Align::Left };
        let mut lines = Vec::new();
        for (place, organ) in row {
            paragraph.pictures.extend(organ.seal.map(|seal| self.over(seal, place.middle, organ.lines.len())));
            let left = Twip(place.middle.0 - place.width.0 / 2).max(Twip(0));
            if is_alone {
                paragraph.left = Twip(2 * place.middle.0 - self.sheet.text_width().0).max(Twip(0));
            } else if lines.is_empty() {
                paragraph.left = left;
            } else {
                paragraph.tabs.push(Tab { at: left, right: false });
            }
            lines.extend(organ.lines);
        }
        paragraph.forced = is_alone && lines.len() > 1;
        paragraph.lines = if is_alone { lines } else { vec![tabbed(lines)] };
        paragraph
    }

    /// A seal whose middle is at `middle` and a little above that of its 署名's lines and the date below them.
    fn over(&self, image: &Image, middle: Twip, lines: usize) -> Picture {
        let left = self.sheet.text_left().0 + middle.pt().0 - Mm(image.width).pt().0 / 2.0;
        #[expect(clippy::cast_precision_loss, reason = "a name has few lines")]
        let below_top = f64::midpoint(lines as f64, 1.0) - BELOW_MIDDLE;
        let top = below_top * self.sheet.pitch.pt().0 - Mm(image.height).pt().0 / 2.0;
        Picture { image: image.clone(), left: Pt(left), top: Pt(top) }
    }
}
