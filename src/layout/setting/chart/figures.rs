//! What a chart shows.

use crate::document::{Chart, Engine, Text, number};

/// The figures of a chart with their labels, measured.
pub(super) struct Figures<'c> {
    pub(super) chart: &'c Chart,
    pub(super) series: Vec<&'c Text>,
    pub(super) items: Vec<Item<'c>>,
}

pub(super) struct Item<'c> {
    pub(super) name: &'c Text,
    /// One a series: what is printed of it, and what is drawn; `None` where nothing is known.
    pub(super) figures: Vec<(&'c Text, Option<f64>)>,
}

impl<'c> Figures<'c> {
    pub(super) fn of(chart: &'c Chart) -> Self {
        let mut items = Vec::new();
        for (name, cells) in chart.items() {
            let figures = cells.into_iter().map(|cell| (cell, number(cell))).collect();
            items.push(Item { name, figures });
        }
        Self { chart, series: chart.series().collect(), items }
    }

    pub(super) fn known(&self) -> Vec<f64> {
        self.items.iter().flat_map(|item| &item.figures).filter_map(|(_, number)| *number).collect()
    }

    /// 单位：件.
    pub(super) fn unit(&self) -> Option<Text> {
        let unit = self.chart.unit.as_ref()?;
        Some(Text::engine(Engine::ChartScale, "单位：").then(unit))
    }
}
