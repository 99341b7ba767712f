//! A face's advances, looked up in the font once.

/// Characters a block.
const BLOCK: u32 = 256;
const BLOCKS: usize = char::MAX as usize / BLOCK as usize + 1;

/// The advances of a block in the font's units, `None` where there is no glyph.
type Block = [Option<u16>; BLOCK as usize];

/// The advance of every character that a face has. A face without any stands for a file that is no font.
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
                let advance = table.glyph_index(code).and_then(|glyph| face.glyph_hor_advance(glyph));
                if let (Some(advance), Some(slot)) = (advance, metrics.blocks.get_mut((code / BLOCK) as usize)) {
                    let block = slot.get_or_insert_with(|| Box::new([None; BLOCK as usize]));
                    block[(code % BLOCK) as usize].get_or_insert(advance);
                }
            });
        }
        Some(metrics)
    }

    /// A character's advance in em; `None` where the face has no glyph for it.
    pub fn advance(&self, character: char) -> Option<f64> {
        let code = u32::from(character);
        let block = self.blocks.get((code / BLOCK) as usize)?.as_ref()?;
        let advance = block.get((code % BLOCK) as usize).copied().flatten()?;
        Some(f64::from(advance) / f64::from(self.units_per_em))
    }
}
