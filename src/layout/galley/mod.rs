//! A set paper: what `layout` hands to the writers.
//!
//! It says everything twice, from one source. `elements` are what flows, in order, each with its lines and its exact
//! height: Word's file is made of them, and a word processor lays them out again and comes to the same pages.
//! `pages` are where every glyph, rule and picture then stands: the PDF is made of them.

mod chart;
mod close_setting;
mod drawn;
mod element;
mod paragraph;
mod parted_number;
mod table;
mod traced;

pub use chart::Chart;
pub use close_setting::CloseSetting;
pub use drawn::{Dash, Drawn, Glyph, Glyphs, Grey, Ink, Page, Paint, Part, Shape};
pub use element::{Blank, Element, Section};
pub use paragraph::{Fixed, Line, Paragraph, Picture, Piece, Rule, RuleKind, Tab};
pub use parted_number::PartedNumber;
pub use table::{Table, TableCell, TableRow};
pub use traced::TracedGlyph;

use std::sync::Arc;

use super::origins::Origins;
use super::style::Style;
use super::unit::{Pt, Twip};
use crate::document::{Form, Margins, Origin, WordFonts};

/// A whole paper, broken into lines and pages.
#[derive(Debug, Clone, PartialEq)]
pub struct Galley {
    pub form: Form,
    pub margins: Margins,
    pub word_fonts: WordFonts,
    /// The title as one string, for the files' properties.
    pub title: String,
    pub author: String,
    /// 成文日期: year, month, day; PDF/A demands a date, and no clock may be asked.
    pub date: Option<(i16, i8, i8)>,
    /// The grid's line pitch in Word's file.
    pub pitch: Twip,
    /// How it was set closer than usual, where that has saved a page.
    pub closed_up: Option<CloseSetting>,
    pub elements: Vec<Element>,
    pub pages: Vec<Page>,
    /// Where the text of both comes from.
    pub origins: Origins,
}

impl Galley {
    /// Whether page 1 shows text of the body (正文), as 7.3.3 demands.
    #[must_use]
    pub fn begins_on_page_1(&self) -> bool {
        self.pages.first().is_none_or(|page| self.shows_text(page))
    }

    /// Whether a 署名, stamp or 成文日期 stands on a page without text, against 7.3.5.4.
    #[must_use]
    pub fn signature_stands_alone(&self) -> bool {
        self.pages.iter().any(|page| self.elements_on(page).any(Element::is_of_signature) && !self.shows_text(page))
    }

    fn elements_on<'a>(&'a self, page: &'a Page) -> impl Iterator<Item = &'a Element> {
        page.drawn.iter().filter_map(|drawn| match drawn.part {
            Part::Element(element) | Part::Cell { element, .. } => self.elements.get(element),
            Part::Artifact => None,
        })
    }

    /// Whether a page shows text of the body, a table of it, 附件说明 or attendance.
    fn shows_text(&self, page: &Page) -> bool {
        self.elements_on(page).any(|element| match element {
            Element::Paragraph(paragraph) => {
                paragraph.style.is_of_body() || matches!(paragraph.style, Style::Enclosure | Style::Attendance)
            }
            Element::Table(table) => table.ruled,
            Element::Chart(_) => true,
            Element::Blank(_) | Element::Section(_) => false,
        })
    }

    /// Every paragraph, those in cells of tables too, in the order in which they are read.
    pub fn paragraphs(&self) -> impl Iterator<Item = &Paragraph> {
        self.elements.iter().flat_map(|element| -> Box<dyn Iterator<Item = &Paragraph>> {
            match element {
                Element::Paragraph(paragraph) => Box::new(std::iter::once(paragraph)),
                Element::Table(table) => {
                    Box::new(table.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.paragraphs))
                }
                Element::Chart(_) | Element::Blank(_) | Element::Section(_) => Box::new(std::iter::empty()),
            }
        })
    }

    /// Every glyph of a page, in the order in which they are read.
    pub fn traced<'a>(&'a self, page: &'a Page) -> impl Iterator<Item = TracedGlyph<'a>> {
        page.drawn.iter().flat_map(|drawn| TracedGlyph::all_of(drawn, &self.origins))
    }

    /// Where that comes from which shows at a point of a page, `left` and `top` from the sheet's edges.
    #[must_use]
    pub fn origin_at(&self, page: usize, left: Pt, top: Pt) -> Option<&Arc<Origin>> {
        self.traced(self.pages.get(page)?).find(|glyph| glyph.covers(left, top))?.origin
    }
}
