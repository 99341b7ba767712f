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
    /// Whether an element stands whole and on one page with the element behind it.
    ///
    /// So does the signature, from the paragraph before it on: a signature is neither torn nor alone on a page without
    /// text (7.3.5.4). A paragraph of more than [`LONGEST_KEPT`] lines is left to break.
    #[must_use]
    pub fn keeps_with_next(&self, at: usize) -> bool {
        let is_organ =
            |element: &Element| matches!(element, Element::Paragraph(paragraph) if paragraph.style == Style::Organ);
        let Some(organ) = self.elements.iter().position(is_organ) else { return false };
        let text = organ.saturating_sub(2);
        let first =
            if self.elements.get(text).is_some_and(|last| last.lines() <= LONGEST_KEPT) { text } else { text + 1 };
        (first..=organ).contains(&at)
    }

    /// How many pages its lines fill: 22 grid lines a page, a title's line somewhat higher (5.2.3).
    #[must_use]
    pub fn pages(&self) -> usize {
        let room = page::WORD_PITCH.0.saturating_mul(page::LINES.cast_signed());
        let (mut pages, mut used) = (1, 0);
        for (at, element) in self.elements.iter().enumerate() {
            for line in 0..element.lines() {
                let mut needed = element.line_height();
                if line == 0 && self.keeps_with_next(at) {
                    needed = self.kept_height(at);
                }
                if used > 0 && used + needed > room {
                    (pages, used) = (pages + 1, 0);
                }
                used += element.line_height();
            }
        }
        pages
    }

    /// The height of the element at `at` and of all that it keeps with.
    fn kept_height(&self, at: usize) -> i32 {
        let kept = self
            .elements
            .iter()
            .enumerate()
            .skip(at)
            .take_while(|(next, _)| *next == at || self.keeps_with_next(next - 1));
        kept.map(|(_, element)| {
            i32::try_from(element.lines()).unwrap_or(i32::MAX).saturating_mul(element.line_height())
        })
        .sum()
    }
}

/// A paragraph that moves to the next page with the signature leaves no more than this many lines empty.
const LONGEST_KEPT: usize = 10;

impl Element {
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
