//! The fonts of a paper, in the order in which it first needs them.

use pdf_writer::{Pdf, Ref};

use super::subset::Subset;
use crate::layout::fonts::{FaceId, Fonts, GlyphId};
use crate::pdf::error::PdfError;
use crate::pdf::refs::Refs;

pub struct Subsets<'a> {
    fonts: &'a Fonts,
    used: Vec<(FaceId, Subset<'a>)>,
}

impl<'a> Subsets<'a> {
    pub fn new(fonts: &'a Fonts) -> Self {
        Self { fonts, used: Vec::new() }
    }

    /// Which font of the paper a face is.
    pub fn index(&mut self, face: FaceId) -> Result<usize, PdfError> {
        if let Some(known) = self.used.iter().position(|(used, _)| *used == face) {
            return Ok(known);
        }
        self.used.push((face, Subset::new(self.fonts.face(face))?));
        Ok(self.used.len() - 1)
    }

    /// [`Subset::code`] of a font of the paper.
    pub fn code(
        &mut self,
        index: usize,
        glyph: GlyphId,
        character: char,
        advance: f32,
    ) -> Result<(u16, f32), PdfError> {
        match self.used.get_mut(index) {
            Some((_, subset)) => subset.code(glyph, character, advance),
            None => Err(PdfError::Other(format!("没有第 {index} 种字体"))),
        }
    }

    /// That a face has no glyph for a character.
    pub fn lacks(&self, face: FaceId, character: char) -> PdfError {
        PdfError::Glyph { character, family: self.fonts.face(face).family.clone() }
    }

    /// Writes all of them, and gives their numbers.
    pub fn write(&self, pdf: &mut Pdf, refs: &mut Refs) -> Result<Vec<Ref>, PdfError> {
        self.used.iter().map(|(_, subset)| subset.write(pdf, refs)).collect()
    }
}
