//! One run of glyphs: what krilla draws it from.

use std::iter::repeat;

use krilla::geom::{Point, Transform};
use krilla::surface::Surface;
use krilla::text::{Font, GlyphId, KrillaGlyph};

use super::error::PdfError;
use super::faces::Faces;
use super::ink::{fill, pt};
use zhoubao::layout::{self, Drawn, Glyphs, Ink};

/// The box that stands for what a font lacks; a galley that was set has none.
const LACKING: layout::fonts::GlyphId = layout::fonts::GlyphId(0);

/// A run as krilla takes it.
pub struct Run<'a> {
    /// How all of its glyphs are set, and where the first stands.
    set: &'a Glyphs,
    font: Font,
    text: String,
    glyphs: Vec<KrillaGlyph>,
}

/// Whether the second mark goes on where the first ends: on its line and set as it is, if behind a gap. One run is
/// written faster than two, and its text read as one.
pub fn goes_on(one: &Drawn, next: &Drawn) -> bool {
    let (Ink::Glyphs(run), Ink::Glyphs(more)) = (&one.ink, &next.ink) else { return false };
    let are_set_alike =
        (run.face, run.size, run.colour, run.baseline) == (more.face, more.size, more.colour, more.baseline);
    one.part == next.part && are_set_alike && is_plain(run) && is_plain(more)
}

/// Neither narrowed nor turned.
fn is_plain(run: &Glyphs) -> bool {
    run.stretch == 100 && !run.turned
}

impl<'a> Run<'a> {
    /// Of those `drawn` that go on from each other, the first of which is `set`.
    pub fn new(set: &'a Glyphs, drawn: &[Drawn], faces: &mut Faces) -> Result<Self, PdfError> {
        let mut run = Self { set, font: faces.get(set.face)?, text: String::new(), glyphs: Vec::new() };
        // Advances are where the next glyph stands on the page; krilla counts in em, before any stretching.
        let em = pt(set.size) * stretch(set);
        let mut end = pt(set.left);
        for one in drawn {
            let Ink::Glyphs(set) = &one.ink else { continue };
            let left = pt(set.left);
            if let Some(last) = run.glyphs.last_mut() {
                last.x_advance += (left - end) / em;
            }
            end = left;
            // Nothing is ever dropped: a character without a glyph is an error.
            let glyphs = set.glyphs.iter().map(Some).chain(repeat(None));
            for (character, glyph) in set.text.chars().zip(glyphs) {
                let Some(glyph) = glyph.filter(|glyph| glyph.id != LACKING) else {
                    return Err(faces.lacks(set.face, character));
                };
                let at = run.text.len();
                run.text.push(character);
                let id = GlyphId::new(u32::from(glyph.id.0));
                run.glyphs.push(KrillaGlyph::new(id, glyph.advance / em, 0.0, 0.0, 0.0, at..run.text.len(), None));
                end += glyph.advance;
            }
        }
        Ok(run)
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
        surface.draw_glyphs(start, &self.glyphs, self.font, &self.text, pt(self.set.size), false);
    }
}

fn stretch(set: &Glyphs) -> f32 {
    f32::from(set.stretch.max(1)) / 100.0
}
