//! From measured characters to lines of pieces, and their widths.

use crate::layout::breaking::measure::{Cell, natural_width};
use crate::layout::breaking::spread::GAP;
use crate::layout::breaking::{self, Break, Measure};
use crate::layout::galley::{Line, Paragraph, Piece};
use crate::layout::style::Style;
use crate::layout::unit::Twip;

/// The width of text of a style on the grid, in one line.
pub(super) fn width_on_grid(style: Style, cells: &[Cell]) -> Twip {
    let tracking = i32::try_from(cells.len()).unwrap_or(0).saturating_mul(style.tracking().0);
    Twip(natural_width(cells, style.size().twip(), GAP).twip().0.saturating_add(tracking))
}

/// One line of pieces, with no break however long it is.
pub(super) fn whole_line(cells: &[Cell], tracking: Twip) -> Line {
    line(cells, Break { end: cells.len(), tracking, fragile: false }, 0)
}

/// Stretches of one line, a tab before each but the first.
pub(super) fn tabbed(stretches: Vec<Line>) -> Line {
    let tracking = stretches.first().map_or(Twip(0), |line| line.tracking);
    let mut whole = Line { pieces: Vec::new(), tracking, fragile: false };
    for (at, stretch) in stretches.into_iter().enumerate() {
        let mut pieces = stretch.pieces;
        match pieces.first_mut() {
            Some(first) => first.tab = at > 0,
            None => continue,
        }
        whole.pieces.extend(pieces);
    }
    whole
}

/// The line with a tab before all of it.
pub(super) fn behind_tab(mut line: Line) -> Line {
    if let Some(first) = line.pieces.first_mut() {
        first.tab = true;
    }
    line
}

/// A paragraph with its lines, in the width given.
pub(super) fn filled(mut paragraph: Paragraph, cells: &[Cell], width: Twip) -> Paragraph {
    paragraph.lines = in_lines(cells, &breaking::lock(cells, measure(&paragraph, width)));
    paragraph
}

/// The room that a paragraph's lines have in a width.
pub(super) fn measure(paragraph: &Paragraph, width: Twip) -> Measure {
    let (em, first) = (paragraph.size.twip(), paragraph.first);
    Measure { em, width, first, tracking: paragraph.style.tracking() }
}

/// The lines that end there.
pub(super) fn in_lines(cells: &[Cell], breaks: &[Break]) -> Vec<Line> {
    let mut lines = Vec::with_capacity(breaks.len());
    let mut start = 0;
    for found in breaks {
        lines.push(line(cells, *found, start));
        start = found.end;
    }
    lines
}

/// The line from `start` to a break, in pieces of one face and one origin, parted at each gap between Han and Latin.
pub(super) fn line(cells: &[Cell], found: Break, start: usize) -> Line {
    let mut pieces: Vec<Piece> = Vec::new();
    for cell in cells.get(start..found.end).unwrap_or_default() {
        let gap = cell.has_gap && !pieces.is_empty();
        let (face, origin) = (cell.face, cell.origin);
        match pieces.last_mut() {
            Some(last) if !gap && (last.face, last.origin) == (face, origin) => last.text.push(cell.character),
            _ => pieces.push(Piece { text: cell.character.to_string(), face, origin, gap, tab: false }),
        }
    }
    Line { pieces, tracking: found.tracking, fragile: found.fragile }
}
