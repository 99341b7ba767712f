//! Braces that hold no field.

use super::line::Line;
use super::passage::Passage;
use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::propose::Propose as _;
use crate::diagnostic::{Diagnostic, Rule, Severity};

static LONE: Rule = Rule {
    code: "text-brace",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "文字里没有配成一个字段的花括号，例如 {投诉人 后面少了 }。",
    why: "花括号里的字段会换成内容；没有配对的照原样印出来，公文里没有花括号。",
    example: "与{投诉人联系核实",
    fix: "补上另一半，写成 {投诉人}；不是字段就删掉花括号。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&LONE], check: Check::Text(check) };

/// Each brace that is not part of a field.
fn check(passage: &Passage, findings: &mut Vec<Diagnostic>) {
    let line = &passage.line;
    full_width(line, findings);
    for (at, c) in line.chars().filter(|(_, c)| matches!(c, '{' | '}')) {
        let (message, help) = if c == '{' {
            ("花括号「{」没有配成字段", "字段写成 {投诉人} 这样，左右各一个括号；不是字段就删掉它")
        } else {
            ("花括号「}」前面没有与它配对的「{」", "字段写成 {投诉人} 这样，左右各一个括号；不是字段就删掉它")
        };
        findings.push(LONE.finding(message).at(line.place(at..at + 1), "会照原样印出来").help(help));
    }
}

/// ｛来源｝ is no field: the braces of one are half-width.
fn full_width(line: &Line, findings: &mut Vec<Diagnostic>) {
    for (at, _) in line.chars().filter(|(_, c)| *c == '｛') {
        let end = (at + 1..line.len()).find(|at| matches!(line.c(*at), '｝' | '}'));
        let place = line.place(at..end.map_or(at, |end| end) + 1);
        let finding = LONE.finding("全角的花括号不是字段").at(place.clone(), "会照原样印出来");
        findings.push(match end {
            Some(end) => {
                let field = format!("{{{}}}", line.text(at + 1..end));
                finding.propose("写成半角的", place, field)
            }
            None => finding.help("字段写成 {投诉人} 这样，左右各一个半角括号"),
        });
    }
}
