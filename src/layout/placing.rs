//! Where every glyph, rule and picture stands on its page.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::breaking::measure::cells;
use super::breaking::spread::{GAP, spread};
use super::fonts::Fonts;
use super::galley::{
    Element, Galley, Glyphs, Ink, Line, Mark, Paragraph, Part, Piece as Text, Rule, RuleKind, Tab, Table, TableCell,
};
use super::page;
use super::paging::{Flow, Piece, Room, Spot};
use super::sheet::baseline;
use super::style::{Align, Colour, Style};
use super::unit::{Mm, Pt, Twip};

/// Collects the marks of all pages.
pub struct Placer<'a> {
    galley: &'a Galley,
    fonts: &'a Fonts,
    pages: Vec<Vec<Mark>>,
}

/// The part of a line that a paragraph may fill, from the sheet's left edge.
#[derive(Debug, Clone, Copy)]
struct Measure {
    left: f64,
    right: f64,
}

impl<'a> Placer<'a> {
    pub fn new(galley: &'a Galley, fonts: &'a Fonts) -> Self {
        Self { galley, fonts, pages: Vec::new() }
    }

    /// The marks of a page, which then has none any more.
    pub fn take(&mut self, page: usize) -> Vec<Mark> {
        self.pages.get_mut(page).map(std::mem::take).unwrap_or_default()
    }

    fn put(&mut self, page: usize, part: Part, ink: Ink) {
        if self.pages.len() <= page {
            self.pages.resize_with(page + 1, Vec::new);
        }
        if let Some(marks) = self.pages.get_mut(page) {
            marks.push(Mark { part, ink });
        }
    }

    /// What stands at a spot. `is_last`: nothing of its element follows on the same page.
    pub fn spot(&mut self, spot: &Spot, is_last: bool, flow: &Flow) {
        let sheet = flow.sheet(spot.page);
        let top = sheet.place(spot.down).0;
        let left = sheet.text_left().0;
        let right = left + sheet.text_width().pt().0;
        match (self.galley.elements.get(spot.element), spot.what) {
            (Some(Element::Paragraph(paragraph)), Piece::Line(line)) => {
                let part = Part::Element(spot.element);
                self.line(spot.page, part, paragraph, line, top, Measure { left, right });
            }
            (Some(Element::Table(table)), Piece::Row { row, first, lines, height, again }) => {
                let stretch =
                    Stretch { element: spot.element, page: spot.page, row, first, lines, height, again, is_last };
                self.row(table, stretch, top, left + table.left.pt().0, flow);
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
            let measure = Measure { left: fixed.left.0, right: fixed.left.0 + fixed.width.0 };
            let mut top = fixed.top.0;
            if paragraph.lines.is_empty() {
                self.rules(page, paragraph, top, top, measure);
            }
            for line in 0..paragraph.lines.len() {
                self.fixed_line(page, at, paragraph, line, top, measure);
                top += paragraph.pitch.pt().0;
            }
        }
    }

    fn fixed_line(&mut self, page: usize, at: usize, paragraph: &Paragraph, line: usize, top: f64, measure: Measure) {
        // The top of a fixed paragraph is that of its first line; its rule is above.
        let above = if line == 0 { paragraph.above.map_or(0.0, |rule| rule.gap.0 + rule.weight.0) } else { 0.0 };
        self.line(page, Part::Element(at), paragraph, line, top - above, measure);
    }

    /// A line whose height, with the rule above it, begins at `top`.
    fn line(&mut self, page: usize, part: Part, paragraph: &Paragraph, at: usize, top: f64, measure: Measure) {
        let Some(line) = paragraph.lines.get(at) else { return };
        let is_last = at + 1 == paragraph.lines.len();
        let above = if at == 0 { paragraph.above.map_or(0.0, |rule| rule.gap.0 + rule.weight.0) } else { 0.0 };
        let text_top = top + above;
        let own = Measure { left: measure.left + paragraph.left.pt().0, right: measure.right - paragraph.right.pt().0 };
        if at == 0 {
            for picture in &paragraph.pictures {
                let ink = Ink::Picture {
                    image: picture.image.clone(),
                    left: picture.left,
                    top: Pt(text_top + picture.top.0),
                };
                self.put(page, part, ink);
            }
        }
        let first = if at == 0 { paragraph.first.pt().0 } else { 0.0 };
        let text = Measure { left: own.left + first, ..own };
        let y = text_top + baseline(paragraph.pitch).0;
        let justified = paragraph.align == Align::Justify && !is_last && !paragraph.forced;
        for glyphs in self.glyphs(paragraph, line, text, measure.left, y, justified) {
            self.put(page, part, Ink::Glyphs(glyphs));
        }
        let bottom = text_top + paragraph.pitch.pt().0;
        let edges = (at == 0, is_last);
        if edges.0 || edges.1 {
            let ruled = Paragraph {
                above: paragraph.above.filter(|_| edges.0),
                below: paragraph.below.filter(|_| edges.1),
                lines: Vec::new(),
                pictures: Vec::new(),
                tabs: Vec::new(),
                ..*paragraph
            };
            let hung = Measure { left: own.left.min(own.left + paragraph.first.pt().0), ..own };
            let across = if paragraph.fixed.is_some() { measure } else { hung };
            self.rules(page, &ruled, text_top, bottom, across);
        }
    }

    /// The rules above and below a paragraph whose lines reach from `top` to `bottom`.
    fn rules(&mut self, page: usize, paragraph: &Paragraph, top: f64, bottom: f64, measure: Measure) {
        if let Some(rule) = paragraph.above {
            self.rule(page, rule, top - rule.gap.0 - rule.weight.0, measure);
        }
        if let Some(rule) = paragraph.below {
            self.rule(page, rule, bottom + rule.gap.0, measure);
        }
    }

    /// A rule whose upper edge is at `top`.
    fn rule(&mut self, page: usize, rule: Rule, top: f64, measure: Measure) {
        let strokes: &[(f64, f64)] = match rule.kind {
            RuleKind::Single => &[(0.0, 1.0)],
            // Shares of the whole weight: where a stroke begins, and its weight.
            RuleKind::ThickThin => &[(0.0, 2.0 / 3.5), (2.75 / 3.5, 0.75 / 3.5)],
            RuleKind::ThinThick => &[(0.0, 0.75 / 3.5), (1.5 / 3.5, 2.0 / 3.5)],
        };
        for (from, share) in strokes {
            let weight = rule.weight.0 * share;
            let y = Pt(top + rule.weight.0 * from + weight / 2.0);
            let (from, to) = ((Pt(measure.left), y), (Pt(measure.right), y));
            self.put(page, Part::Artifact, Ink::Rule { from, to, weight: Pt(weight), colour: rule.colour });
        }
    }

    /// The glyphs of a line: its stretches between tabs, each in runs of one face.
    fn glyphs(
        &self,
        paragraph: &Paragraph,
        line: &Line,
        measure: Measure,
        tabs_from: f64,
        y: f64,
        justified: bool,
    ) -> Vec<Glyphs> {
        let mut runs = Vec::new();
        let stretches: Vec<&[Text]> = line.pieces.chunk_by(|_, next| !next.tab).collect();
        let mut tabs = paragraph.tabs.iter();
        let mut end = measure.left;
        for (at, stretch) in stretches.iter().enumerate() {
            let is_tabbed = stretch.first().is_some_and(|piece| piece.tab);
            let tab = is_tabbed.then(|| tabs.next()).flatten();
            let from = match tab {
                Some(Tab { at, right: false }) => tabs_from + at.pt().0,
                _ => end,
            };
            // What stands behind the last tab fills the line.
            let room = (justified && at + 1 == stretches.len()).then_some(measure.right - from);
            let run = self.run(paragraph, line, stretch, room);
            let width = run.width();
            let left = match (tab, paragraph.align) {
                (Some(Tab { at, right: true }), _) => tabs_from + at.pt().0 - width,
                (None, Align::Right) if at == 0 => measure.right - width,
                (None, Align::Centre) if at == 0 => f64::midpoint(measure.left, measure.right) - width / 2.0,
                _ => from,
            };
            end = left + width;
            run.place(paragraph, left, y, &mut runs);
        }
        runs
    }

    /// Every character of a stretch with its advance in points; with a `room`, the stretch is made so wide.
    fn run<'p>(&self, paragraph: &Paragraph, line: &Line, pieces: &'p [Text], room: Option<f64>) -> Run<'p> {
        let em = Pt(paragraph.size.0 * f64::from(paragraph.stretch) / 100.0).twip();
        let mut faces = pieces.iter().flat_map(|piece| std::iter::repeat_n(piece.face, piece.text.chars().count()));
        let characters = pieces.iter().flat_map(|piece| piece.text.chars());
        let cells = cells(characters, em, |character| {
            let face = faces.next().unwrap_or_default();
            (face, self.fonts.advance(face, character))
        });
        let advances = spread(&cells, em, line.tracking, GAP, room.map(|room| Pt(room).twip()));
        let visible = cells.iter().rposition(|cell| !cell.is_space).map_or(0, |last| last + 1);
        Run { pieces, advances, visible }
    }

    fn row(&mut self, table: &Table, stretch: Stretch, top: f64, left: f64, flow: &Flow) {
        let Some(row) = table.rows.get(stretch.row) else { return };
        for (at, cell) in row.cells.iter().enumerate() {
            let edges = edges(table, cell, left);
            let side = page::CELL_SIDE.pt().0;
            let inner = Measure { left: edges.left + side, right: edges.right - side };
            let rooms = if cell.rows > 1 && !stretch.again {
                flow.rooms(stretch.element, stretch.row, cell.rows)
            } else {
                let covered = table.rows.iter().skip(stretch.row + 1).take(cell.rows.saturating_sub(1));
                let height = stretch.height.pt().0 + covered.map(|row| row.height.pt().0).sum::<f64>();
                vec![Room { page: stretch.page, top, height }]
            };
            self.cell(cell, at, stretch, &rooms, inner);
        }
        if table.ruled {
            self.grid(table, stretch, top, left);
        }
    }

    /// A cell's lines, in the middle of the room that it has; what does not fit into that on one page goes to the next.
    fn cell(&mut self, cell: &TableCell, at: usize, stretch: Stretch, rooms: &[Room], measure: Measure) {
        let all = cell.paragraphs.iter().enumerate();
        let all = all.flat_map(|(paragraph, set)| (0..set.lines.len()).map(move |line| (paragraph, line)));
        let mut lines: Vec<_> = all.skip(stretch.first).take(stretch.lines).collect();
        let pitch = |paragraph: usize| cell.paragraphs[paragraph].pitch.pt().0;
        let is_part = stretch.lines != usize::MAX;
        for (number, room) in rooms.iter().enumerate() {
            let mut height = 0.0;
            let fits = lines.iter().take_while(|(paragraph, _)| {
                height += pitch(*paragraph);
                height <= room.height
            });
            // What has no other room stands here all the same.
            let count = if number + 1 == rooms.len() { lines.len() } else { fits.count() };
            let here: Vec<_> = lines.drain(..count).collect();
            let whole: f64 = here.iter().map(|(paragraph, _)| pitch(*paragraph)).sum();
            let mut y = if is_part { room.top } else { room.top + (room.height - whole) / 2.0 };
            for (paragraph, line) in here {
                let part = if stretch.again {
                    Part::Artifact
                } else {
                    Part::Cell { element: stretch.element, row: stretch.row, cell: at, paragraph }
                };
                self.line(room.page, part, &cell.paragraphs[paragraph], line, y, measure);
                y += pitch(paragraph);
            }
        }
    }

    /// The rules round a row's cells: above each cell that begins here, below each that ends here or is cut off by the
    /// page's end, and at the sides.
    fn grid(&mut self, table: &Table, stretch: Stretch, top: f64, left: f64) {
        let bottom = top + stretch.height.pt().0;
        let mut rules: BTreeSet<[i64; 4]> = BTreeSet::new();
        #[expect(clippy::cast_possible_truncation, reason = "thousandths of a point on a sheet")]
        let key = |x: f64| (x * 1000.0).round() as i64;
        let mut rule = |x0: f64, y0: f64, x1: f64, y1: f64| _ = rules.insert([key(x0), key(y0), key(x1), key(y1)]);
        for (at, row) in table.rows.iter().enumerate().take(stretch.row + 1) {
            for cell in &row.cells {
                if at + cell.rows.max(1) <= stretch.row {
                    continue;
                }
                let edges = edges(table, cell, left);
                rule(edges.left, top, edges.left, bottom);
                rule(edges.right, top, edges.right, bottom);
                if at == stretch.row {
                    rule(edges.left, top, edges.right, top);
                }
                let ends = at + cell.rows.max(1) == stretch.row + 1;
                if ends || stretch.is_last {
                    rule(edges.left, bottom, edges.right, bottom);
                }
            }
        }
        #[expect(clippy::cast_precision_loss, reason = "thousandths of a point on a sheet")]
        let pt = |key: i64| Pt(key as f64 / 1000.0);
        for [x0, y0, x1, y1] in rules {
            let (from, to) = ((pt(x0), pt(y0)), (pt(x1), pt(y1)));
            let weight = page::TABLE_RULE.pt();
            self.put(stretch.page, Part::Artifact, Ink::Rule { from, to, weight, colour: Colour::Black });
        }
    }

    /// `— 1 —` (7.5): outside, one character in, its dashes 7 mm below the text area. On a turned page it stays where
    /// it is on the sheet.
    pub fn number(&self, number: usize, landscape: bool) -> Mark {
        let face = self.fonts.role(Style::PageNumber.role());
        let size = Style::PageNumber.size();
        let text = format!("— {number} —");
        let advances: Vec<f32> = text.chars().map(|c| single(self.fonts.advance(face, c) * size.0)).collect();
        let width: f64 = advances.iter().map(|advance| f64::from(*advance)).sum();
        let inset = Style::PageNumber.definition().right.pt().0;
        let left = if number.is_multiple_of(2) {
            page::LEFT.pt().0 + inset
        } else {
            Mm(page::LEFT.0 + page::TEXT_WIDTH.0).pt().0 - inset - width
        };
        let dash = self.fonts.face(face).extent('—').map_or(0.0, |(low, high)| f64::midpoint(low, high));
        let baseline = page::PAGE_NUMBER.pt().0 + dash * size.0;
        // The sheet's left edge is the top of a turned page, its bottom the left.
        let (left, baseline) = if landscape { (page::HEIGHT.pt().0 - baseline, left) } else { (left, baseline) };
        let glyphs = Glyphs {
            text: Arc::from(text),
            face,
            size,
            stretch: 100,
            colour: Colour::Black,
            left: Pt(left),
            baseline: Pt(baseline),
            advances,
            turned: landscape,
        };
        Mark { part: Part::Artifact, ink: Ink::Glyphs(glyphs) }
    }
}

/// A row on a page, or a part of it.
#[derive(Debug, Clone, Copy)]
struct Stretch {
    element: usize,
    page: usize,
    row: usize,
    first: usize,
    lines: usize,
    height: Twip,
    again: bool,
    /// Nothing of the table follows on the page.
    is_last: bool,
}

/// A cell's left and right edge, from the sheet's left edge.
fn edges(table: &Table, cell: &TableCell, left: f64) -> Measure {
    let width = |columns: &[Twip]| columns.iter().map(|column| column.pt().0).sum::<f64>();
    let start = cell.column.min(table.columns.len());
    let end = (cell.column + cell.columns).min(table.columns.len());
    Measure { left: left + width(&table.columns[..start]), right: left + width(&table.columns[..end]) }
}

/// A stretch of a line, measured in points.
struct Run<'p> {
    pieces: &'p [Text],
    advances: Vec<f32>,
    /// How many characters stand before the spaces at its end, which take no room.
    visible: usize,
}

impl Run<'_> {
    fn width(&self) -> f64 {
        self.advances.iter().take(self.visible).map(|advance| f64::from(*advance)).sum()
    }

    /// Puts it down in runs of one face.
    fn place(self, paragraph: &Paragraph, mut left: f64, y: f64, runs: &mut Vec<Glyphs>) {
        let colour = paragraph.style.definition().colour;
        let mut advances = self.advances.into_iter();
        for pieces in self.pieces.chunk_by(|a, b| a.face == b.face) {
            let Some(face) = pieces.first().map(|piece| piece.face) else { continue };
            let text: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
            let own: Vec<f32> = advances.by_ref().take(text.chars().count()).collect();
            let width: f64 = own.iter().map(|advance| f64::from(*advance)).sum();
            runs.push(Glyphs {
                text: Arc::from(text),
                face,
                size: paragraph.size,
                stretch: paragraph.stretch,
                colour,
                left: Pt(left),
                baseline: Pt(y),
                advances: own,
                turned: false,
            });
            left += width;
        }
    }
}

/// What the PDF counts in.
#[expect(clippy::cast_possible_truncation, reason = "points on a sheet")]
fn single(length: f64) -> f32 {
    length as f32
}
