//! The catalogue as a workbook: one sheet of items, one with what the cover says. Every value is text.

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, IgnoreError, Workbook, Worksheet, XlsxError,
};

use unicode_width::UnicodeWidthStr as _;

use super::catalogue::{CATALOGUE, COLUMNS, Catalogue};
use crate::diagnostic::Diagnostic;
use crate::workspace::findings;

const FONT: &str = "宋体";
/// Excel's number for A4.
const A4: u8 = 9;
/// Of the columns, in digits, as Excel measures: together the width of A4 turned, within its margins.
const WIDTHS: [u16; 9] = [5, 27, 17, 18, 31, 9, 7, 5, 10];
/// Of a row and a column of 宋体 at 11 pt, in pixels, as Excel has them by itself.
const ROW: u32 = 18;
const COLUMN: u32 = 72;
/// Height of a line, in points.
const LINE: u16 = 15;
/// A row is made no higher than for so many lines.
const MOST_LINES: usize = 20;

/// The workbook's bytes; it is dated as the last paper, since a clock would make every package another.
pub(super) fn write(catalogue: &Catalogue) -> Result<Vec<u8>, Diagnostic> {
    made(catalogue).map_err(|error| {
        findings::UNMADE.finding(format!("{CATALOGUE}的 xlsx 文件做不成")).help(format!("原话：{error}"))
    })
}

fn made(catalogue: &Catalogue) -> Result<Vec<u8>, XlsxError> {
    let date = catalogue.last_date;
    let created =
        ExcelDateTime::from_ymd(date.year().unsigned_abs(), date.month().unsigned_abs(), date.day().unsigned_abs())?;
    let mut workbook = Workbook::new();
    // Excel measures columns by this font's digits.
    workbook.set_default_format(&Format::new().set_font_name(FONT).set_font_size(11), ROW, COLUMN)?;
    workbook.set_properties(
        &DocProperties::new()
            .set_title(format!("{}年度{CATALOGUE}", catalogue.year))
            .set_author(&catalogue.office)
            .set_creation_datetime(&created),
    );
    items(workbook.add_worksheet(), catalogue)?;
    cover(workbook.add_worksheet(), catalogue)?;
    workbook.save_to_buffer()
}

/// Text in the middle of its cell's height, with a rule around it.
fn cell() -> Format {
    Format::new()
        .set_font_name(FONT)
        .set_font_size(11)
        .set_num_format("@")
        .set_align(FormatAlign::VerticalCenter)
        .set_text_wrap()
        .set_border(FormatBorder::Thin)
}

fn items(sheet: &mut Worksheet, catalogue: &Catalogue) -> Result<(), XlsxError> {
    let left = cell().set_align(FormatAlign::Left);
    let middle = cell().set_align(FormatAlign::Center);
    let head = middle.clone().set_bold();
    sheet.set_name(CATALOGUE)?;
    for ((column, name), width) in (0..).zip(COLUMNS).zip(WIDTHS) {
        sheet.set_column_width(column, f64::from(width))?;
        sheet.write_string_with_format(0, column, name, &head)?;
    }
    for (row, values) in (1..).zip(&catalogue.rows) {
        for ((column, name), value) in (0..).zip(COLUMNS).zip(values) {
            let format = if ["责任者", "题名", "备注"].contains(&name) { &left } else { &middle };
            sheet.write_string_with_format(row, column, value, format)?;
        }
        sheet.set_row_height(row, f64::from(height(values)))?;
        sheet.ignore_error_range(row, 0, row, 8, IgnoreError::NumberStoredAsText)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_header(format!("&C&\"{FONT},Bold\"&18{CATALOGUE}"));
    sheet.set_footer(format!("&C&\"{FONT},Regular\"&11第&P页 共&N页"));
    page(sheet);
    Ok(())
}

/// Of a row whose cells all show what they hold, in points: not every program looks for it itself.
fn height(values: &[String; 9]) -> u16 {
    let mut most = 1;
    for (value, width) in values.iter().zip(WIDTHS) {
        let lines = value.width().div_ceil(usize::from(width) - 1);
        most = lines.clamp(most, MOST_LINES);
    }
    LINE * u16::try_from(most).unwrap_or(1) + 4
}

fn cover(sheet: &mut Worksheet, catalogue: &Catalogue) -> Result<(), XlsxError> {
    let label = cell().set_align(FormatAlign::Center).set_bold();
    let value = cell().set_align(FormatAlign::Left);
    sheet.set_name("封面")?;
    sheet.set_column_width(0, 18)?;
    sheet.set_column_width(1, 60)?;
    for (row, (name, said)) in (0..).zip(&catalogue.cover) {
        sheet.write_string_with_format(row, 0, *name, &label)?;
        sheet.write_string_with_format(row, 1, said, &value)?;
        sheet.ignore_error_range(row, 0, row, 1, IgnoreError::NumberStoredAsText)?;
    }
    sheet.set_header(format!("&C&\"{FONT},Bold\"&22{CATALOGUE}"));
    page(sheet);
    Ok(())
}

/// A4 on its side, as wide as the page.
fn page(sheet: &mut Worksheet) {
    sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0).set_print_center_horizontally(true);
    sheet.set_margins(0.4, 0.4, 0.9, 0.7, 0.4, 0.3);
}
