//! A face's advances, looked up in the font once.

use std::sync::OnceLock;

/// Characters a block: their advances are read together when the first of them is asked for.
const BLOCK: u32 = 256;
const BLOCKS: usize = char::MAX as usize / BLOCK as usize + 1;

/// The advances of one block in the font's units, `None` where there is no glyph.
#[derive(Debug)]
struct Block {
    units_per_em: u16,
    advances: Vec<Option<u16>>,
}

/// Advances by character.
#[derive(Debug)]
pub struct Metrics {
    blocks: OnceLock<Vec<OnceLock<Block>>>,
}

impl Metrics {
    pub const fn new() -> Self {
        Self { blocks: OnceLock::new() }
    }

    /// A character's advance in em; `None` where the face has no glyph for it. `data` gives the font file, and is
    /// asked only when it has to be read.
    pub fn advance<'a>(&self, character: char, data: impl FnOnce() -> &'a [u8], index: u32) -> Option<f64> {
        let code = u32::from(character);
        let blocks = self.blocks.get_or_init(|| std::iter::repeat_with(OnceLock::new).take(BLOCKS).collect());
        let block = blocks.get((code / BLOCK) as usize)?;
        let block = block.get_or_init(|| Block::read(data(), index, code - code % BLOCK));
        let advance = block.advances.get((code % BLOCK) as usize).copied().flatten()?;
        Some(f64::from(advance) / f64::from(block.units_per_em))
    }
}

impl Block {
    /// Empty where the file is no font.
    fn read(data: &[u8], index: u32, first: u32) -> Self {
        let Ok(face) = ttf_parser::Face::parse(data, index) else {
            return Self { units_per_em: 1000, advances: Vec::new() };
        };
        let advance = |code| face.glyph_hor_advance(face.glyph_index(char::from_u32(code)?)?);
        Self { units_per_em: face.units_per_em(), advances: (first..first + BLOCK).map(advance).collect() }
    }
}
