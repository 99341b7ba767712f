//! Page numbers (7.5).

use std::sync::Arc;

use super::super::galley::{Drawn, Glyph, Glyphs, Ink, Part};
use super::super::page;
use super::super::style::Style;
use super::super::unit::{Mm, Pt};
use super::placer::Placer;
use super::run::width;

impl Placer<'_> {
    /// `— 1 —`: outside, one character in, its dashes 7 mm below the text area. On a turned page it stays where it is on
    /// the sheet.
    pub fn number(&self, number: usize, landscape: bool) -> Drawn {
        let definition = Style::PageNumber.definition();
        let (face, size) = (self.fonts.role(definition.role), definition.size);
        let text = format!("— {number} —");
        let mut glyphs = Vec::new();
        for character in text.chars() {
            let (id, advance) = self.fonts.glyph(face, character);
            #[expect(clippy::cast_possible_truncation, reason = "points on a sheet")]
            let advance = (advance * size.0) as f32;
            glyphs.push(Glyph { id, advance, origin: self.page_number });
        }
        let inset = definition.right.pt().0;
        let outside = if number.is_multiple_of(2) {
            page::LEFT.pt().0 + inset
        } else {
            Mm(page::LEFT.0 + page::TEXT_WIDTH.0).pt().0 - inset - width(&glyphs)
        };
        let dash = self.fonts.face(face).extent('—').map_or(0.0, |(low, high)| f64::midpoint(low, high));
        let on_sheet = page::PAGE_NUMBER.pt().0 + dash * size.0;
        // The sheet's left edge is the top of a turned page, its bottom the left.
        let (left, baseline) = if landscape { (page::HEIGHT.pt().0 - on_sheet, outside) } else { (outside, on_sheet) };
        let run = Glyphs {
            text: Arc::from(text),
            face,
            size,
            stretch: 100,
            colour: definition.colour,
            left: Pt(left),
            baseline: Pt(baseline),
            glyphs,
            turned: landscape,
        };
        Drawn { part: Part::Artifact, ink: Ink::Glyphs(run) }
    }
}
