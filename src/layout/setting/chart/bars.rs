//! 条形图: figures lying behind the names of their items, each with its number.

use super::drawing::{Drawing, THIN};
use super::figures::Figures;
use super::label::{At, LINE, Label};
use super::legend;
use super::looks::{BLACK, look};
use super::scale::Scale;
use crate::layout::galley::Dash;

/// How much of the width names take at most.
const NAMES: f64 = 0.4;
/// Between names, bars and numbers.
const GAP: f64 = 4.0;
/// How thick a bar is, and how much an item is higher than its bars or its name.
const THICKNESS: f64 = 11.0;
const APART: f64 = 6.0;

pub(super) fn draw(drawing: &mut Drawing, figures: &Figures) {
    legend::draw(drawing, figures);
    let top = drawing.height;
    let mut names: Vec<Label> = Vec::new();
    let mut numbers: Vec<Vec<Label>> = Vec::new();
    for item in &figures.items {
        names.push(drawing.label(item.name, drawing.width * NAMES));
        numbers.push(item.figures.iter().map(|(text, _)| drawing.line_label(text)).collect());
    }
    let left = names.iter().map(Label::width).fold(0.0, f64::max) + GAP;
    let widest = numbers.iter().flatten().map(Label::width).fold(0.0, f64::max);
    let length = drawing.width - left - widest - 2.0 * GAP;
    let scale = Scale::of(&figures.known());
    for ((item, name), numbers) in figures.items.iter().zip(names).zip(numbers) {
        let bars: f64 = numbers.iter().map(|_| THICKNESS).sum();
        let height = bars.max(name.height()) + APART;
        let middle = drawing.height + height / 2.0;
        let name_top = middle - name.height() / 2.0;
        drawing.put(name, (left - GAP, At::Right), name_top);
        let mut bar = middle - bars / 2.0;
        for (index, ((_, figure), number)) in item.figures.iter().zip(numbers).enumerate() {
            let end = left + length * scale.share(figure.unwrap_or(0.0));
            if figure.is_some_and(|figure| figure > 0.0) {
                drawing.rectangle((left, bar), (end, bar + THICKNESS), look(index).grey);
            }
            drawing.put(number, (end + GAP, At::Left), bar + (THICKNESS - LINE) / 2.0);
            bar += THICKNESS;
        }
        drawing.height += height;
    }
    drawing.line(vec![(left, top), (left, drawing.height)], THIN, BLACK, Dash::Solid);
    drawing.height += GAP;
}
