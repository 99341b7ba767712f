//! Acknowledgements and weights that do nothing: no finding is meant, or there is no such rule.

use std::sync::Arc;

use super::acknowledged::{UNKNOWN_RULE, UNUSED, is_meant};
use super::register::RULES;
use crate::diagnostic::{Diagnostic, Rule};
use crate::record::acknowledgement::Acknowledgement;
use crate::record::checks::Checks;
use crate::source::{Source, Spanned};
use crate::yaml::nearest::nearest;

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
        if !known.contains(&rule) {
            wrong.push(unknown(&entry.rule, &known));
        } else if later.iter().all(|later| later.code != rule)
            && !findings.iter().any(|finding| is_meant_first(entry, &acknowledgements[..at], source, finding))
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

/// Whether a finding is meant by `entry` and by none of the acknowledgements `before` it.
fn is_meant_first(
    entry: &Acknowledgement,
    before: &[Acknowledgement],
    source: &Arc<Source>,
    finding: &Diagnostic,
) -> bool {
    is_meant(entry, source, finding) && !before.iter().any(|earlier| is_meant(earlier, source, finding))
}

/// Rules in the office's list of weights that do not exist or cannot be weighed.
#[must_use]
pub fn unknown_weights(checks: Option<&Checks>, later: &[&'static Rule]) -> Vec<Diagnostic> {
    let known: Vec<&str> = adjustable(later).map(|rule| rule.code).collect();
    let weights = checks.into_iter().flat_map(|checks| checks.weights.iter());
    weights.filter(|(rule, _)| !known.contains(&rule.value.as_str())).map(|(rule, _)| unknown(rule, &known)).collect()
}

fn adjustable<'a>(later: &'a [&'static Rule]) -> impl Iterator<Item = &'static Rule> + 'a {
    RULES.iter().chain(later).copied().filter(|rule| rule.adjustable)
}

fn unknown(rule: &Spanned<String>, known: &[&str]) -> Diagnostic {
    if let Some(fixed) = RULES.iter().chain(crate::yaml::rules::RULES).find(|fixed| fixed.code == rule.value) {
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
