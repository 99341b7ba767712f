//! How cells and lines look: the fonts of the paper's own tables, by the names that Word files have for them.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

use super::part::Manner;
use super::value::Value;
use crate::document::Alignment;

/// 仿宋, 黑体 and 小标宋.
const TEXT_FONT: &str = "仿宋_GB2312";
const HEAD_FONT: &str = "黑体";
const TITLE_FONT: &str = "方正小标宋简体";

/// 小四 and 2号, in points.
const SIZE: u16 = 12;
const TITLE_SIZE: u16 = 22;

/// GB 2312 in Windows' list of character sets.
const CHARSET: u8 = 134;

/// Excel's code for what is a text whatever it looks like.
const AS_TEXT: &str = "@";

/// What cells have by themselves.
pub(super) fn default() -> Format {
    in_font(TEXT_FONT, SIZE)
}

fn in_font(font: &str, size: u16) -> Format {
    Format::new().set_font_name(font).set_font_size(size).set_font_charset(CHARSET)
}

/// Of a line above or below the table.
pub(super) fn of_line(manner: Manner) -> Format {
    let format = match manner {
        Manner::Title => in_font(TITLE_FONT, TITLE_SIZE).set_align(FormatAlign::Center),
        Manner::Caption => in_font(HEAD_FONT, SIZE).set_align(FormatAlign::Center),
        Manner::Left => default().set_align(FormatAlign::Left),
        Manner::Centre => default().set_align(FormatAlign::Center),
        Manner::Right => default().set_align(FormatAlign::Right),
    };
    format.set_num_format(AS_TEXT).set_align(FormatAlign::VerticalCenter).set_text_wrap()
}

/// How a cell looks; cells that look alike have one format.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct CellLook {
    is_head: bool,
    align: Align,
    number_format: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Align {
    Left,
    Centre,
    Right,
}

impl CellLook {
    pub(super) fn of_head() -> Self {
        Self { is_head: true, align: Align::Centre, number_format: Some(AS_TEXT.to_owned()) }
    }

    /// `is_long`: whether it does not stand on one line.
    pub(super) fn of_body(value: &Value, printed: &str, alignment: Alignment, is_long: bool) -> Self {
        let align = match (alignment, value) {
            (Alignment::Left, _) => Align::Left,
            (Alignment::Right, _) | (Alignment::Fitting, Value::Number(_)) => Align::Right,
            (Alignment::Fitting, _) if is_long => Align::Left,
            (Alignment::Centre | Alignment::Fitting, _) => Align::Centre,
        };
        let number_format = match value {
            Value::Empty => None,
            Value::Text => is_read_otherwise(printed).then(|| AS_TEXT.to_owned()),
            Value::Number(number) => Some(number.format.clone()),
            Value::Day(day) => Some(day.format.to_owned()),
        };
        Self { is_head: false, align, number_format }
    }

    pub(super) fn format(&self) -> Format {
        let font = if self.is_head { HEAD_FONT } else { TEXT_FONT };
        let align = match self.align {
            Align::Left => FormatAlign::Left,
            Align::Centre => FormatAlign::Center,
            Align::Right => FormatAlign::Right,
        };
        let format = in_font(font, SIZE)
            .set_align(align)
            .set_align(FormatAlign::VerticalCenter)
            .set_text_wrap()
            .set_border(FormatBorder::Thin);
        match &self.number_format {
            Some(code) => format.set_num_format(code),
            None => format,
        }
    }
}

/// Whether Excel would take a text for a number, a day or a formula where somebody types it again.
fn is_read_otherwise(printed: &str) -> bool {
    printed.starts_with(|c: char| c.is_ascii_digit() || "=+-@.($¥￥'".contains(c))
}
