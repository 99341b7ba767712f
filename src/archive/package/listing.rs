//! The catalogue as a PDF: the cover (figure D.2), then the table on turned pages, its head on every one (figure D.1).

use super::catalogue::{CATALOGUE, COLUMNS, Catalogue};
use crate::diagnostic::Diagnostic;
use crate::document::{Alignment, Block, Cell, Column, Document, Engine, Head, Row, Table, Text};
use crate::layout;
use crate::layout::fonts::Fonts;
use crate::pdf;
use crate::press::no_glyph;
use crate::workspace::findings;

/// The columns that are not centred.
const LEFT: [&str; 2] = ["责任者", "题名"];

/// Of the columns, in characters.
const WIDTHS: [f64; 9] = [2.0, 7.0, 6.6, 6.1, 13.2, 4.1, 2.0, 2.0, 3.0];

pub(super) fn write(catalogue: &Catalogue, fonts: &Fonts) -> Result<Vec<u8>, Diagnostic> {
    let galley = layout::set(&document(catalogue), fonts)
        .map_err(|missing| missing.first().map_or_else(|| unmade("字体里缺字"), no_glyph))?;
    pdf::write(&galley, fonts).map_err(|error| unmade(&format!("原话：{error}")))
}

fn unmade(reason: &str) -> Diagnostic {
    findings::UNMADE.finding(format!("{CATALOGUE}的 pdf 文件做不成")).help(reason)
}

fn document(catalogue: &Catalogue) -> Document {
    let cover = catalogue
        .cover
        .iter()
        .map(|(label, value)| Block::Paragraph(Text::engine(Engine::Catalogue, &format!("{label}：{value}"))));
    let date = {
        let last = catalogue.last_date;
        format!("{}年{}月{}日", last.year(), last.month(), last.day())
    };
    Document {
        // A plain paper prints no date in its head; the file is dated by it.
        head: Head { date: Some(Text::engine(Engine::Catalogue, &date)), ..Head::default() },
        title: Some(Text::engine(Engine::Catalogue, CATALOGUE)),
        body: cover.chain([Block::Table(table(catalogue))]).collect(),
        author: catalogue.office.clone(),
        ..Document::default()
    }
}

fn table(catalogue: &Catalogue) -> Table {
    let mut columns = Vec::new();
    for (name, width) in COLUMNS.iter().zip(WIDTHS) {
        let alignment = if LEFT.contains(name) { Alignment::Left } else { Alignment::Centre };
        columns.push(Column { width: Some(width), alignment });
    }
    let head = row(COLUMNS.map(str::to_owned));
    Table {
        columns,
        header_rows: 1,
        rows: std::iter::once(head).chain(catalogue.rows.iter().cloned().map(row)).collect(),
        landscape: true,
        caption: Some(Text::engine(Engine::Catalogue, CATALOGUE)),
    }
}

fn row(values: [String; 9]) -> Row {
    Row(values.map(|value| Some(cell(&value))).into())
}

fn cell(value: &str) -> Cell {
    let text = if value.is_empty() { Vec::new() } else { vec![Text::engine(Engine::Catalogue, value)] };
    Cell { text, columns: 1, rows: 1 }
}
