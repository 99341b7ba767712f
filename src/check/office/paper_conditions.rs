//! When papers of a kind are made: conditions that name something, and kinds of which no paper can ever be due.

use crate::check::rule_set::{Check, RuleSet};
use crate::diagnostic::{Certainty, Diagnostic, Fix, Rule, Severity};
use crate::record::office::{InwardPaper, Office};
use crate::record::paper::PaperKind;
use crate::record::paper_condition::Condition;
use crate::record::per::{Per, PerWhat};
use crate::source::{Span, Spanned};
use crate::yaml::nearest::{nearest, only_nearest};

static UNKNOWN: Rule = Rule {
    code: "paper-condition-unknown",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "「文书」里「当」写的条件认不出：不是记录里有的内容，也不是台账。",
    why: "认不出就不知道什么时候该做这种文书。",
    example: "当: 有投拆",
    fix: "写 有投诉、无投诉、有未报 这样的词，或者台账的名称，例如 有涉旅案件、有涉旅案件.结案数。",
};

static NEVER: Rule = Rule {
    code: "paper-never-due",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "一个未报单位一份、或者有未报才做的文书，office.yaml 里却没有全体都要报的「收到文书」，或者没有「成员单位」。",
    why: "没有谁会未报，这种文书永远不会做。",
    example: "每: 未报单位，「收到文书」都没有写 全体报送: 是",
    fix: "在「收到文书」里写上 全体报送: 是，并登记「成员单位」。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&UNKNOWN, &NEVER], check: Check::Office(check) };

fn check(office: &Office, findings: &mut Vec<Diagnostic>) {
    for kind in &office.papers {
        for condition in kind.when.iter().flat_map(|when| &when.0) {
            if Condition::parse(&condition.value, office).is_none() {
                findings.push(unknown(condition, office));
            }
        }
        if let Some(Per::What(per)) = kind.per.as_ref().filter(|_| kind.is_per(PerWhat::SilentUnit)) {
            findings.extend(never(kind, &per.span, office));
        }
    }
}

fn unknown(condition: &Spanned<String>, office: &Office) -> Diagnostic {
    let known = Condition::names(office);
    let mut all = known.clone();
    all.extend(["有", "无"].iter().flat_map(|has| known.iter().map(move |name| format!("{has}{name}"))));
    let here = format!("这里可以写“有”或“无”，接着写：{}", known.join("、"));
    let help = match nearest(&condition.value, all.iter().map(String::as_str)) {
        Some(guess) => format!("是不是想写「{guess}」？{here}"),
        None => here,
    };
    let only = only_nearest(&condition.value, all.iter().map(String::as_str));
    UNKNOWN
        .finding(format!("「{condition}」不是一个条件"))
        .at(condition.span.clone(), "认不出")
        .help(help)
        .fix(only.map(|guess| Fix::word(Certainty::Likely, condition.span.clone(), guess)))
}

fn never(kind: &PaperKind, per: &Span, office: &Office) -> Option<Diagnostic> {
    let has_duty = office.inward.iter().any(InwardPaper::is_from_everyone);
    if has_duty && !office.members.is_empty() {
        return None;
    }
    let (what, help) = if has_duty {
        ("没有登记「成员单位」", "登记应当报送的单位，例如 成员单位: [区信访局, 区林业局]")
    } else {
        ("没有全体都要报的「收到文书」", "在「收到文书」里，全体都要报的那一条写上 全体报送: 是")
    };
    let message = format!("{} 每个未报单位一份，office.yaml 里却{what}，永远不会做", kind.kind.value);
    Some(NEVER.finding(message).at(per.clone(), "没有谁会未报").help(help))
}
