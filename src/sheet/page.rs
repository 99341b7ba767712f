//! How a sheet is printed: on A4 with the margins of the paper, as wide as the page, its head on every page.

use rust_xlsxwriter::{Worksheet, XlsxError};

/// Excel's number for A4.
const A4: u8 = 9;

/// Of an upright page, in mm: 天头, 订口 and what they leave of 210 × 297 mm around 156 × 225 mm (GB/T 9704-2012, 5.2.1).
const TOP: f64 = 37.0;
const BOTTOM: f64 = 35.0;
const LEFT: f64 = 28.0;
const RIGHT: f64 = 26.0;

/// From the lower edge to the page number, 7 mm below the text (7.5), in mm: upright and turned.
const NUMBER_UPRIGHT: f64 = 24.0;
const NUMBER_TURNED: f64 = 15.0;

/// The page number: 4号宋体 between two dashes (7.5).
const NUMBER: &str = "&C&\"宋体,Regular\"&14— &P —";

/// How wide a table may be, in pixels of Excel, of which an inch has 96.
pub(super) fn room(is_turned: bool) -> usize {
    // 156 mm and 225 mm.
    if is_turned { 850 } else { 589 }
}

/// The first and the last row of a sheet's parts.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rows {
    /// Of the table's head; `None` where it has none.
    pub(super) head: Option<(u32, u32)>,
    /// Of all that is printed.
    pub(super) last: u32,
}

pub(super) fn set_up(sheet: &mut Worksheet, is_turned: bool, last_column: u16, rows: Rows) -> Result<(), XlsxError> {
    sheet.set_paper_size(A4).set_print_fit_to_pages(1, 0).set_print_center_horizontally(true);
    if is_turned {
        // 订口 is on top then, the lower edge to the left (7.3.7).
        sheet.set_landscape();
        set_margins(sheet, [BOTTOM, TOP, LEFT, RIGHT], NUMBER_TURNED);
    } else {
        sheet.set_portrait();
        set_margins(sheet, [LEFT, RIGHT, TOP, BOTTOM], NUMBER_UPRIGHT);
    }
    sheet.set_footer(NUMBER);
    sheet.set_print_area(0, 0, rows.last, last_column)?;
    if let Some((first, last)) = rows.head {
        sheet.set_repeat_rows(first, last)?;
        sheet.set_freeze_panes(last + 1, 0)?;
    }
    Ok(())
}

/// From left, right, above and below, and to the page number, in mm.
fn set_margins(sheet: &mut Worksheet, margins: [f64; 4], number: f64) {
    const INCH: f64 = 25.4;
    let [left, right, top, bottom] = margins.map(|margin| margin / INCH);
    sheet.set_margins(left, right, top, bottom, number / INCH, number / INCH);
}
