//! What templates see of a week, besides its notices and its figures.

use super::view::Kind::{List, Plain};
use super::view::view;
use crate::compose::before_number::runs_into_number;
use crate::metrics::{Figure, FigureName};
use crate::record::case::Case;
use crate::record::complaint::{CarriedOver, Status};
use crate::record::office::{Inspection, Office};
use crate::record::value::ApproximateCount;
use crate::record::week::Week;
use crate::source::{Span, Spanned};

view! {
    /// 本周
    week(self, week: &Week) sees *week => Week {
        /// 文中怎样称这一周期：本周、本月、本季度、上半年、下半年、本年度、当日，其余是 本期
        "this_period": Plain => self.marked(week.period.value.this(), &week.period.span),
    }
}

view! {
    /// 一个检查项目
    inspected(self, inspection: &Inspection, count: &Spanned<ApproximateCount>) {
        /// 名称
        "name": Plain => self.text(&inspection.name),
        /// 数
        "count": Plain => self.shown(count),
        /// 量词
        "unit": Plain => self.shown(&inspection.unit),
        /// 文中怎样写，例如 出动100余人次、旅游车辆65辆次
        "phrase": Plain => self.inspected_phrase(inspection, count),
    }
}

view! {
    /// 查处案件
    cases(self, cases: &[Case]) {
        /// 起数，用于判断
        "n": Plain => cases.len(),
        /// 起数
        "count": Plain => self.count(FigureName::Cases, "记录的案件数", cases.iter().map(|case| &case.span)),
        /// 各案
        "items": List("case") => cases.iter().map(|case| self.case(case)).collect::<Vec<_>>(),
    }
}

view! {
    /// 一起案件
    case(self, case: &Case) sees *case => Case {}
}

view! {
    /// 续办
    carried_over(self, office: &Office, entries: &[CarriedOver]) {
        /// 件数，用于判断
        "n": Plain => entries.len(),
        /// 件数
        "count": Plain => self.count(FigureName::CarriedOver, "记录的续办件数", entries.iter().map(|entry| &entry.span)),
        /// 各件
        "items": List("carried_over_entry") =>
            entries.iter().map(|entry| self.carried_over_entry(office, entry)).collect::<Vec<_>>(),
    }
}

view! {
    /// 续办的一件
    carried_over_entry(self, office: &Office, entry: &CarriedOver) sees *entry => CarriedOver {
        /// 办理单位；是本机构的，不论记录里用哪个名称，都是自称
        "handler" of "转办": Plain => self.handler(office, &entry.unit),
        /// 是否由本机构自己办理，用于判断
        "unit_is_own": Plain => office.is_own(&entry.unit.value),
        /// 是否办结，用于判断
        "closed": Plain => entry.status.value == Status::Closed,
    }
}

/// Measure words that names of inspection figures end with: 出动人次, 检查家次.
const MEASURES: [&str; 10] = ["人次", "家次", "辆次", "户次", "艘次", "车次", "场次", "批次", "天次", "处次"];

impl super::tracer::Tracer {
    /// 出动100余人次: a measure word at a name's end goes behind the count.
    fn inspected_phrase(&mut self, inspection: &Inspection, count: &Spanned<ApproximateCount>) -> String {
        let name = inspection.name.value.as_str();
        let at_end = MEASURES.iter().find(|measure| name.ends_with(**measure) && name.len() > measure.len());
        let (what, measure) = match (&inspection.unit, at_end) {
            (Some(unit), _) => (name, self.marked(&unit.value, &unit.span)),
            (None, Some(measure)) => (name.trim_end_matches(*measure), self.marked(measure, &inspection.name.span)),
            (None, None) => (name, String::new()),
        };
        let quoted = if runs_into_number(what) { format!("“{what}”") } else { what.to_owned() };
        let what = self.marked(&quoted, &inspection.name.span);
        let count = self.one_line(&count.value, &count.span);
        format!("{what}{count}{measure}")
    }

    /// How many records there are, as a figure.
    fn count<'a>(&mut self, name: FigureName, rule: &str, spans: impl Iterator<Item = &'a Span>) -> tera::Value {
        let places: Vec<Span> = spans.cloned().collect();
        self.figure(&Figure::new(name, rule, places.len(), places))
    }
}
