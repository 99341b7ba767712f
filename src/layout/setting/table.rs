//! Tables: widths fitted to the text area, cells in locked lines, rows of exact heights.

use super::Setter;
use crate::document::{Alignment, Cell as Written, Row, Table as Content, Text};
use crate::layout::breaking::measure::{Cell, natural_width};
use crate::layout::galley::{Element, Paragraph, Table, TableCell, TableRow};
use crate::layout::page;
use crate::layout::style::{Align, Style};
use crate::layout::unit::Twip;

/// A row of more lines than this may break over pages.
const LONGEST_WHOLE: usize = 12;
/// A column is so much wider than what is to fit into it, so that it does: a point and a half.
const SPARE: i32 = 30;
/// No fitted column is narrower than so many characters.
const NARROWEST: i32 = 2;

/// A cell with its text measured.
struct Measured {
    column: usize,
    columns: usize,
    rows: usize,
    texts: Vec<Vec<Cell>>,
    /// What it says is a number, or nothing.
    is_number: bool,
}

impl Setter<'_> {
    pub(super) fn table(&mut self, table: &Content) {
        if let Some(caption) = &table.caption {
            let paragraph = Paragraph { keep_next: true, keep_lines: true, ..self.styled(Style::Caption) };
            let paragraph = self.fill(paragraph, caption);
            self.add(paragraph);
        }
        let measured: Vec<Vec<Measured>> =
            table.rows.iter().enumerate().map(|(at, row)| self.row(row, at < table.header_rows)).collect();
        let columns = widths(table, &measured, self.sheet.text_width());
        let alignments = alignments(table, &measured);
        let mut rows: Vec<TableRow> = Vec::new();
        for (at, row) in measured.iter().enumerate() {
            let is_head = at < table.header_rows;
            let cells = row.iter().map(|cell| self.cell(cell, is_head, &columns, &alignments)).collect();
            rows.push(TableRow { height: Twip(0), breaks: false, cells });
        }
        // A head that fills half a page is not repeated: it would leave no room for what stands under it.
        let room = self.sheet.room();
        part_tall_cells(&mut rows, room);
        set_heights(&mut rows, table.header_rows);
        let head: i32 = rows.iter().take(table.header_rows).map(|row| row.height.0).sum();
        let header_rows = if head > room.0 / 2 { 0 } else { table.header_rows };
        set_heights(&mut rows, header_rows);
        let table = Table { columns, ruled: true, left: Twip(0), header_rows, rows, new_page: false };
        self.elements.push(Element::Table(table));
    }

    fn row(&mut self, row: &Row, is_head: bool) -> Vec<Measured> {
        let style = if is_head { Style::HeaderCell } else { Style::Cell };
        let cells = row.0.iter().enumerate().filter_map(|(column, cell)| Some((column, cell.as_ref()?)));
        let mut measured = Vec::new();
        for (column, Written { text, columns, rows }) in cells {
            let texts = text.iter().map(|text| self.measure(style.role(), style.size(), text)).collect();
            let is_number = text.iter().all(is_number);
            measured.push(Measured { column, columns: *columns, rows: *rows, texts, is_number });
        }
        measured
    }

    fn cell(&self, cell: &Measured, is_head: bool, columns: &[Twip], alignments: &[Align]) -> TableCell {
        let style = if is_head { Style::HeaderCell } else { Style::Cell };
        let covered = columns.iter().skip(cell.column).take(cell.columns);
        let width = Twip(covered.map(|width| width.0).sum::<i32>() - 2 * page::CELL_SIDE.0);
        let align = match alignments.get(cell.column) {
            Some(align) if !is_head => *align,
            _ => Align::Centre,
        };
        let paragraphs: Vec<_> = cell
            .texts
            .iter()
            .map(|cells| super::filled(Paragraph { align, ..self.styled(style) }, cells, width))
            .collect();
        TableCell { column: cell.column, columns: cell.columns, rows: cell.rows, paragraphs }
    }
}

/// A figure as tables hold it: digits with sign, decimals, percent and the like; or nothing at all.
fn is_number(text: &Text) -> bool {
    text.plain().chars().all(|c| c.is_ascii_digit() || "+-−.,，%％/— 余".contains(c))
}

/// Every column's alignment: numbers end at one place, short texts stand in the middle, long ones begin at the left.
fn alignments(table: &Content, measured: &[Vec<Measured>]) -> Vec<Align> {
    let body = || measured.iter().skip(table.header_rows).flatten().filter(|cell| cell.columns == 1);
    let of = |(at, column): (usize, &crate::document::Column)| match column.alignment {
        Alignment::Left => Align::Justify,
        Alignment::Centre => Align::Centre,
        Alignment::Right => Align::Right,
        Alignment::Fitting if body().filter(|cell| cell.column == at).all(|cell| cell.is_number) => Align::Right,
        Alignment::Fitting => {
            let is_short = |cell: &Measured| cell.texts.iter().map(Vec::len).sum::<usize>() <= 10;
            if body().filter(|cell| cell.column == at).all(is_short) { Align::Centre } else { Align::Justify }
        }
    };
    table.columns.iter().enumerate().map(of).collect()
}

/// The columns' widths: as given, the others by what they hold; together they fill the text area, unless all are given.
fn widths(table: &Content, measured: &[Vec<Measured>], room: Twip) -> Vec<Twip> {
    let em = page::TABLE_SIZE.twip();
    let sides = 2 * page::CELL_SIDE.0;
    let least = NARROWEST * em.0 + sides;
    #[expect(clippy::cast_possible_truncation, reason = "a column is no wider than the sheet")]
    let given: Vec<Option<i32>> = table
        .columns
        .iter()
        .map(|column| column.width.map(|width| (width.clamp(1.0, 100.0) * f64::from(em.0)) as i32 + sides + SPARE))
        .collect();
    let mut wanted = vec![least; given.len()];
    for cell in measured.iter().flatten().filter(|cell| cell.columns == 1) {
        let width = cell.texts.iter().map(|text| natural_width(text, em, 0.25).twip().0).max().unwrap_or(0);
        if let Some(wanted) = wanted.get_mut(cell.column) {
            *wanted = (*wanted).max(width.saturating_add(sides + SPARE));
        }
    }
    let fixed: i32 = given.iter().flatten().sum();
    let mut left = (room.0 - fixed).max(0);
    let mut open: Vec<usize> = (0..given.len()).filter(|at| given[*at].is_none()).collect();
    let mut widths: Vec<i32> = given.iter().map(|width| width.unwrap_or(0)).collect();
    // Columns share the room by the roots of what they want, so that long texts get more, but not all of it; those that
    // want less than their share get what they want.
    let weight = |at: &usize| f64::from(wanted[*at]).sqrt();
    while !open.is_empty() {
        let all: f64 = open.iter().map(weight).sum();
        #[expect(clippy::cast_possible_truncation, reason = "a column is no wider than the sheet")]
        let share = |at: &usize| (f64::from(left) * weight(at) / all) as i32;
        let modest: Vec<usize> = open.iter().copied().filter(|at| wanted[*at] <= share(at)).collect();
        if modest.is_empty() {
            for at in &open {
                widths[*at] = share(at).max(em.0);
            }
            left = 0;
            break;
        }
        for at in &modest {
            widths[*at] = wanted[*at];
            left -= wanted[*at];
        }
        open.retain(|at| !modest.contains(at));
    }
    // What nobody wanted is shared out.
    let fitted: Vec<usize> = (0..given.len()).filter(|at| given[*at].is_none()).collect();
    let more = left.max(0) / i32::try_from(fitted.len().max(1)).unwrap_or(1);
    for at in fitted {
        widths[at] += more;
    }
    shrunk(widths, room).into_iter().map(Twip).collect()
}

/// Widths that together are no wider than the room.
fn shrunk(widths: Vec<i32>, room: Twip) -> Vec<i32> {
    let total: i64 = widths.iter().map(|width| i64::from(*width)).sum();
    if total <= i64::from(room.0) {
        return widths;
    }
    let share = |width: i32| i32::try_from(i64::from(width) * i64::from(room.0) / total).unwrap_or(width);
    widths.into_iter().map(share).collect()
}

/// The height of so many lines in a cell of a row that stands whole.
fn height(lines: usize) -> Twip {
    let lines = i32::try_from(lines.max(1)).unwrap_or(i32::MAX / 1000).min(10_000);
    Twip(lines * page::TABLE_PITCH.0 + 2 * page::CELL_ABOVE.0 + page::TABLE_RULE.0)
}

/// A cell over several rows whose text fills half a page has only the first of them, in which it may break over pages.
fn part_tall_cells(rows: &mut [TableRow], room: Twip) {
    for cell in rows.iter_mut().flat_map(|row| &mut row.cells).filter(|cell| cell.rows > 1) {
        let lines = cell.paragraphs.iter().map(|paragraph| paragraph.lines.len()).sum();
        if height(lines).0 > room.0 / 2 {
            cell.rows = 1;
        }
    }
}

fn set_heights(rows: &mut [TableRow], header_rows: usize) {
    let lines = |cell: &TableCell| cell.paragraphs.iter().map(|paragraph| paragraph.lines.len()).sum::<usize>();
    for (at, row) in rows.iter_mut().enumerate() {
        let most = row.cells.iter().filter(|cell| cell.rows == 1).map(lines).max().unwrap_or(1);
        row.breaks = at >= header_rows && most > LONGEST_WHOLE;
        row.height = if row.breaks { Twip(height(most).0 - 2 * page::CELL_ABOVE.0) } else { height(most) };
    }
    // A cell over several rows that needs more than they have makes the last of them higher.
    for at in 0..rows.len() {
        let merged: Vec<(usize, usize)> =
            rows[at].cells.iter().filter(|cell| cell.rows > 1).map(|cell| (cell.rows, lines(cell))).collect();
        for (covered, lines) in merged {
            let end = (at + covered).min(rows.len());
            let has: i32 = rows[at..end].iter().map(|row| row.height.0).sum();
            let needs = height(lines).0;
            if needs > has {
                rows[end - 1].height.0 += needs - has;
            }
        }
    }
}
