//! What may be set before a table: widths, header rows, landscape, caption.

use std::fmt;
use std::str::FromStr;

use crate::compose::rendered::item::{Item, Items, YesNo};
use crate::compose::rendered::printed::Printed;
use crate::compose::rendered::runs::RunReader;
use crate::diagnostic::Diagnostic;
use crate::document::{Table, Text};
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
    widths: Option<Vec<Width>>,
    header_rows: usize,
    landscape: bool,
    caption: Option<Text>,
}

impl TableSettings {
    /// What a block's YAML says.
    pub(in crate::compose) fn read(printed: &Printed, reader: &mut RunReader) -> Result<Self, Vec<Diagnostic>> {
        let written: WrittenSettings = printed.read()?;
        let widths = match &written.widths {
            Some(widths) => Some(widths.0.iter().map(|width| printed.parse(width)).collect::<Result<Vec<Width>, _>>()?),
            None => None,
        };
        let header_rows = written.header_rows.as_ref().map(|rows| printed.parse::<HeaderRows>(rows)).transpose()?;
        let is_landscape = written.landscape.as_ref().map(|it| printed.parse::<YesNo>(it)).transpose()?;
        let landscape = is_landscape.is_some_and(|YesNo(yes)| yes);
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

    /// Sets a table of so many rows that is still without settings.
    pub(super) fn apply(self, table: &mut Table, rows: usize) -> Result<(), Wrong> {
        if self.header_rows > rows {
            let message = format!("表头写了 {} 行，整张表只有 {rows} 行", self.header_rows);
            return Err(Wrong::new(message).help("改小「表头」"));
        }
        if let Some(widths) = self.widths {
            if widths.len() != table.columns.len() {
                let difference = format!("「宽」写了 {} 列，表有 {} 列", widths.len(), table.columns.len());
                return Err(Wrong::new(difference).help("每列写一个宽，不定宽的写 auto"));
            }
            for (column, width) in table.columns.iter_mut().zip(widths) {
                column.width = width.characters();
            }
        }
        table.header_rows = self.header_rows;
        table.landscape = self.landscape;
        table.caption = self.caption;
        Ok(())
    }
}

/// A column's width as it is set: a number of characters, or `auto`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Width {
    Auto,
    /// In tenths of a character.
    Tenths(u16),
}

impl Width {
    fn characters(self) -> Option<f64> {
        match self {
            Self::Auto => None,
            Self::Tenths(tenths) => Some(f64::from(tenths) / 10.0),
        }
    }

    fn tenths(self) -> u64 {
        match self {
            Self::Auto => 0,
            Self::Tenths(tenths) => u64::from(tenths),
        }
    }
}

/// How many characters of a table's type stand side by side on a page, upright and on its side.
const UPRIGHT: u16 = 37;
const WIDEST: u16 = 53;

/// The widths that are given have to stand side by side on the page.
fn fitting(widths: &[Width], landscape: bool) -> Result<(), Wrong> {
    let sum: u64 = widths.iter().map(|width| width.tenths()).sum();
    let (most, page, help) = if landscape {
        (WIDEST, "横排的一页", "改小各列的宽，或写 auto，按内容")
    } else {
        (UPRIGHT, "一页", "改小各列的宽，或写 auto，按内容；列多的表写「横排: 是」")
    };
    if sum <= u64::from(most) * 10 {
        return Ok(());
    }
    let whole = sum / 10;
    let shown = if sum.is_multiple_of(10) { whole.to_string() } else { format!("{whole}.{}", sum % 10) };
    Err(Wrong::new(format!("各列的宽一共 {shown} 字，{page}只有 {most} 字宽")).help(help))
}

impl FromStr for Width {
    type Err = Wrong;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text == "auto" {
            return Ok(Self::Auto);
        }
        tenths(text).filter(|tenths| *tenths <= WIDEST * 10).map(Self::Tenths).ok_or_else(|| {
            Wrong::new(format!("列宽「{text}」不对"))
                .help(format!("写字数，1 到 {WIDEST}，例如 4 或 4.5；或写 auto，按内容"))
        })
    }
}

/// A number of at most two digits from 1, with at most one digit behind its point, ten times.
fn tenths(text: &str) -> Option<u16> {
    let (whole, tenth) = text.split_once('.').unwrap_or((text, "0"));
    if !is_digits(whole, 2) || !is_digits(tenth, 1) || whole.starts_with('0') {
        return None;
    }
    Some(whole.parse::<u16>().ok()? * 10 + tenth.parse::<u16>().ok()?)
}

fn is_digits(text: &str, most: usize) -> bool {
    (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
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
