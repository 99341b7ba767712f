//! The notices of a week: their numbers and who sent them.

use std::collections::HashMap;

use crate::check::rule_set::{Check, RuleSet};
use crate::check::views::WeekView;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::notice::Notice;
use crate::record::notice_identity::{Identity, identity};
use crate::record::office::{Office, Superior};
use crate::record::week::Week;

static NUMBER_TWICE: Rule = Rule {
    code: "notice-number-twice",
    severity: Severity::Error,
    adjustable: false,
    looks_for: "一周里同一来文单位的两份通报单编号相同。",
    why: "两份回复答的是同一个编号，收到的单位分不清。",
    example: "编号: 8 之后又有 编号: 8",
    fix: "核对通报单原件上的编号。",
};

static SENDER_NEAR_SUPERIOR: Rule = Rule {
    code: "notice-sender-near",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "「来文单位」与一个上级机关的名称只差一个字。",
    why: "来文单位决定答复用报告还是用函；上级的名称错一个字，就会给上级发函。",
    example: "来文单位: 昆明市指挥中芯",
    fix: "是上级就照登记的名称写，或者不写「来文单位」。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&NUMBER_TWICE, &SENDER_NEAR_SUPERIOR], check: Check::Week(check) };

fn check(view: &WeekView, findings: &mut Vec<Diagnostic>) {
    numbers(view.office, view.week, findings);
    senders(view.office, view.week, findings);
}

/// Numbers of one sender's notices of a kind are unique within a week.
fn numbers(office: &Office, week: &Week, findings: &mut Vec<Diagnostic>) {
    let mut seen: HashMap<Identity, &Notice> = HashMap::new();
    for notice in &week.notices {
        let number = &notice.number;
        let first = *seen.entry(identity(office, notice)).or_insert(notice);
        if !std::ptr::eq(first, notice) {
            findings.push(
                NUMBER_TWICE
                    .finding(format!("通报单编号 {number} 写了两次"))
                    .at(number.span.clone(), "又是这个编号")
                    .and_at(first.number.span.clone(), "已有一份")
                    .help("核对通报单原件上的编号"),
            );
        }
    }
}

/// Who sent a notice decides the reply's form: a superior whose name has one wrong character would be sent a 函.
fn senders(office: &Office, week: &Week, findings: &mut Vec<Diagnostic>) {
    let Superior { name, short, in_text, .. } = &office.superior;
    let superiors: Vec<_> = [name, short, in_text].into_iter().chain(office.other_superiors.iter()).collect();
    for from in week.notices.iter().filter_map(|notice| notice.from.as_ref()) {
        let near = superiors.iter().find(|known| strsim::osa_distance(&known.value, &from.value) == 1);
        if let Some(near) = near.filter(|_| superiors.iter().all(|known| known.value != from.value)) {
            findings.push(
                SENDER_NEAR_SUPERIOR
                    .finding(format!("来文单位「{from}」与上级「{near}」只差一个字"))
                    .at(from.span.clone(), "不是上级，用函答复")
                    .and_at(near.span.clone(), "上级这样写")
                    .help(format!("如果就是上级，写「{near}」，或者不写「来文单位」")),
            );
        }
    }
}
