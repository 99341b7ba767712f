//! One slip is reported once: of two findings at one place, of which one only repeats the other, one is kept.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::Diagnostic;

/// Codes of rules whose finding says what findings of the rules behind them, at the same place, would only repeat.
///
/// Only the codes are here: some of the rules belong to other rooms.
const REPEATED_BY: &[(&str, &[&str])] = &[
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
    ("paper-item-repeated", &["own-code-repeated"]),
    ("office-name-twice", &["office-short-name"]),
    ("case-counts", &["case-fine-sum"]),
    ("privacy-name", &["complaint-firm"]),
    ("ledger-figure", &["ledger-share"]),
    ("template", &["template-name"]),
];

/// Drops what only repeats another finding.
pub fn one_each(findings: &mut Vec<Diagnostic>) {
    let mut by_rule: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, finding) in findings.iter().enumerate() {
        by_rule.entry(finding.rule.code).or_default().push(at);
    }
    let mut repeats = vec![false; findings.len()];
    for (kept_rule, dropped_rules) in REPEATED_BY {
        for kept in by_rule.get(kept_rule).into_iter().flatten() {
            for dropped in dropped_rules.iter().filter_map(|code| by_rule.get(code)).flatten() {
                if !repeats[*kept] && !repeats[*dropped] && share_a_place(&findings[*kept], &findings[*dropped]) {
                    repeats[*dropped] = true;
                }
            }
        }
    }
    let mut is_repeat = repeats.into_iter();
    findings.retain(|_| !is_repeat.next().unwrap_or(false));
}

fn share_a_place(one: &Diagnostic, other: &Diagnostic) -> bool {
    let (Some(one), Some(other)) = (&one.primary, &other.primary) else { return false };
    Arc::ptr_eq(one.span.source(), other.span.source()) && meet(&one.span.range(), &other.span.range())
}

fn meet(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}
