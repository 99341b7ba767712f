//! What the office and its writers say of findings: how heavy they weigh, and which of them stand for a reason.

use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::acknowledgement::Acknowledgement;
use crate::record::checks::{Checks, Weight};
use crate::record::nearest::nearest;
use crate::source::{Source, Span, Spanned};
use std::ops::Range;
use std::sync::Arc;

pub(super) static UNUSED: Rule = Rule {
    code: "acknowledgement-unused",
    severity: Severity::Warning,
    adjustable: false,
    looks_for: "「认可」里的一条，已经没有与它相符的问题。",
    why: "问题改掉了，认可还留着，下次再犯就会被它遮住。",
    example: "错字改正了，认可没有删",
    fix: "删掉这一条；内容写得不对的，照问题所指的文字改。",
};

pub(super) static UNKNOWN_RULE: Rule = Rule {
    code: "rule-unknown",
    severity: Severity::Warning,
    adjustable: false,
    looks_for: "「认可」或「轻重」里写的规则没有，或者是不能认可、不能调整的。",
    why: "写错了的规则不起作用，看上去却像起了作用。",
    example: "规则: week-gab",
    fix: "照问题后面方括号里的代号写；zhoubao check --explain 列出全部规则。",
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
        let entry = acknowledgements.iter().find(|entry| is_meant(entry, source, finding));
        finding.acknowledged = entry.map(|entry| entry.reason.value.clone());
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
    let known: Vec<&str> = adjustable(later).map(|rule| rule.code).collect();
    let mut wrong = Vec::new();
    for (at, entry) in acknowledgements.iter().enumerate() {
        let rule = entry.rule.value.as_str();
        let earlier = &acknowledgements[..at];
        let is_new = |finding: &&Diagnostic| !earlier.iter().any(|earlier| is_meant(earlier, source, finding));
        if !known.contains(&rule) {
            wrong.push(unknown(&entry.rule, &known));
        } else if later.iter().all(|later| later.code != rule)
            && !findings.iter().filter(|finding| is_meant(entry, source, finding)).any(|finding| is_new(&finding))
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
    let known: Vec<&str> = adjustable(later).map(|rule| rule.code).collect();
    let weights = checks.into_iter().flat_map(|checks| checks.weights.iter());
    weights.filter(|(rule, _)| !known.contains(&rule.value.as_str())).map(|(rule, _)| unknown(rule, &known)).collect()
}

fn adjustable<'a>(later: &'a [&'static Rule]) -> impl Iterator<Item = &'static Rule> + 'a {
    super::RULES.iter().chain(later).copied().filter(|rule| rule.adjustable)
}

fn unknown(rule: &Spanned<String>, known: &[&str]) -> Diagnostic {
    if let Some(fixed) = super::RULES.iter().chain(crate::record::rules::RULES).find(|fixed| fixed.code == rule.value) {
        return UNKNOWN_RULE
            .finding(format!("「{}」这条规则不能认可，也不能调整", fixed.code))
            .at(rule.span.clone(), "不能调整")
            .help("照问题的提示改正记录，再删掉这一条");
    }
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
fn is_meant(entry: &Acknowledgement, source: &Arc<Source>, finding: &Diagnostic) -> bool {
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
    let boundary = |mut at: usize, step: fn(usize) -> usize| {
        while !text.is_char_boundary(at) {
            at = step(at);
        }
        at
    };
    let from = boundary(range.start.saturating_sub(AROUND), |at| at - 1);
    let to = boundary((range.end + AROUND).min(text.len()), |at| at + 1);
    let part = |range: Range<usize>| squeezed(text.get(range).unwrap_or_default());
    let before = part(from..range.start);
    let marked = before.len()..before.len() + part(range.clone()).len();
    let around = part(from..to);
    around.match_indices(content).any(|(at, _)| at <= marked.start && marked.end <= at + content.len())
}

/// Without white space, as a text stands in the file however it is folded.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
