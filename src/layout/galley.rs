//! A paper as finished lines: what `layout` hands to the writers.

use super::fonts::FaceId;
use super::page;
use super::unit::Twip;

/// A whole paper, in order, broken into lines.
#[derive(Debug, Clone, PartialEq)]
pub struct Galley {
    /// The title as one string, for the files' properties.
    pub title: String,
    pub author: String,
    pub elements: Vec<Element>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Element {
    /// An empty line of the grid (空一行).
    Blank,
    Paragraph(Paragraph),
}

/// What a paragraph is; each is a style of its own in Word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Style {
    /// 发文字号.
    Number,
    Title,
    /// 主送机关.
    Addressee,
    Body,
    Heading1,
    Heading2,
    Heading3,
    Heading4,
    /// 发文机关署名.
    Organ,
    /// 成文日期.
    Date,
    /// 附注.
    Note,
}

impl Style {
    /// Whether a page may not end behind it: the signature never stands half on one page, half on the next.
    #[must_use]
    pub fn keeps_with_next(self) -> bool {
        self == Self::Organ
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Every line but the last stretches to both edges.
    Justify,
    /// To the right edge, less the paragraph's `right` indent.
    Right,
    Centre,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Paragraph {
    pub style: Style,
    pub align: Align,
    /// Indent of the first line from the text area's left edge.
    pub first: Twip,
    /// Distance from the text area's right edge.
    pub right: Twip,
    pub lines: Vec<Line>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub pieces: Vec<Piece>,
    /// Character spacing of the whole line.
    pub tracking: Twip,
    /// The profiles of word processors stay apart on where this line ends: no tracking makes them agree.
    pub fragile: bool,
}

/// Text of one face, without a gap between Han and Latin inside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    pub text: String,
    pub face: FaceId,
    /// A gap between Han and Latin stands before it, on the same line.
    pub gap: bool,
}

impl Galley {
    /// How many pages its lines fill: 22 grid lines a page, a title's line somewhat higher (5.2.3).
    #[must_use]
    pub fn pages(&self) -> usize {
        let room = page::WORD_PITCH.0.saturating_mul(page::LINES.cast_signed());
        let (mut pages, mut used) = (1, 0);
        for (at, element) in self.elements.iter().enumerate() {
            let kept =
                if element.keeps_with_next() { self.elements.get(at + 1).map_or(0, Element::line_height) } else { 0 };
            let mut needed =
                kept + i32::try_from(element.lines()).unwrap_or(i32::MAX).saturating_mul(element.line_height());
            if kept == 0 {
                needed = element.line_height();
            }
            for _ in 0..element.lines() {
                if used + needed > room {
                    (pages, used) = (pages + 1, 0);
                }
                used += element.line_height();
                needed -= if kept == 0 { 0 } else { element.line_height() };
            }
        }
        pages
    }
}

impl Element {
    fn keeps_with_next(&self) -> bool {
        matches!(self, Self::Paragraph(paragraph) if paragraph.style.keeps_with_next())
    }

    fn lines(&self) -> usize {
        match self {
            Self::Blank => 1,
            Self::Paragraph(paragraph) => paragraph.lines.len(),
        }
    }

    /// In Word's unit.
    fn line_height(&self) -> i32 {
        match self {
            Self::Paragraph(paragraph) if paragraph.style == Style::Title => page::WORD_TITLE_PITCH.0,
            _ => page::WORD_PITCH.0,
        }
    }
}
