//! No name stands for two firms or two platforms.

use std::collections::HashMap;

use crate::check::rule_set::{Check, RuleSet};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::office::Office;
use crate::source::Spanned;

static NAME_TWICE: Rule = Rule {
    code: "office-name-twice",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "两家企业的名称或简称、两个平台的名称或全称，有一个是一样的。",
    why: "一个名称指两样，印出来分不清是哪一样。",
    example: "两家企业的简称都是 山海旅行社",
    fix: "删掉重复的一条，或者换一个分得清的简称。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&NAME_TWICE], check: Check::Office(check) };

/// No name stands for two things.
fn check(office: &Office, findings: &mut Vec<Diagnostic>) {
    let firms = office.firms.iter().map(|firm| (firm.name.written(), firm.short.as_deref()));
    once("企业", firms, |_, _| true, findings);
    let platforms = office.platforms.iter().map(|platform| (platform.name.written(), platform.full.as_deref()));
    // Two platforms of one name are found as names repeated in a list.
    once("投诉平台", platforms, |first, second| !(first && second), findings);
}

/// `entries`: the name and the other name of each; `is_ours` is asked whether the one and the other are the name.
fn once<'a>(
    register: &str,
    entries: impl Iterator<Item = (&'a Spanned<String>, Option<&'a Spanned<String>>)>,
    is_ours: impl Fn(bool, bool) -> bool,
    findings: &mut Vec<Diagnostic>,
) {
    let mut known: HashMap<&str, (usize, bool, &Spanned<String>)> = HashMap::new();
    for (at, (name, other)) in entries.enumerate() {
        for (name, is_name) in std::iter::once((name, true)).chain(other.map(|other| (other, false))) {
            let (entry, was_name, first) = *known.entry(&name.value).or_insert((at, is_name, name));
            if entry != at && is_ours(was_name, is_name) {
                findings.push(
                    NAME_TWICE
                        .finding(format!("「{register}」里有两条都叫「{name}」"))
                        .at(name.span.clone(), "又是这个名称")
                        .and_at(first.span.clone(), "已经有一条")
                        .help("删掉重复的一条，或者换一个分得清的名称"),
                );
            }
        }
    }
}
