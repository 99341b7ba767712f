//! Where every glyph, rule and picture stands on its page.

mod covering;
mod line;
mod page_number;
mod placer;
mod run;
mod table;

pub use placer::Placer;

use super::filling::{Flow, Spot, Stretch};
use super::galley::{Element, Part};
use placer::{Edges, Place, above_line};
use table::ShownRow;

impl Placer<'_> {
    /// What stands at a spot. `is_last`: nothing of its element follows on the same page.
    pub fn spot(&mut self, spot: &Spot, is_last: bool, flow: &Flow) {
        let sheet = flow.sheet(spot.page);
        let top = sheet.place(spot.down).0;
        let left = sheet.text_left().0;
        let right = left + sheet.text_width().pt().0;
        match (self.galley.elements.get(spot.element), spot.what) {
            (Some(Element::Paragraph(paragraph)), Stretch::Line(line)) => {
                let part = Part::Element(spot.element);
                self.line(Place { page: spot.page, part, edges: Edges { left, right } }, paragraph, line, top);
            }
            (Some(Element::Table(table)), Stretch::Row(row)) => {
                let shown = ShownRow {
                    table,
                    element: spot.element,
                    page: spot.page,
                    stretch: row,
                    left: left + table.left.pt().0,
                    top,
                    is_last,
                };
                self.row(shown, flow);
            }
            (Some(Element::Chart(chart)), Stretch::Chart) => {
                for ink in &chart.inks {
                    self.put(spot.page, Part::Element(spot.element), ink.placed(1.0, left, top));
                }
            }
            _ => {}
        }
    }

    /// Paragraphs at places of their own: in the first page's footer, on the first page, or, of the 版记, on the last.
    pub fn fixed(&mut self, last: usize) {
        for (at, element) in self.galley.elements.iter().enumerate() {
            let Element::Paragraph(paragraph) = element else { continue };
            let Some(fixed) = paragraph.fixed else { continue };
            let page = if paragraph.style.is_of_imprint() { last } else { 0 };
            let edges = Edges { left: fixed.left.0, right: fixed.left.0 + fixed.width.0 };
            let place = Place { page, part: Part::Element(at), edges };
            let mut top = fixed.top.0;
            if paragraph.lines.is_empty() {
                self.rules(page, (paragraph.above, top), (paragraph.below, top), edges);
            }
            for line in 0..paragraph.lines.len() {
                // The top of a fixed paragraph is that of its first line; its rule is above.
                self.line(place, paragraph, line, top - above_line(paragraph, line));
                top += paragraph.pitch.pt().0;
            }
        }
    }
}
