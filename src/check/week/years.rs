//! Years of all dates of a week.

use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::events::{Event, events};
use crate::check::shared::wrong_years::{WrongYear, wrong_year_of_complaint, wrong_year_of_event, wrong_year_of_paper};
use crate::check::views::WeekView;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::value::Date;
use crate::record::week::Week;
use crate::source::Spanned;

static YEAR: Rule = Rule {
    code: "date-year",
    severity: Severity::Error,
    adjustable: true,
    looks_for: "日期离这一周一年以上，或者换成这一周的年份就正好合上。",
    why: "一月里最容易顺手写成去年；文书和文号的年份都会跟着错。",
    example: "周期: { 起: 2021-01-08, … }，收到: 2020-01-11",
    fix: "改正年份。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&YEAR], check: Check::Week(check) };

/// Years of all dates of the week, but for its period's own.
fn check(view: &WeekView, findings: &mut Vec<Diagnostic>) {
    let week = view.week;
    findings.extend(wrong_year_of_paper(week).map(|wrong| finding(week, "成文日期", &week.dated, &wrong)));
    for Event { what, date, .. } in events(week) {
        findings.extend(wrong_year_of_event(week, date.value).map(|wrong| finding(week, what, date, &wrong)));
    }
    for related in week.notices.iter().filter_map(|notice| notice.related.as_ref()) {
        let (what, date) = ("关联投诉的日期", &related.date);
        findings.extend(wrong_year_of_complaint(week, date.value).map(|wrong| finding(week, what, date, &wrong)));
    }
}

fn finding(week: &Week, what: &str, date: &Spanned<Date>, wrong: &WrongYear) -> Diagnostic {
    let this = format!("这{}", week.period.value.unit());
    let finding = YEAR
        .finding(format!("{what} {date} 的年份不对：{this}是 {}", week.period.value))
        .at(date.span.clone(), "年份不对")
        .and_at(week.period.span.first_line(), this);
    let Some(meant) = wrong.meant else { return finding.help("请核对年份") };
    finding.help(format!("是不是 {meant}？"))
}
