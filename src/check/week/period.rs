//! A period is as long as the office's periods are, and begins on the office's day.

use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::days;
use crate::check::shared::days::LENGTH_OF_A_WEEK;
use crate::check::views::WeekView;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::cadence::Cadence;
use crate::record::checks::Weekday;
use crate::record::series::Series;
use crate::record::value::Date;
use crate::source::Spanned;

static LENGTH: Rule = Rule {
    code: "week-length",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "周期的长短不对：office.yaml 写了「报送周期」的，照它；没有写的，是七天，或者整月、整季度、整半年、整年。",
    why: "少的几天没有人报，多的几天会报两次；多半是起止写错了一个。",
    example: "周期: { 起: 2021-01-08, 止: 2021-01-13 }",
    fix: "改正起止日期；不按周报的，在 office.yaml 里写「报送周期: 月」这样；年初、年末确实分开报的，写明理由认可。",
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

fn check(view: &WeekView, findings: &mut Vec<Diagnostic>) {
    let WeekView { office, week, .. } = *view;
    let days = week.period.value.days();
    let said = office.cadence.as_ref().map(|cadence| cadence.value);
    if week.period.value.is_cumulative() || view.series() != Series::Main {
        return;
    }
    match said.or_else(|| Cadence::of_days(days)) {
        None | Some(Cadence::Week | Cadence::WorkingWeek) if said != Some(Cadence::WorkingWeek) => {
            week_of_seven_days(view, findings);
        }
        Some(cadence) if !cadence.fits(days) => findings.push(other_length(view, cadence)),
        _ => {}
    }
}

/// Of an office that reports by some other period.
fn other_length(view: &WeekView, cadence: Cadence) -> Diagnostic {
    let period = &view.week.period.value;
    let (start, end) = (period.start(), period.end());
    let noun = cadence.noun();
    let finding = LENGTH
        .finding(format!("周期不是{noun}：{start} 至 {end}"))
        .at(end.span.clone(), "到这天")
        .and_at(start.span.clone(), "从这天起");
    if cadence == Cadence::Cumulative {
        return finding.help("本机构按累计报：在「周期」里写上 累计: 是");
    }
    match cadence.end(start.value) {
        Some(last) => finding.help(format!("本机构按{cadence}报：止是不是 {last}？确实分开报的，写明理由认可")),
        None => {
            finding.help(format!("本机构按{cadence}报，{start} 不是{noun}的第一天：改正起止日期，或者改「报送周期」"))
        }
    }
}

/// A week has seven days and begins on the office's day.
fn week_of_seven_days(view: &WeekView, findings: &mut Vec<Diagnostic>) {
    let WeekView { office, week, .. } = *view;
    let (start, end) = (week.period.value.start(), week.period.value.end());
    let regular_start = days::later(end.value, 1 - LENGTH_OF_A_WEEK);
    let first_day = office.checks.as_ref().and_then(|checks| checks.first_day.as_ref());
    let begins_right = |day| first_day.is_none_or(|first| Weekday::from_date(day) == first.value);
    let length = days::after(start.value, end.value) + 1;
    // Where the end alone fits the office's weeks, the start is wrong.
    let start_is_wrong = !begins_right(start.value) && begins_right(regular_start);
    if length != LENGTH_OF_A_WEEK {
        findings.push(wrong_length(start, end, length, start_is_wrong));
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

fn wrong_length(start: &Spanned<Date>, end: &Spanned<Date>, length: i64, start_is_wrong: bool) -> Diagnostic {
    const OTHERWISE: &str = "不按周报的，在 office.yaml 里写「报送周期」；年初、年末确实分开报的，写明理由认可";
    let regular_end = days::later(start.value, LENGTH_OF_A_WEEK - 1);
    let finding = LENGTH
        .finding(format!("这一周有 {length} 天：{start} 至 {end}"))
        .help(format!("一周是七天：改正起止日期；{OTHERWISE}"));
    if start_is_wrong {
        return finding.at(start.span.clone(), "起得不对").and_at(end.span.clone(), "到这天");
    }
    finding
        .help(format!("一周是七天：止是不是 {regular_end}？{OTHERWISE}"))
        .at(end.span.clone(), format!("七天应当到 {regular_end}"))
        .and_at(start.span.clone(), "从这天起")
}
