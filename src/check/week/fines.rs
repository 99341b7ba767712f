//! Fines of nothing, and fines that can hardly be.

use rust_decimal::Decimal;

use crate::check::rule_set::{Check, RuleSet};
use crate::check::views::WeekView;
use crate::diagnostic::{Diagnostic, Rule, Severity};

static FINE: Rule = Rule {
    code: "case-fine",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "案件的罚款是 0，或者超过 50 万元。",
    why: "没有罚款的不写「罚款」，写 0 会印成“罚款0元”；旅游执法的罚款很少超过 50 万元。",
    example: "罚款: 0",
    fix: "没有罚款就删掉「罚款」；有的，核对是不是多打了几位。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&FINE], check: Check::Week(check) };

/// In 元: fines in the field seldom go beyond.
const HIGHEST_FINE: Decimal = Decimal::from_parts(500_000, 0, 0, false, 0);

/// Fines of nothing, and fines that can hardly be.
fn check(view: &WeekView, findings: &mut Vec<Diagnostic>) {
    let week = view.week;
    for fine in week.listed_cases().filter_map(|case| case.fine.as_ref()) {
        let amount = fine.value.amount();
        let (message, label, help) = if amount.is_zero() {
            ("罚款是 0 元", "印成罚款0元", "没有罚款就删掉「罚款」")
        } else if amount > HIGHEST_FINE {
            ("罚款超过 50 万元", "太多了", "核对是不是多打了几位；属实的不用改")
        } else {
            continue;
        };
        findings.push(FINE.finding(message).at(fine.span.clone(), label).help(help));
    }
}
