//! Findings as one JSON object a line, as cargo prints them.

use super::Diagnostic;

#[must_use]
pub fn to_json(diagnostic: &Diagnostic) -> serde_json::Value {
    serde_json::json!({ "message": diagnostic.message })
}
