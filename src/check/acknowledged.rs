//! What the office and its writers say of findings: how heavy they weigh, and which of them stand for a reason.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::acknowledgement::Acknowledgement;
use crate::record::checks::{Checks, Weight};
use crate::source::{Source, Span};

pub static UNUSED: Rule = Rule {
    code: "acknowledgement-unused",
    severity: Severity::Warning,
    adjustable: false,
    looks_for: "「认可」里的一条，已经没有与它相符的问题。",
    why: "问题改掉了，认可还留着，下次再犯就会被它遮住。",
    example: "错字改正了，认可没有删",
    fix: "删掉这一条；内容写得不对的，照问题所指的文字改。",
};

pub static UNKNOWN_RULE: Rule = Rule {
    code: "rule-unknown",
    severity: Severity::Warning,
    adjustable: false,
    looks_for: "「认可」或「轻重」里写的规则没有，或者是不能认可、不能调整的。",
    why: "写错了的规则不起作用，看上去却像起了作用。",
    example: "规则: week-gab",
    fix: "照问题后面方括号里的代号写；zhoubao check --explain 列出全部规则。",
};

/// The rules about what is said of findings, which no rule set looks for.
pub static RULES: &[&Rule] = &[&UNUSED, &UNKNOWN_RULE];

/// Weighs `findings` about the file `source` as the office wants it, and marks those that are acknowledged in it.
pub fn weigh(
    checks: Option<&Checks>,
    acknowledgements: &[Acknowledgement],
    source: &Arc<Source>,
    findings: &mut Vec<Diagnostic>,
) {
    findings.retain_mut(|finding| weighed(checks, finding));
    for finding in findings {
        let entry = acknowledgements.iter().find(|entry| is_meant(entry, source, finding));
        finding.acknowledged = entry.map(|entry| entry.reason.value.clone());
    }
}

/// `false` where the office does not want to hear of it.
fn weighed(checks: Option<&Checks>, finding: &mut Diagnostic) -> bool {
    if !finding.rule.adjustable {
        return true;
    }
    match checks.and_then(|checks| checks.weights.get(finding.rule.code)).map(|weight| weight.value) {
        Some(Weight::Ignore) => return false,
        Some(Weight::Advice) => finding.severity = Severity::Advice,
        Some(Weight::Warning) => finding.severity = Severity::Warning,
        Some(Weight::Error) => finding.severity = Severity::Error,
        None => {}
    }
    true
}

/// An acknowledgement means the findings of its rule, in its file, whose marked text stands in its words; or, where
/// more is marked than a few words, those whose marked text or message holds its words.
pub fn is_meant(entry: &Acknowledgement, source: &Arc<Source>, finding: &Diagnostic) -> bool {
    let content = squeezed(&entry.content.value);
    let length = content.chars().count();
    finding.rule.adjustable
        && finding.rule.code == entry.rule.value
        && finding.primary.as_ref().is_some_and(|label| {
            Arc::ptr_eq(label.span.source(), source)
                && length >= 2
                && (stands_in(&label.span, &content)
                    || squeezed(label.span.text()).contains(&content)
                    || (length >= FEWEST && squeezed(&finding.message).contains(&content)))
        })
}

/// Fewer characters than this of a message stand for no finding in particular.
const FEWEST: usize = 4;

/// How far around a marked text its acknowledgement's words are looked for, in bytes.
const AROUND: usize = 300;

/// Whether `content` stands around `place` so that all of the place is in it.
fn stands_in(place: &Span, content: &str) -> bool {
    let (text, range) = (place.source().text(), place.range());
    let from = text.floor_char_boundary(range.start.saturating_sub(AROUND));
    let to = text.ceil_char_boundary(range.end + AROUND);
    let before = squeezed(text.get(from..range.start).unwrap_or_default()).len();
    let marked = before..before + squeezed(place.text()).len();
    let around = squeezed(text.get(from..to).unwrap_or_default());
    around.match_indices(content).any(|(at, _)| at <= marked.start && marked.end <= at + content.len())
}

/// Without white space, as a text stands in the file however it is folded.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
