//! The area of the text on a sheet, as Word's margins give it, and where its lines then stand.

use super::page;
use super::unit::{Mm, Pt, Twip};
use crate::document::Margins;

/// What all pages of a paper have in common: what their margins are measured to, and the height of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grid {
    pub margins: Margins,
    pub pitch: Twip,
}

impl Grid {
    /// 22 lines a page (5.2.3).
    pub fn usual(margins: Margins) -> Self {
        Self { margins, pitch: Sheet::upright(margins).pitch }
    }

    /// A line more on each page than usual (行距, 7.3.5.5): they fill the text area as well, and leave the same room for the
    /// paragraph that holds anchors.
    pub fn close(margins: Margins) -> Self {
        Self { margins, pitch: Twip((Sheet::upright(margins).room().0 - page::TAIL.0) / LINES_IF_CLOSE) }
    }

    /// On a full page.
    pub fn lines(self) -> i32 {
        self.upright().room().0 / self.pitch.0
    }

    pub fn upright(self) -> Sheet {
        Sheet { pitch: self.pitch, ..Sheet::upright(self.margins) }
    }

    pub fn turned(self) -> Sheet {
        Sheet { pitch: self.pitch, ..Sheet::turned(self.margins) }
    }
}

/// A page's text area. Lengths in Word's unit, from the sheet's edges as it lies before the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sheet {
    pub width: Twip,
    pub height: Twip,
    pub top: Twip,
    pub bottom: Twip,
    pub left: Twip,
    pub right: Twip,
    /// Height of a line of the grid.
    pub pitch: Twip,
}

/// Of an exact line's height, four fifths lie above the baseline: so LibreOffice 7.4.7 sets it (measured: ink of 16 pt
/// lines of 29.6 pt), after Word.
const ABOVE_BASELINE: f64 = 0.8;

/// Lines on a page of a paper whose lines stand closer than usual.
const LINES_IF_CLOSE: i32 = 23;

impl Sheet {
    /// An upright sheet.
    ///
    /// By ink: Word's margins are 1907 and 1885 twips, so that the characters' squares reach from 37.0 to 261.9 mm in
    /// LibreOffice as in the PDF. GB/T 33476.2 has 34.58 and 32.58 mm (1960 and 1847), with which the first ink is at
    /// 38.04 to 38.20 mm, outside 37 ± 1. 22 lines of 592 leave 22 twips, room for a paragraph of one point that holds
    /// anchors at the end. By page set-up: 37, 35, 28 and 26 mm, lines of 578. Measured.
    #[must_use]
    pub fn upright(margins: Margins) -> Self {
        let (top, bottom, pitch) = match margins {
            Margins::Ink => (1907, 1885, 592),
            Margins::PageSetup => (2098, 1984, 578),
        };
        Self {
            width: Twip(11906),
            height: Twip(16838),
            top: Twip(top),
            bottom: Twip(bottom),
            left: Twip(1588),
            right: Twip(1474),
            pitch: Twip(pitch),
        }
    }

    /// The same sheet turned: its left edge (订口) is now on top, its bottom edge to the left (7.3.7).
    #[must_use]
    pub fn turned(margins: Margins) -> Self {
        let upright = Self::upright(margins);
        Self {
            width: upright.height,
            height: upright.width,
            // The edge of a table's rule, with which such a page most often begins; the ink of text stands 3.6 mm lower.
            top: upright.left,
            bottom: upright.right,
            left: Mm(page::HEIGHT.0 - page::TOP.0 - page::TEXT_HEIGHT.0).pt().twip(),
            right: page::TOP.pt().twip(),
            pitch: upright.pitch,
        }
    }

    /// Room for lines from top to bottom.
    #[must_use]
    pub fn room(&self) -> Twip {
        Twip(self.height.0 - self.top.0 - self.bottom.0)
    }

    #[must_use]
    pub fn text_width(&self) -> Twip {
        Twip(self.width.0 - self.left.0 - self.right.0)
    }

    /// Where the text area begins at the left.
    #[must_use]
    pub fn text_left(&self) -> Pt {
        self.left.pt()
    }

    /// Where something stands on the sheet that begins `down` below the top of the text area.
    #[must_use]
    pub fn place(&self, down: Twip) -> Pt {
        Pt(self.top.pt().0 + down.pt().0)
    }

    /// The distance below the text area's top at which a line of the height `pitch` begins, if ink that rises
    /// `rise` above its baseline is to begin at `ink`.
    #[must_use]
    pub fn down_to(&self, ink: Mm, rise: Pt, pitch: Twip) -> Twip {
        let baseline = ink.pt().0 + rise.0;
        Pt(baseline - ABOVE_BASELINE * pitch.pt().0 - self.top.pt().0).twip()
    }
}

/// The distance of a line's baseline from its top.
#[must_use]
pub fn baseline(pitch: Twip) -> Pt {
    Pt(ABOVE_BASELINE * pitch.pt().0)
}

/// What lies below the baseline of a line.
#[must_use]
pub fn below_baseline(pitch: Twip) -> Pt {
    Pt((1.0 - ABOVE_BASELINE) * pitch.pt().0)
}
