//! One run of glyphs: what krilla draws it from.

use krilla::geom::{Point, Transform};
use krilla::surface::Surface;
use krilla::text::{Font, KrillaGlyph};

use super::PdfError;
use super::faces::Faces;
use super::ink::{fill, pt};
use crate::layout::Glyphs;

/// A run whose glyphs have been found in its face.
pub struct Run<'a> {
    set: &'a Glyphs,
    font: Font,
    glyphs: Vec<KrillaGlyph>,
}

impl<'a> Run<'a> {
    pub fn new(set: &'a Glyphs, faces: &mut Faces) -> Result<Self, PdfError> {
        let face = faces.get(set.face)?;
        // Advances are where the next glyph stands on the page; krilla counts in em, before any stretching.
        let em = pt(set.size) * stretch(set);
        let advances = set.advances.iter().copied().chain(std::iter::repeat(0.0));
        let glyph = |((at, character), advance): ((usize, char), f32)| {
            let text = at..at + character.len_utf8();
            Ok(KrillaGlyph::new(face.glyph(character)?, advance / em, 0.0, 0.0, 0.0, text, None))
        };
        let glyphs = set.text.char_indices().zip(advances).map(glyph).collect::<Result<_, PdfError>>()?;
        Ok(Self { set, font: face.font.clone(), glyphs })
    }

    pub fn is_empty(&self) -> bool {
        self.glyphs.is_empty()
    }

    /// Where its line begins, seen from the page's top.
    pub fn top(&self) -> f32 {
        pt(self.set.baseline) - pt(self.set.size)
    }

    pub fn draw(self, surface: &mut Surface) {
        let (x, y, stretch) = (pt(self.set.left), pt(self.set.baseline), stretch(self.set));
        surface.set_fill(Some(fill(self.set.colour)));
        let transform = match (self.set.turned, self.set.stretch) {
            (false, 100) => return self.draw_at(Point::from_xy(x, y), surface),
            (false, _) => Transform::from_row(stretch, 0.0, 0.0, 1.0, x, y),
            (true, _) => Transform::from_row(0.0, stretch, -1.0, 0.0, x, y),
        };
        surface.push_transform(&transform);
        self.draw_at(Point::from_xy(0.0, 0.0), surface);
        surface.pop();
    }

    fn draw_at(self, start: Point, surface: &mut Surface) {
        surface.draw_glyphs(start, &self.glyphs, self.font, &self.set.text, pt(self.set.size), false);
    }
}

fn stretch(set: &Glyphs) -> f32 {
    f32::from(set.stretch.max(1)) / 100.0
}
