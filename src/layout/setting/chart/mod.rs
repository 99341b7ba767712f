//! Charts: drawn in black, white and greys, with their figures beside what shows them wherever there is room.

mod bars;
mod drawing;
mod figures;
mod label;
mod legend;
mod looks;
mod scale;
mod shares;
mod upright;

use super::Setter;
use crate::document::{self, ChartKind};
use crate::layout::galley::{Chart, Element, Paragraph};
use crate::layout::style::Style;
use crate::layout::unit::{Pt, Twip};
use drawing::Drawing;
use figures::Figures;

/// So many lines of a page are left for the caption below a chart.
const CAPTION_LINES: i32 = 3;

/// Room above a chart, in points.
const ABOVE: f64 = 8.0;

impl Setter<'_> {
    /// A chart and its caption.
    pub(super) fn chart(&mut self, chart: &document::Chart) {
        let figures = Figures::of(chart);
        let width = self.sheet.text_width();
        let mut drawing = Drawing::new(self, width.pt());
        drawing.height = ABOVE;
        match chart.kind {
            ChartKind::Columns | ChartKind::Lines => upright::draw(&mut drawing, &figures),
            ChartKind::Bars => bars::draw(&mut drawing, &figures),
            ChartKind::Shares => shares::draw(&mut drawing, &figures),
        }
        let (inks, height) = drawing.finish();
        let most = Twip(self.sheet.room().0 - CAPTION_LINES * self.sheet.pitch.0).pt();
        // One that a page has no room for is drawn smaller, so that nothing of it is lost.
        let scale = (most.0 / height.0).min(1.0);
        let left = width.pt().0 * (1.0 - scale) / 2.0;
        let inks = inks.iter().map(|ink| ink.placed(scale, left, 0.0)).collect();
        let height = Pt(height.0 * scale).twip();
        let description = chart.description();
        self.elements.push(Element::Chart(Chart { width, height, inks, description }));
        let caption = Paragraph { keep_lines: true, ..self.styled(Style::Caption) };
        self.add_filled(caption, &chart.caption);
    }
}
