//! The glyphs of a line: its stretches between tabs, each in runs of one face.

use std::sync::Arc;

use super::super::breaking::measure::cells;
use super::super::breaking::spread::{GAP, spread};
use super::super::fonts::Advances;
use super::super::galley::{Glyph, Glyphs, Line, Paragraph, Piece, Tab};
use super::super::style::Align;
use super::super::unit::Pt;
use super::placer::{Edges, Placer};

impl Placer<'_> {
    /// All of a line's glyphs, on the baseline `y`. Tabs are counted from `tabs_from`.
    pub(super) fn glyphs(
        &self,
        paragraph: &Paragraph,
        line: &Line,
        edges: Edges,
        tabs_from: f64,
        y: f64,
        justified: bool,
    ) -> Vec<Glyphs> {
        let mut runs = Vec::new();
        let stretches: Vec<&[Piece]> = line.pieces.chunk_by(|_, next| !next.tab).collect();
        let mut tabs = paragraph.tabs.iter();
        let mut end = edges.left;
        for (at, stretch) in stretches.iter().enumerate() {
            let is_tabbed = stretch.first().is_some_and(|piece| piece.tab);
            let tab = if is_tabbed { tabs.next() } else { None };
            let from = match tab {
                Some(Tab { at, right: false }) => tabs_from + at.pt().0,
                _ => end,
            };
            // What stands behind the last tab fills the line.
            let room = (justified && at + 1 == stretches.len()).then_some(edges.right - from);
            let run = self.run(paragraph, line, stretch, room);
            let width = run.width();
            let left = match (tab, paragraph.align) {
                (Some(Tab { at, right: true }), _) => tabs_from + at.pt().0 - width,
                (None, Align::Right) if at == 0 => edges.right - width,
                (None, Align::Centre) if at == 0 => f64::midpoint(edges.left, edges.right) - width / 2.0,
                _ => from,
            };
            end = left + width;
            run.place(paragraph, left, y, &mut runs);
        }
        runs
    }

    /// Every character of a stretch with its glyph; with a `room`, the stretch is made so wide.
    fn run<'p>(&self, paragraph: &Paragraph, line: &Line, pieces: &'p [Piece], room: Option<f64>) -> Run<'p> {
        let em = Pt(paragraph.size.0 * f64::from(paragraph.stretch) / 100.0).twip();
        let mut set_by = pieces.iter().flat_map(|piece| std::iter::repeat_n(piece, piece.text.chars().count()));
        let mut glyphs = Vec::new();
        let characters = pieces.iter().flat_map(|piece| piece.text.chars());
        let cells = cells(characters, em, |character| {
            let (face, origin) = set_by.next().map_or_else(Default::default, |piece| (piece.face, piece.origin));
            let (id, advance) = self.fonts.glyph(face, character);
            glyphs.push(Glyph { id, advance: 0.0, origin });
            // What is placed is broken into lines already.
            Advances { face, found: advance, named: advance }
        });
        let advances = spread(&cells, em, line.tracking, GAP, room.map(|room| Pt(room).twip()));
        for (glyph, advance) in glyphs.iter_mut().zip(advances) {
            glyph.advance = advance;
        }
        let visible = cells.iter().rposition(|cell| !cell.is_space).map_or(0, |last| last + 1);
        Run { pieces, glyphs, visible }
    }
}

/// A stretch of a line, measured in points.
struct Run<'p> {
    pieces: &'p [Piece],
    glyphs: Vec<Glyph>,
    /// How many characters stand before the spaces at its end, which take no room.
    visible: usize,
}

impl Run<'_> {
    fn width(&self) -> f64 {
        width(&self.glyphs[..self.visible])
    }

    /// Puts it down in runs of one face.
    fn place(self, paragraph: &Paragraph, mut left: f64, y: f64, runs: &mut Vec<Glyphs>) {
        let mut glyphs = self.glyphs.into_iter();
        for pieces in self.pieces.chunk_by(|a, b| a.face == b.face) {
            let Some(face) = pieces.first().map(|piece| piece.face) else { continue };
            let text: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
            let own: Vec<Glyph> = glyphs.by_ref().take(text.chars().count()).collect();
            let end = left + width(&own);
            runs.push(Glyphs {
                text: Arc::from(text),
                face,
                size: paragraph.size,
                stretch: paragraph.stretch,
                colour: paragraph.style.definition().colour,
                left: Pt(left),
                baseline: Pt(y),
                glyphs: own,
                turned: false,
            });
            left = end;
        }
    }
}

/// The width of glyphs beside each other, in points.
pub(super) fn width(glyphs: &[Glyph]) -> f64 {
    glyphs.iter().map(|glyph| f64::from(glyph.advance)).sum()
}
