//! The page of GB/T 9704-2012: sizes and distances, each once, with its clause.

use super::unit::{Mm, Pt, Twip};

/// A4 (5.1).
pub const WIDTH: Mm = Mm(210.0);
pub const HEIGHT: Mm = Mm(297.0);
/// 天头 (5.2.1): from the paper's top edge to the ink of the first line.
pub const TOP: Mm = Mm(37.0);
/// 订口 (5.2.1): from the paper's left edge to the ink.
pub const LEFT: Mm = Mm(28.0);
/// 版心 (5.2.1): the area of the text, 22 lines of 28 characters each (5.2.3).
pub const TEXT_WIDTH: Mm = Mm(156.0);
pub const TEXT_HEIGHT: Mm = Mm(225.0);

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

/// Tops of marks, as ink, from the paper's top edge: 公文 and 纪要 35 mm below the text area's edge (7.2.4, 10.3.1),
/// 信函 30 mm (10.1.1), 命令 20 mm below the text area's edge (10.2.1).
pub const MARK_TOP: Mm = Mm(72.0);
pub const LETTER_MARK_TOP: Mm = Mm(30.0);
pub const ORDER_MARK_TOP: Mm = Mm(57.0);
/// From the 发文字号 to the red line (7.2.7), and from a 信函's mark to its double line (10.1.1).
pub const RED_LINE_GAP: Mm = Mm(4.0);
/// The double lines of 信函: 170 mm wide, centred, the second 20 mm above the paper's lower edge (10.1.1).
pub const LETTER_RULE_WIDTH: Mm = Mm(170.0);
pub const LETTER_RULE_BOTTOM: Mm = Mm(277.0);
/// Where the 版记's last line lies: the text area's bottom edge (7.4.1).
pub const IMPRINT_BOTTOM: Mm = Mm(262.0);
/// 版记's first and last line, and those between (7.4.1).
pub const IMPRINT_THICK: Mm = Mm(0.35);
pub const IMPRINT_THIN: Mm = Mm(0.25);
/// The dashes of the page number stand 7 mm below the text area (7.5).
pub const PAGE_NUMBER: Mm = Mm(269.0);

/// Tracking that puts 28 characters of 16 pt on 156 mm, in Word's unit: −0.25 pt. The exact figure, −0.207 pt, is
/// not a multiple of a twentieth; justification takes up the difference. Measured.
pub const GRID_TRACKING: Twip = Twip(-5);
/// Two characters on the grid: 2 × (16 − 0.25) pt.
pub const INDENT: Twip = Twip(630);
/// One character on the grid.
pub const CHARACTER: Twip = Twip(315);
/// One character of 4号.
pub const SMALL_CHARACTER: Twip = Twip(280);

/// Line height of titles: 33.5 pt for 22 pt of type, so that a title on a page's first line begins within 37 ± 1 mm.
/// Measured in LibreOffice 7.4.7.
pub const TITLE_PITCH: Twip = Twip(670);
/// Line height of a mark: 5/4 of its largest size.
pub const MARK_PITCH: Twip = Twip(900);
/// Line height in 版记: 25 pt for 14 pt of type.
pub const IMPRINT_PITCH: Twip = Twip(500);
/// Line height of the page number: that of its type. With Word's footer 1430 twips from the sheet's edge, the number's
/// dash then stands at y = 269 mm (7.5). Measured.
pub const PAGE_NUMBER_PITCH: Twip = Twip(280);
/// Line height in cells of tables: 18 pt for 12 pt of type.
pub const TABLE_PITCH: Twip = Twip(360);
/// Room between a cell's rule and its text: at the sides, above and below.
pub const CELL_SIDE: Twip = Twip(80);
pub const CELL_ABOVE: Twip = Twip(40);
/// Height of a paragraph that is there for Word's sake alone, such as one before a table that begins a page: a point.
pub const TAIL: Twip = Twip(20);
/// Weight of a table's rules: half a point.
pub const TABLE_RULE: Twip = Twip(10);
