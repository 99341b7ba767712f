//! Numbers in sections that contradict what the week's records come to.

use std::ops::Range;

use rust_decimal::Decimal;

use super::figure::{Value, WeekFigure, number_end};
use crate::check::rule_set::{Check, RuleSet};
use crate::check::text::line::Line;
use crate::check::text::passage::Passage;
use crate::check::text::walk::Kind;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::value::{ApproximateCount, Minutes};

static CONTRADICTS: Rule = Rule {
    code: "figure-contradicts",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "章节正文里讲这一周的件数、金额、时长，与这一周的记录算出来的不一样。说上周、累计、其中的不算。",
    why: "一份周报里前后两个数不一样，上级会来问哪个对。",
    example: "本周共受理投诉10件（记录里是 9 件）",
    fix: "核对是正文错了还是记录漏了。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&CONTRADICTS], check: Check::Text(check) };

fn check(passage: &Passage, findings: &mut Vec<Diagnostic>) {
    let Passage { line, week: Some(week), .. } = passage else { return };
    if passage.text.kind != Kind::Section {
        return;
    }
    for run in line.digit_runs() {
        if let Some(figure) = week.figures.figure_at(line, &run) {
            findings.extend(contradiction(figure, line, run));
        }
    }
}

/// How many of the places are marked from which a figure comes.
const MOST_PLACES: usize = 3;

/// Compares the number at `run` with the figure that it is said of.
fn contradiction(figure: &WeekFigure, line: &Line, run: Range<usize>) -> Option<Diagnostic> {
    let end = match figure.value {
        Value::Time(_) => time_end(line, &run),
        _ => number_end(line, &run),
    };
    let typed = line.text(run.start..end).replace(',', "");
    let and_more = matches!(line.c(end), '余' | '多');
    let (agrees, right) = match &figure.value {
        Value::Count(value) => (typed.parse() == Ok(*value), value.to_string()),
        Value::About(value) => (may_be_one_number(*value, typed.parse().ok(), and_more), value.to_string()),
        Value::Text(value) => (bare_decimal(&typed) == bare_decimal(value), value.clone()),
        Value::Time(value) => (typed.parse().is_ok_and(|typed: Minutes| typed == *value), value.to_string()),
    };
    if agrees {
        return None;
    }
    let place = line.place(run.start..end + usize::from(and_more));
    let mut finding = CONTRADICTS
        .finding(format!("{}：正文写 {typed}，记录算出来是 {right}", figure.what))
        .at(place.clone(), format!("记录里是 {right}"))
        .help(format!("正文错了就改成「{right}」；记录漏了或错了就改记录"));
    if figure.from.is_empty() {
        // Nothing of the kind is recorded: perhaps the office only speaks of it.
        finding.severity = Severity::Advice;
        return Some(finding);
    }
    for from in figure.from.iter().take(MOST_PLACES) {
        finding = finding.and_at(from.first_line(), "由这里算出");
    }
    Some(finding)
}

/// Behind 1小时19分钟, 2小时 or 40分钟.
fn time_end(line: &Line, run: &Range<usize>) -> usize {
    if !line.starts(run.end, "小时") {
        return run.end + 2;
    }
    let hours = run.end + 2;
    let minutes = line.digits_end(hours);
    if minutes > hours && line.starts(minutes, "分钟") { minutes + 2 } else { hours }
}

/// Whether "100余" and what a section tells may be the same number.
fn may_be_one_number(value: ApproximateCount, typed: Option<Decimal>, and_more: bool) -> bool {
    let Some(typed) = typed else { return true };
    let is_about = value.and_more;
    let (Some(number), Ok(typed)) = (value.whole(), typed.normalize().to_string().parse::<u32>()) else {
        return typed == value.number;
    };
    typed == number
        || (and_more && typed < number && number < next_round(typed))
        || (is_about && typed > number && typed < next_round(number))
}

/// The next number with as many zeros at its end: 200 behind 100, 160 behind 150.
fn next_round(number: u32) -> u32 {
    let zeros = number.to_string().chars().rev().take_while(|c| *c == '0').count();
    number.saturating_add(10_u32.saturating_pow(u32::try_from(zeros).unwrap_or(0)))
}

/// A decimal without zeros at its end.
fn bare_decimal(text: &str) -> &str {
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { text }
}
