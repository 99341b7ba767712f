//! Lengths on a page, as a file has them.

use crate::layout::Pt;

/// How far above a page's bottom a place is that is so far below its top, to the ten thousandth of a point: the difference
/// of two such lengths is not one of them but for rounding.
#[expect(clippy::cast_possible_truncation, reason = "a page is some 842 pt long")]
pub fn above_bottom(height: f32, below_top: Pt) -> f32 {
    const FINEST: f64 = 1e4;
    (((f64::from(height) * FINEST).round() - (below_top.0 * FINEST).round()) / FINEST) as f32
}

/// Lengths on a page need no more digits than this.
#[expect(clippy::cast_possible_truncation, reason = "a page is some 842 pt long")]
pub fn pt(length: Pt) -> f32 {
    length.0 as f32
}
