//! One slip is told once: of two findings at one place, of which one only repeats the other, one is kept.

use std::collections::HashMap;

use crate::diagnostic::Diagnostic;
use crate::source::Span;

/// Rules whose finding tells what the findings behind them, at the same place, would only repeat.
///
/// Only the names are here: some of the rules belong to other rooms.
const TELLS: &[(&str, &[&str])] = &[
    ("complaint-firm", &["name-near"]),
    ("complaint-unit", &["name-near"]),
    ("reference-unknown", &["name-near"]),
    ("notice-sender-near", &["name-near"]),
    ("prose-field", &["word-confused", "text-date-impossible"]),
    ("date-year", &["event-after-paper", "notice-late"]),
    ("event-after-paper", &["notice-late"]),
    ("text-date-after", &["notice-verified-later"]),
    ("week-overlap", &["week-first-day", "week-length"]),
    ("week-first-day", &["week-length", "week-gap"]),
    ("issue-not-restarted", &["issue-beyond-year"]),
    ("issue-repeated", &["issue-beyond-year"]),
    ("issue-skipped", &["issue-beyond-year"]),
    ("paper-marks", &["titles-nested"]),
    ("complaint-twice", &["complaint-two-platforms"]),
    ("list-repeated", &["office-name-twice"]),
    ("office-name-twice", &["office-short-name"]),
    ("template", &["template-name"]),
];

/// Drops what only repeats another finding.
pub fn one_each(findings: &mut Vec<Diagnostic>) {
    let mut by_rule: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, finding) in findings.iter().enumerate() {
        by_rule.entry(finding.rule.code).or_default().push(at);
    }
    let mut repeats = vec![false; findings.len()];
    for (telling, told) in TELLS {
        for kept in by_rule.get(telling).into_iter().flatten() {
            for dropped in told.iter().filter_map(|name| by_rule.get(name)).flatten() {
                if !repeats[*kept] && !repeats[*dropped] && share_a_place(&findings[*kept], &findings[*dropped]) {
                    repeats[*dropped] = true;
                }
            }
        }
    }
    let mut repeats = repeats.into_iter();
    findings.retain(|_| !repeats.next().unwrap_or(false));
}

fn share_a_place(one: &Diagnostic, other: &Diagnostic) -> bool {
    let place = |finding: &Diagnostic| finding.primary.as_ref().map(|label| label.span.clone());
    let (Some(one), Some(other)) = (place(one), place(other)) else { return false };
    let meet = |a: &Span, b: &Span| a.range().start < b.range().end && b.range().start < a.range().end;
    std::sync::Arc::ptr_eq(one.source(), other.source()) && meet(&one, &other)
}
