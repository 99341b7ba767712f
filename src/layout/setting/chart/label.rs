//! The words of a chart: names, figures and the scale, in lines of their own.

use std::sync::Arc;

use crate::layout::breaking::measure::Cell;
use crate::layout::breaking::{self, Measure};
use crate::layout::fonts::{Fonts, Role};
use crate::layout::galley::{Glyph, Glyphs, Ink};
use crate::layout::setting::lines::in_lines;
use crate::layout::style::Colour;
use crate::layout::unit::{Pt, Twip};

/// 五号.
pub(super) const SIZE: Pt = Pt(10.5);
/// The height of a line of it.
pub(super) const LINE: f64 = 13.0;
/// From a line's top to its baseline.
const BASELINE: f64 = 10.0;
pub(super) const ROLE: Role = Role::FangSong;

/// Which of a label's edges, or its middle, stands at the place given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum At {
    Left,
    Middle,
    Right,
}

/// Words in lines, measured.
pub(super) struct Label {
    /// Runs of one face, of each line.
    lines: Vec<Vec<Glyphs>>,
}

impl Label {
    /// In lines no wider than `width`, where its words can be parted.
    pub(super) fn new(cells: &[Cell], fonts: &Fonts, width: Pt) -> Self {
        let measure = Measure { em: SIZE.twip(), width: width.twip(), first: Twip(0), tracking: Twip(0) };
        let mut lines = Vec::new();
        for line in in_lines(cells, &breaking::lock(cells, measure)) {
            let mut runs = Vec::new();
            for piece in line.pieces {
                let mut glyphs = Vec::new();
                for character in piece.text.chars() {
                    let (id, em) = fonts.glyph(piece.face, character);
                    #[expect(clippy::cast_possible_truncation, reason = "a glyph is some points wide")]
                    let advance = (em * SIZE.0) as f32;
                    glyphs.push(Glyph { id, advance, origin: piece.origin });
                }
                runs.push(Glyphs {
                    text: Arc::from(piece.text.as_str()),
                    face: piece.face,
                    size: SIZE,
                    stretch: 100,
                    colour: Colour::Black,
                    left: Pt(0.0),
                    baseline: Pt(0.0),
                    glyphs,
                    turned: false,
                });
            }
            lines.push(runs);
        }
        Self { lines }
    }

    /// Of its widest line.
    pub(super) fn width(&self) -> f64 {
        self.lines.iter().map(|line| width(line)).fold(0.0, f64::max)
    }

    pub(super) fn height(&self) -> f64 {
        self.lines.iter().map(|_| LINE).sum()
    }

    /// Its glyphs, the first line's top at `top`.
    pub(super) fn draw(self, (x, at): (f64, At), top: f64, inks: &mut Vec<Ink>) {
        let mut baseline = top + BASELINE;
        for line in self.lines {
            let width = width(&line);
            let mut left = match at {
                At::Left => x,
                At::Middle => x - width / 2.0,
                At::Right => x - width,
            };
            for mut run in line {
                (run.left, run.baseline) = (Pt(left), Pt(baseline));
                left += advance(&run);
                inks.push(Ink::Glyphs(run));
            }
            baseline += LINE;
        }
    }
}

fn width(line: &[Glyphs]) -> f64 {
    line.iter().map(advance).sum()
}

fn advance(run: &Glyphs) -> f64 {
    run.glyphs.iter().map(|glyph| f64::from(glyph.advance)).sum()
}
