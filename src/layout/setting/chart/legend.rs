//! What stands above a chart: the unit of its figures, and which series looks like what.

use super::drawing::{Drawing, THICK};
use super::figures::Figures;
use super::label::{At, LINE};
use super::looks::{BLACK, look};
use crate::document::ChartKind;

/// Between a mark and its name, between a name and the next mark, and below the whole.
const GAP: f64 = 4.0;
const APART: f64 = 14.0;
const BELOW: f64 = 4.0;
/// How long the mark of a series is, and how high.
const LONG: f64 = 18.0;
const HIGH: f64 = 8.0;

/// The unit at the left, and where there are several series their names and marks behind it.
pub(super) fn draw(drawing: &mut Drawing, figures: &Figures) {
    let unit = figures.unit();
    if unit.is_none() && figures.series.len() < 2 {
        return;
    }
    let mut left = 0.0;
    let mut top = drawing.height;
    if let Some(unit) = unit {
        let label = drawing.label(&unit, drawing.width);
        left = label.width() + APART;
        drawing.put(label, (0.0, At::Left), top);
    }
    for (at, name) in figures.series.iter().enumerate().filter(|_| figures.series.len() > 1) {
        let label = drawing.label(name, drawing.width - LONG - GAP);
        if left + LONG + GAP + label.width() > drawing.width {
            (left, top) = (0.0, top + LINE);
        }
        let middle = top + LINE / 2.0;
        let look = look(at);
        if figures.chart.kind == ChartKind::Lines {
            drawing.line(vec![(left, middle), (left + LONG, middle)], THICK, BLACK, look.dash);
            drawing.mark(look.mark, (left + LONG / 2.0, middle));
        } else {
            drawing.rectangle((left, middle - HIGH / 2.0), (left + LONG, middle + HIGH / 2.0), look.grey);
        }
        let (width, height) = (label.width(), label.height());
        drawing.put(label, (left + LONG + GAP, At::Left), top);
        left += LONG + GAP + width + APART;
        top += height - LINE;
    }
    drawing.height = top + LINE + BELOW;
}
