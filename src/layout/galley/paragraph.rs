//! A paragraph: its lines, and what hangs on it.

use super::super::fonts::FaceId;
use super::super::origins::OriginId;
use super::super::style::{Align, Colour, Style};
use super::super::unit::{Pt, Twip};
use crate::document::{Engine, Image};

#[derive(Debug, Clone, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a property of its own")]
pub struct Paragraph {
    pub style: Style,
    pub align: Align,
    /// Type size: the style's own but for a mark.
    pub size: Pt,
    /// Width of the glyphs in hundredths of their own: below 100 where a mark would else be too long.
    pub stretch: u8,
    /// Exact height of every line.
    pub pitch: Twip,
    /// Distance of all lines from the text area's left edge, and how much farther (or, negative, less far) that of
    /// the first is.
    pub left: Twip,
    pub first: Twip,
    /// Distance from the text area's right edge.
    pub right: Twip,
    /// Places on the line, from the text area's left edge, to which [`Piece::tab`]s go.
    pub tabs: Vec<Tab>,
    pub above: Option<Rule>,
    pub below: Option<Rule>,
    /// Stands at a place of its own on the sheet and takes no room in the text.
    pub fixed: Option<Fixed>,
    /// Begins a new page.
    pub new_page: bool,
    /// At least its last lines stand on one page with the first of what follows.
    pub keep_next: bool,
    /// Stands whole on one page.
    pub keep_lines: bool,
    /// Its lines end where layout says, by a break in Word's file; all others end of themselves.
    pub forced: bool,
    pub lines: Vec<Line>,
    /// Pictures anchored to it.
    pub pictures: Vec<Picture>,
}

impl Paragraph {
    /// A paragraph as its style has it, without lines; `grid` is the height of a line that the style leaves to the grid.
    #[must_use]
    pub fn new(style: Style, grid: Twip) -> Self {
        let definition = style.definition();
        Self {
            style,
            align: definition.align,
            size: definition.size,
            stretch: 100,
            pitch: definition.pitch.unwrap_or(grid),
            left: Twip(0),
            first: definition.first,
            right: definition.right,
            tabs: Vec::new(),
            above: None,
            below: None,
            fixed: None,
            new_page: false,
            keep_next: false,
            keep_lines: false,
            forced: false,
            lines: Vec::new(),
            pictures: Vec::new(),
        }
    }

    /// The height of a line, with the rules above the first and below the last.
    #[must_use]
    pub fn line_height(&self, line: usize) -> Twip {
        let above = self.above.filter(|_| line == 0).map_or(Twip(0), |rule| rule.height().twip());
        let below = self.below.filter(|_| line + 1 == self.lines.len()).map_or(Twip(0), |rule| rule.height().twip());
        Twip(self.pitch.0 + above.0 + below.0)
    }
}

/// A horizontal rule along a paragraph's edge, as wide as the paragraph.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rule {
    pub kind: RuleKind,
    /// Of the whole rule.
    pub weight: Pt,
    pub colour: Colour,
    /// From the edge of the paragraph's lines to the rule.
    pub gap: Pt,
    /// What it is a line of.
    pub element: Engine,
}

impl Rule {
    /// Of itself and the gap that parts it from the lines.
    #[must_use]
    pub fn height(&self) -> Pt {
        Pt(self.gap.0 + self.weight.0)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RuleKind {
    Single,
    /// 上粗下细 (10.1).
    ThickThin,
    /// 上细下粗 (10.1).
    ThinThick,
}

/// A place on the sheet that does not move with the text: from the sheet's left and top edge.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fixed {
    pub left: Pt,
    /// Of the top of the first line's height (not of its ink).
    pub top: Pt,
    pub width: Pt,
    /// Stands on the first page only, behind the text: Word has it in the first page's footer.
    pub in_footer: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tab {
    pub at: Twip,
    /// The text behind it ends there instead of beginning there.
    pub right: bool,
}

/// A picture at a place of its own, behind the text.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    pub image: Image,
    /// Of its left edge from the sheet's.
    pub left: Pt,
    /// Of its top edge from the top of the paragraph's first line; negative above it.
    pub top: Pt,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub pieces: Vec<Piece>,
    /// Character spacing of the whole line.
    pub tracking: Twip,
    /// The profiles of word processors stay apart on where this line ends: no tracking makes them agree.
    pub fragile: bool,
}

impl Line {
    /// What it says.
    #[must_use]
    pub fn text(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).collect()
    }
}

/// Text of one face and one origin, without a gap between Han and Latin inside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    pub text: String,
    pub face: FaceId,
    pub origin: OriginId,
    /// A gap between Han and Latin stands before it, on the same line.
    pub gap: bool,
    /// A tab stands before it.
    pub tab: bool,
}
