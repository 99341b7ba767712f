//! One run of glyphs on a page.

use std::iter::repeat;

use pdf_writer::{Content, Name, Str};

use super::error::PdfError;
use super::font::Subsets;
use super::{above_bottom, pt};
use crate::layout::fonts::GlyphId;
use crate::layout::{Drawn, Glyphs, Ink};

/// The box that stands for what a font lacks; a galley that was set has none.
const LACKING: GlyphId = GlyphId(0);

/// A run with the codes of its glyphs.
pub struct Run<'a> {
    /// How all of its glyphs are set, and where the first stands.
    set: &'a Glyphs,
    /// The font among those of the paper.
    pub subset: usize,
    glyphs: Vec<Shown>,
}

/// A glyph by its code, and how far it stands from where the one before ends, in thousandths of the font's size.
#[derive(Debug, Clone, Copy)]
struct Shown {
    code: u16,
    shift: f32,
}

/// Shifts are written as multiples of a hundredth of a thousandth of the font's size. What is left over is made up for by the
/// next one, so that a line ends where it should.
const FINEST: f32 = 0.01;

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

/// A character on its way to the page.
struct Set {
    character: char,
    glyph: GlyphId,
    /// How far the next one's left edge is, in thousandths of the font's size before any stretching.
    advance: f32,
}

impl<'a> Run<'a> {
    /// Of those `drawn` that go on from each other, the first of which is `set`.
    pub fn new(set: &'a Glyphs, drawn: &[Drawn], subsets: &mut Subsets) -> Result<Self, PdfError> {
        let subset = subsets.index(set.face)?;
        let characters = characters(set, drawn, subsets)?;
        let mut glyphs = Vec::with_capacity(characters.len());
        let mut shift = 0.0;
        for Set { character, glyph, advance } in characters {
            let (code, own_advance) = subsets.code(subset, glyph, character, advance)?;
            glyphs.push(Shown { code, shift });
            shift = advance - own_advance;
        }
        Ok(Self { set, subset, glyphs })
    }

    pub fn is_empty(&self) -> bool {
        self.glyphs.is_empty()
    }

    /// Where its line begins, seen from the page's top.
    pub fn top(&self) -> f32 {
        pt(self.set.baseline) - pt(self.set.size)
    }

    /// Draws on a page of that height.
    pub fn draw(&self, height: f32, content: &mut Content) {
        let (x, y) = (pt(self.set.left), above_bottom(height, self.set.baseline));
        let stretch = f32::from(self.set.stretch.max(1)) / 100.0;
        let matrix = if self.set.turned { [0.0, -stretch, 1.0, 0.0, x, y] } else { [stretch, 0.0, 0.0, 1.0, x, y] };
        let font = format!("F{}", self.subset);
        content.begin_text().set_font(Name(font.as_bytes()), pt(self.set.size)).set_text_matrix(matrix);
        {
            let mut positioned = content.show_positioned();
            let mut items = positioned.items();
            let mut shown: Vec<u8> = Vec::with_capacity(2 * self.glyphs.len());
            let mut owed = 0.0;
            for glyph in &self.glyphs {
                owed += glyph.shift;
                let steps = (owed / FINEST).round();
                if steps != 0.0 {
                    if !shown.is_empty() {
                        items.show(Str(&shown));
                        shown.clear();
                    }
                    items.adjust(-steps / 100.0);
                    owed -= steps * FINEST;
                }
                shown.extend(glyph.code.to_be_bytes());
            }
            items.show(Str(&shown));
        }
        content.end_text();
    }
}

/// The characters of all that is drawn. Nothing is ever dropped: a character without a glyph is an error.
fn characters(set: &Glyphs, drawn: &[Drawn], subsets: &Subsets) -> Result<Vec<Set>, PdfError> {
    let em = pt(set.size) * f32::from(set.stretch.max(1)) / 100.0;
    let mut characters: Vec<Set> = Vec::new();
    let mut end = pt(set.left);
    for one in drawn {
        let Ink::Glyphs(set) = &one.ink else { continue };
        let left = pt(set.left);
        if let Some(last) = characters.last_mut() {
            last.advance += (left - end) / em * 1000.0;
        }
        end = left;
        let glyphs = set.glyphs.iter().map(Some).chain(repeat(None));
        for (character, glyph) in set.text.chars().zip(glyphs) {
            let Some(glyph) = glyph.filter(|glyph| glyph.id != LACKING) else {
                return Err(subsets.lacks(set.face, character));
            };
            characters.push(Set { character, glyph: glyph.id, advance: glyph.advance / em * 1000.0 });
            end += glyph.advance;
        }
    }
    Ok(characters)
}
