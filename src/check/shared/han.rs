//! Han characters, and what stands for the fields among them.

/// Stands for a field such as `{投诉人}`.
pub const FIELD: char = '\u{e000}';

/// Stands for a date such as `{2021-01-12}`.
pub const DATE: char = '\u{e001}';

/// 汉字, or a field, which prints as some.
#[must_use]
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '\u{20000}'..='\u{323af}' | '〇' | FIELD | DATE)
}
