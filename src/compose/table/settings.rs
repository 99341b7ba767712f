//! What may be set before a table: widths, header rows, landscape, caption.

use std::fmt;
use std::str::FromStr;

use crate::compose::item::{Item, Items, Printed, YesNo};
use crate::compose::reader::Reader;
use crate::diagnostic::Diagnostic;
use crate::document::Text;
use crate::record;
use crate::record::value::Wrong;

record! {
    /// What stands in a block ` ```表 ` directly before a table.
    struct WrittenSettings {
        /// 各列的宽，几个字；auto 表示按内容
        "宽" => widths: Option<Items>,
        /// 表头有几行；不写就是 1
        "表头" => header_rows: Option<Item>,
        /// 是否横排
        "横排" => landscape: Option<Item>,
        /// 表题
        "题" => caption: Option<Item>,
    }
}

/// A table's settings.
#[derive(Debug)]
pub(in crate::compose) struct TableSettings {
    /// One a column, where they are given.
    pub(super) widths: Option<Vec<Width>>,
    pub(super) header_rows: usize,
    pub(super) landscape: bool,
    pub(super) caption: Option<Text>,
}

impl TableSettings {
    /// What a block's YAML says.
    pub(in crate::compose) fn read(printed: &Printed, reader: &mut Reader) -> Result<Self, Vec<Diagnostic>> {
        let written: WrittenSettings = printed.read()?;
        let widths = match &written.widths {
            Some(widths) => Some(widths.0.iter().map(|width| printed.parse(width)).collect::<Result<Vec<Width>, _>>()?),
            None => None,
        };
        let header_rows = written.header_rows.as_ref().map(|rows| printed.parse::<HeaderRows>(rows)).transpose()?;
        let landscape = written.landscape.as_ref().map(|landscape| printed.parse::<YesNo>(landscape)).transpose()?;
        let landscape = landscape.is_some_and(|YesNo(landscape)| landscape);
        if let (Some(widths), Some(first)) = (&widths, written.widths.as_ref().and_then(|widths| widths.0.first())) {
            fitting(widths, landscape).map_err(|wrong| vec![printed.finding(&first.range, &wrong)])?;
        }
        Ok(Self {
            widths,
            header_rows: header_rows.map_or(1, |HeaderRows(rows)| rows),
            landscape,
            caption: written.caption.filter(Item::is_given).map(|caption| reader.line(&caption.marked)),
        })
    }
}

/// A column's width as it is set: a number of characters, or `auto`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Width {
    Auto,
    /// In tenths of a character.
    Tenths(u16),
}

impl Width {
    pub(super) fn characters(self) -> Option<f64> {
        match self {
            Self::Auto => None,
            Self::Tenths(tenths) => Some(f64::from(tenths) / 10.0),
        }
    }
}

/// How many characters of a table's type stand side by side on a page, upright and on its side.
const UPRIGHT: u16 = 37;
const WIDEST: u16 = 53;

/// The widths that are given have to stand side by side on the page.
fn fitting(widths: &[Width], landscape: bool) -> Result<(), Wrong> {
    let tenths = |width: &Width| match width {
        Width::Auto => 0,
        Width::Tenths(tenths) => u64::from(*tenths),
    };
    let sum: u64 = widths.iter().map(tenths).sum();
    let (most, page, help) = if landscape {
        (WIDEST, "横排的一页", "改小各列的宽，或写 auto，按内容")
    } else {
        (UPRIGHT, "一页", "改小各列的宽，或写 auto，按内容；列多的表写「横排: 是」")
    };
    if sum <= u64::from(most) * 10 {
        return Ok(());
    }
    let sum = match (sum / 10, sum % 10) {
        (whole, 0) => whole.to_string(),
        (whole, tenth) => format!("{whole}.{tenth}"),
    };
    Err(Wrong::new(format!("各列的宽一共 {sum} 字，{page}只有 {most} 字宽")).help(help))
}

impl FromStr for Width {
    type Err = Wrong;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text == "auto" {
            return Ok(Self::Auto);
        }
        let wrong = || {
            Wrong::new(format!("列宽「{text}」不对"))
                .help(format!("写字数，1 到 {WIDEST}，例如 4 或 4.5；或写 auto，按内容"))
        };
        let (whole, tenth) = text.split_once('.').unwrap_or((text, "0"));
        let is_digits = |text: &str, most: usize| {
            (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
        };
        if !is_digits(whole, 2) || !is_digits(tenth, 1) || whole.starts_with('0') {
            return Err(wrong());
        }
        let parse = |text: &str| text.parse::<u16>().map_err(|_| wrong());
        let tenths = parse(whole)? * 10 + parse(tenth)?;
        if tenths <= WIDEST * 10 { Ok(Self::Tenths(tenths)) } else { Err(wrong()) }
    }
}

impl fmt::Display for Width {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Auto => f.write_str("auto"),
            Self::Tenths(tenths) if tenths % 10 == 0 => write!(f, "{}", tenths / 10),
            Self::Tenths(tenths) => write!(f, "{}.{}", tenths / 10, tenths % 10),
        }
    }
}

/// How many rows are the head.
struct HeaderRows(usize);

impl FromStr for HeaderRows {
    type Err = Wrong;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.parse() {
            Ok(rows @ 0..=9) => Ok(Self(rows)),
            _ => Err(Wrong::new(format!("表头行数「{text}」不对")).help("写 0 到 9 的整数，例如 2")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn printing_a_width_undoes_parsing(tenths in 10_u16..=530) {
            for width in [Width::Auto, Width::Tenths(tenths)] {
                prop_assert_eq!(width.to_string().parse::<Width>(), Ok(width));
            }
        }

        #[test]
        fn no_width_makes_it_panic(text in "[0-9.auto]{0,5}") {
            let _ = text.parse::<Width>();
        }
    }
}
