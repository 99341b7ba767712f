//! Findings as one JSON object a line, as cargo prints them.

use super::persons::masked;
use super::{Diagnostic, Label, Severity};
use serde_json::{Value, json};

/// `{"reason":"diagnostic","code":…,"severity":"error"|"warning"|"advice","message":…,"help":…,"spans":[…]}`.
///
/// `help` is null where there is none. The primary place comes first. Lines and columns count from 1, columns in
/// characters; the end is the position behind the last character.
#[must_use]
pub fn to_json(diagnostic: &Diagnostic) -> Value {
    let primary = diagnostic.primary.iter().map(|label| span(label, true));
    let spans: Vec<Value> = primary.chain(diagnostic.others.iter().map(|label| span(label, false))).collect();
    json!({
        "reason": "diagnostic",
        "code": diagnostic.rule.name,
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

fn span(label: &Label, primary: bool) -> Value {
    let (start, end) = (label.span.start(), label.span.end());
    json!({
        "file": label.span.source().name(),
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "primary": primary,
        "label": masked(&label.text),
    })
}
