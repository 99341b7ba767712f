//! A 期号 that no year has reached by then.

use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::issue_years::CONVENTIONS;
use crate::check::views::WeekView;
use crate::diagnostic::{Diagnostic, Rule, Severity};

static BEYOND_YEAR: Rule = Rule {
    code: "issue-beyond-year",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "期号比一年里到这一周为止的周数还多。",
    why: "一周一期，到不了这么大；多半是多打了一位。",
    example: "成文: 2021-01-15，期号: 22",
    fix: "核对期号；另有增刊的，写明理由认可；期号一直排下去的，在 office.yaml 里写「期号排法: 连续」。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&BEYOND_YEAR], check: Check::Week(check) };

/// A number that no year has reached by then.
fn check(view: &WeekView, findings: &mut Vec<Diagnostic>) {
    let week = view.week;
    if view.office.numbers_on() {
        return;
    }
    let day = week.dated.value.max(week.period.value.end().value).day_of_year();
    // The year's first and last weeks may be short ones.
    let most = day.div_ceil(7) + 2;
    let number = &week.issue;
    let turns = CONVENTIONS.iter().any(|year| year(week) != week.dated.value.year());
    if turns || number.value.get() <= most {
        return;
    }
    findings.push(
        BEYOND_YEAR
            .finding(format!("期号 {number}：到 {} 为止，这一年没有这么多周", week.dated))
            .at(number.span.clone(), "太大")
            .and_at(week.dated.span.clone(), "这天成文")
            .help("请核对是不是多打了一位"),
    );
}
