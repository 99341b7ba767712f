//! Names of papers: two in one pair of 《》, and one paper under two names.

use std::ops::Range;

use super::line::Line;
use super::passage::Passage;
use crate::check::rule_set::{Check, RuleSet};
use crate::diagnostic::{Diagnostic, Rule, Severity};

pub static TWO_IN_ONE: Rule = Rule {
    code: "papers-in-one-title",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "一对书名号里，或者登记的一个文书名称里，写了两份文书。",
    why: "一对书名号是一份；两份写在一起，份数就对不上。",
    example: "《案件统计表、诉转案统计表》",
    fix: "各用一对书名号；在 office.yaml 里各登记一条。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&TWO_IN_ONE], check: Check::Text(check) };

/// What the names of papers end with.
const ENDINGS: [&str; 16] = [
    "表", "报告", "周报", "月报", "日报", "年报", "方案", "通知", "总结", "清单", "台账", "简报", "专报", "统计", "函",
    "汇总",
];

/// The titles between 《》 in a part of a line, without the marks.
pub fn listed(line: &Line, within: Range<usize>) -> Vec<Range<usize>> {
    let mut titles = Vec::new();
    let mut open = None;
    let mut depth = 0_usize;
    for at in within {
        match line.c(at) {
            '《' => {
                depth += 1;
                open = open.or(Some(at + 1));
            }
            '》' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    titles.extend(open.take().map(|start| start..at));
                }
            }
            _ => {}
        }
    }
    titles
}

/// Whether a title is that of several papers.
pub fn is_two(title: &str) -> bool {
    let parts: Vec<&str> = title.split(['、', '，']).collect();
    parts.len() >= 2
        && !title.contains(['〈', '（'])
        && parts.iter().all(|part| part.chars().count() >= 4 && ENDINGS.iter().any(|ending| part.ends_with(ending)))
}

fn check(passage: &Passage, findings: &mut Vec<Diagnostic>) {
    if !passage.text.kind.is_prose() {
        return;
    }
    let line = &passage.line;
    for title in listed(line, 0..line.len()) {
        if is_two(line.text(title.clone())) {
            let place = line.place(title.start - 1..title.end + 1);
            findings.push(
                TWO_IN_ONE.finding("一对书名号里写了两份文书").at(place, "").help("各用一对书名号：《……》、《……》"),
            );
        }
    }
}
