//! A document's elements in their order and measure (GB/T 9704-2012, 7 and 10), each broken into lines.

mod attachment;
mod body;
mod columns;
mod ending;
mod head;
mod imprint;
mod mark;
mod table;

use jiff::civil::Date;

use super::breaking::measure::{Cell, cells, natural_width};
use super::breaking::spread::GAP;
use super::breaking::{self, Break, Measure};
use super::fonts::{FaceId, Fonts, Role};
use super::galley::{Blank, Element, Galley, Line, Paragraph, Piece, Section, Tab};
use super::missing::MissingGlyph;
use super::paging;
use super::sheet::Sheet;
use super::style::{Align, Style};
use super::unit::{Pt, Twip};
use crate::document::{Document, Margins, Text};

/// Glyphs of a line with two ends are narrowed to this, in hundredths, and no more.
const NARROWEST: i64 = 75;

/// Sets a document in finished lines and pages.
///
/// Body text, headings, 主送 and the like stand on the grid: their lines carry the grid's tracking, or one near it
/// where word processors would else break elsewhere. An element without text takes no room.
///
/// # Errors
/// Every character that no font has, in the order in which they are read.
pub fn set(document: &Document, fonts: &Fonts) -> Result<Galley, Vec<MissingGlyph>> {
    let mut setter = Setter::new(document, fonts);
    setter.head(document);
    setter.body(&document.body);
    setter.ending(document);
    for attachment in &document.attachments {
        setter.attachment(attachment);
    }
    if document.imprint.is_none() && setter.ends_turned() {
        // A wide table at the end has opened an upright section that nothing stands in.
        setter.elements.pop();
    }
    setter.sheet = Sheet::upright(document.printing.margins);
    setter.imprint(document);
    if !setter.missing.is_empty() {
        return Err(setter.missing);
    }
    let date = document.signature.as_ref().map(|signature| &signature.date).or(document.head.date.as_ref());
    let mut galley = Galley {
        form: document.form,
        margins: document.printing.margins,
        title: name(document),
        author: document.author.clone(),
        date: date
            .and_then(|date| Date::strptime("%Y年%m月%d日", date.plain()).ok())
            .map(|date| (date.year(), date.month(), date.day())),
        pitch: setter.sheet.pitch,
        elements: setter.elements,
        pages: Vec::new(),
    };
    paging::lay(&mut galley, document.printing.both_sides, fonts);
    Ok(galley)
}

/// What the paper is called: its title, or what stands in its place.
fn name(document: &Document) -> String {
    let marks = || document.head.mark.iter().flat_map(|mark| &mark.organs).chain(&document.head.issue);
    document.title.as_ref().map_or_else(|| marks().map(Text::plain).collect(), Text::plain)
}

struct Setter<'a> {
    fonts: &'a Fonts,
    sheet: Sheet,
    margins: Margins,
    /// Names that a title keeps whole.
    names: &'a [String],
    elements: Vec<Element>,
    missing: Vec<MissingGlyph>,
}

impl<'a> Setter<'a> {
    fn new(document: &'a Document, fonts: &'a Fonts) -> Self {
        let margins = document.printing.margins;
        Self {
            fonts,
            sheet: Sheet::upright(margins),
            margins,
            names: &document.names,
            elements: Vec::new(),
            missing: Vec::new(),
        }
    }

    /// 空一行.
    fn blank(&mut self) {
        self.room(self.sheet.pitch);
    }

    /// Room of a height.
    fn room(&mut self, height: Twip) {
        if height.0 > 0 {
            self.elements.push(Element::Blank(Blank { height, keep_next: false }));
        }
    }

    /// A page of its own for what follows.
    fn section(&mut self, section: Section, sheet: Sheet) {
        self.elements.push(Element::Section(section));
        self.sheet = sheet;
    }

    /// A paragraph as its style has it, without lines.
    fn styled(&self, style: Style) -> Paragraph {
        Paragraph::new(style, self.sheet.pitch)
    }

    /// Breaks `text` into the lines of a paragraph whose style, indents and size are set.
    fn fill(&mut self, paragraph: Paragraph, text: &Text) -> Paragraph {
        let cells = self.measure(paragraph.style.role(), paragraph.size, text);
        let width = Twip(self.sheet.text_width().0 - paragraph.left.0 - paragraph.right.0);
        filled(paragraph, &cells, width)
    }

    /// A paragraph that begins with a label at `indent`; a tab behind it, and turnover stands under what follows the tab.
    ///
    /// The tab's place is a little farther than the label is wide at the paragraph's own tracking, since its line may
    /// have to carry another.
    fn labelled(&mut self, paragraph: Paragraph, indent: Twip, label: (Role, &Text), text: &Text) -> Paragraph {
        let (role, label) = label;
        let tracking = paragraph.style.tracking();
        let label = self.line(role, paragraph.size, tracking, label);
        let count = i32::try_from(label.text().chars().count()).unwrap_or(0);
        let cells: Vec<Cell> = self.measure(role, paragraph.size, &Text::engine(&label.text()));
        let natural = natural_width(&cells, paragraph.size.twip(), GAP).twip();
        let width = Twip(natural.0 + count * (tracking.0 + breaking::FARTHEST));
        let left = Twip(indent.0 + width.0);
        // The text begins at the tab, where its other lines begin.
        let mut paragraph = self.fill(Paragraph { left, first: Twip(0), ..paragraph }, text);
        paragraph.first = Twip(-width.0);
        paragraph.tabs.push(Tab { at: left, right: false });
        if let Some(first) = paragraph.lines.first_mut() {
            first.pieces.iter_mut().take(1).for_each(|piece| piece.tab = true);
            first.pieces.splice(0..0, label.pieces);
        }
        paragraph
    }

    /// A line with one text at its left and one at its right end, each `inset` from the edge. Where both are too long for
    /// the width, their glyphs are narrowed a little; where that does not do, the right one has a line of its own.
    fn two_ended(&mut self, style: Style, inset: Twip, left: &Text, right: &Text) -> Vec<Paragraph> {
        let room = Twip(self.sheet.text_width().0 - 2 * inset.0);
        let em = style.size().twip();
        let needed = Twip(self.width(style, left).0.saturating_add(self.width(style, right).0).saturating_add(em.0));
        let share = i64::from(room.0) * 100 / i64::from(needed.0.max(1));
        if share < NARROWEST {
            let own = Paragraph { align: Align::Left, left: inset, right: inset, ..self.styled(style) };
            let other = Paragraph { align: Align::Right, right: inset, ..self.styled(style) };
            return vec![self.fill(own, left), self.fill(other, right)];
        }
        let ends = [left, right].map(|text| self.line(style.role(), style.size(), style.tracking(), text));
        let mut paragraph = Paragraph { align: Align::Left, ..self.styled(style) };
        paragraph.stretch = u8::try_from(share.min(100)).unwrap_or(100);
        // Tabs and no indent: a rule below reaches from edge to edge.
        let end = Tab { at: Twip(self.sheet.text_width().0 - inset.0), right: true };
        paragraph.tabs = vec![Tab { at: inset, right: false }, end];
        paragraph.lines = vec![behind_tab(tabbed(ends.into()))];
        vec![paragraph]
    }

    /// Adds a paragraph, unless it has no lines.
    fn add(&mut self, paragraph: Paragraph) {
        if !paragraph.lines.is_empty() {
            self.elements.push(Element::Paragraph(paragraph));
        }
    }

    /// Adds a paragraph as its style has it.
    fn text(&mut self, style: Style, text: &Text) {
        let paragraph = self.fill(self.styled(style), text);
        self.add(paragraph);
    }

    /// The text's characters with their faces and widths; those that no face has are noted, and left out.
    fn measure(&mut self, role: Role, size: Pt, text: &Text) -> Vec<Cell> {
        let fonts = self.fonts;
        let characters = text.0.iter().flat_map(|run| run.text.chars());
        let mut lacking = false;
        let measured = cells(characters, size.twip(), |character| {
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

    /// The width of text of a style on the grid, in one line.
    fn width(&mut self, style: Style, text: &Text) -> Twip {
        let cells = self.measure(style.role(), style.size(), text);
        let tracking = i32::try_from(cells.len()).unwrap_or(0).saturating_mul(style.tracking().0);
        Twip(natural_width(&cells, style.size().twip(), GAP).twip().0.saturating_add(tracking))
    }

    /// One line of pieces, with no break however long it is.
    fn line(&mut self, role: Role, size: Pt, tracking: Twip, text: &Text) -> Line {
        let cells = self.measure(role, size, text);
        line(&cells, Break { end: cells.len(), tracking, fragile: false }, 0)
    }
}

/// Stretches of one line, a tab before each but the first.
fn tabbed(stretches: Vec<Line>) -> Line {
    let tracking = stretches.first().map_or(Twip(0), |line| line.tracking);
    let mut whole = Line { pieces: Vec::new(), tracking, fragile: false };
    for (at, stretch) in stretches.into_iter().enumerate() {
        let mut pieces = stretch.pieces;
        match pieces.first_mut() {
            Some(first) => first.tab = at > 0,
            None => continue,
        }
        whole.pieces.extend(pieces);
    }
    whole
}

/// The line with a tab before all of it.
fn behind_tab(mut line: Line) -> Line {
    if let Some(first) = line.pieces.first_mut() {
        first.tab = true;
    }
    line
}

/// A paragraph with its lines, in the width given.
fn filled(mut paragraph: Paragraph, cells: &[Cell], width: Twip) -> Paragraph {
    let (em, first) = (paragraph.size.twip(), paragraph.first);
    let measure = Measure { em, width, first, tracking: paragraph.style.tracking() };
    let mut start = 0;
    for found in breaking::lock(cells, measure) {
        paragraph.lines.push(line(cells, found, start));
        start = found.end;
    }
    paragraph
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
