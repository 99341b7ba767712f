//! How a face draws its glyphs, and a font of some of them.

use std::sync::OnceLock;

use subsetter::GlyphRemapper;
use ttf_parser::{RawFace, Tag};

use super::cff::Cff;
use super::face_codes::FaceCodes;
use super::truetype::TrueType;
use super::used::Used;
use crate::pdf::deflated::deflated;

/// Outlines of a face.
pub enum Outlines<'a> {
    Cff(Cff<'a>),
    TrueType(TrueType<'a>),
    /// Any others: `subsetter` cuts the font down, and no glyph gets wider.
    Others {
        /// The font file, and which of its faces it is.
        data: &'a [u8],
        index: u32,
        is_cff: bool,
    },
}

/// A font as it stands in a file.
pub struct Program {
    /// Deflated.
    pub bytes: Vec<u8>,
    /// How long it is before; only TrueType's is told.
    pub length: Option<usize>,
    pub is_cff: bool,
}

impl<'a> Outlines<'a> {
    /// Those of the face at `index` of a font file, which has been parsed.
    pub fn read(data: &'a [u8], index: u32, parsed: &ttf_parser::Face<'a>) -> Self {
        let raw = parsed.raw_face();
        let bounds = parsed.global_bounding_box();
        let bounds = [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max];
        let cff = raw.table(Tag::from_bytes(b"CFF "));
        if let Some(cff) = cff.and_then(|table| Cff::read(table, parsed.units_per_em(), bounds)) {
            return Self::Cff(cff);
        }
        if let Some(truetype) = TrueType::read(raw) {
            return Self::TrueType(truetype);
        }
        Self::Others { data, index, is_cff: cff.is_some() }
    }

    /// A font of those glyphs in that order, the first of which is the one for what a font lacks; `codes` is what is kept of
    /// the face's glyphs.
    pub fn font(&self, codes: &OnceLock<FaceCodes>, name: &str, used: &[Used]) -> Option<Program> {
        match self {
            Self::Cff(cff) => {
                let samples = || samples(cff.count()).filter_map(|glyph| cff.program(glyph));
                let bytes = cff.font(name, used, codes.get_or_init(|| FaceCodes::for_samples(samples())))?;
                Some(Program { bytes, length: None, is_cff: true })
            }
            Self::TrueType(truetype) => {
                let samples = || samples(truetype.count()).filter_map(|glyph| truetype.outline(glyph));
                let codes = codes.get_or_init(|| FaceCodes::for_samples(samples()));
                let (bytes, length) = truetype.font(used, codes)?;
                Some(Program { bytes, length: Some(length), is_cff: false })
            }
            Self::Others { data, index, is_cff } => others(data, *index, used, *is_cff),
        }
    }
}

/// Some glyphs of a face, from its whole length.
fn samples(count: u32) -> impl Iterator<Item = u16> {
    /// So many tell how frequent each byte is in all.
    const ENOUGH: u32 = 100;
    let step = (count / ENOUGH).max(1);
    (0..count).step_by(usize::try_from(step).unwrap_or(1)).filter_map(|glyph| u16::try_from(glyph).ok())
}

fn others(data: &[u8], index: u32, used: &[Used], is_cff: bool) -> Option<Program> {
    let mut mapper = GlyphRemapper::new();
    for glyph in used {
        mapper.remap(glyph.glyph.0);
    }
    let font = subsetter::subset(data, index, &mapper).ok()?;
    if !is_cff {
        return Some(Program { bytes: deflated(&font), length: Some(font.len()), is_cff });
    }
    let table = RawFace::parse(&font, 0).ok()?.table(Tag::from_bytes(b"CFF "))?;
    Some(Program { bytes: deflated(table), length: None, is_cff })
}
