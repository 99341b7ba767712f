//! A picture of figures (图).

use serde::Serialize;

use super::table::{Cell, Row, Table};
use super::text::Text;

/// How a chart shows its figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum ChartKind {
    /// 柱形: upright, side by side.
    Columns,
    /// 条形: lying, below each other; for long names.
    Bars,
    /// 折线: what becomes of a figure from period to period.
    Lines,
    /// 饼形: the parts of a whole.
    Shares,
}

impl ChartKind {
    /// What it is called on a paper.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Columns => "柱形图",
            Self::Bars => "条形图",
            Self::Lines => "折线图",
            Self::Shares => "饼形图",
        }
    }
}

/// A picture of a table's figures: a row an item with its name first, a column a series under its name. No cell covers
/// another.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Chart {
    pub kind: ChartKind,
    /// 图题, centred below it.
    pub caption: Text,
    /// What the figures count: 件, 万元.
    pub unit: Option<Text>,
    pub figures: Table,
}

impl Chart {
    /// The names of its series.
    pub fn series(&self) -> impl Iterator<Item = &Text> {
        self.figures.rows.iter().take(1).flat_map(cells).skip(1)
    }

    /// Its items: each one's name and its cell of each series.
    pub fn items(&self) -> impl Iterator<Item = (&Text, Vec<&Text>)> {
        self.figures.rows.iter().skip(1).filter_map(|row| {
            let mut cells = cells(row);
            Some((cells.next()?, cells.collect()))
        })
    }

    /// All that it shows, in words: for those who cannot see it.
    #[must_use]
    pub fn description(&self) -> String {
        let series: Vec<String> = self.series().map(Text::plain).collect();
        let unit = self.unit.as_ref().map(Text::plain).unwrap_or_default();
        let mut items = Vec::new();
        for (name, figures) in self.items() {
            let figures = series.iter().zip(figures).map(|(series, figure)| {
                let told =
                    if is_unknown(figure) { "没有数".to_owned() } else { format!("{}{unit}", figure.plain()) };
                if series_is_said(&self.figures) { format!("{series}{told}") } else { told }
            });
            items.push(format!("{}{}", name.plain(), figures.collect::<Vec<_>>().join("、")));
        }
        format!("{}：{}。{}。", self.kind.name(), self.caption.plain(), items.join("；"))
    }
}

/// With one series alone its name says no more than the caption does.
fn series_is_said(figures: &Table) -> bool {
    figures.columns.len() > 2
}

static NOTHING: Text = Text(Vec::new());

fn cells(row: &Row) -> impl Iterator<Item = &Text> {
    row.0.iter().map(|cell| cell.as_ref().and_then(|Cell { text, .. }| text.first()).unwrap_or(&NOTHING))
}

/// A cell that says that nothing is known: no figure, and not 0.
#[must_use]
pub fn is_unknown(cell: &Text) -> bool {
    matches!(cell.plain().trim(), "" | "—" | "－" | "-")
}

/// The number that a cell shows: 12, 1,234, -3.5, 44.44%; `None` where it shows none that can be drawn, such as 100余.
#[must_use]
pub fn number(cell: &Text) -> Option<f64> {
    let plain = cell.plain().replace([',', '，'], "").replace('−', "-");
    let digits = plain.trim().trim_end_matches(['%', '％']);
    let is_plain = digits.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-'));
    digits.parse().ok().filter(|number: &f64| is_plain && number.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Engine;

    #[test]
    fn only_what_can_be_drawn_is_a_number() {
        let number = |text: &str| number(&Text::engine(Engine::Separator, text));
        assert_eq!(["12", "1,234", "-3.5", "44.44%", "0"].map(number), [12.0, 1234.0, -3.5, 44.44, 0.0].map(Some));
        assert_eq!(["100余", "", "—", "1e3", "inf", "12件"].map(number), [None; 6]);
    }
}
