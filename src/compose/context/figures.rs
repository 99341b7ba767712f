//! What templates see of a week's figures.

use tera::Value;

use super::tracer::Tracer;
use super::view::Kind::{List, Open, Plain};
use super::view::view;
use crate::metrics::{Complaints, InwardTally, OutwardTally, PlatformTally, Returns};
use crate::record::complaint::{Complaint, Status};
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
        self.all.iter().filter(|(tally, _)| !tally.complaints.is_empty()).map(|(_, value)| value.clone()).collect()
    }

    /// Those that have complaints and measure handling times, or do not measure them.
    fn with_complaints(&self, is_timed: bool) -> Vec<Value> {
        let mut some = Vec::new();
        for (tally, value) in &self.all {
            if !tally.complaints.is_empty() && tally.platform.is_timed() == is_timed {
                some.push(value.clone());
            }
        }
        some
    }
}

view! {
    /// 投诉
    complaints(self, office: &Office, complaints: &Complaints, platforms: &Platforms) {
        /// 总件数，用于判断
        "n": Plain => complaints.total.value,
        /// 登记了几个平台，用于判断
        "platforms": Plain => complaints.platforms.len(),
        /// 各平台
        "all": List("platform") => platforms.all(),
        /// 办结件数
        "closed": Plain => self.figure(&complaints.closed),
        /// 在办件数
        "open": Plain => self.figure(&complaints.open),
        /// 有投诉的平台
        "some": List("platform") => platforms.some(),
        /// 投诉多于 office.yaml“投诉附表”的件数，明细宜放进附件，用于判断
        "in_table": Plain => complaints.total.value > most_complaints(office),
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
        /// 有效投诉件数
        "valid": Plain => self.figure(&complaints.valid),
        /// 有办结时长的有效投诉件数，平均数就除以它；一件也没有时不能印
        "measured": Plain => complaints.measured.as_ref().map(|figure| self.figure(figure)),
        /// 办结总时长
        "total_time": Plain => complaints.total_time.as_ref().map(|figure| self.figure(figure)),
        /// 平均办结分钟数
        "mean_minutes": Plain => complaints.mean_minutes.as_ref().map(|figure| self.figure(figure)),
    }
}

/// More complaints than these are told in a table, where the office does not say otherwise.
const MOST_COMPLAINTS: u32 = 8;

fn most_complaints(office: &Office) -> usize {
    let most = office.most_complaints.as_ref().map_or(MOST_COMPLAINTS, |most| most.value);
    usize::try_from(most).unwrap_or(usize::MAX)
}

view! {
    /// 一个投诉平台
    platform(self, office: &Office, tally: &PlatformTally) sees *tally.platform => Platform {
        /// 件数，用于判断
        "n": Plain => tally.count.value,
        /// 件数
        "count": Plain => self.figure(&tally.count),
        /// 办结件数
        "closed": Plain => self.figure(&tally.closed),
        /// 在办件数
        "open": Plain => self.figure(&tally.open),
        /// 各件投诉
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
    /// The complaints of a week, by platform.
    pub(super) fn complaints_by_platform(&mut self, office: &Office, complaints: &Complaints) -> Value {
        let all = complaints.platforms.iter().map(|tally| (tally, self.platform(office, tally))).collect();
        self.complaints(office, complaints, &Platforms { all })
    }

    /// Who handles a complaint: the office itself by its own name for itself, whichever of its names is written.
    pub(super) fn handler(&mut self, office: &Office, unit: &Name<Units>) -> String {
        let name = if office.is_own(&unit.value) { &office.self_name.value } else { &unit.value };
        self.marked(name, &unit.span)
    }

    fn without_complaints(&mut self, complaints: &Complaints) -> Vec<Value> {
        let none = complaints.platforms.iter().filter(|tally| tally.complaints.is_empty());
        none.map(|tally| self.text(&tally.platform.name)).collect()
    }
}
