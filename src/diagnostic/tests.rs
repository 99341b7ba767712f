//! What the user and his scripts see.

use super::{Diagnostic, Human, Rule, Severity, to_json};
use crate::source::{Source, Span};
use std::sync::Arc;

static RULE: Rule = Rule {
    code: "key-duplicate",
    severity: Severity::Error,
    adjustable: true,
    looks_for: "",
    why: "",
    example: "",
    fix: "",
};

fn span(source: &Arc<Source>, text: &str) -> Span {
    let at = source.text().find(text).unwrap_or_default();
    Span::new(source, at..at + text.len())
}

fn duplicate() -> Diagnostic {
    let source = Source::new("data/周.yaml", "编号: 8\n收到: 2021-01-12\n来源: 甲\n收到: 2021-01-13\n");
    let second = source.text().rfind("收到").unwrap_or_default();
    RULE.finding("「收到」写了两次")
        .at(Span::new(&source, second..second + "收到".len()), "这是第二次")
        .and_at(span(&source, "收到"), "第一次在这里")
        .help("留下对的一个，删掉另一个")
}

#[test]
fn marks_stand_under_the_han_characters_that_are_meant() {
    let expected = "\
错误[key-duplicate]: 「收到」写了两次
 --> data/周.yaml:4:1
  |
2 | 收到: 2021-01-12
  | ---- 第一次在这里
3 | 来源: 甲
4 | 收到: 2021-01-13
  | ^^^^ 这是第二次
  |
  = 帮助: 留下对的一个，删掉另一个";
    assert_eq!(Human { color: false }.render(&duplicate()), expected);
}

#[test]
fn what_is_acknowledged_takes_one_line_with_its_reason() {
    let acknowledged = Diagnostic { acknowledged: Some("原件如此".to_owned()), ..duplicate() };
    let expected = "已认可[key-duplicate]: data/周.yaml:4:1：「收到」写了两次；理由：原件如此";
    assert_eq!(Human { color: true }.render(&acknowledged), expected);
    assert!(!acknowledged.holds_up() && duplicate().holds_up());
}

#[test]
fn json_is_as_the_contract_says() {
    let expected = serde_json::json!({
        "reason": "diagnostic", "code": "key-duplicate", "severity": "error",
        "message": "「收到」写了两次", "help": "留下对的一个，删掉另一个", "acknowledged": null,
        "spans": [
            { "file": "data/周.yaml", "line": 4, "column": 1, "end_line": 4, "end_column": 3, "primary": true, "label": "这是第二次" },
            { "file": "data/周.yaml", "line": 2, "column": 1, "end_line": 2, "end_column": 3, "primary": false, "label": "第一次在这里" },
        ],
    });
    assert_eq!(to_json(&duplicate()), expected);
}

#[test]
fn a_paragraph_on_one_line_and_a_whole_file_are_cut_short() {
    let source = Source::new("周.yaml", format!("甲: {}错字{}\n", "长".repeat(3000), "文".repeat(3000)).repeat(50));
    for place in [span(&source, "错字"), Span::new(&source, 0..usize::MAX)] {
        let shown = Human { color: false }.render(&RULE.finding("有错字").at(place, "错字"));
        assert!(shown.starts_with("错误[key-duplicate]"));
        assert!(shown.lines().count() <= 6 && shown.lines().all(|line| line.chars().count() < 90), "{shown}");
    }
}

#[test]
fn nothing_hostile_reaches_the_terminal_and_colour_only_if_asked() {
    let source = Source::new("周\u{1b}.yaml", "甲: \u{1b}[31m红\u{202e}字\n");
    let diagnostic = RULE.finding("坏字「\u{1b}]0;\u{7}」").at(span(&source, "红"), "\u{9b}标").help("改\u{1b}[2J");
    let hostile = |c: char| (c.is_control() && c != '\n') || ('\u{202a}'..='\u{202e}').contains(&c);
    assert!(!Human { color: false }.render(&diagnostic).contains(hostile));
    assert!(Human { color: true }.render(&duplicate()).contains('\u{1b}'));
}

#[test]
fn marks_know_the_width_of_marks_and_of_letters_in_two_pieces() {
    // “ and ” take one cell, e and its accent one together, Han and full-width forms two.
    let source = Source::new("周.yaml", "来源: “一机游”cafe\u{301}（甲）乙\n");
    let shown = Human { color: false }.render(&RULE.finding("不对").at(span(&source, "乙"), ""));
    let marks = shown.lines().find(|line| line.contains('^')).unwrap_or_default();
    assert_eq!(marks, format!("  | {}^^", " ".repeat(6 + 8 + 4 + 6)), "{shown}");
}

#[test]
fn persons_stay_out_of_excerpts_and_messages_and_marks_stay_in_their_place() {
    let source = Source::new("周.yaml", "投诉人: { 姓名: 欧阳小明, 电话: \"138 1234 5678\", 单位: 无 }\n");
    let finding = RULE.finding("电话 13812345678 不对").at(span(&source, "单位"), "在 13812345678 后面");
    let expected = "\
错误[key-duplicate]: 电话 138****5678 不对
 --> 周.yaml:1:39
  |
1 | 投诉人: { 姓名: 欧***, 电话: \"138 **** 5678\", 单位: 无 }
  |                                               ^^^^ 在 138****5678 后面";
    assert_eq!(Human { color: false }.render(&finding), expected);
    assert_eq!(to_json(&finding)["message"], "电话 138****5678 不对");
}
