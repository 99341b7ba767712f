//! What all papers need of a face, found out once.

use std::sync::OnceLock;

use ttf_parser::Permissions;

use super::face_codes::FaceCodes;
use super::outlines::Outlines;
use crate::layout::fonts::{Face, GlyphId};

pub struct FaceNotes {
    pub units_per_em: u16,
    /// By glyphs, in the font's units.
    advances: Vec<u16>,
    /// Its licence forbids that a file holds it.
    pub is_restricted: bool,
    /// Whether a glyph may be made wider.
    pub may_widen: bool,
    pub codes: OnceLock<FaceCodes>,
}

impl FaceNotes {
    /// Those of a face; `None` where its file is no font, or cannot be read.
    pub fn for_face(face: &Face) -> Option<&Self> {
        face.notes(|| face.look(Self::read).flatten())?.as_ref()
    }

    fn read(data: &[u8], index: u32) -> Option<Self> {
        let parsed = ttf_parser::Face::parse(data, index).ok()?;
        let advance = |glyph| parsed.glyph_hor_advance(ttf_parser::GlyphId(glyph)).unwrap_or_default();
        Some(Self {
            units_per_em: parsed.units_per_em().max(1),
            advances: (0..parsed.number_of_glyphs()).map(advance).collect(),
            is_restricted: parsed.permissions() == Some(Permissions::Restricted),
            may_widen: !matches!(Outlines::read(data, index, &parsed), Outlines::Others { .. }),
            codes: OnceLock::new(),
        })
    }

    /// In the font's units; of a glyph that the face lacks, none.
    pub fn advance(&self, glyph: GlyphId) -> u16 {
        self.advances.get(usize::from(glyph.0)).copied().unwrap_or_default()
    }
}
