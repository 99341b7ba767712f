//! Mends as the editor offers them: of one finding, of all that are certain, and letting one stand.

use std::ops::Range;
use std::sync::Arc;

use super::completion::quoted;
use super::cursor::keys_in;
use super::sketch::{Leaf, Role, Step, sketch};
use crate::diagnostic::{Certainty, Diagnostic, Edit, Fix};
use crate::source::{Source, Span};

/// What the reason is called until the writer has given one.
const NO_REASON: &str = "请写明理由";
/// So many characters of what is marked are enough to know it by.
const LONGEST_CONTENT: usize = 20;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Mends one finding; `preferred` where nothing else can be meant.
    Mend {
        preferred: bool,
    },
    MendAll,
    Acknowledge,
}

#[derive(Debug)]
pub(super) struct Action<'a> {
    pub(super) title: String,
    pub(super) kind: Kind,
    pub(super) edits: Vec<Edit>,
    /// The finding that it is about.
    pub(super) finding: Option<&'a Diagnostic>,
}

/// What can be done about the findings that touch `range` of `source`.
pub(super) fn actions<'a>(source: &Arc<Source>, range: &Range<usize>, findings: &'a [Diagnostic]) -> Vec<Action<'a>> {
    let name = source.name();
    let here = |finding: &&Diagnostic| finding.primary.as_ref().is_some_and(|it| it.span.source().name() == name);
    let touches = |finding: &&Diagnostic| {
        let place = finding.primary.as_ref().map(|label| label.span.range()).unwrap_or_default();
        place.start <= range.end && range.start <= place.end
    };
    let mut actions = Vec::new();
    for finding in findings.iter().filter(here).filter(touches).filter(|it| it.acknowledged.is_none()) {
        actions.extend(finding.fix.as_ref().filter(|fix| is_possible(fix, source)).map(|fix| Action {
            title: fix.label.clone(),
            kind: Kind::Mend { preferred: fix.certainty == Certainty::Certain },
            edits: fix.edits.clone(),
            finding: Some(finding),
        }));
        actions.extend(acknowledge(source, finding).map(|edit| Action {
            title: format!("认可这一处（{}）", finding.rule.name),
            kind: Kind::Acknowledge,
            edits: vec![edit],
            finding: Some(finding),
        }));
    }
    let edits = certain(source, findings.iter().filter(here));
    if !edits.is_empty() {
        let title = "全部改正（有把握的）".to_owned();
        actions.push(Action { title, kind: Kind::MendAll, edits, finding: None });
    }
    actions
}

/// A fix without edits is about the file's bytes, which an editor writes anew anyway.
fn is_possible(fix: &Fix, source: &Source) -> bool {
    !fix.edits.is_empty() && fix.edits.iter().all(|edit| edit.place.source().name() == source.name())
}

/// The edits of all certain fixes, but for those that would meet another.
fn certain<'a>(source: &Source, findings: impl Iterator<Item = &'a Diagnostic>) -> Vec<Edit> {
    let mut all: Vec<Edit> = Vec::new();
    let fixes = findings.filter(|finding| finding.acknowledged.is_none()).filter_map(|finding| finding.fix.as_ref());
    for fix in fixes.filter(|fix| fix.certainty == Certainty::Certain && is_possible(fix, source)) {
        let meets = |edit: &Edit| {
            let (a, all) = (edit.place.range(), &all);
            all.iter().map(|other| other.place.range()).any(|b| a.start <= b.end && b.start <= a.end)
        };
        if !fix.edits.iter().any(meets) {
            all.extend(fix.edits.iter().cloned());
        }
    }
    all
}

/// The entry under 认可 that lets a finding stand, where its rule allows it.
fn acknowledge(source: &Arc<Source>, finding: &Diagnostic) -> Option<Edit> {
    if !finding.rule.adjustable {
        return None;
    }
    let marked = finding.primary.as_ref()?.span.first_line();
    let meant = Some(marked.text().trim()).filter(|text| !text.is_empty()).unwrap_or(&finding.message);
    let content: String = meant.chars().take(LONGEST_CONTENT).collect();
    let entry = [("规则", finding.rule.name), ("内容", content.trim()), ("理由", NO_REASON)]
        .map(|(key, value)| format!("{key}: {}", quoted(value)));
    let text = source.text();
    let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let leaves = sketch(text);
    let insert = |at: usize, text: String| Some(Edit { place: Span::new(source, at..at), text });
    let block = |indent: &str| format!("{indent}- {}", entry.join(&format!("{line_end}{indent}  ")));
    let top: Vec<(&str, &Leaf)> = keys_in(&leaves, &[]).collect();
    let Some(at) = top.iter().position(|(key, _)| *key == "认可") else {
        let before = if text.is_empty() || text.ends_with('\n') { "" } else { line_end };
        return insert(text.len(), format!("{before}认可:{line_end}{}{line_end}", block("  ")));
    };
    let key = top.get(at)?.1;
    let rest = text.get(key.range.end..)?;
    let colon = key.range.end + rest.find(':')? + 1;
    let value = text.get(colon..)?;
    let open = colon + (value.len() - value.trim_start().len());
    if text.get(open..)?.starts_with('[') {
        let last = leaves.iter().rev().find(|leaf| is_below(leaf));
        let from = last.map_or(open + 1, |leaf| leaf.range.end);
        let close = from + text.get(from..)?.find(']')?;
        let comma = if last.is_some() { ", " } else { "" };
        return insert(close, format!("{comma}{{ {} }}", entry.join(", ")));
    }
    let last = leaves.iter().rev().find(|leaf| is_below(leaf));
    let Some(last) = last else {
        return insert(colon, format!("{line_end}{}", block("  ")));
    };
    let first = leaves.iter().find(|leaf| is_below(leaf))?;
    let line = source.line(source.position(first.range.start).line);
    let indent = &line[..line.len() - line.trim_start_matches(' ').len()];
    let end = source.line_range(source.position(last.range.end).line)?.end;
    insert(end, format!("{line_end}{}", block(indent)))
}

fn is_below(leaf: &Leaf) -> bool {
    leaf.path.len() > 1 && leaf.path.first() == Some(&Step::Key("认可".to_owned())) || is_value_of(leaf)
}

fn is_value_of(leaf: &Leaf) -> bool {
    leaf.role == Role::Value && matches!(leaf.path.as_slice(), [Step::Key(key)] if key == "认可")
}
