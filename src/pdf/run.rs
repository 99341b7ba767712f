//! One run of glyphs: what krilla draws it from.

use std::iter::repeat;

use krilla::geom::{Point, Transform};
use krilla::surface::Surface;
use krilla::text::{Font, KrillaGlyph};

use super::PdfError;
use super::faces::Faces;
use super::ink::{fill, pt};
use crate::layout::{Glyphs, Ink, Mark};

/// A run whose glyphs have been found in its face.
pub struct Run<'a> {
    /// How all of its glyphs are set, and where the first stands.
    set: &'a Glyphs,
    font: Font,
    text: String,
    glyphs: Vec<KrillaGlyph>,
}

/// Whether the second mark goes on where the first ends: on its line and set as it is, if behind a gap. One run is
/// written faster than two, and its text read as one.
pub fn goes_on(mark: &Mark, next: &Mark) -> bool {
    let (Ink::Glyphs(run), Ink::Glyphs(more)) = (&mark.ink, &next.ink) else { return false };
    let set = |glyphs: &Glyphs| (glyphs.face, glyphs.size, glyphs.colour, glyphs.baseline);
    let is_plain = |glyphs: &Glyphs| glyphs.stretch == 100 && !glyphs.turned;
    mark.part == next.part && set(run) == set(more) && is_plain(run) && is_plain(more)
}

impl<'a> Run<'a> {
    /// Of `marks` that go on from each other, the first of which is `set`.
    pub fn new(set: &'a Glyphs, marks: &[Mark], faces: &mut Faces) -> Result<Self, PdfError> {
        let face = faces.get(set.face)?;
        let mut run = Self { set, font: face.font.clone(), text: String::new(), glyphs: Vec::new() };
        // Advances are where the next glyph stands on the page; krilla counts in em, before any stretching.
        let em = pt(set.size) * stretch(set);
        let mut end = pt(set.left);
        for mark in marks {
            let Ink::Glyphs(set) = &mark.ink else { continue };
            let left = pt(set.left);
            if let Some(last) = run.glyphs.last_mut() {
                last.x_advance += (left - end) / em;
            }
            end = left;
            for (character, advance) in set.text.chars().zip(set.advances.iter().copied().chain(repeat(0.0))) {
                let at = run.text.len();
                run.text.push(character);
                let glyph = face.glyph(character)?;
                run.glyphs.push(KrillaGlyph::new(glyph, advance / em, 0.0, 0.0, 0.0, at..run.text.len(), None));
                end += advance;
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
