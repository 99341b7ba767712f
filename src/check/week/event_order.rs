//! What answers something comes after it.

use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::wrong_years::wrong_year_of_event;
use crate::check::views::WeekView;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::value::Date;
use crate::record::week::Week;
use crate::source::Spanned;

static NOTICE_ORDER: Rule = Rule {
    code: "notice-order",
    severity: Severity::Error,
    adjustable: true,
    looks_for: "通报单的上报日期在收到日期之前。",
    why: "没有收到就不能答复：两个日期有一个是错的，会印在答复上。",
    example: "收到: 2021-01-12，上报: 2021-01-11",
    fix: "核对两个日期。",
};

static ASSESSMENT_ORDER: Rule = Rule {
    code: "assessment-order",
    severity: Severity::Error,
    adjustable: true,
    looks_for: "考核评定的反馈日期在收到日期之前。",
    why: "没有收到就不能反馈：两个日期有一个是错的。",
    example: "收到: 2021-01-14，反馈: 2021-01-13",
    fix: "核对两个日期。",
};

static COMPLAINT_LATER: Rule = Rule {
    code: "notice-complaint-later",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "「关联投诉」的日期在收到通报单之后。",
    why: "投诉在先，通报在后：两个日期多半有一个是错的。",
    example: "收到: 2021-01-12，关联投诉: { 日期: 2021-01-13, … }",
    fix: "核对两个日期。",
};

pub static RULE_SET: RuleSet =
    RuleSet { rules: &[&NOTICE_ORDER, &ASSESSMENT_ORDER, &COMPLAINT_LATER], check: Check::Week(check) };

/// What answers something comes after it.
fn check(view: &WeekView, findings: &mut Vec<Diagnostic>) {
    let week = view.week;
    for notice in &week.notices {
        let received = &notice.received;
        if let Some(reported) = notice.reported.as_ref().filter(|reported| are_swapped(week, received, reported)) {
            findings.push(
                NOTICE_ORDER
                    .finding(format!("上报日期 {reported} 在收到日期 {received} 之前"))
                    .at(reported.span.clone(), "还没有收到")
                    .and_at(received.span.clone(), "这天才收到")
                    .help("请核对两个日期"),
            );
        }
        if let Some(related) = notice.related.as_ref().filter(|related| are_swapped(week, &related.date, received)) {
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
        if are_swapped(week, received, answered) {
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

/// Whether `second` lies before `first`, and neither has a wrong year, which is reported as such.
fn are_swapped(week: &Week, first: &Spanned<Date>, second: &Spanned<Date>) -> bool {
    second.value < first.value
        && wrong_year_of_event(week, first.value).is_none()
        && wrong_year_of_event(week, second.value).is_none()
}
