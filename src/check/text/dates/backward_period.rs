//! Periods that end before they begin.

use super::written::connects;
use crate::check::rule_set::{Check, RuleSet};
use crate::check::text::passage::Passage;
use crate::diagnostic::{Diagnostic, Rule, Severity};

static REVERSED: Rule = Rule {
    code: "text-period-reversed",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "起止日期里，止比起早。",
    why: "起和止写反了，或者有一个错了。",
    example: "1月14日—8日",
    fix: "核对起止两个日期。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&REVERSED], check: Check::Text(check) };

fn check(passage: &Passage, findings: &mut Vec<Diagnostic>) {
    let line = &passage.line;
    for pair in passage.dates().dates.windows(2) {
        let [first, second] = pair else { continue };
        if second.date < first.date && connects(line, first.cells.end..second.cells.start) {
            let cells = first.cells.start..second.cells.end;
            findings.push(
                REVERSED
                    .finding(format!("「{}」止比起早", line.text(cells.clone())))
                    .at(line.place(cells), "起止写反了？")
                    .help("核对起止两个日期"),
            );
        }
    }
}
