//! Charts of a template: a block ` ```图 ` with settings, and the table of the figures that it shows.

use std::str::FromStr;

use super::item::Item;
use super::printed::Printed;
use super::runs::RunReader;
use crate::diagnostic::Diagnostic;
use crate::document::{Chart, ChartKind, Table, Text, is_unknown, number};
use crate::record;
use crate::record::value::Wrong;

record! {
    /// What stands in a block ` ```图 ` directly before the table of its figures.
    struct WrittenSettings {
        /// 柱形、条形、折线或饼形
        "式" => kind: Item,
        /// 图题，印在图的下面
        "题" => caption: Item,
        /// 数的单位，例如 件
        "单位" => unit: Option<Item>,
    }
}

/// So many items a page has room for, whatever they are called.
const MOST_ITEMS: usize = 24;
/// More series are not told apart in black and white.
const MOST_SERIES: usize = 4;
const MOST_SHARES: usize = 8;
/// Characters of a name: three lines of it beside a bar.
const LONGEST_NAME: usize = 36;

/// A chart's settings.
#[derive(Debug)]
pub(super) struct ChartSettings {
    kind: ChartKind,
    caption: Text,
    unit: Option<Text>,
}

struct Named(ChartKind);

impl FromStr for Named {
    type Err = Wrong;

    fn from_str(text: &str) -> Result<Self, Wrong> {
        match text {
            "柱形" => Ok(Self(ChartKind::Columns)),
            "条形" => Ok(Self(ChartKind::Bars)),
            "折线" => Ok(Self(ChartKind::Lines)),
            "饼形" => Ok(Self(ChartKind::Shares)),
            _ => Err(Wrong::new(format!("没有「{text}」这种图"))
                .help("「式」写 柱形（各项的多少）、条形（名称长的）、折线（各期的变化）或 饼形（各项占的份额）")),
        }
    }
}

impl ChartSettings {
    /// What a block's YAML says.
    pub(super) fn read(printed: &Printed, reader: &mut RunReader) -> Result<Self, Vec<Diagnostic>> {
        let written: WrittenSettings = printed.read()?;
        let Named(kind) = printed.parse(&written.kind)?;
        let caption = reader.line(&written.caption.marked);
        if caption.is_empty() {
            let wrong = Wrong::new("图没有题").help("写成 题: 各平台投诉件数 这样，印在图的下面");
            return Err(vec![printed.finding(&written.caption.range, &wrong)]);
        }
        let unit = written.unit.filter(Item::is_given).map(|unit| reader.line(&unit.marked));
        Ok(Self { kind, caption, unit })
    }

    /// The chart of a table.
    pub(super) fn chart(self, figures: Table) -> Result<Chart, Wrong> {
        let chart = Chart { kind: self.kind, caption: self.caption, unit: self.unit, figures };
        fits_a_chart(&chart)?;
        for (name, figures) in chart.items() {
            let name = name.plain();
            if name.trim().is_empty() {
                return Err(Wrong::new("图的数里有一行没有名称").help("每行第一格写这一项的名称"));
            }
            if name.chars().count() > LONGEST_NAME {
                let message = format!("「{name}」有 {} 字，图里放不下", name.chars().count());
                return Err(Wrong::new(message).help(format!("名称不超过 {LONGEST_NAME} 字；用简称，或者改用表")));
            }
            for figure in figures {
                can_be_drawn(chart.kind, &name, figure)?;
            }
        }
        if chart.kind == ChartKind::Shares && !has_a_whole(&chart) {
            let help = "没有数的时候不画：用 {% if … %} 把图去掉";
            return Err(Wrong::new("饼形图的各项合计是 0，分不出份额").help(help));
        }
        Ok(chart)
    }
}

fn has_a_whole(chart: &Chart) -> bool {
    chart.items().flat_map(|(_, figures)| figures).filter_map(number).sum::<f64>() > 0.0
}

/// Whether the table has the shape of a chart of its kind.
fn fits_a_chart(chart: &Chart) -> Result<(), Wrong> {
    let (items, series) = (chart.items().count(), chart.figures.columns.len().saturating_sub(1));
    let joined = |cell: &Option<_>| cell.is_none();
    if chart.figures.rows.iter().flat_map(|row| &row.0).any(joined) {
        return Err(Wrong::new("图的数不能并格").help("「图」后面的表每格一个数，不写 < 和 ^"));
    }
    if items == 0 || series == 0 {
        let help =
            "「图」后面的表，第一行写各列的名称，下面每行一项：名称，然后是数；没有数的时候用 {% if … %} 把图去掉";
        return Err(Wrong::new("图没有数可画").help(help));
    }
    let (most_items, most_series) =
        if chart.kind == ChartKind::Shares { (MOST_SHARES, 1) } else { (MOST_ITEMS, MOST_SERIES) };
    if items > most_items {
        let message = format!("图有 {items} 项，{}最多画 {most_items} 项", chart.kind.name());
        return Err(Wrong::new(message).help("只画最多的几项，其余并成「其他」；或者改用表"));
    }
    if series > most_series {
        let message = format!("图有 {series} 列数，{}最多画 {most_series} 列", chart.kind.name());
        return Err(Wrong::new(message).help("黑白印出来分不清更多的列：分成几张图，或者改用表"));
    }
    Ok(())
}

fn can_be_drawn(kind: ChartKind, name: &str, figure: &Text) -> Result<(), Wrong> {
    let plain = figure.plain();
    if is_unknown(figure) && kind != ChartKind::Shares {
        return Ok(());
    }
    let Some(number) = number(figure) else {
        let help = "图里每格写一个数，例如 12、42.5、44.44%；没有数的写 —，不画；饼形图每项都要有数";
        return Err(Wrong::new(format!("「{name}」的「{plain}」不是能画的数")).help(help));
    };
    if number < 0.0 && matches!(kind, ChartKind::Shares | ChartKind::Bars) {
        let message = format!("「{name}」是 {plain}，{}画不出负数", kind.name());
        return Err(Wrong::new(message).help("有负数的用柱形或折线"));
    }
    Ok(())
}
