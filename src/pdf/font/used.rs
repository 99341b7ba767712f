//! What a paper shows of a face.

use crate::layout::fonts::GlyphId;

/// A glyph of a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Used {
    pub glyph: GlyphId,
    /// How much wider it is than in the face, in the face's units: so the gap behind it is its own, and no reader takes the
    /// gap for a blank.
    pub widening: u16,
}
