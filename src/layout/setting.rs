//! A document's elements in their places (GB/T 9704-2012, 7.2 and 7.3), each broken into lines.

use super::breaking::measure::cells;
use super::breaking::{self, Break, Measure};
use super::fonts::{FaceId, Fonts};
use super::galley::{Align, Element, Galley, Line, Paragraph, Piece, Style};
use super::missing::MissingGlyph;
use super::page;
use super::unit::Twip;
use crate::document::{Block, Document, Level, Text};
use crate::layout::breaking::measure::Cell;

/// Sets a document in finished lines.
///
/// # Errors
/// Every character that no font has, in the order in which they are read.
pub fn set(document: &Document, fonts: &Fonts) -> Result<Galley, Vec<MissingGlyph>> {
    let mut setter = Setter { fonts, elements: Vec::new(), missing: Vec::new() };
    if let Some(title) = &document.title {
        setter.text(Style::Title, Twip(0), title);
    }
    for block in &document.body {
        match block {
            Block::Heading { level, text } => setter.text(heading(*level), page::INDENT, text),
            Block::Paragraph(text) => setter.text(Style::Body, page::INDENT, text),
            Block::Table(_) => {}
        }
    }
    if setter.missing.is_empty() {
        Ok(Galley {
            form: document.form,
            margins: document.printing.margins,
            title: document.title.as_ref().map_or_else(String::new, Text::plain),
            author: document.author.clone(),
            date: None,
            pitch: page::WORD_PITCH,
            elements: setter.elements,
            pages: Vec::new(),
        })
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
    fn text(&mut self, style: Style, first: Twip, text: &Text) {
        let cells = self.measure(style, text);
        let width = page::TEXT_WIDTH.pt().twip();
        let measure = Measure { em: style.size().twip(), width, first, tracking: page::GRID_TRACKING };
        let mut start = 0;
        let mut lines = Vec::new();
        for found in breaking::lock(&cells, measure) {
            lines.push(line(&cells, found, start));
            start = found.end;
        }
        self.elements.push(Element::Paragraph(Paragraph {
            style,
            align: Align::Justify,
            size: style.size(),
            stretch: 100,
            pitch: page::WORD_PITCH,
            left: Twip(0),
            first,
            right: Twip(0),
            tabs: Vec::new(),
            above: None,
            below: None,
            fixed: None,
            new_page: false,
            keep_next: false,
            keep_lines: false,
            forced: false,
            lines,
            pictures: Vec::new(),
        }));
    }

    /// The text's characters with their faces and widths; those that no face has are noted, and left out.
    fn measure(&mut self, style: Style, text: &Text) -> Vec<Cell> {
        let role = style.role();
        let fonts = self.fonts;
        let characters = text.0.iter().flat_map(|run| run.text.chars());
        let mut lacking = false;
        let measured = cells(characters, style.size().twip(), |character| {
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

/// The line from `start` to a break, in pieces of one face, parted at each gap between Han and Latin.
fn line(cells: &[Cell], found: Break, start: usize) -> Line {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut face: Option<FaceId> = None;
    for cell in cells.get(start..found.end).unwrap_or_default() {
        let gap = cell.has_gap && face.is_some();
        match pieces.last_mut() {
            Some(piece) if !gap && face == Some(cell.face) => piece.text.push(cell.character),
            _ => pieces.push(Piece { text: cell.character.to_string(), face: cell.face, gap, tab: false }),
        }
        face = Some(cell.face);
    }
    Line { pieces, tracking: found.tracking, fragile: found.fragile }
}
