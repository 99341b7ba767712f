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
    Shape(Shape),
}

/// An area or a line through points, of a chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Shape {
    /// From the sheet's left and top edge.
    pub points: Vec<(Pt, Pt)>,
    pub paint: Paint,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Paint {
    /// The area within the points.
    Fill(Grey),
    /// The line through them.
    Stroke { weight: Pt, grey: Grey, dash: Dash },
}

/// Lightness of black ink: 0 is black, 255 is the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grey(pub u8);

/// How a line is broken, so that lines are told apart without colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dash {
    Solid,
    Long,
    Short,
    LongShort,
}

impl Dash {
    /// Strokes and gaps by turns, in points; nothing where the line is not broken.
    #[must_use]
    pub fn lengths(self) -> &'static [f32] {
        match self {
            Self::Solid => &[],
            Self::Long => &[6.0, 3.0],
            Self::Short => &[1.5, 2.0],
            Self::LongShort => &[6.0, 2.5, 1.5, 2.5],
        }
    }
}

impl Ink {
    /// The same, smaller or larger about the beginning of its lengths, and then moved.
    #[must_use]
    pub fn placed(&self, scale: f64, left: f64, top: f64) -> Self {
        let place = |(x, y): (Pt, Pt)| (Pt(left + x.0 * scale), Pt(top + y.0 * scale));
        match self.clone() {
            Self::Shape(Shape { points, paint }) => {
                let paint = match paint {
                    Paint::Fill(grey) => Paint::Fill(grey),
                    Paint::Stroke { weight, grey, dash } => Paint::Stroke { weight: Pt(weight.0 * scale), grey, dash },
                };
                Self::Shape(Shape { points: points.into_iter().map(place).collect(), paint })
            }
            Self::Glyphs(mut glyphs) => {
                (glyphs.left, glyphs.baseline) = place((glyphs.left, glyphs.baseline));
                glyphs.size = Pt(glyphs.size.0 * scale);
                #[expect(clippy::cast_possible_truncation, reason = "advances are kept as the PDF has them")]
                glyphs.glyphs.iter_mut().for_each(|glyph| glyph.advance *= scale as f32);
                Self::Glyphs(glyphs)
            }
            Self::Rule { from, to, weight, colour, element } => {
                Self::Rule { from: place(from), to: place(to), weight: Pt(weight.0 * scale), colour, element }
            }
            Self::Picture { image, left, top } => {
                let (left, top) = place((left, top));
                Self::Picture { image, left, top }
            }
        }
    }
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
