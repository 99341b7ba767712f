//! What templates see of an office's own ledgers.

use tera::{Map, Value};

use super::compared::ComparedFigure;
use super::figures::most_in_text;
use super::tracer::Tracer;
use super::view::Kind::{List, Open, Plain};
use super::view::view;
use crate::metrics::{Amount, Figure, FigureKey, LedgerTally, OwnResult, OwnTally, Part};
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
        /// 只写了其中几条的（典型），那几条；写全的没有
        "typical": Open => tally.typical.iter().map(|item| self.ledger_item(item)).collect::<Vec<_>>(),
        /// 写了的条，不论全不全
        "rows": Open => rows(tally).iter().map(|item| self.ledger_item(item)).collect::<Vec<_>>(),
        /// 各栏；人的姓名、电话、证件号、住址和各种编号不在内
        "columns": List("ledger_column") => self.printed_columns(tally),
        /// 各条多于 office.yaml“投诉附表”的件数，或者各栏多得竖着排不下，各条宜放进附件，用于判断
        "in_table": Plain => is_wide(tally) || rows(tally).len() > most_in_text(office),
        /// 各栏多得竖着排不下，表宜横排，用于判断
        "wide": Plain => is_wide(tally),
        /// 各数；不能算的不在内
        "figures": List("ledger_figure") => self.recorded_figures(office, tally.ledger, &tally.figures),
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
    ledger_figure(self, office: &Office, ledger: &Ledger, own: &OwnTally) {
        /// 名称
        "name": Plain => self.text(&own.figure.0.name),
        /// 数；按栏分开算的没有
        "value": Plain => match &own.result {
            OwnResult::One(value) => value.as_ref().map(|value| self.figure(value)),
            OwnResult::Each(_) => None,
        },
        /// 单位；数条数的，没有写单位就是台账的量词；金额是元，时长的平均是分钟；百分比没有
        "unit": Plain => self.figure_unit(ledger, own),
        /// 和上一期、上年同期比，例如 环比增加124件、上升10.33%；office.yaml 的「对比」写了、那一期又记了的才有
        "compared": Plain => match &own.result {
            OwnResult::One(value) => value.as_ref().and_then(|value| self.own_compared(office, ledger, own, value, None)),
            OwnResult::Each(_) => None,
        },
        /// 按一栏分开算的各个数，不是 0 的
        "parts": List("ledger_part") => match &own.result {
            OwnResult::One(_) => Vec::new(),
            OwnResult::Each(parts) =>
                parts.iter().filter(|part| !part.value.value.is_zero())
                    .map(|part| self.ledger_part(office, ledger, own, part)).collect(),
        },
    }
}

view! {
    /// 台账按一栏分开算的一个数
    ledger_part(self, office: &Office, ledger: &Ledger, own: &OwnTally, part: &Part) {
        /// 那一栏里的词
        "name": Plain => self.marked(&part.word, &part.place),
        /// 数
        "value": Plain => self.figure(&part.value),
        /// 占各部分合计的百分之几；office.yaml 的「占比」写了 是 的才有
        "share": Plain => part.share.as_ref().map(|share| self.figure(share)),
        /// 和上一期、上年同期比，同 ledger_figure.compared
        "compared": Plain => self.own_compared(office, ledger, own, &part.value, Some(&part.word)),
    }
}

/// As many columns as an upright page has room for, each with five or six characters, beside that of the numbers.
const MOST_COLUMNS: usize = 5;

/// The items that are recorded, whether all or some.
fn rows<'a>(tally: &LedgerTally<'a>) -> &'a [Item] {
    if tally.items.is_empty() { tally.typical } else { tally.items }
}

fn is_wide(tally: &LedgerTally) -> bool {
    tally.ledger.columns.iter().filter(|column| column.is_for_print()).count() > MOST_COLUMNS
}

impl Tracer {
    /// A ledger with all its figures, each by its own name too.
    pub(super) fn ledger_with_figures(&mut self, office: &Office, tally: &LedgerTally) -> Value {
        let shown = self.ledger(office, tally);
        self.with_figures(office, tally.ledger, shown, &tally.figures)
    }

    /// What is shown of something with an office's own figures of it, each by its name.
    fn with_figures(&mut self, office: &Office, ledger: &Ledger, shown: Value, figures: &[OwnTally]) -> Value {
        let mut map: Map = shown.into_map().unwrap_or_default();
        for own in figures {
            let value = match &own.result {
                OwnResult::One(None) => continue,
                OwnResult::One(Some(value)) => self.figure(value),
                OwnResult::Each(parts) => {
                    let shown = parts.iter().map(|part| self.ledger_part(office, ledger, own, part));
                    shown.collect::<Vec<_>>().into()
                }
            };
            map.insert(own.figure.name().into(), value);
        }
        map.into()
    }

    /// What is shown of records that all offices have with an office's own figures of them, each by its name.
    pub(super) fn with_figures_of_records(
        &mut self,
        office: &Office,
        as_ledger: fn(&Office) -> Ledger,
        shown: Value,
        figures: &[OwnTally],
    ) -> Value {
        if figures.is_empty() { shown } else { self.with_figures(office, &as_ledger(office), shown, figures) }
    }

    /// A figure, or the part of it with that word, beside those of other periods.
    fn own_compared(
        &mut self,
        office: &Office,
        ledger: &Ledger,
        own: &OwnTally,
        now: &Figure<Amount>,
        word: Option<&str>,
    ) -> Option<String> {
        let name = own.figure.name();
        let key = FigureKey::Own { of: ledger.name(), name, word: word.map(str::to_owned) };
        let unit = ledger.unit_of(own.figure).as_ref().map(|unit| unit.value.as_str());
        let unit = unit.or(ledger.inherent_unit(own.figure)).unwrap_or_default();
        self.comparison(&ComparedFigure { key, now, unit, with: &own.figure.0.compared }, &office.rounding)
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
        if figures.is_empty() { Vec::new() } else { self.recorded_figures(office, &as_ledger(office), figures) }
    }

    fn recorded_figures(&mut self, office: &Office, ledger: &Ledger, figures: &[OwnTally]) -> Vec<Value> {
        let recorded = figures.iter().filter(|own| !matches!(own.result, OwnResult::One(None)));
        recorded.map(|own| self.ledger_figure(office, ledger, own)).collect()
    }
}
