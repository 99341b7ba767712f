//! 文号留用, 文号作废: each number stands there once.

use std::collections::BTreeMap;

use crate::check::rule_set::{Check, RuleSet};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::office::Office;
use crate::record::office_numbers::set_aside_numbers;
use crate::source::Span;

static TWICE: Rule = Rule {
    code: "number-set-aside-twice",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "同一年的同一个号，在 office.yaml 的「文号留用」「文号作废」里写了两次。",
    why: "一个号只能留给一份公文；作废了的也不能再留用。",
    example: "文号留用里有 2021 年的 3 号，文号作废里也有",
    fix: "照发文登记簿，留下对的一处。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&TWICE], check: Check::Office(check) };

fn check(office: &Office, findings: &mut Vec<Diagnostic>) {
    let mut known: BTreeMap<(i16, u32), &Span> = BTreeMap::new();
    for it in set_aside_numbers(office) {
        let Some(first) = known.insert((it.year, it.number.value), &it.number.span) else { continue };
        findings.push(
            TWICE
                .finding(format!("{} 年的 {} 号写了两次", it.year, it.number))
                .at(it.number.span.clone(), "又写在这里")
                .and_at(first.clone(), "已经写在这里")
                .help("照发文登记簿，留下对的一处"),
        );
    }
}
