//! 饼形图: the parts of a whole as slices, numbered, and a list of them beside.

use std::f64::consts::TAU;

use super::drawing::Drawing;
use super::figures::Figures;
use super::label::{At, LINE, Label};
use super::looks::slice;
use crate::layout::galley::Grey;

const RADIUS: f64 = 68.0;
/// From the slices to their numbers, and to the list.
const OUT: f64 = 9.0;
const LIST: f64 = 26.0;
/// Between numbers, along the circle.
const LEAST_APART: f64 = 0.16;
/// A circle is drawn of so many straight lines.
const STRETCHES: f64 = 360.0;
const GAP: f64 = 4.0;
const SWATCH: f64 = 9.0;

pub(super) fn draw(drawing: &mut Drawing, figures: &Figures) {
    let whole: f64 = figures.known().iter().sum();
    let room = RADIUS + OUT + LINE;
    let centre = (room + drawing.width * 0.06, drawing.height + room);
    let mut begin = 0.0;
    let mut last_number = f64::NEG_INFINITY;
    for (at, item) in figures.items.iter().enumerate() {
        let part = item.figures.first().and_then(|(_, figure)| *figure).unwrap_or(0.0) / whole;
        let end = begin + part;
        if part > 0.0 {
            drawing.area(slice_points(centre, begin, end), slice(at));
            let middle = (f64::midpoint(begin, end) * TAU).max(last_number + LEAST_APART);
            last_number = middle;
            let (x, y) = on_circle(centre, RADIUS + OUT, middle / TAU);
            let number = drawing.mark_label(&(at + 1).to_string());
            drawing.put(number, (x, At::Middle), y - LINE / 2.0);
        }
        begin = end;
    }
    let left = centre.0 + RADIUS + OUT + LIST;
    let bottom = list(drawing, figures, (left, centre.1));
    drawing.height = (centre.1 + room).max(bottom) + GAP;
}

/// The names and figures of the slices, about a height; returns where the list ends.
fn list(drawing: &mut Drawing, figures: &Figures, (left, middle): (f64, f64)) -> f64 {
    let mut lines: Vec<(Label, Label, Label)> = Vec::new();
    for (at, item) in figures.items.iter().enumerate() {
        let number = drawing.mark_label(&(at + 1).to_string());
        let figure = item.figures.first().map(|(text, _)| drawing.line_label(text));
        let figure = figure.unwrap_or_else(|| drawing.mark_label(""));
        let room = drawing.width - left - 3.0 * SWATCH - 3.0 * GAP - figure.width();
        lines.push((number, drawing.label(item.name, room.max(4.0 * LINE)), figure));
    }
    let unit = figures.unit().map(|unit| drawing.label(&unit, drawing.width - left));
    let height: f64 = lines.iter().map(|(_, name, _)| name.height() + GAP).sum();
    let height = height + unit.as_ref().map_or(0.0, |unit| unit.height() + GAP);
    let mut top = (middle - height / 2.0).max(drawing.height);
    if let Some(unit) = unit {
        let unit_height = unit.height();
        drawing.put(unit, (left, At::Left), top);
        top += unit_height + GAP;
    }
    for (at, (number, name, figure)) in lines.into_iter().enumerate() {
        let (name_width, name_height) = (name.width(), name.height());
        drawing.put(number, (left + SWATCH, At::Right), top);
        let swatch = (left + SWATCH + GAP, top + (LINE - SWATCH) / 2.0);
        let grey: Grey = slice(at);
        drawing.rectangle(swatch, (swatch.0 + SWATCH, swatch.1 + SWATCH), grey);
        let name_left = swatch.0 + SWATCH + GAP;
        drawing.put(name, (name_left, At::Left), top);
        drawing.put(figure, (name_left + name_width + 2.0 * GAP, At::Left), top);
        top += name_height + GAP;
    }
    top
}

/// A place on a circle, at that share of it from its top, clockwise.
fn on_circle(centre: (f64, f64), radius: f64, share: f64) -> (f64, f64) {
    let turn = share * TAU;
    (centre.0 + radius * turn.sin(), centre.1 - radius * turn.cos())
}

/// The edge of a slice; a whole circle has no corner in its middle.
fn slice_points(centre: (f64, f64), begin: f64, end: f64) -> Vec<(f64, f64)> {
    let is_whole = end - begin > 1.0 - 1e-9;
    let stretches = ((end - begin) * STRETCHES).ceil().max(1.0);
    let mut points = if is_whole { Vec::new() } else { vec![centre] };
    let mut at = 0.0;
    while at <= stretches {
        points.push(on_circle(centre, RADIUS, begin + (end - begin) * at / stretches));
        at += 1.0;
    }
    points
}
