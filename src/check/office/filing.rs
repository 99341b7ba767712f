//! 保管期限 are given for kinds of papers that the office makes.

use crate::check::rule_set::{Check, RuleSet};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::built_in;
use crate::record::filing::Retention;
use crate::record::office::Office;
use crate::yaml::nearest::nearest;

static FILED: Rule = Rule {
    code: "office-filing-kind",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "「归档」的保管期限里，有这个机构不做的文书。",
    why: "多半是代号打错了：真正要归档的那一种就没有保管期限，编不出档号。",
    example: "保管期限: { weekley: 10年 }",
    fix: "改成「文书」里的代号；没有写「文书」的，是 weekly（周报）和 notice（通报单回复）。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&FILED], check: Check::Office(check) };

fn check(office: &Office, findings: &mut Vec<Diagnostic>) {
    let Some(Retention::ByKind(periods)) = office.filing.as_ref().map(|filing| &filing.retention) else { return };
    let kinds: Vec<&str> = match office.papers.written() {
        Some(papers) => papers.iter().map(|paper| paper.kind.value.0.as_str()).collect(),
        None => built_in::default_kinds().map(|kind| kind.name).collect(),
    };
    for (kind, _) in periods.iter().filter(|(kind, _)| !kinds.contains(&kind.value.as_str())) {
        let list = format!("有这些文书：{}", kinds.join("、"));
        let help = match nearest(&kind.value, kinds.iter().copied()) {
            Some(guess) => format!("是不是想写「{guess}」？{list}"),
            None => list,
        };
        findings.push(FILED.finding(format!("没有文书「{kind}」")).at(kind.span.clone(), "不做这一种").help(help));
    }
}
