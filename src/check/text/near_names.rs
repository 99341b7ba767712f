//! Names that are nearly registered ones.

use super::passage::Passage;
use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::names::known::NearName;
use crate::diagnostic::{Certainty, Diagnostic, Fix, Rule, Severity};

static NEAR: Rule = Rule {
    code: "name-near",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "与 office.yaml 登记的名称（企业、平台、单位、文书），或者与同一份通报单的来源、被投诉单位只差一两个字的写法。",
    why: "名称错一个字，就成了另一家单位；上级照错的名称查不到。",
    example: "花之城雪上神话",
    fix: "照登记的名称改；确实是另一家，写在「认可」里，或者登记到 office.yaml。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&NEAR], check: Check::Text(check) };

/// Names in a line that are nearly registered, or nearly one of the notice's own.
fn check(passage: &Passage, findings: &mut Vec<Diagnostic>) {
    let line = &passage.line;
    for NearName { known, place, sure } in &passage.near_names {
        let typed = &line.all()[place.clone()];
        let marked = line.place_of(place.clone());
        let right = &known.text;
        let fix = sure.then(|| Fix::word(Certainty::Likely, marked.clone(), right.as_str()));
        let mut finding = NEAR
            .finding(format!("「{typed}」与「{right}」只差一点"))
            .at(marked, "")
            .and_at(known.place.clone(), "登记的是这样")
            .help(format!("如果就是它，改为「{right}」"))
            .fix(fix);
        if !sure {
            finding.severity = Severity::Advice;
        }
        findings.push(finding);
    }
}
