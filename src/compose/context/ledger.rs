//! What templates see of an office's own ledgers.

use tera::{Map, Value};

use super::figures::most_in_text;
use super::tracer::Tracer;
use super::view::Kind::{List, Open, Plain};
use super::view::view;
use crate::metrics::{LedgerTally, OwnResult, OwnTally, Part};
use crate::record::office::Office;
use crate::record::own::{Column, ColumnType, Item, Ledger};

view! {
    /// 一本台账；各条的各栏、各数，也用它们的名称来取
    ledger(self, office: &Office, tally: &LedgerTally) {
        /// 名称
        "name": Plain => self.text(&tally.ledger.name),
        /// 量词
        "unit": Plain => self.shown(&tally.ledger.unit),
        /// 一共几条；只记了别的数时没有
        "count": Plain => tally.count.as_ref().map(|count| self.figure(count)),
        /// 一共几条是不是没有一个数说到，用于判断
        "count_is_untold": Plain => tally.count.is_some() && !tally.figures.iter().any(|own| Ledger::counts_all(own.figure)),
        /// 各条
        "items": Open => tally.items.iter().map(|item| self.ledger_item(item)).collect::<Vec<_>>(),
        /// 各栏；人的姓名、电话、证件号、住址和各种编号不在内
        "columns": List("ledger_column") => self.printed_columns(tally),
        /// 各条多于 office.yaml“投诉附表”的件数，或者各栏多得竖着排不下，各条宜放进附件，用于判断
        "in_table": Plain => is_wide(tally) || tally.items.len() > most_in_text(office),
        /// 各栏多得竖着排不下，表宜横排，用于判断
        "wide": Plain => is_wide(tally),
        /// 各数；不能算的不在内
        "figures": List("ledger_figure") => self.recorded_figures(tally.ledger, &tally.figures),
    }
}

view! {
    /// 台账的一栏
    ledger_column(self, column: &Column) {
        /// 名称，用来取各条的这一栏，例如 `item[column.name]`
        "name": Plain => self.text(&column.name),
        /// 表头里怎样写，例如 罚款（元）
        "title": Plain => self.column_title(column),
    }
}

view! {
    /// 台账的一个数
    ledger_figure(self, ledger: &Ledger, own: &OwnTally) {
        /// 名称
        "name": Plain => self.text(&own.figure.0.name),
        /// 数；按栏分开算的没有
        "value": Plain => match &own.result {
            OwnResult::One(value) => value.as_ref().map(|value| self.figure(value)),
            OwnResult::Each(_) => None,
        },
        /// 单位；数条数的，没有写单位就是台账的量词；金额是元，时长的平均是分钟；百分比没有
        "unit": Plain => self.figure_unit(ledger, own),
        /// 按一栏分开算的各个数，不是 0 的
        "parts": List("ledger_part") => match &own.result {
            OwnResult::One(_) => Vec::new(),
            OwnResult::Each(parts) =>
                parts.iter().filter(|part| !part.value.value.is_zero()).map(|part| self.ledger_part(part)).collect(),
        },
    }
}

view! {
    /// 台账按一栏分开算的一个数
    ledger_part(self, part: &Part) {
        /// 那一栏里的词
        "name": Plain => self.marked(&part.word, &part.place),
        /// 数
        "value": Plain => self.figure(&part.value),
    }
}

/// As many columns as an upright page has room for, each with five or six characters, beside that of the numbers.
const MOST_COLUMNS: usize = 5;

fn is_wide(tally: &LedgerTally) -> bool {
    tally.ledger.columns.iter().filter(|column| column.is_for_print()).count() > MOST_COLUMNS
}

impl Tracer {
    /// A ledger with all its figures, each by its own name too.
    pub(super) fn ledger_with_figures(&mut self, office: &Office, tally: &LedgerTally) -> Value {
        let shown = self.ledger(office, tally);
        self.with_figures(shown, &tally.figures)
    }

    /// What is shown of something with an office's own figures of it, each by its name.
    pub(super) fn with_figures(&mut self, shown: Value, figures: &[OwnTally]) -> Value {
        let mut map: Map = shown.into_map().unwrap_or_default();
        for OwnTally { figure, result } in figures {
            let value = match result {
                OwnResult::One(None) => continue,
                OwnResult::One(Some(value)) => self.figure(value),
                OwnResult::Each(parts) => parts.iter().map(|part| self.ledger_part(part)).collect::<Vec<_>>().into(),
            };
            map.insert(figure.name().into(), value);
        }
        map.into()
    }

    pub(super) fn ledger_item(&mut self, item: &Item) -> Value {
        self.show(&[item], Vec::new())
    }

    fn printed_columns(&mut self, tally: &LedgerTally) -> Vec<Value> {
        let printed = tally.ledger.columns.iter().filter(|column| column.is_for_print());
        printed.map(|column| self.ledger_column(column)).collect()
    }

    fn figure_unit(&mut self, ledger: &Ledger, own: &OwnTally) -> Value {
        match (ledger.unit_of(own.figure), ledger.inherent_unit(own.figure)) {
            (None, Some(unit)) => self.marked(unit, &own.figure.0.name.span).into(),
            (unit, _) => self.shown(unit),
        }
    }

    /// Money is typed without its unit, so the head of a column says it.
    fn column_title(&mut self, column: &Column) -> String {
        let name = column.name.value.text();
        let unit = if column.what() == ColumnType::Money && !name.contains('元') { "（元）" } else { "" };
        self.marked(&format!("{name}{unit}"), &column.name.span)
    }

    /// An office's own figures of records that all offices have, as those of a ledger.
    pub(super) fn figures_of_records(
        &mut self,
        office: &Office,
        as_ledger: fn(&Office) -> Ledger,
        figures: &[OwnTally],
    ) -> Vec<Value> {
        if figures.is_empty() { Vec::new() } else { self.recorded_figures(&as_ledger(office), figures) }
    }

    fn recorded_figures(&mut self, ledger: &Ledger, figures: &[OwnTally]) -> Vec<Value> {
        let recorded = figures.iter().filter(|own| !matches!(own.result, OwnResult::One(None)));
        recorded.map(|own| self.ledger_figure(ledger, own)).collect()
    }
}
