//! Columns of an office's own ledgers, looked up by name.

use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::own::{Column, ColumnType, Condition, Ledger};
use crate::source::Span;
use crate::yaml::nearest::nearest;

pub static UNKNOWN_COLUMN: Rule = Rule {
    code: "own-column-unknown",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "台账的数、文书用到的台账、栏、词或别的数，office.yaml 里没有；或者排在它后面。",
    why: "算不出来，也不知道一份文书写哪一条。",
    example: "栏里没有「罚款」，却写了 { 名称: 罚没款, 求和: 罚款 }",
    fix: "核对名称；确实要用的，先在「栏」里写上。",
};

/// That a condition names columns of the ledger, and words that these may have.
pub fn check_condition(ledger: &Ledger, when: &Condition, findings: &mut Vec<Diagnostic>) {
    for (name, place, words) in when.columns() {
        let Some(column) = column(ledger, name, place, findings) else { continue };
        let known: Vec<&str> = match column.what() {
            ColumnType::Words => column.words.iter().map(|word| word.value.as_str()).collect(),
            ColumnType::Truth => vec!["是", "否"],
            _ => continue,
        };
        for word in words.iter().filter(|word| !Condition::WRITTEN_OR_NOT.contains(&word.value.as_str())) {
            if !known.contains(&word.value.as_str()) {
                let may_be = format!("「{name}」里");
                findings.push(unknown(&may_be, &word.value, &word.span, &known, "还可以写 有、无"));
            }
        }
    }
}

/// The column of that name.
pub fn column<'a>(ledger: &'a Ledger, name: &str, place: &Span, findings: &mut Vec<Diagnostic>) -> Option<&'a Column> {
    let found = ledger.column(name);
    if found.is_none() {
        let known: Vec<&str> = ledger.columns.iter().map(|column| column.name.value.text()).collect();
        findings.push(unknown("栏", name, place, &known, "确实要用的，先在「栏」里写上"));
    }
    found
}

/// That there is no such thing `of` the office, of which `known` are there.
pub fn unknown(of: &str, name: &str, place: &Span, known: &[&str], further: &str) -> Diagnostic {
    let listed = if known.is_empty() { "一个也没有".to_owned() } else { known.join("、") };
    let help = match nearest(name, known.iter().copied()) {
        Some(guess) => format!("是不是想写「{guess}」？有：{listed}；{further}"),
        None => format!("有：{listed}；{further}"),
    };
    UNKNOWN_COLUMN
        .finding(format!("没有「{name}」这个{}", of.trim_end_matches('里')))
        .at(place.clone(), "没有")
        .help(help)
}
