//! What the template reads: the galley as plain data, with every length in points.
//!
//! A writer's text stands in it as strings only, so that nothing in it can become markup.

use jiff::civil::{Date, date};
use serde::Serialize;

use super::faces::Faces;
use crate::layout::fonts::{Fonts, Role};
use crate::layout::{Align, Element, Galley, Line, Mm, Paragraph, Piece, Style, page};

/// Space between Han and Latin, in em: what LibreOffice puts there. Measured.
const GAP: f64 = 0.2;

/// The widest that a line may be, in points, lest typst break it again: the text area's 442.2 less a safety. Measured.
const WIDEST: f64 = 442.15;

/// 页码 (7.5): its dashes stand 7 mm below the text area.
const PAGE_NUMBER_DROP: Mm = Mm(7.0);

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Paper<'a> {
    title: &'a str,
    author: &'a str,
    /// Year, month, day.
    date: (i16, i8, i8),
    page: Page,
    page_number: PageNumber<'a>,
    /// In em.
    gap: f64,
    elements: Vec<Placed<'a>>,
}

/// The sheet, and the margins round the lines' heights, which reach half a line's leading beyond the text area.
#[derive(Serialize)]
struct Page {
    width: f64,
    height: f64,
    top: f64,
    left: f64,
    right: f64,
    bottom: f64,
}

#[derive(Serialize)]
struct PageNumber<'a> {
    face: &'a str,
    size: f64,
    /// From the bottom of the last line's height to the baseline.
    baseline: f64,
    /// 空一字, from the text area's left or right edge.
    inset: f64,
}

/// An element of the galley.
#[derive(Serialize)]
struct Placed<'a> {
    /// Stands whole and on one page with what follows it.
    keep: bool,
    #[serde(flatten)]
    block: Block<'a>,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum Block<'a> {
    Blank {
        pitch: f64,
    },
    Title(Setting<'a>),
    Heading {
        level: u8,
        #[serde(flatten)]
        lines: Setting<'a>,
    },
    Paragraph(Setting<'a>),
}

#[derive(Serialize)]
struct Setting<'a> {
    align: &'static str,
    size: f64,
    /// From baseline to baseline.
    pitch: f64,
    first: f64,
    right: f64,
    lines: Vec<SetLine<'a>>,
}

#[derive(Serialize)]
struct SetLine<'a> {
    tracking: f64,
    pieces: Vec<SetPiece<'a>>,
}

#[derive(Serialize)]
struct SetPiece<'a> {
    text: &'a str,
    face: &'a str,
    gap: bool,
}

impl<'a> Paper<'a> {
    pub fn new(galley: &'a Galley, fonts: &Fonts, faces: &'a Faces) -> Self {
        let foot = page::TOP.0 + page::TEXT_HEIGHT.0;
        let half_leading = (pitch() - page::BODY_SIZE.0) / 2.0;
        let number = fonts.role(Role::SongTi);
        let size = page::SMALL_SIZE.0;
        Self {
            title: &galley.title,
            author: &galley.author,
            date: day(galley),
            page: Page {
                width: page::WIDTH.pt().0,
                height: page::HEIGHT.pt().0,
                top: page::TOP.pt().0 - half_leading,
                left: page::LEFT.pt().0,
                right: Mm(page::WIDTH.0 - page::LEFT.0 - page::TEXT_WIDTH.0).pt().0,
                bottom: Mm(page::HEIGHT.0 - foot).pt().0 - half_leading,
            },
            page_number: PageNumber {
                face: faces.family(number),
                size,
                baseline: PAGE_NUMBER_DROP.pt().0 - half_leading + faces.height_of_dash(number) * size,
                inset: size,
            },
            gap: GAP,
            elements: blocks(galley, fonts, faces),
        }
    }
}

/// The paper's own date (成文日期): PDF/A demands one, and no clock may be asked. A paper that states none gets the first
/// day of 1970, which is no paper's date.
fn day(galley: &Galley) -> (i16, i8, i8) {
    let dated = galley.elements.iter().find_map(|element| match element {
        Element::Paragraph(paragraph) if paragraph.style == Style::Date => Some(paragraph),
        _ => None,
    });
    let pieces = dated.into_iter().flat_map(|paragraph| &paragraph.lines).flat_map(|line| &line.pieces);
    let text: String = pieces.map(|piece| piece.text.as_str()).collect();
    let date = Date::strptime("%Y年%m月%d日", &text).unwrap_or(date(1970, 1, 1));
    (date.year(), date.month(), date.day())
}

/// The grid's line pitch, in points: the first line's characters begin at the text area's top edge and the last one's
/// end at its bottom edge (5.2.1 measures to the characters), so 225 mm hold 21 pitches and one character. That is
/// 29.61 pt; Word's file has 29.6.
fn pitch() -> f64 {
    (page::TEXT_HEIGHT.pt().0 - page::BODY_SIZE.0) / f64::from(page::LINES - 1)
}

/// PDF/UA allows no heading to stand more than one level below the one before it; where a paper leaves a level out,
/// the structure (not the page) lifts its heading.
fn blocks<'a>(galley: &'a Galley, fonts: &Fonts, faces: &'a Faces) -> Vec<Placed<'a>> {
    let mut depth = 0;
    let block = |element: &'a Element| {
        let Element::Paragraph(paragraph) = element else { return Block::Blank { pitch: pitch() } };
        let lines = lines(paragraph, fonts, faces);
        let wanted = match paragraph.style {
            Style::Title => return Block::Title(lines),
            Style::Heading1 => 1,
            Style::Heading2 => 2,
            Style::Heading3 => 3,
            Style::Heading4 => 4,
            _ => return Block::Paragraph(lines),
        };
        depth = wanted.min(depth + 1);
        Block::Heading { level: depth, lines }
    };
    let blocks = galley.elements.iter().map(block).enumerate();
    blocks.map(|(at, block)| Placed { keep: galley.keeps_with_next(at), block }).collect()
}

fn lines<'a>(paragraph: &'a Paragraph, fonts: &Fonts, faces: &'a Faces) -> Setting<'a> {
    let size = paragraph.style.size().0;
    let first = paragraph.first.pt().0;
    let right = paragraph.right.pt().0;
    let lines = paragraph.lines.iter().enumerate().map(|(index, line)| {
        let room = WIDEST - right - if index == 0 { first } else { 0.0 };
        SetLine { tracking: tracking(line, size, room, fonts), pieces: pieces(line, faces) }
    });
    Setting {
        align: match paragraph.align {
            Align::Justify => "justify",
            Align::Right => "right",
            Align::Centre => "centre",
        },
        size,
        pitch: match paragraph.style {
            // As many grid lines as in Word's file, so that both break pages alike.
            Style::Title => f64::from(page::WORD_TITLE_PITCH.0) / f64::from(page::WORD_PITCH.0) * pitch(),
            _ => pitch(),
        },
        first,
        right,
        lines: lines.collect(),
    }
}

fn pieces<'a>(line: &'a Line, faces: &'a Faces) -> Vec<SetPiece<'a>> {
    let piece = |piece: &'a Piece| SetPiece { text: &piece.text, face: faces.family(piece.face), gap: piece.gap };
    line.pieces.iter().map(piece).collect()
}

/// The line's own tracking in points, or as much less as brings the line into `room`.
///
/// Typst puts no tracking behind the last character of a run, and a run ends with its piece or where Latin letters
/// begin or end.
fn tracking(line: &Line, size: f64, room: f64, fonts: &Fonts) -> f64 {
    let mut slack = room;
    let mut tracked = 0_u32;
    for piece in &line.pieces {
        slack -= if piece.gap { GAP * size } else { 0.0 };
        let mut before = None;
        for character in piece.text.chars() {
            slack -= fonts.advance(piece.face, character) * size;
            let latin = character.is_alphabetic() && character.is_ascii();
            tracked += u32::from(before == Some(latin));
            before = Some(latin);
        }
    }
    let own = line.tracking.pt().0;
    if slack < own * f64::from(tracked) { slack / f64::from(tracked.max(1)) } else { own }
}
