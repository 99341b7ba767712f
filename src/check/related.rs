//! The complaint on a platform that a notice refers to.

use crate::diagnostic::{Certainty, Diagnostic, Fix, Rule, Severity};
use crate::record::complaint::{Complaint, Status};
use crate::record::notice::{Notice, Related};
use crate::record::week::Week;
use crate::source::Spanned;

use super::history::{Dated, History};
use super::registered::Registered;

pub(super) static COMPLAINT: Rule = Rule {
    code: "notice-complaint",
    severity: Severity::Error,
    adjustable: true,
    looks_for: "「关联投诉」说的那件投诉，那一周的「投诉」里没有：平台、企业或日期对不上。",
    why: "答复和周报说“与某平台的投诉件内容一致”，后面的投诉情况却说没有，前后矛盾。",
    example: "关联投诉: { 平台: 12301平台, … }，而 12301平台: []，这家企业在“智旅通投诉平台”有一件",
    fix: "核对平台、企业和日期；是「投诉」里漏了的，补上。",
};

pub(super) static FIRM: Rule = Rule {
    code: "notice-firm",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "「关联投诉」的被投诉单位不是通报单的「被投诉」单位。简称和全称算同一家。",
    why: "既然是同一件事，投诉的应当是同一家。",
    example: "被投诉: 山海旅行社；关联投诉: { 被投诉: 山河旅行社, … }",
    fix: "核对是哪一家；确实牵涉两家的，写明理由认可。",
};

pub(super) static COMPLAINT_OPEN: Rule = Rule {
    code: "notice-complaint-open",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "通报单已经办结，它关联的那件投诉在平台上还在处理。",
    why: "同一件事办完了，平台上多半也该办结了。",
    example: "通报单已经上报，关联的投诉 状态: 处理中",
    fix: "办结了的，把投诉的状态改为「办结」。",
};

/// The firm of the complaint is the firm of the notice.
pub(super) fn firms(firms: &Registered, week: &Week, findings: &mut Vec<Diagnostic>) {
    for notice in &week.notices {
        let Some(related) = &notice.related else { continue };
        let (firm, respondent) = (&related.respondent, &notice.respondent);
        if !firms.are_one_firm(&firm.value, &respondent.value) {
            findings.push(
                FIRM.finding(format!("关联投诉说的是「{firm}」，通报单说的是「{respondent}」"))
                    .at(firm.span.clone(), "这里是一家")
                    .and_at(respondent.span.clone(), "这里是另一家")
                    .help("请核对是哪一家；确实牵涉两家的，写明理由认可"),
            );
        }
    }
}

/// No week has more notices that refer to complaints; what is damaged on purpose shall not take all day.
const MOST: usize = 100;

/// The complaints that notices refer to are there, in the week of their day or in the notice's own.
pub(super) fn complaints(history: &History, findings: &mut Vec<Diagnostic>) {
    for Dated { week, office, checker } in history.weeks.iter().copied() {
        let notices = week.notices.iter();
        for (notice, related) in notices.filter_map(|notice| Some((notice, notice.related.as_ref()?))).take(MOST) {
            let Some(then) = history.at(related.date.value) else { continue };
            if checker.platforms_until_now(office).iter().any(|platform| platform.value == related.platform.value) {
                let firms = [&checker.registered, &then.checker.registered];
                let wanted = Wanted { related, firms, then: then.week };
                match wanted.found(week) {
                    Some(complaint) => findings.extend(still_open(notice, related, &complaint)),
                    None => findings.extend(wanted.missing()),
                }
            }
        }
    }
}

/// A complaint that is looked for.
struct Wanted<'a> {
    related: &'a Related,
    /// As the office calls them in the notice's week, and called them then.
    firms: [&'a Registered; 2],
    /// The week in which it came in.
    then: &'a Week,
}

/// What is found of it.
struct Found<'a> {
    complaint: &'a Complaint,
    /// Stands in the notice's own week, and not as done elsewhere.
    is_current: bool,
}

impl<'a> Wanted<'a> {
    fn is_about(&self, firm: &Spanned<String>) -> bool {
        self.firms.iter().any(|firms| firms.are_one_firm(&self.related.respondent.value, &firm.value))
    }

    /// Complaints of a week about the firm, each with its platform.
    fn of_firm<'w>(&self, week: &'w Week) -> impl Iterator<Item = (&'w Spanned<String>, &'w Complaint)> {
        let complaints = week.complaints.iter();
        let complaints = complaints.flat_map(|(name, complaints)| complaints.iter().map(move |it| (name, it)));
        complaints.filter(|(_, complaint)| self.is_about(&complaint.respondent))
    }

    fn on_platform<'w>(&self, week: &'w Week) -> impl Iterator<Item = &'w Complaint> {
        let platform = &self.related.platform.value;
        self.of_firm(week).filter(move |(name, _)| name.value == *platform).map(|(_, complaint)| complaint)
    }

    fn found(&self, own: &'a Week) -> Option<Found<'a>> {
        let is_of_day = |it: &&Complaint| it.date.as_ref().is_none_or(|date| date.value == self.related.date.value);
        let mut carried = own.carried_over.iter();
        let is_carried =
            carried.any(|it| it.platform.value == self.related.platform.value && self.is_about(&it.respondent));
        let current = std::ptr::eq(own, self.then) && !is_carried;
        let mut there = self.on_platform(self.then).chain(self.on_platform(own)).filter(is_of_day);
        let first = there.next()?;
        // Where one of several is closed, that may be the one.
        let closed = there.find(|complaint| complaint.status.value == Status::Closed);
        Some(Found { complaint: closed.unwrap_or(first), is_current: current })
    }

    /// What to say where it is not there; nothing where the week does not tell of the platform at all, which is told
    /// already.
    fn missing(&self) -> Option<Diagnostic> {
        let Related { platform, date, respondent, .. } = self.related;
        let (key, there) = self.then.complaints.iter().find(|(name, _)| name.value == platform.value)?;
        let elsewhere: Vec<_> = self.of_firm(self.then).filter(|(name, _)| name.value != platform.value).collect();
        if let Some(other) = self.on_platform(self.then).find_map(|complaint| complaint.date.as_ref()) {
            let finding = COMPLAINT
                .finding(format!("“{platform}”没有「{respondent}」{date} 的投诉，有一件是 {other} 的"))
                .at(date.span.clone(), "这天没有")
                .and_at(other.span.clone(), "有一件是这天的")
                .help("请核对日期");
            return Some(finding.fix(Fix::replace(Certainty::Likely, date.span.clone(), other.to_string())));
        }
        let none = if there.is_empty() { "没有投诉" } else { "没有投诉这家企业的" };
        let Some((first, complaint)) = elsewhere.first() else {
            let finding = COMPLAINT
                .finding(format!("“{platform}”没有「{respondent}」的投诉"))
                .at(respondent.span.clone(), "那一周没有投诉它的")
                .and_at(key.span.clone(), none);
            return Some(finding.help("请核对平台、企业和日期；是「投诉」里漏了的，补上"));
        };
        let mut finding = COMPLAINT
            .finding(format!(
                "“{platform}”没有「{respondent}」的投诉，这家企业在“{first}”有{}件",
                counted(elsewhere.iter().filter(|(name, _)| name.value == first.value).count())
            ))
            .at(platform.span.clone(), "这个平台没有这一件")
            .and_at(key.span.clone(), none)
            .and_at(complaint.respondent.span.clone(), format!("在“{first}”"))
            .help(format!("是不是「{first}」？是「投诉」里漏了的，补上"));
        let is_alone = elsewhere.iter().all(|(name, _)| name.value == first.value);
        if is_alone && platform.span.text() == platform.value && first.span.text() == first.value {
            finding = finding.fix(Fix::replace(Certainty::Likely, platform.span.clone(), first.value.clone()));
        }
        Some(finding)
    }
}

/// 一, 两 or a number.
fn counted(count: usize) -> String {
    match count {
        1 => "一".to_owned(),
        2 => "两".to_owned(),
        count => format!(" {count} "),
    }
}

fn still_open(notice: &Notice, related: &Related, found: &Found) -> Option<Diagnostic> {
    let status = &found.complaint.status;
    let is_odd = !notice.is_open() && found.is_current && status.value == Status::Open;
    is_odd.then(|| {
        COMPLAINT_OPEN
            .finding("通报单已经办结，它关联的投诉在平台上还在处理")
            .at(related.respondent.span.clone(), "同一件事")
            .and_at(status.span.clone(), "还在处理")
            .help("办结了的，把投诉的「状态」改为「办结」")
    })
}
