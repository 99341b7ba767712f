//! Numbers of identity cards and of bank cards.

use std::ops::{Range, RangeInclusive};

use super::digits::{Groups, groups, plain_runs, words_before};
use crate::check::rule_set::{Check, RuleSet};
use crate::check::text::line::Line;
use crate::check::text::passage::Passage;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::value::has_identity_check;
use crate::source::Span;

static IDENTITY: Rule = Rule {
    code: "privacy-identity",
    severity: Severity::Error,
    adjustable: true,
    looks_for: "文字里的身份证号码：18 位，校验码相符；或者「身份证」后面的 15 位、18 位号码。",
    why: "身份证号码不得公开。",
    example: "身份证号（18 位号码）",
    fix: "删掉，或者只留前六位。",
};

static BANK: Rule = Rule {
    code: "privacy-bank",
    severity: Severity::Error,
    adjustable: true,
    looks_for: "文字里的银行卡号：16 到 19 位，校验码相符。",
    why: "银行卡号不得公开。",
    example: "退至尾号以外全写出来的卡号",
    fix: "只写尾号四位。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&IDENTITY, &BANK], check: Check::Text(check) };

fn check(passage: &Passage, findings: &mut Vec<Diagnostic>) {
    let Passage { line, week: Some(_), .. } = passage else { return };
    for run in plain_runs(line) {
        findings.extend(card(line, &run));
    }
    for group in groups(line) {
        findings.extend(card_in_groups(line, &group));
    }
}

/// What a bank card's number is called; the last two as they are mistyped.
const BANK_WORDS: [&str; 6] = ["卡号", "银行", "账号", "账户", "帐号", "帐户"];

/// How many digits a bank card has.
const BANK_DIGITS: RangeInclusive<usize> = 16..=19;

/// A card whose number is typed in one.
fn card(line: &Line, run: &Range<usize>) -> Option<Diagnostic> {
    let has_check_letter = run.len() == 17 && matches!(line.c(run.end), 'X' | 'x');
    let cells = run.start..run.end + usize::from(has_check_letter);
    let digits = line.text(cells.clone());
    let words = words_before(line, run.start);
    let says_identity = words.contains("身份证") || words.contains("证件号");
    let is_identity = match digits.len() {
        18 => says_identity || has_identity_check(digits),
        15 => says_identity,
        _ => false,
    };
    if is_identity {
        return Some(identity_at(line.place(cells)));
    }
    let says_bank = BANK_WORDS.iter().any(|word| words.contains(word));
    let is_bank = BANK_DIGITS.contains(&digits.len()) && !has_check_letter && (says_bank || passes_luhn(digits));
    if !is_bank || is_code(line, run.start) {
        return None;
    }
    Some(bank_at(line.place(cells)))
}

/// A card whose number is typed in groups of four.
fn card_in_groups(line: &Line, Groups { cells, first, digits }: &Groups) -> Option<Diagnostic> {
    let has_check_letter = digits.len() == 17 && matches!(line.c(cells.end), 'X' | 'x');
    let words = words_before(line, cells.start);
    if (has_check_letter || digits.len() == 18) && words.contains("身份证") {
        return Some(identity_at(line.place(cells.start..cells.end + usize::from(has_check_letter))));
    }
    let says_bank = BANK_WORDS[..4].iter().any(|word| words.contains(word));
    let is_bank = first.len() == 4 && BANK_DIGITS.contains(&digits.len()) && (says_bank || passes_luhn(digits));
    is_bank.then(|| bank_at(line.place(cells.clone())))
}

fn identity_at(place: Span) -> Diagnostic {
    IDENTITY.finding("文字里有身份证号码").at(place, "不得公开").help("删掉，或者只留前六位")
}

fn bank_at(place: Span) -> Diagnostic {
    BANK.finding("文字里有完整的银行卡号").at(place, "不得公开").help("只写尾号四位")
}

/// What a number is called that is an order's, a complaint's or a licence's.
const CODES: [&str; 14] = [
    "编号",
    "编号：",
    "单号",
    "单号：",
    "订单号",
    "订单号：",
    "订单",
    "代码",
    "代码：",
    "信用代码",
    "信用代码：",
    "号码：",
    "流水号",
    "流水号：",
];

fn is_code(line: &Line, at: usize) -> bool {
    line.ends_any(at, &CODES)
}

/// The check over a bank card's digits, of which every second, from the end, counts twice.
fn passes_luhn(digits: &str) -> bool {
    let mut sum = 0;
    for (at, byte) in digits.bytes().rev().enumerate() {
        let digit = u32::from(byte.wrapping_sub(b'0'));
        sum += match digit {
            _ if at % 2 == 0 => digit,
            0..=4 => digit * 2,
            _ => digit * 2 - 9,
        };
    }
    sum.is_multiple_of(10) && matches!(digits.as_bytes()[0], b'3'..=b'6' | b'9')
}
