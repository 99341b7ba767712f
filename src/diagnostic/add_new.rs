//! Findings that are met again: each is reported once.

use std::collections::HashSet;
use std::ops::Range;

use super::finding::Diagnostic;

/// Adds those of `more` that are not among `findings` yet: by rule, place, message and help.
pub fn add_new(findings: &mut Vec<Diagnostic>, more: Vec<Diagnostic>) {
    let is_new: Vec<bool> = {
        let mut known: HashSet<_> = findings.iter().map(key).collect();
        more.iter().map(|finding| known.insert(key(finding))).collect()
    };
    findings.extend(more.into_iter().zip(is_new).filter_map(|(finding, is_new)| is_new.then_some(finding)));
}

fn key(finding: &Diagnostic) -> (&str, &str, Option<&str>, Option<(&str, Range<usize>)>) {
    let place = finding.primary.as_ref().map(|label| (label.span.source().name(), label.span.range()));
    (finding.rule.code, &finding.message, finding.help.as_deref(), place)
}
