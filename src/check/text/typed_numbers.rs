//! Numbers that are typed where they are computed.

use super::line::Line;
use super::passage::Passage;
use super::walk::Kind;
use crate::check::rule_set::{Check, RuleSet};
use crate::diagnostic::{Diagnostic, Rule, Severity};

static NUMBERED: Rule = Rule {
    code: "heading-numbered",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "章节标题前面手打的序号，例如「三、」「（一）」「1.」。",
    why: "标题的序号由程序编排；手打的会印成两个，前面的章节有增减就错。",
    example: "标题: 三、宣传引导",
    fix: "删掉序号，只写标题。",
};

static PARAGRAPH_NUMBERED: Rule = Rule {
    code: "paragraph-numbered",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "正文段首手打的「一、」「（一）」这样的标题序号，或者段首的阿拉伯数字序号中断、重复。",
    why: "「一、」「（一）」是标题的序号，会与程序编排的混在一起。",
    example: "三、宣传引导情况",
    fix: "是小标题的，另写成一个章节；只是列举的，用「一是」「二是」或者①②。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&NUMBERED, &PARAGRAPH_NUMBERED], check: Check::Text(check) };

fn check(passage: &Passage, findings: &mut Vec<Diagnostic>) {
    let in_heading = match (passage.text.kind, passage.text.key) {
        (Kind::Heading, "标题") => true,
        (Kind::Section | Kind::Plan, _) => false,
        _ => return,
    };
    let line = &passage.line;
    let Some(end) = number_end(line, in_heading) else { return };
    let place = line.place(0..end);
    let number = line.text(0..end).trim();
    findings.push(if in_heading {
        NUMBERED
            .finding(format!("标题前面的序号「{number}」是手打的"))
            .at(place.clone(), "序号由程序编排")
            .help("删掉序号，只写标题")
    } else {
        PARAGRAPH_NUMBERED
            .finding(format!("段首的「{number}」像标题的序号"))
            .at(place, "标题的序号由程序编排")
            .help("是小标题的，另写成一个章节；只是列举的，用「一是」「二是」")
    });
}

/// Behind a heading number at the beginning of a line.
fn number_end(line: &Line, in_heading: bool) -> Option<usize> {
    let open = usize::from(matches!(line.c(0), '（' | '('));
    let han = line.count_while(open, |c| "一二三四五六七八九十".contains(c));
    let digits = if han == 0 { line.count_while(open, |c| c.is_ascii_digit()) } else { 0 };
    let end = open + han + digits;
    if han + digits == 0 || digits > 2 {
        return None;
    }
    let closing = line.c(end);
    let next = line.c(end + 1);
    let is_number = match (open, closing) {
        (1, '）' | ')') => true,
        (0, '、') => han > 0 || !next.is_ascii_digit(),
        (0, '.' | '．') => digits > 0 && !next.is_ascii_digit(),
        (0, ')' | '）') => digits > 0,
        _ => false,
    };
    // 1. and （1） are common in running text, and no number of a section.
    let may_be_heading = in_heading || han > 0 || (open == 0 && matches!(closing, '、' | '.' | '．'));
    let spaces = line.count_while(end + 1, char::is_whitespace);
    (is_number && may_be_heading).then_some(end + 1 + spaces)
}
