//! Years that were typed wrong: last year's in January, or one digit.

use crate::diagnostic::{Certainty, Diagnostic, Fix, Rule, Severity};
use crate::record::value::Date;
use crate::record::week::Week;
use crate::source::Spanned;

use super::days;
use super::weeks::{LATEST_DATE, end_is_wrong};

pub(super) static YEAR: Rule = Rule {
    code: "date-year",
    severity: Severity::Error,
    adjustable: true,
    looks_for: "日期离这一周一年以上，或者换成这一周的年份就正好合上。",
    why: "一月里最容易顺手写成去年；文书和文号的年份都会跟着错。",
    example: "周期: { 起: 2021-01-08, … }，收到: 2020-01-11",
    fix: "改正年份。",
};

/// No event of a week lies further off, in days.
const FURTHEST: i64 = 366;

/// How long before a week a complaint may have come in that a notice of the week is about, in days.
const EARLIEST_COMPLAINT: i64 = 31;

/// A date whose year is wrong.
pub(super) struct WrongYear {
    /// The day that was meant, where it is clear.
    meant: Option<Date>,
}

/// What is wrong with the year of an event of the week.
pub(super) fn of_event(week: &Week, date: Date) -> Option<WrongYear> {
    let (start, end) = (week.period.value.start().value, week.period.value.end().value);
    wrong(date, start, end.max(week.dated.value.min(days::later(end, LATEST_DATE))), [start.year(), end.year()])
}

/// What is wrong with the year of the day on which the weekly is dated.
pub(super) fn of_paper(week: &Week) -> Option<WrongYear> {
    if end_is_wrong(week) {
        return None;
    }
    let end = week.period.value.end().value;
    let last = days::later(end, LATEST_DATE);
    wrong(week.dated.value, end, last, [end.year(), last.year()])
}

fn wrong(date: Date, first: Date, last: Date, years: [i16; 2]) -> Option<WrongYear> {
    if (first..=last).contains(&date) {
        return None;
    }
    let meant = years.into_iter().filter_map(|year| days::in_year(date, year)).find(|day| (first..=last).contains(day));
    let far = days::after(date, first) > FURTHEST || days::after(last, date) > FURTHEST;
    (far || meant.is_some()).then_some(WrongYear { meant })
}

/// Years of all dates of the week, but for its period's own.
pub(super) fn years(week: &Week, findings: &mut Vec<Diagnostic>) {
    let mut tell = |what: &str, date: &Spanned<Date>, wrong: Option<WrongYear>| {
        findings.extend(wrong.map(|wrong| finding(week, what, date, &wrong)));
    };
    tell("成文日期", &week.dated, of_paper(week));
    for event in super::events::of(week) {
        tell(event.what, event.date, of_event(week, event.date.value));
    }
    for notice in &week.notices {
        if let Some(related) = &notice.related {
            let start = week.period.value.start().value;
            let end = week.period.value.end().value;
            let first = days::later(start, -EARLIEST_COMPLAINT);
            tell("关联投诉的日期", &related.date, wrong(related.date.value, first, end, [start.year(), end.year()]));
        }
    }
}

fn finding(week: &Week, what: &str, date: &Spanned<Date>, wrong: &WrongYear) -> Diagnostic {
    let finding = YEAR
        .finding(format!("{what} {date} 的年份不对：这一周是 {}", week.period.value))
        .at(date.span.clone(), "年份不对")
        .and_at(week.period.span.first_line(), "这一周");
    match wrong.meant {
        Some(meant) => finding.help(format!("是不是 {meant}？")).fix(Fix::replace(
            Certainty::Likely,
            date.span.clone(),
            meant.to_string(),
        )),
        None => finding.help("请核对年份"),
    }
}
