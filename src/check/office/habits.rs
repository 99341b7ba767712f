//! How the office can be reached, and how many decimals it prints.

use crate::check::rule_set::{Check, RuleSet};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::office::Office;

static MOBILE: Rule = Rule {
    code: "office-contact-mobile",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "「联系」的电话是手机号码。",
    why: "附注里的电话随公文公开，宜用办公电话。",
    example: "联系人的手机号码",
    fix: "换成办公室的座机。",
};

static DECIMALS: Rule = Rule {
    code: "office-decimals",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "「取舍」的小数位多于 4。",
    why: "平均办结时长以分钟计，五位小数是千分之一秒以下。",
    example: "取舍: { 办法: 截断, 小数位: 6 }",
    fix: "写 1 或 2。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&MOBILE, &DECIMALS], check: Check::Office(check) };

/// More decimals than anybody reads.
const MOST_DECIMALS: u32 = 4;

/// How the office can be reached, and how many decimals it prints.
fn check(office: &Office, findings: &mut Vec<Diagnostic>) {
    if let Some(phone) = office.contact.as_ref().map(|contact| &contact.phone).filter(|phone| phone.value.is_mobile()) {
        findings.push(
            MOBILE
                .finding("联系电话是手机号码")
                .at(phone.span.clone(), "随公文公开")
                .help("换成办公室的座机，例如 0871-60000000"),
        );
    }
    let places = &office.rounding.places;
    if places.value.0 > MOST_DECIMALS {
        findings.push(
            DECIMALS
                .finding(format!("平均数保留 {} 位小数", places.value.0))
                .at(places.span.clone(), "太多了")
                .help("写 1 或 2"),
        );
    }
}
