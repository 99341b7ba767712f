//! Accounts and mailboxes of persons.

use std::ops::Range;

use super::digits::{lettered_runs, plain_runs};
use super::plates::is_plate_or_passport;
use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::han::is_han;
use crate::check::text::line::Line;
use crate::check::text::passage::Passage;
use crate::diagnostic::{Diagnostic, Rule, Severity};

static ACCOUNT: Rule = Rule {
    code: "privacy-account",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "「微信」「QQ」后面的账号，和个人的电子邮箱。",
    why: "账号能找到本人；公开的文书里不写。",
    example: "微信号（账号）",
    fix: "删掉账号，只说通过微信联系。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&ACCOUNT], check: Check::Text(check) };

fn check(passage: &Passage, findings: &mut Vec<Diagnostic>) {
    let Passage { line, week: Some(_), .. } = passage else { return };
    for run in plain_runs(line) {
        findings.extend(account(line, start_of_account(line, &run)));
    }
    for run in lettered_runs(line).filter(|run| !is_plate_or_passport(line, run)) {
        let start = start_of_account(line, &run);
        let letters = run.start - (0..run.start).rev().take_while(|at| line.c(*at).is_ascii_alphabetic()).count();
        findings.extend(account(line, start));
        if letters != start {
            findings.extend(account(line, letters));
        }
        findings.extend(account(line, run.start));
    }
    for (at, _) in line.chars().filter(|(_, c)| *c == '@') {
        findings.extend(mailbox(line, at));
    }
}

/// No account's name is longer, in characters.
const LONGEST: usize = 40;

/// No account's name that anybody can be found by is shorter, in characters.
const SHORTEST: usize = 5;

fn is_of_account(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '-')
}

/// Where the account begins in which the digits `run` stand.
fn start_of_account(line: &Line, run: &Range<usize>) -> usize {
    let before = (0..run.start).rev().take_while(|at| is_of_account(line.c(*at)));
    run.start - before.take(LONGEST).count()
}

/// What stands before an account.
const NETWORKS: [&str; 18] = [
    "微信号",
    "微信号：",
    "微信号为",
    "微信",
    "微信：",
    "微信:",
    "QQ",
    "QQ：",
    "QQ:",
    "QQ号",
    "QQ号：",
    "QQ号码",
    "QQ号码：",
    "qq",
    "qq：",
    "qq号",
    "微信ID：",
    "抖音号：",
];

/// 微信号abc123, QQ12345678.
fn account(line: &Line, start: usize) -> Option<Diagnostic> {
    if !line.ends_any(start, &NETWORKS) || is_han(line.c(start)) {
        return None;
    }
    let length = (start..line.len()).take_while(|at| is_of_account(line.c(*at))).count();
    (length >= SHORTEST).then(|| {
        let place = line.place(start..start + length);
        ACCOUNT.finding("文字里有个人的账号").at(place, "会印出来").help("删掉账号，只说通过什么联系")
    })
}

/// Where persons have their mailboxes.
const DOMAINS: [&str; 14] = [
    "qq.com",
    "163.com",
    "126.com",
    "139.com",
    "189.cn",
    "gmail.com",
    "sina.com",
    "sina.cn",
    "sohu.com",
    "outlook.com",
    "hotmail.com",
    "foxmail.com",
    "yeah.net",
    "aliyun.com",
];

/// Mailboxes of offices and those for complaints are public.
const PUBLIC: [&str; 7] = ["投诉", "举报", "监督", "公务", "工作", "公开", "中心"];

/// How far before a mailbox it is looked for whose it is, in characters.
const NEAR: usize = 8;

/// The mailbox of a person around the @ that stands at `at`.
fn mailbox(line: &Line, at: usize) -> Option<Diagnostic> {
    let before = (0..at).rev().take_while(|at| is_of_account(line.c(*at)) || line.c(*at) == '.');
    let start = at - before.count();
    let domain = line.starts_any(at + 1, &DOMAINS).filter(|_| start < at)?;
    let words = line.text(start.saturating_sub(NEAR)..start);
    if PUBLIC.iter().any(|word| words.contains(word)) {
        return None;
    }
    let place = line.place(start..at + 1 + domain.len());
    Some(ACCOUNT.finding("文字里有个人的电子邮箱").at(place, "会印出来").help("删掉邮箱，只说通过邮件联系"))
}
