//! Columns of an office's own ledgers, looked up by name, and the conditions that name them.

use super::firms_and_units::FirmsAndUnits;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::office::Office;
use crate::record::own::{Column, ColumnType, Comparison, Condition, Ledger};
use crate::record::register::Register;
use crate::source::{Span, Spanned};
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

pub static MISMATCH: Rule = Rule {
    code: "own-figure",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "台账的数写法不合：计、求和、平均、比写了不止一个，比的不是两个数，求和、平均的栏不是数，单位和栏不配，“当”里和数、日期比的写法不对；取值的栏没有写取值，别的栏写了取值；不是日期的栏写了不早于、可在以后、可在以前。",
    why: "不知道要怎样算。",
    example: "{ 名称: 结案率, 比: [结案数] }",
    fix: "每个数只写一种算法；比写两个数的名称，前一个占后一个的百分之几。",
};

/// That a condition names columns of the ledger, and what these may have.
pub fn check_condition(office: &Office, ledger: &Ledger, when: &Condition, findings: &mut Vec<Diagnostic>) {
    for (name, place, words) in when.columns() {
        let Some(column) = column(ledger, name, place, findings) else { continue };
        if Comparison::is_for(column.what()) {
            check_comparisons(column, words, findings);
            continue;
        }
        let known: Vec<&str> = match (column.what(), column.what().register()) {
            (ColumnType::Words, _) => column.words.iter().map(|word| word.value.as_str()).collect(),
            (ColumnType::Truth, _) => vec!["是", "否"],
            (_, Some(register)) => register.names(office).into_iter().map(|name| name.value.as_str()).collect(),
            _ => continue,
        };
        for word in words.iter().filter(|word| !Condition::WRITTEN_OR_NOT.contains(&word.value.as_str())) {
            if !is_known(office, column, &known, &word.value) {
                let may_be = format!("「{name}」里");
                findings.push(unknown(&may_be, &word.value, &word.span, &known, "还可以写 有、无"));
            }
        }
    }
}

/// What amounts, numbers, times and days are compared with.
fn check_comparisons(column: &Column, words: &[Spanned<String>], findings: &mut Vec<Diagnostic>) {
    let what = column.what();
    let example = match what {
        ColumnType::Date => "本期、此前、不早于2026-11-01、早于2026-11-01",
        ColumnType::Duration => "≥30分钟、<2小时",
        _ => "≥10000、<10000",
    };
    for word in words.iter().filter(|word| !Condition::WRITTEN_OR_NOT.contains(&word.value.as_str())) {
        if Comparison::parse(&word.value, what).is_none() {
            let message = format!("「{}」写的是{what}，不能和「{}」比", column.name.value, word.value);
            let help = format!("写成 {example} 这样；还可以写 有、无");
            findings.push(MISMATCH.finding(message).at(word.span.clone(), "读不懂").help(help));
        }
    }
}

/// Whether a column may say `word`. Firms and units need not be registered: of those only a slip is told.
fn is_known(office: &Office, column: &Column, known: &[&str], word: &str) -> bool {
    let Some(register) = column.what().register() else { return known.contains(&word) };
    let names = FirmsAndUnits::from_office(office);
    let is_slip = match register {
        Register::Firms => names.near_firm(word).is_some(),
        Register::Units => !names.has_unit(word) && names.near_unit(word).is_some(),
        _ => true,
    };
    !is_slip || !office.names_alike(register, word).is_empty()
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
