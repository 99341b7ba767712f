//! Findings that are met again: each is told once.

use std::collections::HashSet;
use std::ops::Range;

use super::Diagnostic;

/// Adds those of `more` that are not among `findings` yet: by rule, place and message.
pub fn add_new(findings: &mut Vec<Diagnostic>, more: Vec<Diagnostic>) {
    let new: Vec<Diagnostic> = {
        let mut known: HashSet<_> = findings.iter().map(key).collect();
        let is_new: Vec<bool> = more.iter().map(|finding| known.insert(key(finding))).collect();
        more.iter().zip(is_new).filter(|(_, is_new)| *is_new).map(|(finding, _)| finding.clone()).collect()
    };
    findings.extend(new);
}

fn key(finding: &Diagnostic) -> (&str, &str, Option<(&str, Range<usize>)>) {
    let place = finding.primary.as_ref().map(|label| (label.span.source().name(), label.span.range()));
    (finding.rule.name, &finding.message, place)
}
