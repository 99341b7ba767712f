//! What of an office's data is different from a day on: the days follow one another, and something is different.

use crate::check::rule_set::{Check, RuleSet};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::OfficeFrom;

static ORDER: Rule = Rule {
    code: "office-change-order",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "「变更」里的一条，从前一条的同一天或更早的日子起。",
    why: "哪一条算数就说不清了，文书会用错名称。",
    example: "自: 2022-01-01 的下面又是 自: 2021-07-01",
    fix: "按日期先后排列；同一天的并成一条。",
};

static NOTHING: Rule = Rule {
    code: "office-change-nothing",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "「变更」里的一条，写的和此前的一样，或者只写了「自」。",
    why: "多半是忘了改，从这天起的文书仍会用旧的。",
    example: "- { 自: 2022-01-01, 简称: 青禾区指挥中心 }，而简称本来就是它",
    fix: "写上新的内容；没有变更就删掉这一条。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&ORDER, &NOTHING], check: Check::Changes(check) };

/// What is wrong with the changes of an office, whose `generations` begin with what holds before all of them.
fn check(generations: &[OfficeFrom], findings: &mut Vec<Diagnostic>) {
    let changes = generations.first().and_then(|first| first.office.changes.written()).unwrap_or_default();
    for pair in changes.windows(2) {
        let [before, change] = pair else { continue };
        if change.from.value <= before.from.value {
            let (message, help) = if change.from.value == before.from.value {
                (format!("「变更」里有两条都从 {} 起", change.from), "并成一条")
            } else {
                (format!("从 {} 起的变更，写在从 {} 起的后面", change.from, before.from), "按日期先后排列")
            };
            let finding = ORDER.finding(message).at(change.from.span.clone(), "从这天起");
            findings.push(finding.and_at(before.from.span.clone(), "前一条").help(help));
        }
    }
    for (change, pair) in changes.iter().zip(generations.windows(2)) {
        if let [before, after] = pair
            && before.parts == after.parts
        {
            findings.push(
                NOTHING
                    .finding(format!("从 {} 起的变更，什么也没有变", change.from))
                    .at(change.span.first_line(), "和此前的一样")
                    .help("写上新的内容；没有变更就删掉这一条"),
            );
        }
    }
}
