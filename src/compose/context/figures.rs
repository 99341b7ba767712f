//! What templates see of a week's figures.

use tera::Value;

use super::compared::ComparedFigure;
use super::tracer::Tracer;
use super::view::Kind::{List, Open, Plain};
use super::view::view;
use crate::metrics::{
    Complaints, Figure, FigureKey, InwardTally, Metrics, OutwardTally, OwnTally, PlatformTally, Returns, counted,
};
use crate::record::complaint::{Complaint, Status};
use crate::record::complaint_counts::ComplaintCounts;
use crate::record::office::{Office, OutwardPaper, Platform};
use crate::record::text::{Name, Units};
use crate::source::Spanned;

/// The platforms, each as templates see it.
pub(super) struct Platforms<'a> {
    all: Vec<(&'a PlatformTally<'a>, Value)>,
}

impl Platforms<'_> {
    fn all(&self) -> Vec<Value> {
        self.all.iter().map(|(_, value)| value.clone()).collect()
    }

    fn some(&self) -> Vec<Value> {
        self.all.iter().filter(|(tally, _)| tally.has_any()).map(|(_, value)| value.clone()).collect()
    }

    /// Those that have complaints and measure handling times, or do not measure them.
    fn with_complaints(&self, is_timed: bool) -> Vec<Value> {
        let mut some = Vec::new();
        for (tally, value) in &self.all {
            if tally.has_any() && tally.platform.is_timed() == is_timed {
                some.push(value.clone());
            }
        }
        some
    }
}

view! {
    /// 投诉
    complaints(self, office: &Office, complaints: &Complaints, platforms: &Platforms, own: &[OwnTally]) {
        /// 总件数（受理的），用于判断
        "n": Plain => complaints.total.value,
        /// 有几件是逐件写的，用于判断
        "listed": Plain => listed(complaints),
        /// 是否有平台分接到、受理、办结等写了件数，用于判断
        "counted": Plain => complaints.platforms.iter().any(|tally| tally.counts.is_some() && tally.has_any()),
        /// 登记了几个平台，用于判断
        "platforms": Plain => complaints.platforms.len(),
        /// 各平台
        "all": List("platform") => platforms.all(),
        /// 接到件数；有平台没有说的，或者没有一个平台写了接到多少的，不能印
        "came_in": Plain => self.known(complaints.came_in.as_ref()),
        /// 不予受理件数；有平台没有说的不能印
        "refused": Plain => self.known(complaints.refused.as_ref()),
        /// 办结件数；有平台只写了件数、没有说办结多少的，不能印
        "closed": Plain => self.known(complaints.closed.as_ref()),
        /// 在办件数；有平台没有说的不能印
        "open": Plain => self.known(complaints.open.as_ref()),
        /// 有投诉的平台
        "some": List("platform") => platforms.some(),
        /// 办到哪一步：已全部办结、均在办理、均未办结、无在办件，或者 部分；不知道办结、在办多少的没有
        "progress": Plain => self.progress(&complaints.total, complaints.closed.as_ref(), complaints.open.as_ref()),
        /// 逐件写的投诉多于 office.yaml“投诉附表”的件数，明细宜放进附件，用于判断
        "in_table": Plain => listed(complaints) > most_in_text(office),
        /// 是否有一件写了日期，用于判断
        "dated": Plain => complaints.platforms.iter().flat_map(|tally| tally.complaints).any(|it| it.date.is_some()),
        /// 没有投诉的平台的名称，列表
        "none": Open => self.without_complaints(complaints),
        /// 不计时长的平台，有投诉的
        "untimed": List("platform") => platforms.with_complaints(false),
        /// 计时长的平台，有投诉的
        "timed": List("platform") => platforms.with_complaints(true),
        /// 总件数
        "total": Plain => self.figure(&complaints.total),
        /// 总件数和上一期、上年同期比，例如 环比增加124件、上升10.33%；office.yaml 的「投诉对比」写了、那一期又记了的才有
        "compared": Plain => self.complaints_compared(office, &complaints.total),
        /// 有效投诉件数
        "valid": Plain => self.figure(&complaints.valid),
        /// 有办结时长的有效投诉件数，平均数就除以它；一件也没有时不能印
        "measured": Plain => self.known(complaints.measured.as_ref()),
        /// 办结总时长
        "total_time": Plain => complaints.total_time.as_ref().map(|figure| self.figure(figure)),
        /// office.yaml“投诉数”的各数，也用它们的名称来取，例如 `complaints.举报数`；有平台没有逐件写的，都没有
        "figures": List("ledger_figure") => self.figures_of_records(office, Office::complaints_as_ledger, own),
        /// 平均办结分钟数
        "mean_minutes": Plain => complaints.mean_minutes.as_ref().map(|figure| self.figure(figure)),
    }
}

/// More complaints than these are told in a table, where the office does not say otherwise.
const MOST_COMPLAINTS: u32 = 8;

/// How many records are told in running text at most.
pub(super) fn most_in_text(office: &Office) -> usize {
    let most = office.most_complaints.as_ref().map_or(MOST_COMPLAINTS, |most| most.value);
    usize::try_from(most).unwrap_or(usize::MAX)
}

/// How many are written one by one.
fn listed(complaints: &Complaints) -> usize {
    complaints.platforms.iter().map(|tally| tally.complaints.len()).sum()
}

/// How far complaints are, as far as it is known: in words where one or none is closed or open, else 部分.
fn progress(all: &Figure<usize>, closed: Option<&Figure<usize>>, open: Option<&Figure<usize>>) -> Option<&'static str> {
    let is_one = all.value == 1;
    match (closed.map(|it| it.value), open.map(|it| it.value)) {
        _ if all.value == 0 => None,
        (None, None) => None,
        (Some(closed), _) if closed == all.value => Some(if is_one { "已办结" } else { "已全部办结" }),
        (_, Some(open)) if open == all.value => Some(if is_one { "正在办理" } else { "均在办理" }),
        (Some(0), _) => Some(if is_one { "未办结" } else { "均未办结" }),
        (None, Some(0)) => Some("无在办件"),
        _ => Some("部分"),
    }
}

view! {
    /// 一个投诉平台
    platform(self, office: &Office, all: &Complaints, tally: &PlatformTally) sees *tally.platform => Platform, tally.counts => ComplaintCounts {
        /// 件数（受理的），用于判断
        "n": Plain => tally.count.value,
        /// 件数（受理的）
        "count": Plain => self.figure(&tally.count),
        /// 占总件数的百分之几；office.yaml 的「投诉占比」写了 是 的才有
        "share": Plain => all.share(tally, office).map(|share| self.figure(&share)),
        /// 是否分接到、受理、办结等写了件数，用于判断
        "counted": Plain => tally.counts.is_some(),
        /// 接到件数；没有写的不能印
        "came_in": Plain => self.known(tally.came_in.as_ref().filter(|_| tally.counts.is_some())),
        /// 不予受理件数；没有写的不能印
        "refused": Plain => self.known(tally.refused.as_ref().filter(|_| tally.counts.is_some())),
        /// 办结件数；没有说的不能印
        "closed": Plain => self.known(tally.closed.as_ref()),
        /// 在办件数；没有说的不能印
        "open": Plain => self.known(tally.open.as_ref()),
        /// 办到哪一步，与 complaints.progress 相同
        "progress": Plain => self.progress(&tally.count, tally.closed.as_ref(), tally.open.as_ref()),
        /// 逐件写的投诉
        "complaints": List("complaint") =>
            tally.complaints.iter().map(|complaint| self.complaint(office, complaint)).collect::<Vec<_>>(),
    }
}

view! {
    /// 一件投诉
    complaint(self, office: &Office, complaint: &Complaint) sees *complaint => Complaint {
        /// 办理单位；是本机构的，不论记录里用哪个名称，都是自称
        "handler" of "转办": Plain => self.handler(office, &complaint.unit),
        /// 是否由本机构自己办理，用于判断
        "unit_is_own": Plain => office.is_own(&complaint.unit.value),
        /// 是否办结，用于判断
        "closed": Plain => complaint.status.value == Status::Closed,
        /// 是否计入有效投诉，用于判断
        "valid": Plain => complaint.is_valid(),
    }
}

view! {
    /// 退换货
    returns(self, returns: &Returns) {
        /// 件数，用于判断
        "n": Plain => returns.count.value,
        /// 件数
        "count": Plain => self.figure(&returns.count),
        /// 合计退货金额
        "amount": Plain => self.figure(&returns.amount),
        /// 游客表示满意的件数
        "satisfied": Plain => self.figure(&returns.satisfied),
        /// 游客自行撤销投诉的件数
        "withdrawn": Plain => self.figure(&returns.withdrawn),
        /// 推诿责任、诱导撤销的件数
        "evasions": Plain => self.figure(&returns.evasions),
        /// 是否都满意，用于判断
        "all_satisfied": Plain => returns.satisfied.value == returns.count.value,
        /// 是否都撤销，用于判断
        "all_withdrawn": Plain => returns.withdrawn.value == returns.count.value,
        /// 是否没有推诿，用于判断
        "no_evasion": Plain => returns.evasions.value == 0,
    }
}

view! {
    /// 上报文书
    sent(self, outward: &OutwardTally) {
        /// 各种上报的文书
        "papers": List("sent_paper") =>
            outward.papers.iter().map(|(sent, paper)| self.sent_paper(sent, paper)).collect::<Vec<_>>(),
        /// 份数
        "copies": Plain => self.figure(&outward.copies),
    }
}

view! {
    /// 上报的一种文书
    sent_paper(self, sent: &Spanned<String>, paper: &OutwardPaper) {
        /// 名称
        "name": Plain => self.text(sent),
        /// 报送单位
        "to": Plain => self.text(&paper.to),
    }
}

view! {
    /// 收到的一种文书
    received(self, inward: &InwardTally) {
        /// 名称，列表
        "names": Open => inward.paper.names.0.iter().map(|name| self.text(name)).collect::<Vec<_>>(),
        /// 简称；没有登记简称的，是第一个名称
        "short": Plain => inward.paper.short.as_ref().or(inward.paper.names.0.first()).map(|name| self.text(name)),
        /// 是否全体成员单位都要报，用于判断
        "everyone": Plain => inward.paper.is_from_everyone(),
        /// 报来的单位，列表
        "units": Open => inward.units.iter().map(|unit| self.text(unit)).collect::<Vec<_>>(),
        /// 份数
        "copies": Plain => self.figure(&inward.copies),
        /// 未报的单位，列表
        "missing": Open => inward.missing.iter().map(|unit| self.named_figure(unit)).collect::<Vec<_>>(),
    }
}

impl Tracer {
    /// The complaints of a week, by platform, and the office's own figures of them.
    pub(super) fn complaints_with_figures(&mut self, office: &Office, metrics: &Metrics) -> Value {
        let Metrics { complaints, complaint_figures: own, .. } = metrics;
        let all = complaints.platforms.iter().map(|tally| (tally, self.platform(office, complaints, tally))).collect();
        let shown = self.complaints(office, complaints, &Platforms { all }, own);
        self.with_figures_of_records(office, Office::complaints_as_ledger, shown, own)
    }

    /// Who handles a complaint: the office itself by its own name for itself, whichever of its names is written.
    pub(super) fn handler(&mut self, office: &Office, unit: &Name<Units>) -> String {
        let name = if office.is_own(&unit.value) { &office.self_name.value } else { &unit.value };
        self.marked(name, &unit.span)
    }

    fn complaints_compared(&mut self, office: &Office, total: &Figure<usize>) -> Option<String> {
        let (key, now) = (FigureKey::Complaints, &counted(total.clone()));
        self.comparison(&ComparedFigure { key, now, unit: "件", with: &office.complaints_compared }, &office.rounding)
    }

    /// How far complaints are, in words.
    fn progress(
        &mut self,
        all: &Figure<usize>,
        closed: Option<&Figure<usize>>,
        open: Option<&Figure<usize>>,
    ) -> Option<String> {
        let words = progress(all, closed, open)?;
        let place = closed.or(open).and_then(|figure| figure.from.first())?;
        Some(self.marked(words, place))
    }

    /// A figure, where it is known.
    fn known(&mut self, figure: Option<&Figure<usize>>) -> Option<Value> {
        figure.map(|figure| self.figure(figure))
    }

    fn without_complaints(&mut self, complaints: &Complaints) -> Vec<Value> {
        let none = complaints.platforms.iter().filter(|tally| !tally.has_any());
        none.map(|tally| self.text(&tally.platform.name)).collect()
    }
}
