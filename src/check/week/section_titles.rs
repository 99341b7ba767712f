//! Titles of sections end without a mark.

use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::unquoted::within_quotes;
use crate::check::views::WeekView;
use crate::diagnostic::{Certainty, Diagnostic, Fix, Rule, Severity};
use crate::record::section::Part;
use crate::source::Spanned;

static ENDED: Rule = Rule {
    code: "section-mark",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "章节的标题末尾有标点。",
    why: "标题末尾不用标点。",
    example: "标题: 宣传引导。",
    fix: "去掉末尾的标点。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&ENDED], check: Check::Week(check) };

/// Titles end without a mark.
fn check(view: &WeekView, findings: &mut Vec<Diagnostic>) {
    let week = view.week;
    for section in &week.sections {
        titles(&section.part(), findings);
    }
}

fn titles(part: &Part, findings: &mut Vec<Diagnostic>) {
    if let Some(title) = part.title {
        ended(title, findings);
    }
    for below in &part.parts {
        titles(below, findings);
    }
}

fn ended(title: &Spanned<String>, findings: &mut Vec<Diagnostic>) {
    let text = title.value.trim_end();
    let bare = text.trim_end_matches(['。', '：', '，', '；', '、', '.', ':', ',', ';']);
    if bare.is_empty() || bare.len() == text.len() {
        return;
    }
    let place = if text.len() == title.value.len() { title.part(bare.len()..text.len()) } else { within_quotes(title) };
    let finding = ENDED.finding("标题末尾不用标点").at(place.clone(), "去掉").help(format!("写成「{bare}」"));
    let is_exact = place.text() == &text[bare.len()..];
    findings.push(if is_exact { finding.fix(Fix::rewrite(Certainty::Likely, place, "")) } else { finding });
}
