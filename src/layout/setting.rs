//! A document's elements in their places (GB/T 9704-2012, 7.2 and 7.3), each broken into lines.

use super::breaking::measure::{Cell, Length, cells, natural_width};
use super::breaking::{self, Break};
use super::fonts::{FaceId, Fonts};
use super::galley::{Align, Element, Galley, Line, Paragraph, Piece, Style};
use super::missing::MissingGlyph;
use super::unit::Twip;
use super::{page, title};
use crate::document::{Block, Document, Level, Signature, Text};

/// The gap between Han and Latin as the PDF and LibreOffice set it, in em. Word's is 1/4.
const GAP: f64 = 0.2;

/// Sets a document in finished lines.
///
/// Body text, headings, 主送 and 附注 stand on the grid: their lines carry the grid's tracking, or one near it where
/// word processors would else break elsewhere. 发文字号 and the signature carry the grid's tracking, the title none.
/// An element without text takes no room.
///
/// # Errors
/// Every character that no font has, in the order in which they are read.
pub fn set(document: &Document, fonts: &Fonts) -> Result<Galley, Vec<MissingGlyph>> {
    let mut setter = Setter { fonts, elements: Vec::new(), missing: Vec::new() };
    setter.head(document);
    setter.body(document);
    if let Some(signature) = &document.signature {
        setter.signature(signature);
    }
    if let Some(note) = &document.note {
        setter.text(Style::Note, page::INDENT, note);
    }
    if setter.missing.is_empty() {
        let author = document.author.clone();
        Ok(Galley { title: document.title.plain(), author, elements: setter.elements })
    } else {
        Err(setter.missing)
    }
}

struct Setter<'a> {
    fonts: &'a Fonts,
    elements: Vec<Element>,
    missing: Vec<MissingGlyph>,
}

impl Setter<'_> {
    /// 发文字号, two lines below it the title, one line below that 主送.
    fn head(&mut self, document: &Document) {
        if let Some(number) = &document.head.number {
            let cells = self.measure(Style::Number, number);
            let lines = locked_lines(Style::Number, &cells, Twip(0));
            self.paragraph(Style::Number, Align::Centre, Twip(0), Twip(0), lines);
            self.elements.extend([Element::Blank, Element::Blank]);
        }
        let cells = self.measure(Style::Title, &document.title);
        let mut start = 0;
        let mut lines = Vec::new();
        for end in title::lines(&cells, em(Style::Title)) {
            lines.push(line(&cells, Break { end, tracking: Twip(0), fragile: false }, start));
            start = end;
        }
        self.paragraph(Style::Title, Align::Centre, Twip(0), Twip(0), lines);
        self.elements.push(Element::Blank);
        if let Some(addressee) = &document.addressee {
            self.text(Style::Addressee, Twip(0), addressee);
        }
    }

    fn body(&mut self, document: &Document) {
        for block in &document.body {
            match block {
                Block::Heading { level, text } => self.text(heading(*level), page::INDENT, text),
                Block::Paragraph(text) => self.text(Style::Body, page::INDENT, text),
            }
        }
    }

    /// 署名 over 成文日期, unsealed (7.3.5.2): the date begins two characters to the right of the 署名, and the one of
    /// them that ends farther right ends two characters before the edge; where the date is the shorter, that is the
    /// 署名. Widths are those of the type itself, gaps and tracking included.
    fn signature(&mut self, signature: &Signature) {
        let organ = self.measure(Style::Organ, &signature.organ);
        let date = self.measure(Style::Date, &signature.date);
        let two = Twip(2 * page::CHARACTER.0);
        let longer = Twip(width(&organ).0 - width(&date).0);
        let (organ_right, date_right) = if longer.0 >= 0 { (two, longer) } else { (Twip(2 * two.0 - longer.0), two) };
        self.elements.push(Element::Blank);
        for (style, cells, right) in [(Style::Organ, organ, organ_right), (Style::Date, date, date_right)] {
            let lines = locked_lines(style, &cells, Twip(0));
            let right = if lines.len() > 1 { Twip(0) } else { right };
            self.paragraph(style, Align::Right, Twip(0), right, lines);
        }
    }

    fn text(&mut self, style: Style, first: Twip, text: &Text) {
        let cells = self.measure(style, text);
        let lines = locked_lines(style, &cells, first);
        self.paragraph(style, Align::Justify, first, Twip(0), lines);
    }

    fn paragraph(&mut self, style: Style, align: Align, first: Twip, right: Twip, lines: Vec<Line>) {
        if !lines.is_empty() {
            self.elements.push(Element::Paragraph(Paragraph { style, align, first, right, lines }));
        }
    }

    /// The text's characters with their faces and widths; those that no face has are noted, and left out.
    fn measure(&mut self, style: Style, text: &Text) -> Vec<Cell> {
        let role = style.role();
        let fonts = self.fonts;
        let characters = text.0.iter().flat_map(|run| run.text.chars());
        let mut lacking = false;
        let measured = cells(characters, em(style), |character| {
            fonts.measure(role, character).unwrap_or_else(|| {
                lacking = true;
                (fonts.role(role), 1.0)
            })
        });
        if lacking {
            self.missing.extend(MissingGlyph::all_in(text, |character| fonts.face_for(role, character).is_none()));
        }
        measured
    }
}

fn heading(level: Level) -> Style {
    match level {
        Level::One => Style::Heading1,
        Level::Two => Style::Heading2,
        Level::Three => Style::Heading3,
        Level::Four => Style::Heading4,
    }
}

fn em(style: Style) -> Twip {
    style.size().twip()
}

/// The width of text at the grid's tracking.
fn width(cells: &[Cell]) -> Twip {
    let tracking = i32::try_from(cells.len()).unwrap_or(0) * page::GRID_TRACKING.0;
    (natural_width(cells, page::BODY_SIZE.twip(), GAP) + Length::from(Twip(tracking))).twip()
}

fn locked_lines(style: Style, cells: &[Cell], first: Twip) -> Vec<Line> {
    let mut start = 0;
    let mut lines = Vec::new();
    for found in breaking::lock(cells, em(style), first) {
        lines.push(line(cells, found, start));
        start = found.end;
    }
    lines
}

/// The line from `start` to a break, in pieces of one face, parted at each gap between Han and Latin.
fn line(cells: &[Cell], found: Break, start: usize) -> Line {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut face: Option<FaceId> = None;
    for cell in cells.get(start..found.end).unwrap_or_default() {
        let gap = cell.has_gap && face.is_some();
        match pieces.last_mut() {
            Some(piece) if !gap && face == Some(cell.face) => piece.text.push(cell.character),
            _ => pieces.push(Piece { text: cell.character.to_string(), face: cell.face, gap }),
        }
        face = Some(cell.face);
    }
    Line { pieces, tracking: found.tracking, fragile: found.fragile }
}
