//! Tables: columns of exact width, rows at least as high as layout has them, heads that stand again on every page.

use super::context::Context;
use super::error::WordError;
use super::paragraph::{self, Manner};
use super::table_parts::{grid, padding};
use super::xml::{Attribute, Xml};
use crate::layout::{Style, Table, TableCell, TableRow, Twip, page};

/// Of all lines, in eighths of a point: 0.5 pt.
const WEIGHT: i32 = 4;

pub(super) fn write<'a>(xml: &mut Xml, table: &'a Table, context: &mut Context<'a>) -> Result<(), WordError> {
    xml.open("w:tbl", &[], |xml| {
        xml.open("w:tblPr", &[], |xml| {
            let width: i32 = table.columns.iter().map(|column| column.0).sum();
            xml.leaf("w:tblW", &[("w:w", &width), ("w:type", &"dxa")])?;
            xml.leaf("w:tblInd", &[("w:w", &table.left.0), ("w:type", &"dxa")])?;
            if table.ruled {
                xml.open("w:tblBorders", &[], |xml| {
                    for edge in ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"] {
                        let attributes: [Attribute; 4] =
                            [("w:val", &"single"), ("w:sz", &WEIGHT), ("w:space", &0), ("w:color", &"auto")];
                        xml.leaf(edge, &attributes)?;
                    }
                    Ok(())
                })?;
            }
            xml.leaf("w:tblLayout", &[("w:type", &"fixed")])?;
            padding(xml, page::CELL_SIDE)
        })?;
        grid(xml, &table.columns)?;
        let mut covered = vec![Covered::default(); table.columns.len()];
        for (number, row) in table.rows.iter().enumerate() {
            write_row(xml, row, number, table, &mut covered, context)?;
        }
        Ok(())
    })
}

/// What a cell above leaves over of a column: for how many more rows it covers it, and over how many columns it goes.
#[derive(Debug, Clone, Copy, Default)]
struct Covered {
    rows: usize,
    columns: usize,
}

fn write_row<'a>(
    xml: &mut Xml,
    row: &'a TableRow,
    number: usize,
    table: &Table,
    covered: &mut [Covered],
    context: &mut Context<'a>,
) -> Result<(), WordError> {
    xml.open("w:tr", &[], |xml| {
        xml.open("w:trPr", &[], |xml| {
            if !row.breaks {
                xml.flag("w:cantSplit")?;
                xml.leaf("w:trHeight", &[("w:val", &row.height.0), ("w:hRule", &"atLeast")])?;
            }
            if number < table.header_rows {
                xml.flag("w:tblHeader")?;
            }
            Ok(())
        })?;
        let mut cells = row.cells.iter().peekable();
        let mut column = 0;
        while column < table.columns.len() {
            let cell = cells.next_if(|cell| cell.column == column);
            let wanted = match (cell, covered[column]) {
                (Some(cell), _) => cell.columns,
                (None, Covered { rows: 1.., columns }) => columns,
                (None, _) => 1,
            };
            let columns = wanted.clamp(1, table.columns.len() - column);
            let span = &table.columns[column..column + columns];
            let place = Place { continued: covered[column].rows > 0, breaks: row.breaks };
            write_cell(xml, span, cell, place, context)?;
            let rows = cell.map_or(covered[column].rows, |cell| cell.rows).saturating_sub(1);
            covered[column..column + columns].fill(Covered::default());
            covered[column] = Covered { rows, columns };
            column += columns;
        }
        Ok(())
    })
}

/// Where a cell stands.
#[derive(Debug, Clone, Copy)]
struct Place {
    /// A cell above covers it.
    continued: bool,
    /// Its row may break.
    breaks: bool,
}

fn write_cell<'a>(
    xml: &mut Xml,
    span: &[Twip],
    cell: Option<&'a TableCell>,
    place: Place,
    context: &mut Context<'a>,
) -> Result<(), WordError> {
    let width = span.iter().map(|column| column.0).sum();
    xml.open("w:tc", &[], |xml| {
        xml.open("w:tcPr", &[], |xml| {
            xml.leaf("w:tcW", &[("w:w", &Twip(width).0), ("w:type", &"dxa")])?;
            if span.len() > 1 {
                xml.value("w:gridSpan", span.len())?;
            }
            match cell {
                Some(cell) if cell.rows > 1 => xml.value("w:vMerge", "restart")?,
                None if place.continued => xml.flag("w:vMerge")?,
                _ => {}
            }
            // Lines that may part begin at the top.
            if place.breaks { Ok(()) } else { xml.value("w:vAlign", "center") }
        })?;
        match cell.map(|cell| cell.paragraphs.as_slice()) {
            // A cell must have a paragraph.
            None if place.continued => paragraph::tail(xml, |_| Ok(())),
            None | Some([]) => paragraph::styled(xml, Style::Cell),
            Some(paragraphs) => {
                paragraphs.iter().try_for_each(|one| paragraph::write(xml, one, Manner::IN_FLOW, context))
            }
        }
    })
}
