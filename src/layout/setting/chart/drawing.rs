//! A chart while it is drawn: from its own left and top edge, in points.

use super::super::Setter;
use super::label::{At, Label, ROLE, SIZE};
use super::looks::{BLACK, Mark, WHITE};
use crate::document::{Engine, Text};
use crate::layout::galley::{Dash, Grey, Ink, Paint, Shape};
use crate::layout::unit::Pt;

/// Weight of the edges of areas, of axes and of what is behind them.
pub(super) const THIN: f64 = 0.5;
/// Weight of the lines that show figures.
pub(super) const THICK: f64 = 1.2;
/// Half of the width of a mark at a line's point.
const MARK: f64 = 2.6;

pub(super) struct Drawing<'d, 's> {
    setter: &'d mut Setter<'s>,
    pub(super) width: f64,
    /// How far down it reaches.
    pub(super) height: f64,
    pub(super) inks: Vec<Ink>,
}

impl<'d, 's> Drawing<'d, 's> {
    pub(super) fn new(setter: &'d mut Setter<'s>, width: Pt) -> Self {
        Self { setter, width: width.0, height: 0.0, inks: Vec::new() }
    }

    pub(super) fn finish(self) -> (Vec<Ink>, Pt) {
        (self.inks, Pt(self.height))
    }

    /// Words in lines no wider than `width`, where they can be parted.
    pub(super) fn label(&mut self, text: &Text, width: f64) -> Label {
        let cells = self.setter.measure(ROLE, SIZE, text);
        Label::new(&cells, self.setter.fonts, Pt(width))
    }

    /// Words in one line, such as a figure.
    pub(super) fn line_label(&mut self, text: &Text) -> Label {
        self.label(text, f64::from(u16::MAX))
    }

    /// A number of the scale or a mark that the engine puts there.
    pub(super) fn mark_label(&mut self, text: &str) -> Label {
        self.line_label(&Text::engine(Engine::ChartScale, text))
    }

    pub(super) fn put(&mut self, label: Label, at: (f64, At), top: f64) {
        label.draw(at, top, &mut self.inks);
    }

    pub(super) fn line(&mut self, points: Vec<(f64, f64)>, weight: f64, grey: Grey, dash: Dash) {
        self.shape(points, Paint::Stroke { weight: Pt(weight), grey, dash });
    }

    /// An area with a black edge.
    pub(super) fn area(&mut self, mut points: Vec<(f64, f64)>, grey: Grey) {
        self.shape(points.clone(), Paint::Fill(grey));
        points.extend(points.first().copied());
        // The edge is closed by one more stretch, so that its corners are all alike.
        points.extend(points.get(1).copied());
        self.line(points, THIN, BLACK, Dash::Solid);
    }

    pub(super) fn rectangle(&mut self, (left, top): (f64, f64), (right, bottom): (f64, f64), grey: Grey) {
        self.area(vec![(left, top), (right, top), (right, bottom), (left, bottom)], grey);
    }

    /// What stands at a point of a line.
    pub(super) fn mark(&mut self, mark: Mark, (x, y): (f64, f64)) {
        match mark {
            Mark::Round => {
                let turns = (0..16).map(|turn| f64::from(turn) * std::f64::consts::TAU / 16.0);
                self.area(turns.map(|turn| (x + MARK * turn.cos(), y + MARK * turn.sin())).collect(), BLACK);
            }
            Mark::Square => self.rectangle((x - MARK, y - MARK), (x + MARK, y + MARK), WHITE),
            Mark::Triangle => self.area(vec![(x, y - MARK), (x + MARK, y + MARK), (x - MARK, y + MARK)], BLACK),
            Mark::Diamond => {
                self.area(vec![(x, y - MARK), (x + MARK, y), (x, y + MARK), (x - MARK, y)], WHITE);
            }
        }
    }

    fn shape(&mut self, points: Vec<(f64, f64)>, paint: Paint) {
        let points = points.into_iter().map(|(x, y)| (Pt(x), Pt(y))).collect();
        self.inks.push(Ink::Shape(Shape { points, paint }));
    }
}
