//! Findings as the workflow commands by which GitHub Actions marks lines of a change.

use super::finding::Diagnostic;
use super::gate::discreet;
use super::severity::Severity;

/// One line: `::error file=…,line=…,col=…,endLine=…,endColumn=…,title=…::message`.
///
/// Advice and what is acknowledged are notices. Columns count characters from 1; `endColumn` is that of the last one.
#[must_use]
pub fn to_github(diagnostic: &Diagnostic) -> String {
    let command = match diagnostic.severity {
        _ if diagnostic.acknowledged.is_some() => "notice",
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "notice",
    };
    let mut properties = Vec::new();
    if let Some(label) = &diagnostic.primary {
        let (start, end) = (label.span.start(), label.span.end());
        properties.push(format!("file={}", property(&discreet(label.span.source().name()))));
        properties.push(format!("line={},endLine={}", start.line, end.line));
        // Only a place within one line may have columns.
        if start.line == end.line {
            let last = end.column.saturating_sub(1).max(start.column);
            properties.push(format!("col={},endColumn={last}", start.column));
        }
    }
    let name = diagnostic.rule.code;
    let mut message = discreet(&diagnostic.message);
    let title = match &diagnostic.acknowledged {
        Some(reason) => {
            message.push_str(&format!("\n理由：{}", discreet(reason)));
            format!("已认可[{name}]")
        }
        None => name.to_owned(),
    };
    properties.push(format!("title={}", property(&title)));
    if let Some(help) = &diagnostic.help {
        message.push_str(&format!("\n帮助：{}", discreet(help)));
    }
    format!("::{command} {}::{}", properties.join(","), data(&message))
}

/// That more findings of a file are not listed one by one.
#[must_use]
pub fn note_for_github(file: &str, message: &str) -> String {
    format!("::notice file={}::{}", property(&discreet(file)), data(&discreet(message)))
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
