//! Names in lists: that each stands in the office's register, and stands there once.

use std::collections::HashMap;

use crate::diagnostic::{Certainty, Diagnostic, Fix, Rule, Severity};
use crate::record::register::Register;
use crate::source::Spanned;
use crate::yaml::nearest::{nearest, only_nearest};

pub static UNREGISTERED: Rule = Rule {
    code: "reference-unknown",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "提到的平台、检查项目、文书或成员单位，office.yaml 里没有登记。",
    why: "没有登记的不会计入统计，也就不会印出来。",
    example: "12310平台: []",
    fix: "写错了就照登记的名称改；确实是新的，先登记到 office.yaml。",
};

pub static REPEATED: Rule = Rule {
    code: "list-repeated",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "一个列表里同一个名称写了两次。",
    why: "会印两遍、算两份。",
    example: "单位: [区信访局, 区信访局]",
    fix: "删掉多余的一个。",
};

/// That `name` is none of the names of a register, which are `registered`.
pub fn unknown(register: Register, registered: &[&Spanned<String>], name: &Spanned<String>) -> Option<Diagnostic> {
    if is_among(registered, name) {
        return None;
    }
    let list = register.title();
    let finding = UNREGISTERED
        .finding(format!("office.yaml 的「{list}」里没有「{}」", name.value))
        .at(name.span.clone(), "没有登记");
    Some(match nearest(&name.value, registered.iter().map(|known| known.value.as_str())) {
        Some(guess) => {
            // Of two that are as near, none is written by a program.
            let only = only_nearest(&name.value, registered.iter().map(|known| known.value.as_str()));
            finding
                .help(format!("是不是想写「{guess}」？确实是新的，就先登记到 office.yaml 的「{list}」里"))
                .fix(only.map(|guess| Fix::word(Certainty::Likely, name.span.clone(), guess)))
        }
        None => finding.help(format!("先登记到 office.yaml 的「{list}」里")),
    })
}

/// Names that stand in a list more than once would be printed and counted twice.
pub fn repeated<'a, T: AsRef<str> + 'a>(
    list: &str,
    names: impl Iterator<Item = &'a Spanned<T>>,
    findings: &mut Vec<Diagnostic>,
) {
    let mut seen: HashMap<&str, &Spanned<T>> = HashMap::new();
    for name in names {
        if let Some(first) = seen.get(name.value.as_ref()) {
            findings.push(
                REPEATED
                    .finding(format!("「{list}」里的「{}」写了两次", name.value.as_ref()))
                    .at(name.span.clone(), "又写了一次")
                    .and_at(first.span.clone(), "已经写过")
                    .help("删掉多余的一个"),
            );
        } else {
            seen.insert(name.value.as_ref(), name);
        }
    }
}

pub fn is_among(names: &[&Spanned<String>], name: &Spanned<String>) -> bool {
    names.iter().any(|known| known.value == name.value)
}
