//! What the office and its writers say of findings: how heavy they weigh, and which of them stand for a reason.

use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::acknowledgement::Acknowledgement;
use crate::record::checks::{Checks, Weight};
use crate::record::nearest::nearest;
use crate::source::{Source, Spanned};
use std::sync::Arc;

pub(super) static UNUSED: Rule = Rule {
    name: "acknowledgement-unused",
    severity: Severity::Warning,
    adjustable: false,
    looks_for: "「认可」里的一条，已经没有与它相符的问题。",
    why: "问题改掉了，认可还留着，下次再犯就会被它遮住。",
    example: "错字改正了，认可没有删",
    mend: "删掉这一条；内容写得不对的，照问题所指的文字改。",
};

pub(super) static UNKNOWN_RULE: Rule = Rule {
    name: "rule-unknown",
    severity: Severity::Warning,
    adjustable: false,
    looks_for: "「认可」或「轻重」里写的规则没有，或者是不能认可、不能调整的。",
    why: "写错了的规则不起作用，看上去却像起了作用。",
    example: "规则: week-gab",
    mend: "照问题后面方括号里的代号写；zhoubao check --explain 列出全部规则。",
};

/// Weighs `findings` about the file `source` as the office wants it, and marks those that are acknowledged in it.
pub fn weigh(
    checks: Option<&Checks>,
    acknowledgements: &[Acknowledgement],
    source: &Arc<Source>,
    findings: &mut Vec<Diagnostic>,
) {
    findings.retain_mut(|finding| weighed(checks, finding));
    for finding in findings {
        if let Some(entry) = acknowledgements.iter().find(|entry| is_meant(entry, source, finding)) {
            finding.acknowledged = Some(entry.reason.value.clone());
        }
    }
}

/// What is wrong with acknowledgements, once all findings about their file are there.
///
/// Whether the rules of `later` find something is seen only when papers are made: an acknowledgement of one of them
/// is never called unused.
#[must_use]
pub fn unused(
    acknowledgements: &[Acknowledgement],
    source: &Arc<Source>,
    later: &[&'static Rule],
    findings: &[Diagnostic],
) -> Vec<Diagnostic> {
    let known: Vec<&str> = adjustable(later).map(|rule| rule.name).collect();
    let mut wrong = Vec::new();
    for entry in acknowledgements {
        let rule = entry.rule.value.as_str();
        if !known.contains(&rule) {
            wrong.push(unknown(&entry.rule, &known));
        } else if later.iter().all(|later| later.name != rule)
            && !findings.iter().any(|finding| is_meant(entry, source, finding))
        {
            wrong.push(
                UNUSED
                    .finding(format!("这一条认可没有对应的问题：{rule}「{}」", entry.content))
                    .at(entry.span.first_line(), "用不上了")
                    .help("问题已经改掉的，删掉这一条；还在的，照问题所指的文字改「内容」"),
            );
        }
    }
    wrong
}

/// Rules in the office's list of weights that do not exist or cannot be weighed.
#[must_use]
pub fn unknown_weights(checks: Option<&Checks>, later: &[&'static Rule]) -> Vec<Diagnostic> {
    let known: Vec<&str> = adjustable(later).map(|rule| rule.name).collect();
    let weights = checks.and_then(|checks| checks.weights.as_ref()).into_iter().flat_map(crate::record::Table::iter);
    weights.filter(|(rule, _)| !known.contains(&rule.value.as_str())).map(|(rule, _)| unknown(rule, &known)).collect()
}

fn adjustable<'a>(later: &'a [&'static Rule]) -> impl Iterator<Item = &'static Rule> + 'a {
    super::RULES.iter().chain(later).copied().filter(|rule| rule.adjustable)
}

fn unknown(rule: &Spanned<String>, known: &[&str]) -> Diagnostic {
    let help = match nearest(&rule.value, known.iter().copied()) {
        Some(guess) => format!("是不是想写「{guess}」？规则的代号在问题后面的方括号里"),
        None => "规则的代号在问题后面的方括号里；zhoubao check --explain 列出全部规则".to_owned(),
    };
    UNKNOWN_RULE
        .finding(format!("没有「{rule}」这条可以认可或调整的规则"))
        .at(rule.span.clone(), "认不出，或者不能调整")
        .help(help)
}

/// `false` where the office does not want to hear of it.
fn weighed(checks: Option<&Checks>, finding: &mut Diagnostic) -> bool {
    if !finding.rule.adjustable {
        return true;
    }
    match checks.and_then(|checks| checks.weights.as_ref()?.get(finding.rule.name)).map(|weight| weight.value) {
        Some(Weight::Ignore) => return false,
        Some(Weight::Advice) => finding.severity = Severity::Advice,
        Some(Weight::Warning) => finding.severity = Severity::Warning,
        Some(Weight::Error) => finding.severity = Severity::Error,
        None => {}
    }
    true
}

/// An acknowledgement means the findings of its rule, in its file, whose marked text or message holds its words.
fn is_meant(entry: &Acknowledgement, source: &Arc<Source>, finding: &Diagnostic) -> bool {
    let content = entry.content.value.as_str();
    finding.rule.adjustable
        && finding.rule.name == entry.rule.value
        && finding.primary.as_ref().is_some_and(|label| {
            Arc::ptr_eq(label.span.source(), source)
                && (label.span.text().contains(content) || finding.message.contains(content))
        })
}
