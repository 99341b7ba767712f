//! The page of GB/T 9704-2012: sizes and distances, each once, with its clause.

use super::unit::{Mm, Pt, Twip};

/// A4 (5.1).
pub const WIDTH: Mm = Mm(210.0);
pub const HEIGHT: Mm = Mm(297.0);
/// 天头 (5.2.1): from the paper's top edge to the ink of the first line.
pub const TOP: Mm = Mm(37.0);
/// 订口 (5.2.1): from the paper's left edge to the ink.
pub const LEFT: Mm = Mm(28.0);
/// 版心 (5.2.1): the area of the text.
pub const TEXT_WIDTH: Mm = Mm(156.0);
pub const TEXT_HEIGHT: Mm = Mm(225.0);
/// 22 lines a page of 28 characters each (5.2.3).
pub const LINES: u32 = 22;
pub const CHARACTERS: u32 = 28;

/// 3号: body, headings, most elements (5.2.2).
pub const BODY_SIZE: Pt = Pt(16.0);
/// 2号: the title (7.3.1).
pub const TITLE_SIZE: Pt = Pt(22.0);
/// 发文机关标志 (7.2.4): by practice no larger than 初号.
pub const MARK_SIZE: Pt = Pt(36.0);
/// 小四: cells of tables. Practice.
pub const TABLE_SIZE: Pt = Pt(12.0);
/// 4号: page numbers (7.5) and 版记 (7.4).
pub const SMALL_SIZE: Pt = Pt(14.0);

/// Tracking that puts 28 characters of 16 pt on 156 mm, in Word's unit: −0.25 pt. The exact figure, −0.207 pt, is
/// not a multiple of a twentieth; justification takes up the difference. Measured.
pub const GRID_TRACKING: Twip = Twip(-5);
/// Two characters on the grid: 2 × (16 − 0.25) pt.
pub const INDENT: Twip = Twip(630);
/// One character on the grid.
pub const CHARACTER: Twip = Twip(315);

/// Word's line pitch for 22 lines a page: 29.6 pt. Measured; see `gbt9704.md`.
pub const WORD_PITCH: Twip = Twip(592);
/// Word's line height for the title: 34.5 pt. With 36 pt the ink of a title on the page's first line began at 38.4 mm
/// in LibreOffice, outside 37 ± 1; with this at 37.9. Measured.
pub const WORD_TITLE_PITCH: Twip = Twip(690);
