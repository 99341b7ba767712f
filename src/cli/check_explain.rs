//! `zhoubao check --explain`: what a rule looks for, and why.

use super::exit::Exit;
use crate::diagnostic::manual;
use crate::report::{note, print_own};
use crate::workspace::rules;
use crate::yaml::nearest::nearest;

/// Prints one rule, or the list of all.
pub(super) fn run(code: Option<&str>) -> Exit {
    let Some(code) = code else {
        for (heading, rules) in manual::by_heading(rules()) {
            print_own(&format!("{heading}："));
            for rule in rules {
                print_own(&format!("  {}（{}）{}", rule.code, rule.severity.word(), rule.looks_for));
            }
        }
        return Exit::Clean;
    };
    if let Some(rule) = rules().find(|rule| rule.code == code) {
        print_own(manual::entry(rule).trim_end());
        return Exit::Clean;
    }
    // What was typed may tell of a person: it is not said again.
    note("错误：没有这条规则");
    if let Some(guess) = nearest(code, rules().map(|rule| rule.code)) {
        note(&format!("  帮助：是不是想写「{guess}」？"));
    }
    note("  zhoubao check --explain 列出全部规则；代号在问题后面的方括号里");
    Exit::Usage
}
