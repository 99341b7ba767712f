//! Years of two digits.

use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::propose::Propose as _;
use crate::check::text::passage::Passage;
use crate::diagnostic::{Diagnostic, Rule, Severity};

static SHORT_YEAR: Rule = Rule {
    code: "text-year-short",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "年份只写两位，例如 21年1月12日。",
    why: "GB/T 15835：公文的年份写全四位。",
    example: "21年1月12日",
    fix: "写成 2021年1月12日。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&SHORT_YEAR], check: Check::Text(check) };

fn check(passage: &Passage, findings: &mut Vec<Diagnostic>) {
    let line = &passage.line;
    for date in &passage.dates().dates {
        let start = date.cells.start;
        let end = line.digits_end(start);
        if end - start == 2 && line.c(end) == '年' {
            let place = line.place(start..end + 1);
            let wanted = format!("20{}", line.text(start..end + 1));
            findings.push(SHORT_YEAR.finding("年份只写了两位").at(place.clone(), "").propose("写成", place, wanted));
        }
    }
}
