//! The office's table of holidays, with itself and with the calendar.

use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::days;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::checks::{Days, Weekday};
use crate::record::days_off::is_announced_off;
use crate::record::office::Office;
use crate::record::value::Date;

static HOLIDAY_CLASH: Rule = Rule {
    code: "office-holidays-clash",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "同一天既写在「放假」里，又写在「调休上班」里。",
    why: "答复期限会多算或少算一天；现在按上班算。",
    example: "放假: [2021-02-20]；调休上班: [2021-02-20]",
    fix: "照国务院办公厅的放假通知，留下对的一处。",
};

static HOLIDAYS: Rule = Rule {
    code: "office-holidays",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "「调休上班」的日子不是周末，放假通知也没有给假；或者「放假」一连超过 31 天。",
    why: "平日本来就上班，没有这么长的假：多半是日期写错了。",
    example: "调休上班: [2021-02-22]（星期一）",
    fix: "照国务院办公厅的放假通知核对日期。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&HOLIDAY_CLASH, &HOLIDAYS], check: Check::Office(check) };

/// No holiday of the calendar is longer, in days.
const LONGEST_HOLIDAY: i64 = 31;

/// The office's table of holidays, with itself and with the calendar.
fn check(office: &Office, findings: &mut Vec<Diagnostic>) {
    let Some(checks) = &office.checks else { return };
    let mut holidays: Vec<&Days> = checks.holidays.iter().collect();
    holidays.sort_by_key(|days| days.first().value);
    for long in holidays.iter().filter(|days| days::after(days.first().value, days.last().value) >= LONGEST_HOLIDAY) {
        let (first, last) = (long.first(), long.last());
        findings.push(
            HOLIDAYS
                .finding(format!("从 {first} 放假到 {last}，一连 {} 天", days::after(first.value, last.value) + 1))
                .at(last.span.clone(), "到这天")
                .and_at(first.span.clone(), "从这天")
                .help("请核对年份和月份"),
        );
    }
    // The longest that begins before a day reaches furthest: one look at it and at the last one before is enough.
    let mut furthest: Vec<&Days> = Vec::new();
    for days in holidays {
        let longer = furthest.last().is_none_or(|before| before.last().value < days.last().value);
        furthest.push(if longer { days } else { furthest.last().copied().unwrap_or(days) });
    }
    let starts: Vec<_> = furthest.iter().map(|days| days.first().value).collect();
    for worked in &checks.working_weekends {
        let (first, last) = (worked.first(), worked.last());
        let before = starts.partition_point(|start| *start <= last.value);
        let clash =
            before.checked_sub(1).and_then(|at| furthest.get(at)).filter(|free| free.last().value >= first.value);
        if let Some(free) = clash {
            findings.push(
                HOLIDAY_CLASH
                    .finding(format!("{first} 既写在「放假」里，又写在「调休上班」里"))
                    .at(first.span.clone(), "又说上班")
                    .and_at(free.first().span.clone(), "说放假")
                    .help("照国务院办公厅的放假通知，留下对的一处；现在按上班算"),
            );
        } else if !is_worked_weekend(first.value, last.value) {
            findings.push(
                HOLIDAYS
                    .finding(format!("调休上班的 {first} 不是周末的日子"))
                    .at(first.span.clone(), "平日本来就上班")
                    .help("请核对日期；「调休上班」只写本来不上班、本机构要上班的日子"),
            );
        }
    }
}

/// Whether the days are at the most two of a weekend, or days that the notice gives and the office works all the same.
fn is_worked_weekend(first: Date, last: Date) -> bool {
    let is_weekend = Weekday::from_date(first).is_weekend() && days::after(first, last) <= 1;
    let length = days::after(first, last).min(LONGEST_HOLIDAY);
    is_weekend || (0..=length).all(|day| is_announced_off(days::later(first, day)))
}
