//! Findings that are met again: each is reported once.

use std::collections::HashSet;
use std::ops::Range;

use super::finding::Diagnostic;

/// Adds those of `more` that are not among `findings` yet: by rule, place and message.
pub fn add_new(findings: &mut Vec<Diagnostic>, more: Vec<Diagnostic>) {
    let is_new: Vec<bool> = {
        let mut known: HashSet<_> = findings.iter().map(key).collect();
        more.iter().map(|finding| known.insert(key(finding))).collect()
    };
    findings.extend(more.into_iter().zip(is_new).filter_map(|(finding, is_new)| is_new.then_some(finding)));
}

/// Adds those of `more` that differ from all `findings` in anything but the other places that they point at: what is wrong may
/// have to be put right in two ways, and one slip in a template may keep many papers from being made.
pub fn add_unlike(findings: &mut Vec<Diagnostic>, more: impl IntoIterator<Item = Diagnostic>) {
    for finding in more {
        if !findings.iter().any(|known| is_like(known, &finding)) {
            findings.push(finding);
        }
    }
}

fn is_like(one: &Diagnostic, other: &Diagnostic) -> bool {
    one.rule.code == other.rule.code
        && (&one.message, &one.primary, &one.help, &one.fix)
            == (&other.message, &other.primary, &other.help, &other.fix)
}

fn key(finding: &Diagnostic) -> (&str, &str, Option<(&str, Range<usize>)>) {
    let place = finding.primary.as_ref().map(|label| (label.span.source().name(), label.span.range()));
    (finding.rule.code, &finding.message, place)
}
