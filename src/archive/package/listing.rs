//! The catalogue as a PDF: the cover (figure D.2), then the table on turned pages, its head on every one (figure D.1).

use super::CATALOGUE;
use super::catalogue::{COLUMNS, Catalogue};
use crate::diagnostic::Diagnostic;
use crate::document::{Alignment, Block, Cell, Column, Document, Engine, Head, Row, Table, Text};
use crate::layout;
use crate::layout::fonts::Fonts;
use crate::pdf;
use crate::press::no_glyph;
use crate::workspace::findings;

/// Of the columns, in characters.
const WIDTHS: [f64; 9] = [2.0, 7.0, 6.6, 6.1, 13.2, 4.1, 2.0, 2.0, 3.0];

pub(super) fn write(catalogue: &Catalogue, fonts: &Fonts) -> Result<Vec<u8>, Diagnostic> {
    let unmade = |reason: String| findings::UNMADE.finding(format!("{CATALOGUE}的 pdf 文件做不成")).help(reason);
    let galley = layout::set(&document(catalogue), fonts)
        .map_err(|missing| missing.first().map_or_else(|| unmade("字体里缺字".to_owned()), no_glyph))?;
    pdf::write(&galley, fonts).map_err(|error| unmade(format!("原话：{error}")))
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
    let alignment = |name: &str| match name {
        "责任者" | "题名" => Alignment::Left,
        _ => Alignment::Centre,
    };
    let columns = COLUMNS.iter().zip(WIDTHS);
    let head = row(COLUMNS.map(str::to_owned));
    Table {
        columns: columns.map(|(name, width)| Column { width: Some(width), alignment: alignment(name) }).collect(),
        header_rows: 1,
        rows: std::iter::once(head).chain(catalogue.rows.iter().cloned().map(row)).collect(),
        landscape: true,
        caption: Some(Text::engine(Engine::Catalogue, CATALOGUE)),
    }
}

fn row(values: [String; 9]) -> Row {
    let cell = |value: String| {
        let text = if value.is_empty() { Vec::new() } else { vec![Text::engine(Engine::Catalogue, &value)] };
        Some(Cell { text, columns: 1, rows: 1 })
    };
    Row(values.map(cell).into())
}
