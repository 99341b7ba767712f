//! A week has seven days and begins on the office's day.

use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::days;
use crate::check::shared::days::LENGTH_OF_A_WEEK;
use crate::check::views::WeekView;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::checks::Weekday;

static LENGTH: Rule = Rule {
    code: "week-length",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "周期不是七天。",
    why: "少的几天没有人报，多的几天会报两次；多半是起止写错了一个。",
    example: "周期: { 起: 2021-01-08, 止: 2021-01-13 }",
    fix: "改正起止日期；年初、年末确实分开报的，写明理由认可。",
};

static FIRST_DAY: Rule = Rule {
    code: "week-first-day",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "周期的第一天不是 office.yaml「检查」里「首日」的那个星期几。",
    why: "起始日错一天，整周的统计口径就错了。",
    example: "首日: 星期五；周期: { 起: 2021-01-07, … }（星期四）",
    fix: "改正起止日期；改了报送周期的，同时改「首日」。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&LENGTH, &FIRST_DAY], check: Check::Week(check) };

/// A week has seven days and begins on the office's day.
fn check(view: &WeekView, findings: &mut Vec<Diagnostic>) {
    let WeekView { office, week, .. } = *view;
    let (start, end) = (week.period.value.start(), week.period.value.end());
    let regular_end = days::later(start.value, LENGTH_OF_A_WEEK - 1);
    let regular_start = days::later(end.value, 1 - LENGTH_OF_A_WEEK);
    let first_day = office.checks.as_ref().and_then(|checks| checks.first_day.as_ref());
    let begins_right = |day| first_day.is_none_or(|first| Weekday::from_date(day) == first.value);
    let length = days::after(start.value, end.value) + 1;
    // Where the end alone fits the office's weeks, the start is wrong.
    let start_is_wrong = !begins_right(start.value) && begins_right(regular_start);
    if length != LENGTH_OF_A_WEEK {
        let finding = LENGTH
            .finding(format!("这一周有 {length} 天：{start} 至 {end}"))
            .help("一周是七天：改正起止日期；年初、年末确实分开报的，写明理由认可");
        findings.push(if start_is_wrong {
            finding.at(start.span.clone(), "起得不对").and_at(end.span.clone(), "到这天")
        } else {
            finding
                .help(format!("一周是七天：止是不是 {regular_end}？年初、年末确实分开报的，写明理由认可"))
                .at(end.span.clone(), format!("七天应当到 {regular_end}"))
                .and_at(start.span.clone(), "从这天起")
        });
    }
    if let Some(first) = first_day.filter(|_| !begins_right(start.value)) {
        let weekday = Weekday::from_date(start.value).word();
        let finding = FIRST_DAY
            .finding(format!("周期从{weekday}（{start}）起，本中心的一周从{first}起"))
            .at(start.span.clone(), weekday);
        findings.push(if start_is_wrong {
            finding.help(format!("是不是 {regular_start}？"))
        } else {
            finding.help("改正起止日期；改了报送周期的，同时改 office.yaml「检查」里的「首日」")
        });
    }
}
