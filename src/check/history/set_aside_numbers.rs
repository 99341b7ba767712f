//! 文号留用, 文号作废: no record has a number that the office's file keeps for another paper or says is void.

use std::collections::BTreeMap;

use crate::check::rule_set::{Check, RuleSet};
use crate::check::views::History;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::issued_number::issued_numbers;
use crate::record::office_numbers::SetAsideNumber;
use crate::record::set_aside_number::SetAside;

static VOID: Rule = Rule {
    code: "number-void",
    severity: Severity::Error,
    adjustable: true,
    looks_for: "记录里的文号，office.yaml 的「文号作废」里说作废了。",
    why: "作废的号不再用：登记簿上它没有发出。",
    example: "文号作废: [{ 年: 2021, 号: 2, 理由: 撤回 }]，一份回复写了 文号: 2，在 2021 年上报",
    fix: "另编一个号（zhoubao number）；其实发出了的，从「文号作废」里删掉这个号。",
};

static RESERVED: Rule = Rule {
    code: "number-reserved",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "记录里的文号，office.yaml 的「文号留用」里留给了别的公文。",
    why: "留出去的号，别处多半已经用了：两份公文一个号。",
    example: "文号留用: [{ 年: 2021, 号: [2, 3], 用途: 区政府办督查通报 }]，一份回复写了 文号: 3",
    fix: "另编一个号（zhoubao number）；就是留给这一份的，从「文号留用」里删掉这个号。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&VOID, &RESERVED], check: Check::Records(check) };

fn check(history: &History, findings: &mut Vec<Diagnostic>) {
    let set_aside: BTreeMap<(i16, u32), SetAsideNumber> =
        history.set_aside_numbers().into_iter().map(|it| ((it.year, it.number.value), it)).collect();
    if set_aside.is_empty() {
        return;
    }
    for (_, view) in history.distinct() {
        for issued in issued_numbers(view.week) {
            let (year, number) = (issued.date.value.year(), issued.number);
            let Some(found) = set_aside.get(&(year, number.value)) else { continue };
            let (rule, said, help) = match found.what {
                SetAside::Void => (
                    &VOID,
                    format!("{year} 年的 {number} 号已经作废（{}）", found.why),
                    "另编一个号（zhoubao number）；其实发出了的，从 office.yaml 的「文号作废」里删掉这个号",
                ),
                SetAside::Reserved => (
                    &RESERVED,
                    format!("{year} 年的 {number} 号留给了「{}」", found.why),
                    "另编一个号（zhoubao number）；就是留给这一份的，从 office.yaml 的「文号留用」里删掉这个号",
                ),
            };
            findings.push(
                rule.finding(said)
                    .at(number.span.clone(), "又用在这里")
                    .and_at(found.number.span.clone(), "写在这里")
                    .help(help),
            );
        }
    }
}
