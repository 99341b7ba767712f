//! What templates see of a week, besides its notices and its figures.

use tera::Value;

use super::compared::ComparedFigure;
use super::view::Kind::{List, Plain};
use super::view::view;
use crate::compose::before_number::runs_into_number;
use crate::metrics::{CaseTally, Figure, FigureKey, FigureName, OwnTally, counted};
use crate::record::case::Case;
use crate::record::case_counts::CaseCounts;
use crate::record::complaint::{CarriedOver, Status};
use crate::record::office::Office;
use crate::record::series::Series;
use crate::record::typed_number::NumberLevel;
use crate::record::value::Quantity;
use crate::record::week::Week;
use crate::source::{Span, Spanned};

view! {
    /// 本周
    week(self, office: &Office, week: &Week) sees *week => Week {
        /// 下一步打算；段首手打的序号由程序重新编
        "next" of "下一步": Plain => week.next.as_ref().map(|next| self.numbered_prose(next, Some(NumberLevel::One))),
        /// 周期的第一天
        "first_day" of "周期": Plain => self.shown(week.period.value.start()),
        /// 周期的最后一天，例如 `截至{{ week.last_day }}`
        "last_day" of "周期": Plain => self.shown(week.period.value.end()),
        /// 是不是从固定的一天起累计的一期，用于判断
        "cumulative" of "周期": Plain => week.period.value.is_cumulative(),
        /// 标题里怎样称这一周期：2026年5月、2026年第二季度、2026年1—6月、2026年6月12日至6月18日
        "called" of "周期": Plain => self.marked(&week.period.value.called(), &week.period.span),
        /// 是不是照本机构“报送周期”报的一期（不是另出的月报、累计的一期），用于判断
        "of_main_series": Plain => Series::of_period(office, &week.period.value) == Series::Main,
        /// 文中怎样称这一周期：本周、本月、本季度、上半年、下半年、本年度、当日，其余是 本期；累计的是 1—6月 这样，不满整月的是 1月1日至6月17日；before 里的是 上周、上月、上季度、上半年、上年度，year_before 里的是 上年同期，累计的仍是 1—6月
        "this_period" of "周期": Plain => self.period_called(week),
    }
}

view! {
    /// 查处案件
    cases(self, office: &Office, cases: &CaseTally, own: &[OwnTally]) sees cases.counts => CaseCounts {
        /// 起数，用于判断
        "n": Plain => cases.count.value,
        /// 起数
        "count": Plain => self.figure(&cases.count),
        /// 起数和上一期、上年同期比，例如 环比增加2起、上升50%；office.yaml 的「案件对比」写了、那一期又记了的才有
        "compared": Plain => self.cases_compared(office, cases),
        /// 一共有什么结果：写了的照录，没有写而各案都逐件写了的是各案之和
        "results": List("result") =>
            cases.results.iter().map(|(name, amount)| self.result_of_all(name, amount)).collect::<Vec<_>>(),
        /// 是否每一起都逐件写了，用于判断
        "all_listed": Plain => cases.are_all_listed,
        /// office.yaml“案件数”的各数，也用它们的名称来取，例如 `cases.移送数`；没有逐件写全的，都没有
        "figures": List("ledger_figure") => self.figures_of_records(office, Office::cases_as_ledger, own),
        /// 逐件写的各案
        "items": List("case") => cases.listed.iter().map(|case| self.case(case)).collect::<Vec<_>>(),
    }
}

view! {
    /// 一起案件，或者同一案由的几起
    case(self, case: &Case) sees *case => Case {
        /// 起数，用于判断
        "n": Plain => case.number(),
        /// 有什么结果
        "results": List("result") =>
            case.results.iter().map(|(name, amount)| self.result_of_case(name, amount)).collect::<Vec<_>>(),
    }
}

view! {
    /// 案件的一项结果
    result(self, name: &Spanned<String>, amount: String) {
        /// 名称，例如 罚没款
        "name": Plain => self.text(name),
        /// 数和单位，例如 3.2万元
        "amount": Plain => amount.clone(),
        /// 文中怎样写，例如 罚没款3.2万元
        "phrase": Plain => self.before_number(name) + &amount,
    }
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

impl super::tracer::Tracer {
    /// The cases of a week, and the office's own figures of them.
    pub(super) fn cases_with_figures(&mut self, office: &Office, cases: &CaseTally, own: &[OwnTally]) -> Value {
        let shown = self.cases(office, cases, own);
        self.with_figures_of_records(office, Office::cases_as_ledger, shown, own)
    }

    /// What the paper calls the period: another week's as it is seen from its own.
    fn period_called(&mut self, week: &Week) -> String {
        let period = &week.period.value;
        let called = match self.other_week {
            None => period.this(),
            Some(other) => other.calls(period),
        };
        self.marked(&called, &week.period.span)
    }

    fn cases_compared(&mut self, office: &Office, cases: &CaseTally) -> Option<String> {
        let (key, now) = (FigureKey::Cases, &counted(cases.count.clone()));
        self.comparison(&ComparedFigure { key, now, unit: "起", with: &office.cases_compared }, &office.rounding)
    }

    fn result_of_all(&mut self, name: &Spanned<String>, amount: &Figure<Quantity>) -> Value {
        let amount = self.figure(amount);
        self.result(name, amount.as_str().unwrap_or_default().to_owned())
    }

    fn result_of_case(&mut self, name: &Spanned<String>, amount: &Spanned<Quantity>) -> Value {
        let amount = self.one_line(&amount.value, &amount.span);
        self.result(name, amount)
    }

    /// A name behind which a number is printed.
    fn before_number(&mut self, name: &Spanned<String>) -> String {
        let text = &name.value;
        let quoted = if runs_into_number(text) { format!("“{text}”") } else { text.clone() };
        self.marked(&quoted, &name.span)
    }

    /// How many records there are, as a figure.
    fn count<'a>(&mut self, name: FigureName, rule: &str, spans: impl Iterator<Item = &'a Span>) -> tera::Value {
        let places: Vec<Span> = spans.cloned().collect();
        self.figure(&Figure::new(name, rule, places.len(), places))
    }
}
