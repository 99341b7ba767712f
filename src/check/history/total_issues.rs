//! 总期号: one after the other over all years.

use crate::check::rule_set::{Check, RuleSet};
use crate::check::views::History;
use crate::diagnostic::{Diagnostic, Rule, Severity};

static TOTAL: Rule = Rule {
    code: "issue-total",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "总期号没有接着前一份往下排。",
    why: "总期号一直排下去，跳过的、重复的都查无此报。",
    example: "前一份总期号 311，这一份 313",
    fix: "照提示改总期号；中间确实出过没有记录的一期，写明理由认可。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&TOTAL], check: Check::History(check) };

fn check(history: &History, findings: &mut Vec<Diagnostic>) {
    if !history.complete {
        return;
    }
    let numbered: Vec<_> = history.weeks().filter_map(|week| week.total_issue.as_ref()).collect();
    for pair in numbered.windows(2) {
        let [before, number] = pair else { continue };
        let next = before.value.get().saturating_add(1);
        if number.value.get() != next {
            findings.push(
                TOTAL
                    .finding(format!("总期号从 {before} 到 {number}，没有接着排"))
                    .at(number.span.clone(), format!("应当是 {next}"))
                    .and_at(before.span.clone(), "前一份")
                    .help(format!("是不是 {next}？前一份的总期号不对的，改前一份的")),
            );
        }
    }
}
