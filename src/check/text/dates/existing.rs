//! Dates that no calendar has.

use crate::check::rule_set::{Check, RuleSet};
use crate::check::text::passage::Passage;
use crate::diagnostic::{Diagnostic, Rule, Severity};

static IMPOSSIBLE: Rule = Rule {
    code: "text-date-impossible",
    severity: Severity::Error,
    adjustable: true,
    looks_for: "文字里不存在的日期，例如 2月30日、13月5日。",
    why: "没有这一天，一定写错了。",
    example: "2月30日收到",
    fix: "核对日期。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&IMPOSSIBLE], check: Check::Text(check) };

fn check(passage: &Passage, findings: &mut Vec<Diagnostic>) {
    let line = &passage.line;
    for date in &passage.dates().impossible {
        findings.push(
            IMPOSSIBLE
                .finding(format!("日期「{}」不存在", line.text(date.cells.clone())))
                .at(line.place(date.cells.clone()), date.reason)
                .help("核对月和日"),
        );
    }
}
