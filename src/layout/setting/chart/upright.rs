//! 柱形图 and 折线图: figures upright above the names of their items.

use super::drawing::{Drawing, THICK, THIN};
use super::figures::{Figures, Item};
use super::label::{At, LINE, Label};
use super::legend;
use super::looks::{BLACK, FAINT, look};
use super::scale::Scale;
use crate::document::ChartKind;
use crate::layout::galley::Dash;

/// How high the figures rise.
const HIGH: f64 = 150.0;
/// Between an axis and what stands at it.
const GAP: f64 = 4.0;
/// How much of an item's width its columns take, and how wide a column is at most.
const FILLED: f64 = 0.76;
const WIDEST: f64 = 30.0;

/// Where figures stand.
struct Plot {
    left: f64,
    top: f64,
    bottom: f64,
    /// Of an item.
    slot: f64,
    scale: Scale,
}

impl Plot {
    fn middle(&self, item: usize) -> f64 {
        self.left + self.slot * (count(item) + 0.5)
    }

    fn height_of(&self, figure: f64) -> f64 {
        self.bottom - (self.bottom - self.top) * self.scale.share(figure)
    }
}

#[expect(clippy::cast_precision_loss, reason = "a chart has some tens of items")]
fn count(number: usize) -> f64 {
    number as f64
}

pub(super) fn draw(drawing: &mut Drawing, figures: &Figures) {
    legend::draw(drawing, figures);
    // The figure above the highest point.
    let top = drawing.height + LINE;
    let scale = Scale::of(&figures.known());
    let marks: Vec<(f64, Label)> =
        scale.marks().into_iter().map(|(mark, number)| (mark, drawing.mark_label(&number))).collect();
    let left = marks.iter().map(|(_, label)| label.width()).fold(0.0, f64::max) + GAP;
    let slot = (drawing.width - left) / count(figures.items.len());
    let plot = Plot { left, top, bottom: top + HIGH, slot, scale };
    for (mark, label) in marks {
        let y = plot.height_of(mark);
        drawing.line(vec![(left, y), (drawing.width, y)], THIN, FAINT, Dash::Solid);
        drawing.put(label, (left - GAP, At::Right), y - LINE / 2.0);
    }
    match figures.chart.kind {
        ChartKind::Lines => lines(drawing, figures, &plot),
        _ => columns(drawing, figures, &plot),
    }
    let zero = plot.height_of(0.0);
    drawing.line(vec![(left, zero), (drawing.width, zero)], THIN, BLACK, Dash::Solid);
    drawing.height = plot.bottom + GAP;
    names(drawing, figures, &plot);
}

/// The names below the items.
fn names(drawing: &mut Drawing, figures: &Figures, plot: &Plot) {
    let top = drawing.height;
    for (at, item) in figures.items.iter().enumerate() {
        let label = drawing.label(item.name, plot.slot - 1.0);
        drawing.height = drawing.height.max(top + label.height());
        drawing.put(label, (plot.middle(at), At::Middle), top);
    }
}

fn columns(drawing: &mut Drawing, figures: &Figures, plot: &Plot) {
    let series = figures.series.len();
    let width = (plot.slot * FILLED / count(series)).min(WIDEST);
    let has_room = figures_fit(drawing, figures, if series == 1 { plot.slot } else { width });
    let zero = plot.height_of(0.0);
    for (at, Item { figures, .. }) in figures.items.iter().enumerate() {
        let first = plot.middle(at) - width * count(series) / 2.0;
        for (index, (text, figure)) in figures.iter().enumerate() {
            let left = first + width * count(index);
            let Some(figure) = figure else {
                // What is not known is told, so that nobody takes it for 0.
                let label = drawing.mark_label("—");
                drawing.put(label, (left + width / 2.0, At::Middle), zero - LINE - 1.0);
                continue;
            };
            let y = plot.height_of(*figure);
            drawing.rectangle((left, y.min(zero)), (left + width, y.max(zero)), look(index).grey);
            if has_room {
                let label = drawing.line_label(text);
                let top = if *figure < 0.0 { y + 1.0 } else { y - LINE - 1.0 };
                drawing.put(label, (left + width / 2.0, At::Middle), top);
            }
        }
    }
}

/// Whether every figure can stand above its own column or point and touch none beside it.
fn figures_fit(drawing: &mut Drawing, figures: &Figures, room: f64) -> bool {
    let texts = figures.items.iter().flat_map(|item| &item.figures).map(|(text, _)| *text);
    texts.into_iter().all(|text| drawing.line_label(text).width() + 1.0 <= room)
}

fn lines(drawing: &mut Drawing, figures: &Figures, plot: &Plot) {
    let has_room = figures.series.len() == 1 && figures_fit(drawing, figures, plot.slot);
    for series in 0..figures.series.len() {
        let look = look(series);
        let mut points: Vec<Option<(f64, f64)>> = Vec::new();
        for (at, item) in figures.items.iter().enumerate() {
            let figure = item.figures.get(series).and_then(|(_, figure)| *figure);
            points.push(figure.map(|figure| (plot.middle(at), plot.height_of(figure))));
        }
        // Where nothing is known the line is broken.
        for stretch in points.split(Option::is_none) {
            let stretch: Vec<(f64, f64)> = stretch.iter().copied().flatten().collect();
            if stretch.len() > 1 {
                drawing.line(stretch, THICK, BLACK, look.dash);
            }
        }
        for (point, item) in points.iter().zip(&figures.items) {
            let Some(point) = *point else { continue };
            drawing.mark(look.mark, point);
            if let (true, Some((text, _))) = (has_room, item.figures.get(series)) {
                let label = drawing.line_label(text);
                drawing.put(label, (point.0, At::Middle), point.1 - LINE - GAP);
            }
        }
    }
}
