//! Findings as one SARIF 2.1.0 document, for code hosts and viewers.

use std::collections::HashMap;

use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::finding::{Diagnostic, Label};
use super::fix::Fix;
use super::gate::{discreet, discreet_lines};
use super::manual;
use super::persons::{masked, masked_between};
use super::rule::Rule;
use super::severity::Severity;
use crate::source::Span;

/// In the stead of a fix whose text would tell who somebody is.
const WITHHELD: &str = "改正的文字里有个人信息，这里不列出；用 zhoubao check --fix 改";

/// A line longer than this, in characters, is not repeated.
const LONGEST_SNIPPET: usize = 400;

/// Collects the findings of a run, for one document at its end.
#[derive(Debug, Default)]
pub struct Sarif {
    results: Vec<Value>,
    notes: Vec<Value>,
    /// How often each fingerprint was given.
    given: HashMap<String, usize>,
    /// The line that was last masked: findings come in the order of the file, and a long line may have very many.
    last_line: Option<MaskedLine>,
}

/// A line of a file with persons masked.
#[derive(Debug)]
struct MaskedLine {
    file: String,
    number: usize,
    text: String,
}

impl Sarif {
    pub fn add(&mut self, diagnostic: &Diagnostic) {
        let Diagnostic { rule, severity, message, primary, others, help, fix, acknowledged } = diagnostic;
        let mut text = message.clone();
        if let Some(help) = help {
            text.push_str(&format!("\n{help}"));
        }
        let fix = fix.as_ref().filter(|fix| !fix.edits.is_empty());
        let change = fix.and_then(change);
        if fix.is_some() && change.is_none() {
            text.push_str(&format!("\n{WITHHELD}"));
        }
        let suppressions =
            acknowledged.iter().map(|reason| json!({"kind": "inSource", "justification": discreet_lines(reason)}));
        let mut result = json!({
            "ruleId": rule.code,
            "level": level(*severity),
            "message": {"text": discreet_lines(&text)},
            "locations": primary.iter().map(location).collect::<Vec<_>>(),
            "relatedLocations": others.iter().map(location).collect::<Vec<_>>(),
            "suppressions": suppressions.collect::<Vec<_>>(),
            "partialFingerprints": {"primaryLocationLineHash": self.fingerprint(diagnostic)},
        });
        if let Some(change) = change {
            result["fixes"] = json!([change]);
        }
        self.results.push(result);
    }

    /// Says that so many more findings of a file are not among the results.
    pub fn left_out(&mut self, file: &str, message: &str) {
        self.notes.push(json!({
            "level": "note",
            "message": {"text": discreet(message)},
            "locations": [{"physicalLocation": {"artifactLocation": artifact(file)}}],
        }));
    }

    /// The document. `rules` is the whole register; `successful` is whether the program could do its work.
    #[must_use]
    pub fn document(self, rules: impl Iterator<Item = &'static Rule>, successful: bool) -> Value {
        json!({
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [{
                "tool": {"driver": {
                    "name": "zhoubao",
                    "version": env!("CARGO_PKG_VERSION"),
                    "rules": rules.map(descriptor).collect::<Vec<_>>(),
                }},
                "language": "zh-CN",
                "columnKind": "unicodeCodePoints",
                "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": "运行 zhoubao 时所在的文件夹"}}},
                "invocations": [{"executionSuccessful": successful, "toolExecutionNotifications": self.notes}],
                "results": self.results,
            }],
        })
    }

    /// Of the rule, the marked text and its line, so that it stays when lines above come or go; and which of equal ones it is.
    fn fingerprint(&mut self, diagnostic: &Diagnostic) -> String {
        let mut hash = Sha256::new();
        add(&mut hash, diagnostic.rule.code);
        match &diagnostic.primary {
            Some(Label { span, .. }) => {
                add(&mut hash, span.source().name());
                add(&mut hash, &masked(span.first_line().text()));
                add(&mut hash, self.masked_line(span).trim());
            }
            None => add(&mut hash, &masked(&diagnostic.message)),
        }
        let digits: String = hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        let count = self.given.entry(digits.clone()).or_default();
        *count += 1;
        format!("{digits}:{count}")
    }

    /// The line in which `span` begins.
    fn masked_line(&mut self, span: &Span) -> &str {
        let (file, number) = (span.source().name(), span.start().line);
        let is_last = self.last_line.as_ref().is_some_and(|last| last.number == number && last.file == file);
        if !is_last {
            let text = masked(span.source().line(number)).into_owned();
            self.last_line = Some(MaskedLine { file: file.to_owned(), number, text });
        }
        self.last_line.as_ref().map_or("", |last| &last.text)
    }
}

/// Adds a text, set apart from the next.
fn add(hash: &mut Sha256, text: &str) {
    hash.update(text.as_bytes());
    hash.update([0]);
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "note",
    }
}

fn descriptor(rule: &Rule) -> Value {
    json!({
        "id": rule.code,
        "shortDescription": {"text": rule.looks_for},
        "fullDescription": {"text": format!("{}{}", rule.looks_for, rule.why)},
        "help": {"text": manual::entry(rule), "markdown": manual::markdown(rule)},
        "defaultConfiguration": {"level": level(rule.severity)},
    })
}

fn location(label: &Label) -> Value {
    let span = &label.span;
    let source = span.source();
    let mut place = json!({"artifactLocation": artifact(source.name()), "region": region(span)});
    let number = span.start().line;
    let line = source.line(number);
    if line.chars().nth(LONGEST_SNIPPET).is_none() {
        let snippet = discreet(&masked_between(source.line(number - 1), line, source.line(number + 1)));
        place["contextRegion"] = json!({"startLine": number, "endLine": number, "snippet": {"text": snippet}});
    }
    let mut location = json!({"physicalLocation": place});
    if !label.text.is_empty() {
        location["message"] = json!({"text": discreet(&label.text)});
    }
    location
}

/// Lines and columns count from 1, columns in characters; the end is the position behind the last character.
fn region(span: &Span) -> Value {
    let (start, end) = (span.start(), span.end());
    json!({"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column})
}

/// `None` where there is nothing to replace (a change of encoding), or where it would tell who somebody is.
fn change(fix: &Fix) -> Option<Value> {
    let source = fix.edits.first()?.place.source();
    if fix.edits.iter().any(|edit| masked(&edit.text) != edit.text) {
        return None;
    }
    let replacements = fix
        .edits
        .iter()
        .map(|edit| json!({"deletedRegion": region(&edit.place), "insertedContent": {"text": edit.text}}));
    Some(json!({
        "description": {"text": discreet(&fix.label)},
        "artifactChanges": [{
            "artifactLocation": artifact(source.name()),
            "replacements": replacements.collect::<Vec<_>>(),
        }],
    }))
}

/// A path as the user gave it, as a URI: relative to where the program runs, or absolute where he gave it so.
fn artifact(name: &str) -> Value {
    let name = &*masked(name);
    if let Some(path) = name.strip_prefix('/') {
        return json!({"uri": format!("file:///{}", percent_encoded(path))});
    }
    match name.split_once(":/") {
        Some((drive, path)) if drive.len() == 1 => {
            json!({"uri": format!("file:///{drive}:/{}", percent_encoded(path))})
        }
        _ => json!({"uri": percent_encoded(name), "uriBaseId": "%SRCROOT%"}),
    }
}

/// RFC 3986, 2: all but unreserved characters, and the slashes between folders.
fn percent_encoded(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}
