//! The outlines of glyphs, where they stand in a chart.

use ttf_parser::OutlineBuilder;

use super::Undrawn;
use crate::layout::Glyphs;
use crate::layout::fonts::Fonts;

/// A stretch of an outline; lengths in points from the chart's left and top edge.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Stretch {
    Move([f32; 2]),
    Line([f32; 2]),
    /// Over a point to another.
    Quad([[f32; 2]; 2]),
    Cubic([[f32; 2]; 3]),
    Close,
}

struct Pen {
    left: f32,
    baseline: f32,
    scale: f32,
    stretches: Vec<Stretch>,
}

impl Pen {
    fn at(&self, x: f32, y: f32) -> [f32; 2] {
        [self.left + x * self.scale, self.baseline - y * self.scale]
    }
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.stretches.push(Stretch::Move(self.at(x, y)));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.stretches.push(Stretch::Line(self.at(x, y)));
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.stretches.push(Stretch::Quad([self.at(x1, y1), self.at(x, y)]));
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.stretches.push(Stretch::Cubic([self.at(x1, y1), self.at(x2, y2), self.at(x, y)]));
    }

    fn close(&mut self) {
        self.stretches.push(Stretch::Close);
    }
}

/// The outlines of a run that is neither narrowed nor turned, as those of charts are.
pub fn outlines(run: &Glyphs, fonts: &Fonts) -> Result<Vec<Stretch>, Undrawn> {
    let drawn = fonts.face(run.face).look(|data, index| {
        let face = ttf_parser::Face::parse(data, index).ok()?;
        #[expect(clippy::cast_possible_truncation, reason = "a chart is some 442 pt wide")]
        let [mut left, baseline, size] = [run.left.0, run.baseline.0, run.size.0].map(|length| length as f32);
        let scale = size / f32::from(face.units_per_em().max(1));
        let mut stretches = Vec::new();
        for glyph in &run.glyphs {
            let mut pen = Pen { left, baseline, scale, stretches };
            // A space has no outline.
            face.outline_glyph(ttf_parser::GlyphId(glyph.id.0), &mut pen);
            stretches = pen.stretches;
            left += glyph.advance;
        }
        Some(stretches)
    });
    drawn.flatten().ok_or_else(|| Undrawn::of(run))
}
