//! A table's row on its page: its cells' lines, and the grid around them.

use std::collections::BTreeSet;

use super::super::filling::{Flow, Room, RowStretch};
use super::super::galley::{Ink, Part, Table, TableCell};
use super::super::page;
use super::super::style::Colour;
use super::super::unit::{Pt, Twip};
use super::covering::Covering;
use super::placer::{Edges, Place, Placer};
use crate::document::Engine;

/// A row on a page, or a part of it. Lengths are in points, from the sheet's edges.
#[derive(Clone, Copy)]
pub(super) struct ShownRow<'a> {
    pub table: &'a Table,
    /// The table's index among the elements.
    pub element: usize,
    pub page: usize,
    pub stretch: RowStretch,
    /// Of the table's left edge.
    pub left: f64,
    pub top: f64,
    /// Nothing of the table follows on the page.
    pub is_last: bool,
}

/// A line of a cell: the index of its paragraph, and its own in that.
type LineOfCell = (usize, usize);

impl Placer<'_> {
    pub(super) fn row(&mut self, shown: ShownRow, flow: &Flow) {
        let ShownRow { table, stretch, .. } = shown;
        let Some(row) = table.rows.get(stretch.row) else { return };
        for (at, cell) in row.cells.iter().enumerate() {
            let rooms = if cell.rows > 1 && !stretch.again {
                flow.rooms(shown.element, stretch.row, cell.rows)
            } else {
                let covered = table.rows.iter().skip(stretch.row + 1).take(cell.rows.saturating_sub(1));
                let height = stretch.height.pt().0 + covered.map(|row| row.height.pt().0).sum::<f64>();
                vec![Room { page: shown.page, top: shown.top, height }]
            };
            self.cell(cell, at, shown, &rooms);
        }
        if table.ruled {
            self.grid(shown);
        }
    }

    /// A cell's lines, in the middle of the room that it has; what does not fit into that on one page goes to the next.
    fn cell(&mut self, cell: &TableCell, at: usize, shown: ShownRow, rooms: &[Room]) {
        let edges = edges(shown.table, cell, shown.left);
        let side = page::CELL_SIDE.pt().0;
        let edges = Edges { left: edges.left + side, right: edges.right - side };
        let RowStretch { row, first, lines, again, .. } = shown.stretch;
        let mut left_over: Vec<LineOfCell> = lines_of(cell).skip(first).take(lines).collect();
        let is_part = lines != usize::MAX;
        for (number, room) in rooms.iter().enumerate() {
            // What has no other room stands here all the same.
            let is_last = number + 1 == rooms.len();
            let count = if is_last { left_over.len() } else { how_many_fit(cell, &left_over, room.height) };
            let here: Vec<LineOfCell> = left_over.drain(..count).collect();
            let whole: f64 = here.iter().map(|line| pitch(cell, *line)).sum();
            let mut y = if is_part { room.top } else { room.top + (room.height - whole) / 2.0 };
            for (paragraph, line) in here {
                let part = if again {
                    Part::Artifact
                } else {
                    Part::Cell { element: shown.element, row, cell: at, paragraph }
                };
                self.line(Place { page: room.page, part, edges }, &cell.paragraphs[paragraph], line, y);
                y += pitch(cell, (paragraph, line));
            }
        }
    }

    /// The cells that cover a row, each with the row in which it begins. All rows of a table are looked through once for it,
    /// not once for each row.
    fn covering<'t>(&mut self, shown: ShownRow<'t>) -> Vec<(usize, &'t TableCell)> {
        if self.covering.element != Some(shown.element) {
            self.covering = Covering::of_table(shown.element, shown.table);
        }
        let mut cells = Vec::new();
        for (at, index) in self.covering.rows.get(shown.stretch.row).into_iter().flatten() {
            let cell = shown.table.rows.get(*at).and_then(|row| row.cells.get(*index));
            cells.extend(cell.map(|cell| (*at, cell)));
        }
        cells
    }

    /// The rules round a row's cells: above each cell that begins here, below each that ends here or is cut off by the
    /// page's end, and at the sides.
    fn grid(&mut self, shown: ShownRow) {
        let ShownRow { table, stretch, top, .. } = shown;
        let bottom = top + stretch.height.pt().0;
        let mut grid = Grid::default();
        for (at, cell) in self.covering(shown) {
            let edges = edges(table, cell, shown.left);
            grid.add((edges.left, top), (edges.left, bottom));
            grid.add((edges.right, top), (edges.right, bottom));
            if at == stretch.row {
                grid.add((edges.left, top), (edges.right, top));
            }
            if at + cell.rows.max(1) == stretch.row + 1 || shown.is_last {
                grid.add((edges.left, bottom), (edges.right, bottom));
            }
        }
        for (from, to) in grid.rules() {
            let weight = page::TABLE_RULE.pt();
            let ink = Ink::Rule { from, to, weight, colour: Colour::Black, element: Engine::TableLine };
            self.put(shown.page, Part::Artifact, ink);
        }
    }
}

/// The rules of a grid, each once: their ends in thousandths of a point, so that neighbouring cells have the same.
#[derive(Default)]
struct Grid(BTreeSet<[i64; 4]>);

impl Grid {
    fn add(&mut self, from: (f64, f64), to: (f64, f64)) {
        #[expect(clippy::cast_possible_truncation, reason = "thousandths of a point on a sheet")]
        let ends = [from.0, from.1, to.0, to.1].map(|length| (length * 1000.0).round() as i64);
        self.0.insert(ends);
    }

    fn rules(self) -> impl Iterator<Item = ((Pt, Pt), (Pt, Pt))> {
        self.0.into_iter().map(|ends| {
            #[expect(clippy::cast_precision_loss, reason = "thousandths of a point on a sheet")]
            let [x0, y0, x1, y1] = ends.map(|length| Pt(length as f64 / 1000.0));
            ((x0, y0), (x1, y1))
        })
    }
}

fn lines_of(cell: &TableCell) -> impl Iterator<Item = LineOfCell> {
    let paragraphs = cell.paragraphs.iter().enumerate();
    paragraphs.flat_map(|(paragraph, set)| (0..set.lines.len()).map(move |line| (paragraph, line)))
}

/// The height of a line, in points.
fn pitch(cell: &TableCell, (paragraph, _): LineOfCell) -> f64 {
    cell.paragraphs[paragraph].pitch.pt().0
}

fn how_many_fit(cell: &TableCell, lines: &[LineOfCell], room: f64) -> usize {
    let mut height = 0.0;
    for (count, line) in lines.iter().enumerate() {
        height += pitch(cell, *line);
        if height > room {
            return count;
        }
    }
    lines.len()
}

/// A cell's left and right edge, from the sheet's left edge.
fn edges(table: &Table, cell: &TableCell, left: f64) -> Edges {
    let start = cell.column.min(table.columns.len());
    let end = (cell.column + cell.columns).min(table.columns.len());
    Edges { left: left + width(&table.columns[..start]), right: left + width(&table.columns[..end]) }
}

/// Of columns beside each other, in points.
fn width(columns: &[Twip]) -> f64 {
    columns.iter().map(|column| column.pt().0).sum()
}
