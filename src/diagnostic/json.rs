//! Findings as one JSON object a line, as cargo prints them.

use super::finding::{Diagnostic, Label};
use super::persons::masked;
use super::severity::Severity;
use serde_json::{Value, json};

/// `{"reason":"diagnostic","code":…,"severity":"error"|"warning"|"advice","message":…,"help":…,"spans":[…]}`.
///
/// `help` is null where there is none. The primary place comes first. Lines and columns count from 1, columns in
/// characters; the end is the position behind the last character.
#[must_use]
pub fn to_json(diagnostic: &Diagnostic) -> Value {
    let spans = spans_to_json(diagnostic.primary.iter().chain(&diagnostic.others));
    json!({
        "reason": "diagnostic",
        "code": diagnostic.rule.code,
        "severity": match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Advice => "advice",
        },
        "message": masked(&diagnostic.message),
        "help": diagnostic.help.as_deref().map(masked),
        "acknowledged": diagnostic.acknowledged.as_deref().map(masked),
        "spans": spans,
    })
}

/// The `spans` of a finding, or of anything else that came from places; the first is the primary one.
pub fn spans_to_json<'a>(labels: impl IntoIterator<Item = &'a Label>) -> Vec<Value> {
    labels.into_iter().enumerate().map(|(at, label)| span(label, at == 0)).collect()
}

fn span(label: &Label, primary: bool) -> Value {
    let (start, end) = (label.span.start(), label.span.end());
    json!({
        "file": masked(label.span.source().name()),
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "primary": primary,
        "label": masked(&label.text),
    })
}
