//! What templates see of a week, besides its notices and its figures.

use super::view::Kind::{List, Plain};
use super::view::view;
use crate::metrics::{Figure, FigureName};
use crate::record::case::Case;
use crate::record::complaint::{CarriedOver, Status};
use crate::record::week::Week;
use crate::source::Span;

view! {
    /// 本周
    week(self, week: &Week) sees *week => Week {
        /// 文中怎样称这一周期：本周、本月、本季度、上半年、下半年、本年度、当日，其余是 本期
        "this_period": Plain => self.marked(week.period.value.this(), &week.period.span),
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
    carried_over(self, entries: &[CarriedOver]) {
        /// 件数，用于判断
        "n": Plain => entries.len(),
        /// 件数
        "count": Plain => self.count(FigureName::CarriedOver, "记录的续办件数", entries.iter().map(|entry| &entry.span)),
        /// 各件
        "items": List("carried_over_entry") =>
            entries.iter().map(|entry| self.carried_over_entry(entry)).collect::<Vec<_>>(),
    }
}

view! {
    /// 续办的一件
    carried_over_entry(self, entry: &CarriedOver) sees *entry => CarriedOver {
        /// 是否办结，用于判断
        "closed": Plain => entry.status.value == Status::Closed,
    }
}

impl super::tracer::Tracer {
    /// How many records there are, as a figure.
    fn count<'a>(&mut self, name: FigureName, rule: &str, spans: impl Iterator<Item = &'a Span>) -> tera::Value {
        let places: Vec<Span> = spans.cloned().collect();
        self.figure(&Figure::new(name, rule, places.len(), places))
    }
}
