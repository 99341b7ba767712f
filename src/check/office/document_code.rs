//! A 发文代字 is letters alone; the year and the number are ours to add.

use crate::check::rule_set::{Check, RuleSet};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::office::Office;

static CODE: Rule = Rule {
    code: "office-document-code",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "「发文代字」里有年份、括号、数字或“号”字。",
    why: "年份和顺序号由程序加，会印成 盘旅调〔2021〕〔2021〕1号。",
    example: "发文代字: 盘旅调〔2021〕",
    fix: "只写代字，例如 盘旅调。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&CODE], check: Check::Office(check) };

/// A document code is letters alone; the year and the number are ours to add.
fn check(office: &Office, findings: &mut Vec<Diagnostic>) {
    let Some(code) = &office.document_code else { return };
    let text = code.value.as_str();
    let Some(at) = text.find(is_foreign) else { return };
    let bare = text.get(..at).unwrap_or_default().trim_end();
    let finding = CODE.finding("发文代字里不写年份、括号和数字").at(code.part(at..text.len()), "由程序加").help(
        if bare.is_empty() { "只写代字，例如 盘旅调".to_owned() } else { format!("写成「{bare}」") },
    );
    findings.push(finding);
}

/// What a document number has besides its code.
fn is_foreign(c: char) -> bool {
    "〔〕[]【】（）()﹝﹞".contains(c) || c.is_ascii_digit() || c == '号'
}
