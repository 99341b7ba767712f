//! Tables: widths fitted to the text area, cells in locked lines, rows of exact heights.

use super::Setter;
use super::lines::filled;
use super::table_columns::{Measured, alignments, widths};
use crate::document::{Cell as Written, Row, Table as Content, Text};
use crate::layout::galley::{Element, Paragraph, Table, TableCell, TableRow};
use crate::layout::page;
use crate::layout::style::{Align, Style};
use crate::layout::unit::Twip;

/// A row of more lines than this may break over pages.
const LONGEST_WHOLE: usize = 12;

impl Setter<'_> {
    pub(super) fn table(&mut self, table: &Content) {
        if let Some(caption) = &table.caption {
            self.add_filled(Paragraph { keep_next: true, keep_lines: true, ..self.styled(Style::Caption) }, caption);
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
        let paragraphs: Vec<_> =
            cell.texts.iter().map(|cells| filled(Paragraph { align, ..self.styled(style) }, cells, width)).collect();
        TableCell { column: cell.column, columns: cell.columns, rows: cell.rows, paragraphs }
    }
}

/// A figure as tables hold it: digits with sign, decimals, percent and the like; or nothing at all.
fn is_number(text: &Text) -> bool {
    text.plain().chars().all(|c| c.is_ascii_digit() || "+-−.,，%％/— 余".contains(c))
}

/// The height of so many lines in a cell of a row that stands whole.
fn height(lines: usize) -> Twip {
    let lines = i32::try_from(lines.max(1)).unwrap_or(i32::MAX / 1000).min(10_000);
    Twip(lines * page::TABLE_PITCH.0 + 2 * page::CELL_ABOVE.0 + page::TABLE_RULE.0)
}

/// A cell over several rows whose text fills half a page has only the first of them, in which it may break over pages.
fn part_tall_cells(rows: &mut [TableRow], room: Twip) {
    for cell in rows.iter_mut().flat_map(|row| &mut row.cells).filter(|cell| cell.rows > 1) {
        if height(cell.lines()).0 > room.0 / 2 {
            cell.rows = 1;
        }
    }
}

fn set_heights(rows: &mut [TableRow], header_rows: usize) {
    for (at, row) in rows.iter_mut().enumerate() {
        let most = row.cells.iter().filter(|cell| cell.rows == 1).map(TableCell::lines).max().unwrap_or(1);
        row.breaks = at >= header_rows && most > LONGEST_WHOLE;
        row.height = if row.breaks { Twip(height(most).0 - 2 * page::CELL_ABOVE.0) } else { height(most) };
    }
    // A cell over several rows that needs more than they have makes the last of them higher.
    for at in 0..rows.len() {
        let merged: Vec<(usize, usize)> =
            rows[at].cells.iter().filter(|cell| cell.rows > 1).map(|cell| (cell.rows, cell.lines())).collect();
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
