//! A document's elements in their order and measure (GB/T 9704-2012, 7 and 10), each broken into lines.
//!
//! What changes here changes the bytes of papers: see [`VERSION`](super::VERSION).

mod attachment;
mod body;
mod chart;
mod closing_up;
mod columns;
mod ending;
mod head;
mod imprint;
mod lines;
mod organ_mark;
mod sealed;
mod signers;
mod table;
mod table_columns;

use std::ops::Range;

use chrono::{Datelike as _, NaiveDate};

use super::breaking::FARTHEST;
use super::breaking::measure::{Cell, cells, natural_width};
use super::breaking::spread::GAP;
use super::fonts::{Advances, Fonts, NamedFonts, Role};
use super::galley::{Blank, Element, Galley, Line, Paragraph, Section, Tab};
use super::missing::MissingGlyph;
use super::origins::Origins;
use super::sheet::{Grid, Sheet};
use super::style::{Align, Style};
use super::unit::{Pt, Twip};
use crate::document::{Document, Text};
use closing_up::Closable;
pub use closing_up::ClosedParagraph;
use lines::{behind_tab, filled, tabbed, whole_line, width_on_grid};

/// Glyphs of a line with two ends are narrowed to this, in hundredths, and no more.
const NARROWEST: i64 = 75;

/// A document's elements with their lines, in a galley that has no pages yet.
pub struct SetElements {
    pub galley: Galley,
    /// Its paragraphs that may come to take a line less.
    closable: Vec<Closable>,
}

impl SetElements {
    /// Those of its paragraphs in a range that may take a line less, with their lines then, those first that are changed least.
    pub fn closed_up(&self, range: &Range<usize>) -> Vec<ClosedParagraph> {
        closing_up::closed_up(&self.closable, &self.galley.elements, range)
    }
}

/// Sets a document's elements in finished lines.
///
/// Body text, headings, 主送 and the like stand on the grid: their lines carry the grid's tracking, or one near it
/// where word processors would else break elsewhere. An element without text takes no room.
///
/// # Errors
/// Every character that no font has, in the order in which they are read.
pub fn elements(document: &Document, fonts: &Fonts, grid: Grid) -> Result<SetElements, Vec<MissingGlyph>> {
    let mut setter = Setter::new(document, fonts, grid);
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
    setter.sheet = grid.upright();
    setter.imprint(document);
    if !setter.missing.is_empty() {
        return Err(setter.missing);
    }
    let date = document.signature.as_ref().map(|signature| &signature.date).or(document.head.date.as_ref());
    let galley = Galley {
        form: document.form,
        margins: grid.margins,
        word_fonts: document.word_fonts.clone(),
        title: document.called(),
        author: document.author.clone(),
        date: date.and_then(|date| parts_of_date(&date.plain())),
        pitch: grid.pitch,
        closed_up: None,
        elements: setter.elements,
        pages: Vec::new(),
        origins: setter.origins,
    };
    Ok(SetElements { galley, closable: setter.closable })
}

struct Setter<'a> {
    fonts: &'a Fonts,
    named_fonts: NamedFonts<'a>,
    grid: Grid,
    /// Of what is being set.
    sheet: Sheet,
    /// Names that a title keeps whole.
    names: &'a [String],
    elements: Vec<Element>,
    closable: Vec<Closable>,
    missing: Vec<MissingGlyph>,
    origins: Origins,
}

impl<'a> Setter<'a> {
    fn new(document: &'a Document, fonts: &'a Fonts, grid: Grid) -> Self {
        Self {
            fonts,
            named_fonts: fonts.named(&document.word_fonts),
            grid,
            sheet: grid.upright(),
            names: &document.names,
            elements: Vec::new(),
            closable: Vec::new(),
            missing: Vec::new(),
            origins: Origins::default(),
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
        self.fill_cells(paragraph, &cells)
    }

    /// The same of characters that are measured already.
    fn fill_cells(&self, paragraph: Paragraph, cells: &[Cell]) -> Paragraph {
        let width = Twip(self.sheet.text_width().0 - paragraph.left.0 - paragraph.right.0);
        filled(paragraph, cells, width)
    }

    /// Adds a paragraph that begins with a label at `indent`; a tab behind it, and turnover stands under what follows the tab.
    ///
    /// The tab's place is a little farther than the label is wide at the paragraph's own tracking, since its line may
    /// have to carry another.
    fn add_labelled(&mut self, paragraph: Paragraph, indent: Twip, label: (Role, &Text), text: &Text) {
        let labelled = self.labelled(paragraph, indent, label, text);
        self.add(labelled);
    }

    /// Such a paragraph.
    fn labelled(&mut self, paragraph: Paragraph, indent: Twip, label: (Role, &Text), text: &Text) -> Paragraph {
        let (role, label) = label;
        let tracking = paragraph.style.tracking();
        let cells = self.measure(role, paragraph.size, label);
        let count = i32::try_from(cells.len()).unwrap_or(0);
        let natural = natural_width(&cells, paragraph.size.twip(), GAP).twip();
        let width = Twip(natural.0 + count * (tracking.0 + FARTHEST));
        let left = Twip(indent.0 + width.0);
        // The text begins at the tab, where its other lines begin.
        let mut filled = self.fill(Paragraph { left, first: Twip(0), ..paragraph }, text);
        filled.first = Twip(-width.0);
        filled.tabs.push(Tab { at: left, right: false });
        if let Some(first) = filled.lines.first_mut() {
            first.pieces.iter_mut().take(1).for_each(|piece| piece.tab = true);
            first.pieces.splice(0..0, whole_line(&cells, tracking).pieces);
        }
        filled
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
    fn add_text(&mut self, style: Style, text: &Text) {
        self.add_filled(self.styled(style), text);
    }

    /// Adds a paragraph whose style, indents and size are set, with the lines into which the text breaks.
    fn add_filled(&mut self, paragraph: Paragraph, text: &Text) {
        let filled = self.fill(paragraph, text);
        self.add(filled);
    }

    /// The text's characters with their faces, widths and origins; those that no face has are noted.
    fn measure(&mut self, role: Role, size: Pt, text: &Text) -> Vec<Cell> {
        let (fonts, named_fonts) = (self.fonts, self.named_fonts);
        let characters = text.0.iter().flat_map(|run| run.text.chars());
        let mut lacking = false;
        let mut measured = cells(characters, size.twip(), |character| {
            named_fonts.measure(role, character).unwrap_or_else(|| {
                lacking = true;
                Advances { face: fonts.role(role), found: 1.0, named: 1.0 }
            })
        });
        if lacking {
            self.missing.extend(MissingGlyph::all_in(text, |character| fonts.face_for(role, character).is_none()));
        }
        let mut cells = measured.iter_mut();
        for run in &text.0 {
            let origin = self.origins.add(&run.origin);
            cells.by_ref().take(run.text.chars().count()).for_each(|cell| cell.origin = origin);
        }
        measured
    }

    /// The width of text of a style on the grid, in one line.
    fn width(&mut self, style: Style, text: &Text) -> Twip {
        let cells = self.measure(style.role(), style.size(), text);
        width_on_grid(style, &cells)
    }

    /// One line of pieces, with no break however long it is.
    fn line(&mut self, role: Role, size: Pt, tracking: Twip, text: &Text) -> Line {
        whole_line(&self.measure(role, size, text), tracking)
    }
}

/// Year, month and day of 2021年1月8日.
fn parts_of_date(text: &str) -> Option<(i16, i8, i8)> {
    let date = NaiveDate::parse_from_str(text, "%Y年%m月%d日").ok()?;
    Some((date.year().try_into().ok()?, date.month().try_into().ok()?, date.day().try_into().ok()?))
}
