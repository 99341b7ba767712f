//! A face's glyphs and their advances, looked up in the font once.

use std::num::NonZeroU16;

/// Characters a block.
const BLOCK: u32 = 256;
/// In em: the widest character that a paper may have, a dash three characters long, has 3. A font whose glyphs are wider is
/// damaged, and no line would hold them.
const WIDEST: u32 = 4;
const BLOCKS: usize = char::MAX as usize / BLOCK as usize + 1;

/// A glyph's number in its font. Number 0 is the box that stands for what a font lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct GlyphId(pub u16);

/// A glyph's number, and its advance in the font's units.
#[derive(Debug, Clone, Copy)]
struct Known {
    glyph: NonZeroU16,
    advance: u16,
}

/// The glyphs of a block, `None` where there is none.
type Block = [Option<Known>; BLOCK as usize];

/// The glyph of every character that a face has. A face without any stands for a file that is no font.
#[derive(Debug, Default)]
pub struct Metrics {
    units_per_em: u16,
    blocks: Vec<Option<Box<Block>>>,
}

impl Metrics {
    /// Reads the face at `index` of a font file.
    pub fn read(data: &[u8], index: u32) -> Option<Self> {
        let face = ttf_parser::Face::parse(data, index).ok()?;
        let mut metrics = Self { units_per_em: face.units_per_em(), blocks: vec![None; BLOCKS] };
        for table in face.tables().cmap?.subtables.into_iter().filter(ttf_parser::cmap::Subtable::is_unicode) {
            table.codepoints(|code| {
                let found = table.glyph_index(code).and_then(|glyph| Known::read(&face, glyph));
                if let (Some(found), Some(slot)) = (found, metrics.blocks.get_mut((code / BLOCK) as usize)) {
                    let block = slot.get_or_insert_with(|| Box::new([None; BLOCK as usize]));
                    block[(code % BLOCK) as usize].get_or_insert(found);
                }
            });
        }
        Some(metrics)
    }

    /// A character's glyph, and its advance in em; `None` where the face has no glyph for it.
    pub fn glyph(&self, character: char) -> Option<(GlyphId, f64)> {
        let code = u32::from(character);
        let block = self.blocks.get((code / BLOCK) as usize)?.as_ref()?;
        let found = block.get((code % BLOCK) as usize).copied().flatten()?;
        Some((GlyphId(found.glyph.get()), f64::from(found.advance) / f64::from(self.units_per_em)))
    }
}

impl Known {
    fn read(face: &ttf_parser::Face, glyph: ttf_parser::GlyphId) -> Option<Self> {
        let advance = face.glyph_hor_advance(glyph)?;
        let is_sensible = u32::from(advance) <= WIDEST * u32::from(face.units_per_em());
        is_sensible.then_some(Self { glyph: NonZeroU16::new(glyph.0)?, advance })
    }
}
