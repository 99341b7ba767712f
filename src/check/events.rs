//! What a week tells of happened in that week, and in an order that is possible.

use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::value::Date;
use crate::record::week::Week;
use crate::source::Spanned;

use super::{complaints, years};

pub(super) static OUTSIDE: Rule = Rule {
    code: "event-outside-week",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "一件事的日期不在这一周里：受理、查处、投诉、收到、上报、反馈。上一周在办、这一周续办的通报单除外。",
    why: "日期写错了，或者应当记在另一周；统计口径会乱。",
    example: "周期止于 2021-01-14，反馈: 2021-01-15",
    fix: "改正日期，或者移到那一周的文件里；确实这样写的，写明理由认可。",
};

pub(super) static AFTER_PAPER: Rule = Rule {
    code: "event-after-paper",
    severity: Severity::Error,
    adjustable: true,
    looks_for: "一件事的日期在这一周之后，又在周报的成文日期之后。",
    why: "周报成文的时候，这件事还没有发生。",
    example: "成文: 2021-01-15，上报: 2021-01-18",
    fix: "改正日期；成文日期不对的，改「成文」。",
};

pub(super) static NOTICE_ORDER: Rule = Rule {
    code: "notice-order",
    severity: Severity::Error,
    adjustable: true,
    looks_for: "通报单的上报日期在收到日期之前。",
    why: "没有收到就不能答复：两个日期有一个是错的，会印在答复上。",
    example: "收到: 2021-01-12，上报: 2021-01-11",
    fix: "核对两个日期。",
};

pub(super) static ASSESSMENT_ORDER: Rule = Rule {
    code: "assessment-order",
    severity: Severity::Error,
    adjustable: true,
    looks_for: "考核评定的反馈日期在收到日期之前。",
    why: "没有收到就不能反馈：两个日期有一个是错的。",
    example: "收到: 2021-01-14，反馈: 2021-01-13",
    fix: "核对两个日期。",
};

pub(super) static COMPLAINT_LATER: Rule = Rule {
    code: "notice-complaint-later",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "「关联投诉」的日期在收到通报单之后。",
    why: "投诉在先，通报在后：两个日期多半有一个是错的。",
    example: "收到: 2021-01-12，关联投诉: { 日期: 2021-01-13, … }",
    fix: "核对两个日期。",
};

/// What it says that an event lies before its week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Before {
    /// A slip, most likely.
    Slip,
    /// It may well be so.
    Possible,
    /// Somebody else looks after it: the order of two days, or what earlier weeks' files say.
    Elsewhere,
}

/// Something that the week tells of, with its day.
#[derive(Debug)]
pub(super) struct Event<'a> {
    pub(super) what: &'static str,
    pub(super) date: &'a Spanned<Date>,
    before: Before,
    /// A reply may go out between the week's end and the weekly.
    may_follow: bool,
}

/// All of them, in the file's order of subjects.
pub(super) fn of(week: &Week) -> impl Iterator<Item = Event<'_>> {
    let slip = |what, date| Event { what, date, before: Before::Slip, may_follow: false };
    let since = week.period.value.start().value;
    let cases = week.cases.iter().map(move |case| slip("查处日期", &case.date));
    let notices = week.notices.iter().flat_map(|notice| {
        let received = &notice.received;
        let before_it = notice.reported.as_ref().is_some_and(|reported| reported.value < received.value);
        let reply = if before_it { Before::Elsewhere } else { Before::Slip };
        [
            Some(Event { what: "收到日期", date: received, before: Before::Elsewhere, may_follow: false }),
            notice.reported.as_ref().map(|date| Event { what: "上报日期", date, before: reply, may_follow: true }),
        ]
    });
    let receptions = week.receptions.iter().map(move |reception| slip("受理日期", &reception.date));
    let assessments = week.assessments.iter().flat_map(move |assessment| {
        let (received, answered) = (&assessment.received, &assessment.answered);
        let before = if answered.value >= since { Before::Possible } else { Before::Slip };
        let reply = if answered.value < received.value { Before::Elsewhere } else { Before::Slip };
        [
            Event { what: "收到日期", date: received, before, may_follow: false },
            Event { what: "反馈日期", date: answered, before: reply, may_follow: false },
        ]
    });
    let complaints = complaints::all(week).map(|(_, complaint)| complaint);
    let complaints = complaints.filter_map(move |complaint| Some(slip("投诉日期", complaint.date.as_ref()?)));
    cases.chain(notices.flatten()).chain(receptions).chain(assessments).chain(complaints)
}

/// Events before and after their week.
pub(super) fn outside(week: &Week, findings: &mut Vec<Diagnostic>) {
    let (start, end, dated) = (week.period.value.start(), week.period.value.end(), &week.dated);
    for Event { what, date, before, may_follow } in of(week) {
        if week.period.value.contains(date.value) || years::of_event(week, date.value).is_some() {
            continue;
        }
        if date.value < start.value {
            let mut finding = OUTSIDE
                .finding(format!("{what} {date} 在这一周（从 {start} 起）之前"))
                .at(date.span.clone(), "在这一周之前")
                .and_at(start.span.clone(), "这一周从这天起")
                .help("改正日期，或者移到那一周的文件里");
            match before {
                Before::Slip => {}
                Before::Possible => finding.severity = Severity::Advice,
                Before::Elsewhere => continue,
            }
            findings.push(finding);
        } else if date.value > dated.value {
            findings.push(
                AFTER_PAPER
                    .finding(format!("{what} {date} 在周报成文（{dated}）之后"))
                    .at(date.span.clone(), "那时还没有发生")
                    .and_at(dated.span.clone(), "周报这天成文")
                    .help("改正日期；成文日期不对的，改「成文」"),
            );
        } else {
            let mut finding = OUTSIDE
                .finding(format!("{what} {date} 在这一周（到 {end} 止）之后"))
                .at(date.span.clone(), "在这一周之后")
                .and_at(end.span.clone(), "这一周到这天")
                .help("改正日期，或者移到那一周的文件里；一定要写在这一周的，写明理由认可");
            if may_follow {
                finding.severity = Severity::Advice;
            }
            findings.push(finding);
        }
    }
}

/// What answers something comes after it.
pub(super) fn order(week: &Week, findings: &mut Vec<Diagnostic>) {
    // A wrong year is told as such.
    let is_sound = |date: &Spanned<Date>| years::of_event(week, date.value).is_none();
    let swapped = |first: &Spanned<Date>, second: &Spanned<Date>| {
        second.value < first.value && is_sound(first) && is_sound(second)
    };
    for notice in &week.notices {
        let received = &notice.received;
        if let Some(reported) = notice.reported.as_ref().filter(|reported| swapped(received, reported)) {
            findings.push(
                NOTICE_ORDER
                    .finding(format!("上报日期 {reported} 在收到日期 {received} 之前"))
                    .at(reported.span.clone(), "还没有收到")
                    .and_at(received.span.clone(), "这天才收到")
                    .help("请核对两个日期"),
            );
        }
        if let Some(related) = notice.related.as_ref().filter(|related| swapped(&related.date, received)) {
            findings.push(
                COMPLAINT_LATER
                    .finding(format!("关联投诉的日期 {} 在收到通报单（{received}）之后", related.date))
                    .at(related.date.span.clone(), "比通报单还晚")
                    .and_at(received.span.clone(), "通报单这天收到")
                    .help("请核对两个日期"),
            );
        }
    }
    for assessment in &week.assessments {
        let (received, answered) = (&assessment.received, &assessment.answered);
        if swapped(received, answered) {
            findings.push(
                ASSESSMENT_ORDER
                    .finding(format!("反馈日期 {answered} 在收到日期 {received} 之前"))
                    .at(answered.span.clone(), "还没有收到")
                    .and_at(received.span.clone(), "这天才收到")
                    .help("请核对两个日期"),
            );
        }
    }
}
