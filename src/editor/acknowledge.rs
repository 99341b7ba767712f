//! The entry under 认可 that lets a finding stand.

use std::sync::Arc;

use super::cursor::keys_in;
use super::lenient::{Leaf, Role, Step, read_leniently};
use crate::diagnostic::{Diagnostic, Edit};
use crate::source::{Source, Span};
use crate::yaml::quoting::quoted;

const LIST: &str = "认可";
/// What the reason is called until the writer has given one.
const NO_REASON: &str = "请写明理由";
/// So many characters of what is marked are enough to know it by.
const LONGEST_CONTENT: usize = 20;
/// What is marked with fewer characters may stand elsewhere too.
const FEWEST_RECOGNISABLE: usize = 4;
/// So many characters before and behind it then come to it.
const AROUND: usize = 6;
/// What YAML itself needs says nothing.
const YAML: [char; 7] = [' ', ',', '{', '}', '[', ']', '-'];

/// Adds an entry for a finding, where its rule allows it.
pub(super) fn acknowledge(source: &Arc<Source>, finding: &Diagnostic) -> Option<Edit> {
    if !finding.rule.adjustable {
        return None;
    }
    let place = finding.primary.as_ref()?.span.first_line();
    let marked = Some(recognisable(&place).trim()).filter(|text| !text.is_empty()).unwrap_or(&finding.message);
    let content: String = marked.chars().take(LONGEST_CONTENT).collect();
    let line_end = if source.text().contains("\r\n") { "\r\n" } else { "\n" };
    let entry = Entry { code: finding.rule.code, content: content.trim(), line_end };
    let (at, text) = entry.inserted(source)?;
    Some(Edit { place: Span::new(source, at..at), text })
}

struct Entry<'a> {
    code: &'a str,
    content: &'a str,
    line_end: &'a str,
}

impl Entry<'_> {
    /// Where it is inserted, and what is.
    fn inserted(&self, source: &Source) -> Option<(usize, String)> {
        let (text, line_end) = (source.text(), self.line_end);
        let leaves = read_leniently(text);
        let Some((_, key)) = keys_in(&leaves, &[]).find(|(key, _)| *key == LIST) else {
            let before = if text.is_empty() || text.ends_with('\n') { "" } else { line_end };
            return Some((text.len(), format!("{before}{LIST}:{line_end}{}{line_end}", self.block("  "))));
        };
        let colon = key.range.end + text.get(key.range.end..)?.find(':')? + 1;
        let value = text.get(colon..)?.trim_start();
        let first = leaves.iter().find(|leaf| is_below(leaf));
        let last = leaves.iter().rev().find(|leaf| is_below(leaf));
        if value.starts_with('[') {
            let open = text.len() - value.len();
            let from = last.map_or(open + 1, |leaf| leaf.range.end);
            let close = from + text.get(from..)?.find(']')?;
            let comma = if last.is_some() { ", " } else { "" };
            return Some((close, format!("{comma}{{ {} }}", self.pairs().join(", "))));
        }
        let (Some(first), Some(last)) = (first, last) else {
            return Some((colon, format!("{line_end}{}", self.block("  "))));
        };
        let line = source.line(source.position(first.range.start).line);
        let indent = &line[..line.len() - line.trim_start_matches(' ').len()];
        let end = source.line_range(source.position(last.range.end).line)?.end;
        Some((end, format!("{line_end}{}", self.block(indent))))
    }

    fn pairs(&self) -> [String; 3] {
        [("规则", self.code), ("内容", self.content), ("理由", NO_REASON)]
            .map(|(key, value)| format!("{key}: {}", quoted(value)))
    }

    /// The entry on lines of its own.
    fn block(&self, indent: &str) -> String {
        format!("{indent}- {}", self.pairs().join(&format!("{}{indent}  ", self.line_end)))
    }
}

/// Whether it stands in the list, or in its place.
fn is_below(leaf: &Leaf) -> bool {
    match leaf.path.as_slice() {
        [Step::Key(key)] => key == LIST && leaf.role == Role::Value,
        [Step::Key(key), ..] => key == LIST,
        _ => false,
    }
}

/// What is marked; where that is a mark or a figure that may stand elsewhere too, with some of the words around it.
fn recognisable(marked: &Span) -> &str {
    let (source, range) = (marked.source(), marked.range());
    let text = source.text();
    let Some(line) = source.line_range(marked.start().line) else { return "" };
    if marked.text().chars().count() >= FEWEST_RECOGNISABLE || range.end > line.end {
        return text.get(range).unwrap_or_default();
    }
    let before = last_characters(text.get(line.start..range.start).unwrap_or_default(), AROUND);
    let behind = first_characters(text.get(range.end..line.end).unwrap_or_default(), AROUND);
    let from = range.start - before.trim_start_matches(YAML).len();
    let to = range.end + behind.trim_end_matches(YAML).len();
    text.get(from..to).unwrap_or_default()
}

fn first_characters(text: &str, count: usize) -> &str {
    text.char_indices().nth(count).map_or(text, |(at, _)| &text[..at])
}

fn last_characters(text: &str, count: usize) -> &str {
    text.char_indices().rev().nth(count - 1).map_or(text, |(at, _)| &text[at..])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Rule, Severity};

    static RULE: Rule = Rule {
        code: "text-comma",
        severity: Severity::Warning,
        adjustable: true,
        looks_for: "",
        why: "",
        example: "",
        fix: "",
    };

    fn place(source: &Arc<Source>, text: &str) -> Span {
        let at = source.text().find(text).unwrap_or_default();
        Span::new(source, at..at + text.len())
    }

    /// The text once a finding about 甲乙丙丁 has been acknowledged.
    fn acknowledged(text: &str) -> String {
        let source = Source::new("周.yaml", text);
        let finding = RULE.finding("有误").at(place(&source, "甲乙丙丁"), "");
        let edit = acknowledge(&source, &finding).unwrap();
        let mut acknowledged = text.to_owned();
        acknowledged.replace_range(edit.place.range(), &edit.text);
        acknowledged
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
    fn a_lone_mark_comes_with_the_words_around_it() {
        let source = Source::new("周.yaml", "正文: 一二三四五六七,八九\n");
        assert_eq!(recognisable(&place(&source, ",")), "二三四五六七,八九");
        assert_eq!(recognisable(&place(&source, "二三四五")), "二三四五");
    }
}
