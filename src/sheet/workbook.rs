//! A paper's tables as a workbook, a sheet a table.

use std::collections::BTreeMap;

use chrono::{Datelike as _, NaiveDate};
use rust_xlsxwriter::utility::{cell_range, row_col_to_cell};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Formula, IgnoreError, Workbook, Worksheet, XlsxError};

use super::error::SheetError;
use super::grid::{Grid, GridCell};
use super::look::{self, CellLook};
use super::page::{self, Rows};
use super::part::{Line, Part, parts};
use super::sheet_name::SheetNames;
use super::sum::Addends;
use super::value::Value;
use super::{heights, width};
use crate::document::{Alignment, Document};

/// Of a row and a column of the default font, in pixels, as Excel has them by itself: a half character then has 8.
const ROW: u32 = 19;
const COLUMN: u32 = 72;

/// The workbook's bytes, the same for the same document on every day. Its properties tell the title and who issues it.
///
/// # Errors
/// [`SheetError::Tables`] where there is no table; else a fault of this program, or a cell of more than 32,767 characters.
pub fn workbook(document: &Document) -> Result<Vec<u8>, SheetError> {
    let parts = parts(document);
    if parts.is_empty() {
        return Err(SheetError::Tables(0));
    }
    let mut workbook = Workbook::new();
    workbook.set_default_format(&look::default(), ROW, COLUMN)?;
    workbook.set_properties(&properties(document)?);
    let mut names = SheetNames::default();
    for part in &parts {
        let sheet = workbook.add_worksheet();
        sheet.set_name(names.take(&part.name))?;
        let grid = Grid::of(part.table);
        let widths = width::widths(&grid, part.table, page::room(part.landscape));
        SheetWriter { sheet, part, grid: &grid, widths: &widths, next: 0, formats: BTreeMap::new() }.write()?;
    }
    Ok(workbook.save_to_buffer()?)
}

/// A file has to be dated: as the parts of all our packages are.
fn properties(document: &Document) -> Result<DocProperties, XlsxError> {
    let day = ExcelDateTime::from_ymd(1980, 1, 1)?;
    Ok(DocProperties::new().set_title(document.called()).set_author(&document.author).set_creation_datetime(&day))
}

struct SheetWriter<'a> {
    sheet: &'a mut Worksheet,
    part: &'a Part<'a>,
    grid: &'a Grid,
    /// Of its columns, in half characters.
    widths: &'a [usize],
    /// The row that comes next.
    next: u32,
    formats: BTreeMap<CellLook, Format>,
}

impl SheetWriter<'_> {
    fn write(mut self) -> Result<(), XlsxError> {
        for (column, width) in (0..).zip(self.widths) {
            self.sheet.set_column_width_pixels(column, index(width::pixels(*width)))?;
        }
        for line in &self.part.above {
            self.line(line)?;
        }
        let first = self.next;
        self.table(first)?;
        for line in &self.part.below {
            self.line(line)?;
        }
        let header_rows = index(self.grid.header_rows);
        let has_head = header_rows > 0 && self.grid.rows.len() > self.grid.header_rows;
        let head = has_head.then(|| (first, first + header_rows - 1));
        let rows = Rows { head, last: self.next.saturating_sub(1) };
        page::set_up(self.sheet, self.part.landscape, self.last_column(), rows)
    }

    fn last_column(&self) -> u16 {
        column_index(self.grid.columns.saturating_sub(1))
    }

    /// A line over the whole width of the table.
    fn line(&mut self, line: &Line) -> Result<(), XlsxError> {
        let (row, last, format) = (self.next, self.last_column(), look::of_line(line.manner));
        if last > 0 {
            self.sheet.merge_range(row, 0, row, last, &line.text, &format)?;
        } else {
            self.sheet.write_string_with_format(row, 0, &line.text, &format)?;
        }
        let width = self.widths.iter().sum();
        self.sheet.set_row_height_pixels(row, pixels(heights::of_line(&line.text, line.manner, width)))?;
        self.next += 1;
        Ok(())
    }

    /// The table, whose first row is row `first` of the sheet.
    fn table(&mut self, first: u32) -> Result<(), XlsxError> {
        let grid = self.grid;
        for (row, height) in (first..).zip(heights::of_rows(grid, self.widths)) {
            self.sheet.set_row_height_pixels(row, pixels(height))?;
        }
        for row in 0..grid.rows.len() {
            for column in 0..grid.columns {
                if let Some(cell) = grid.cell(row, column) {
                    let format = self.format(cell, (row, column));
                    let place = Place { row: first + index(row), column: column_index(column) };
                    self.cell(cell, place, &format)?;
                    if let (Value::Number(number), Some(addends)) = (&cell.value, grid.addends(row, column)) {
                        let result = number.value.normalize().to_string();
                        let formula = Formula::new(formula(&addends, (row, column), first)).set_result(result);
                        self.sheet.write_formula_with_format(place.row, place.column, formula, &format)?;
                    }
                }
            }
        }
        self.next = first + index(grid.rows.len());
        if self.next > first {
            let (last, column) = (self.next - 1, self.last_column());
            self.sheet.ignore_error_range(first, 0, last, column, IgnoreError::NumberStoredAsText)?;
        }
        Ok(())
    }

    fn cell(&mut self, cell: &GridCell, place: Place, format: &Format) -> Result<(), XlsxError> {
        let Place { row, column } = place;
        if cell.rows > 1 || cell.columns > 1 {
            let (last_row, last_column) = (row + index(cell.rows) - 1, column + column_index(cell.columns) - 1);
            self.sheet.merge_range(row, column, last_row, last_column, "", format)?;
        }
        match &cell.value {
            Value::Empty => self.sheet.write_blank(row, column, format)?,
            Value::Text => self.sheet.write_string_with_format(row, column, &cell.printed, format)?,
            Value::Number(number) => self.sheet.write_number_with_format(row, column, number.as_float(), format)?,
            Value::Day(day) => {
                let date = excel_date(day.date)?;
                self.sheet.write_datetime_with_format(row, column, &date, format)?
            }
        };
        Ok(())
    }

    fn format(&mut self, cell: &GridCell, (row, column): (usize, usize)) -> Format {
        let look = if self.grid.is_body(row) {
            let alignment = self.part.table.columns.get(column).map_or(Alignment::default(), |column| column.alignment);
            let room: usize = self.widths.get(column..column + cell.columns).unwrap_or_default().iter().sum();
            let is_long = width::of_text(&cell.printed) > room || cell.printed.contains('\n');
            CellLook::of_body(&cell.value, &cell.printed, alignment, is_long)
        } else {
            CellLook::of_head()
        };
        let format = self.formats.entry(look).or_insert_with_key(CellLook::format);
        format.clone()
    }
}

/// A cell of a sheet.
#[derive(Debug, Clone, Copy)]
struct Place {
    row: u32,
    column: u16,
}

/// The formula of a total at a place of the table, whose first row is row `first` of the sheet.
fn formula(addends: &Addends, (row, column): (usize, usize), first: u32) -> String {
    let sheet_row = |row: usize| first + index(row);
    let cells = match addends {
        Addends::Rows(rows) => {
            let column = column_index(column);
            cell_range(sheet_row(rows.start), column, sheet_row(rows.end.saturating_sub(1)), column)
        }
        Addends::EachOf(rows) => {
            let cells: Vec<String> =
                rows.iter().map(|row| row_col_to_cell(sheet_row(*row), column_index(column))).collect();
            cells.join(",")
        }
        Addends::Columns(columns) => {
            let (from, to) = (column_index(columns.start), column_index(columns.end.saturating_sub(1)));
            cell_range(sheet_row(row), from, sheet_row(row), to)
        }
    };
    format!("=SUM({cells})")
}

fn excel_date(date: NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    let year = date.year().try_into().unwrap_or_default();
    let [month, day] = [date.month(), date.day()].map(|part| part.try_into().unwrap_or_default());
    ExcelDateTime::from_ymd(year, month, day)
}

/// Points as pixels of Excel.
fn pixels(points: usize) -> u32 {
    index(points) * 4 / 3
}

/// Papers have no more rows than a hundred thousand.
fn index(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX / 8)
}

fn column_index(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX / 8)
}
