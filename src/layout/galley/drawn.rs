//! What stands on the pages: every glyph, rule and picture at its place.

use std::sync::Arc;

use super::super::fonts::{FaceId, GlyphId};
use super::super::origins::OriginId;
use super::super::style::Colour;
use super::super::unit::Pt;
use crate::document::{Engine, Image};

/// A page with all that stands on it.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    pub landscape: bool,
    /// In the order in which they are read.
    pub drawn: Vec<Drawn>,
}

/// Something on a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawn {
    pub part: Part,
    pub ink: Ink,
}

/// What a thing is part of: this is the structure of the tagged PDF.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The element of that index.
    Element(usize),
    /// A paragraph of a cell: the element's index, the row's and that of the cell among the row's cells, and the
    /// paragraph's.
    Cell { element: usize, row: usize, cell: usize, paragraph: usize },
    /// Not part of the text: page numbers, rules, heads of tables that stand again.
    Artifact,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Ink {
    Glyphs(Glyphs),
    /// `element`: what it is a line of.
    Rule {
        from: (Pt, Pt),
        to: (Pt, Pt),
        weight: Pt,
        colour: Colour,
        element: Engine,
    },
    Picture {
        image: Image,
        left: Pt,
        top: Pt,
    },
}

/// Glyphs of one face on one baseline. Lengths are from the sheet's left and top edge.
#[derive(Debug, Clone, PartialEq)]
pub struct Glyphs {
    pub text: Arc<str>,
    pub face: FaceId,
    pub size: Pt,
    /// As in [`Paragraph::stretch`].
    pub stretch: u8,
    pub colour: Colour,
    pub left: Pt,
    pub baseline: Pt,
    /// One for each character.
    pub glyphs: Vec<Glyph>,
    /// Turned clockwise by 90° about its beginning: page numbers of landscape pages.
    pub turned: bool,
}

/// A glyph in its place in a run.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Glyph {
    pub id: GlyphId,
    /// The distance to the next one's left edge.
    pub advance: f32,
    pub origin: OriginId,
}

impl Part {
    /// Its place in the order of reading; artifacts last.
    #[must_use]
    pub fn order(self) -> (usize, usize, usize, usize) {
        match self {
            Self::Element(element) => (element, 0, 0, 0),
            Self::Cell { element, row, cell, paragraph } => (element, row, cell, paragraph),
            Self::Artifact => (usize::MAX, 0, 0, 0),
        }
    }
}
