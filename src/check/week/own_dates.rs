//! Days in columns of an office's own: none is of a time that the paper cannot tell of, and what follows something comes after it.

use crate::check::rule_set::{Check, RuleSet};
use crate::check::views::WeekView;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::catalogue::{Content, Entry, Sort, Walk};
use crate::record::own::{Column, ColumnType, LedgerOfPeriod};
use crate::record::value::Date;
use crate::record::week::Week;
use crate::source::Span;

static LATER: Rule = Rule {
    code: "own-date-later",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "自设的栏里，日期在统计截止（没有写的，是周期的最后一天）之后。声明了 可在以后: 是 的栏除外。",
    why: "那时还没有发生，或者应当记在下一期；数会算多。",
    example: "周期止于 2026-11-08，结案: 2026-12-03",
    fix: "改正日期，或者移到那一期；期限这样本来就在以后的，在 office.yaml 的这一栏写 可在以后: 是。",
};

static ORDER: Rule = Rule {
    code: "own-date-order",
    severity: Severity::Error,
    adjustable: true,
    looks_for: "自设的栏里，日期早于 office.yaml 说它“不早于”的那一栏。",
    why: "两个日期有一个是错的。",
    example: "立案: 2026-11-05，结案: 2026-11-03，结案不早于立案",
    fix: "核对两个日期。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&LATER, &ORDER], check: Check::Week(check) };

fn check(view: &WeekView, findings: &mut Vec<Diagnostic>) {
    let WeekView { office, week, .. } = *view;
    for complaint in week.complaints.iter().flat_map(|(_, of)| of.listed()) {
        check_record(&office.complaint_columns, complaint, week, findings);
    }
    for entry in &week.carried_over {
        check_record(&office.complaint_columns, entry, week, findings);
    }
    for case in week.listed_cases() {
        check_record(&office.case_columns, case, week, findings);
    }
    for notice in &week.notices {
        check_record(&office.notice_columns, notice, week, findings);
    }
    for ledger in &office.ledgers {
        for item in week.ledgers.get(ledger.name()).map(LedgerOfPeriod::listed).unwrap_or_default() {
            check_record(&ledger.columns, item, week, findings);
        }
    }
}

/// A day in a record, under its key.
type Day = (&'static str, Date, Span);

/// The days in the own columns of one record.
fn check_record(columns: &[Column], record: &dyn Walk, week: &Week, findings: &mut Vec<Diagnostic>) {
    if columns.iter().all(|column| column.what() != ColumnType::Date) {
        return;
    }
    let Content::Record(entries) = record.content() else { return };
    let days: Vec<Day> = entries.iter().filter_map(day).collect();
    for column in columns {
        let Some(found) = days.iter().find(|(key, ..)| *key == column.name.value.text()) else { continue };
        if !column.may_be_later() {
            findings.extend(later(found, week));
        }
        let earlier = column.not_before.as_ref().map(|name| name.value.text());
        let first = days.iter().find(|(key, ..)| Some(*key) == earlier);
        findings.extend(first.filter(|first| found.1 < first.1).map(|first| out_of_order(found, first)));
    }
}

fn day(entry: &Entry) -> Option<Day> {
    match entry.value.content() {
        Content::Parsed(Sort::Date, date, span) => Some((entry.key, Date::from_iso(&date.to_string())?, span.clone())),
        _ => None,
    }
}

/// That a day lies behind those that the week's paper counts.
fn later((key, date, span): &Day, week: &Week) -> Option<Diagnostic> {
    let end = week.period.value.end();
    let (last, what) = week.counted_until.as_ref().map_or((end, "周期的最后一天"), |until| (until, "统计截止"));
    if *date <= last.value {
        return None;
    }
    let by_then = if *date > week.dated.value { "成文的时候还没有到" } else { "在统计的日子之后" };
    let help = format!("改正日期，或者移到那一期；期限这样本来就在以后的，在 office.yaml 的「{key}」栏写 可在以后: 是");
    let finding = LATER.finding(format!("「{key}」{date} 在{what}（{last}）之后"));
    Some(finding.at(span.clone(), by_then).and_at(last.span.clone(), what).help(help))
}

fn out_of_order((key, date, span): &Day, (first, first_date, first_span): &Day) -> Diagnostic {
    ORDER
        .finding(format!("「{key}」{date} 在「{first}」{first_date} 之前"))
        .at(span.clone(), "早了")
        .and_at(first_span.clone(), format!("「{first}」在这天"))
        .help("请核对两个日期")
}
