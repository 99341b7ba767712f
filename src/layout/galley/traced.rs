//! A glyph on a page, and where it comes from.

use std::sync::Arc;

use super::super::origins::Origins;
use super::super::unit::Pt;
use super::drawn::{Drawn, Glyph, Glyphs, Ink, Part};
use crate::document::Origin;

/// How far the type's square reaches above the baseline, in em; the rest of it lies below.
const ABOVE_BASELINE: f64 = 0.88;

/// A glyph on a page.
#[derive(Debug, Clone, Copy)]
pub struct TracedGlyph<'a> {
    pub character: char,
    pub glyph: Glyph,
    /// The run that it stands in: its face, size and baseline.
    pub run: &'a Glyphs,
    /// Its distance from the run's beginning, along the baseline.
    pub along: Pt,
    pub part: Part,
    /// Every glyph of a galley that was set has one.
    pub origin: Option<&'a Arc<Origin>>,
}

impl<'a> TracedGlyph<'a> {
    /// The glyphs of a drawn, in order.
    pub(super) fn all_of(drawn: &'a Drawn, origins: &'a Origins) -> impl Iterator<Item = Self> {
        let run = if let Ink::Glyphs(glyphs) = &drawn.ink { Some(glyphs) } else { None };
        run.into_iter().flat_map(move |run| {
            let mut end = 0.0;
            run.text.chars().zip(&run.glyphs).map(move |(character, glyph)| {
                let along = Pt(end);
                end += f64::from(glyph.advance);
                let origin = origins.get(glyph.origin);
                Self { character, glyph: *glyph, run, along, part: drawn.part, origin }
            })
        })
    }

    /// Whether the square in which it stands has that point of the sheet.
    pub(super) fn covers(&self, left: Pt, top: Pt) -> bool {
        let (right_of_start, below_baseline) = (left.0 - self.run.left.0, top.0 - self.run.baseline.0);
        // A turned run goes down the sheet, and its type rises to the right.
        let (along, above) =
            if self.run.turned { (below_baseline, right_of_start) } else { (right_of_start, -below_baseline) };
        let size = self.run.size.0;
        (self.along.0..self.along.0 + f64::from(self.glyph.advance)).contains(&along)
            && ((ABOVE_BASELINE - 1.0) * size..ABOVE_BASELINE * size).contains(&above)
    }
}
