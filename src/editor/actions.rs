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
            title: format!("认可这一处（{}）", finding.rule.code),
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

/// What is marked; where that is a mark or a figure that may stand elsewhere too, with some of the words around it.
fn telling(marked: &Span) -> &str {
    const FEWEST: usize = 4;
    const AROUND: usize = 6;
    let (source, range) = (marked.source(), marked.range());
    let Some(line) = source.line_range(marked.start().line) else { return "" };
    if marked.text().chars().count() >= FEWEST || range.end > line.end {
        return source.text().get(range).unwrap_or_default();
    }
    let text = source.text();
    let before = text.get(line.start..range.start).unwrap_or_default().char_indices().rev().nth(AROUND - 1);
    let behind = text.get(range.end..line.end).unwrap_or_default().char_indices().nth(AROUND);
    let from = before.map_or(line.start, |(at, _)| line.start + at);
    let to = behind.map_or(line.end, |(at, _)| range.end + at);
    // What YAML itself needs tells nothing.
    let yaml = [' ', ',', '{', '}', '[', ']', '-'];
    let from = range.start - text.get(from..range.start).map_or(0, |before| before.trim_start_matches(yaml).len());
    let to = range.end + text.get(range.end..to).map_or(0, |behind| behind.trim_end_matches(yaml).len());
    text.get(from..to).unwrap_or_default()
}

/// The entry under 认可 that lets a finding stand, where its rule allows it.
fn acknowledge(source: &Arc<Source>, finding: &Diagnostic) -> Option<Edit> {
    if !finding.rule.adjustable {
        return None;
    }
    let place = finding.primary.as_ref()?.span.first_line();
    let marked = telling(&place);
    let meant = Some(marked.trim()).filter(|text| !text.is_empty()).unwrap_or(&finding.message);
    let content: String = meant.chars().take(LONGEST_CONTENT).collect();
    let entry = [("规则", finding.rule.code), ("内容", content.trim()), ("理由", NO_REASON)]
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Rule, Severity};

    const fn rule(code: &'static str, adjustable: bool) -> Rule {
        let severity = Severity::Warning;
        Rule { code, severity, adjustable, looks_for: "", why: "", example: "", fix: "" }
    }

    static RULE: Rule = rule("text-comma", true);
    static STRICT: Rule = rule("text-strict", false);

    fn place(source: &Arc<Source>, text: &str) -> Span {
        let at = source.text().find(text).unwrap_or_default();
        Span::new(source, at..at + text.len())
    }

    fn mended(text: &str, edits: &[Edit]) -> String {
        let mut edits: Vec<&Edit> = edits.iter().collect();
        edits.sort_by_key(|edit| std::cmp::Reverse(edit.place.range().start));
        edits.iter().fold(text.to_owned(), |mut text, edit| {
            text.replace_range(edit.place.range(), &edit.text);
            text
        })
    }

    /// The text once a finding about 甲乙丙丁 has been acknowledged.
    fn acknowledged(text: &str) -> String {
        let source = Source::new("周.yaml", text);
        let finding = RULE.finding("有误").at(place(&source, "甲乙丙丁"), "");
        acknowledge(&source, &finding).map_or_else(String::new, |edit| mended(text, &[edit]))
    }

    #[test]
    fn an_entry_goes_where_the_others_stand() {
        let block =
            |indent| format!("{indent}- 规则: text-comma\n{indent}  内容: 甲乙丙丁\n{indent}  理由: 请写明理由");
        let flow = "{ 规则: text-comma, 内容: 甲乙丙丁, 理由: 请写明理由 }";
        let (deep, flush) = (block("  "), block(""));
        let cases = [
            ("来源: 甲乙丙丁\n", format!("来源: 甲乙丙丁\n认可:\n{deep}\n")),
            ("来源: 甲乙丙丁", format!("来源: 甲乙丙丁\n认可:\n{deep}\n")),
            ("来源: 甲乙丙丁\r\n", format!("来源: 甲乙丙丁\n认可:\n{deep}\n").replace('\n', "\r\n")),
            ("认可:\n来源: 甲乙丙丁\n", format!("认可:\n{deep}\n来源: 甲乙丙丁\n")),
            ("认可: []\n来源: 甲乙丙丁\n", format!("认可: [{flow}]\n来源: 甲乙丙丁\n")),
            ("来源: 甲乙丙丁\n认可: [{ 规则: b }]\n", format!("来源: 甲乙丙丁\n认可: [{{ 规则: b }}, {flow}]\n")),
            (
                "来源: 甲乙丙丁\n认可:\n- 规则: b\n  理由: c # 注\n下一步: 无\n",
                format!("来源: 甲乙丙丁\n认可:\n- 规则: b\n  理由: c # 注\n{flush}\n下一步: 无\n"),
            ),
            (
                "来源: 甲乙丙丁\n认可:\n  - { 规则: b }\n\n# 尾\n",
                format!("来源: 甲乙丙丁\n认可:\n  - {{ 规则: b }}\n{deep}\n\n# 尾\n"),
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(acknowledged(text), expected, "{text}");
        }
    }

    #[test]
    fn what_must_not_stand_is_not_offered_to_be_let_stand() {
        let source = Source::new("周.yaml", "来源: 甲乙丙丁\n");
        let finding = STRICT.finding("有误").at(place(&source, "甲乙丙丁"), "");
        assert!(actions(&source, &(0..99), &[finding]).is_empty());
    }

    #[test]
    fn all_certain_mends_are_made_at_once_but_for_those_that_meet() {
        let source = Source::new("周.yaml", "甲乙丙丁,乙,丙\n");
        let mend = |certainty, what: &str, to: &str| {
            let place = place(&source, what);
            RULE.finding("有误").at(place.clone(), "").fix(Fix::replace(certainty, place, to))
        };
        let findings = [
            mend(Certainty::Certain, "甲乙丙丁,", "甲乙丙丁，"),
            mend(Certainty::Certain, ",乙", "，乙"),
            mend(Certainty::Likely, "丙", "丁"),
            Diagnostic { acknowledged: Some("可以".to_owned()), ..mend(Certainty::Certain, "乙", "戊") },
        ];
        let found = actions(&source, &(0..0), &findings);
        let titles: Vec<&str> = found.iter().map(|action| action.title.as_str()).collect();
        assert_eq!(titles, ["改为「甲乙丙丁，」", "认可这一处（text-comma）", "全部改正（有把握的）"]);
        assert!(found.first().is_some_and(|action| action.kind == Kind::Mend { preferred: true }));
        assert_eq!(found.last().map(|all| mended(source.text(), &all.edits)).as_deref(), Some("甲乙丙丁，乙,丙\n"));
    }

    #[test]
    fn a_lone_mark_is_told_with_the_words_around_it() {
        let source = Source::new("周.yaml", "正文: 一二三四五六七,八九\n");
        assert_eq!(telling(&place(&source, ",")), "二三四五六七,八九");
        assert_eq!(telling(&place(&source, "二三四五")), "二三四五");
    }
}
