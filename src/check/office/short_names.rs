//! Short names are made of the full ones' characters, in their order.

use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::firms_and_units::is_within;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::office::Office;

static SHORT_NAME: Rule = Rule {
    code: "office-short-name",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "企业、上级或本机构的简称里，有全称里没有的字，或者次序不同。",
    why: "简称由全称的字组成；多半是打错了一个字。",
    example: "{ 名称: 南渡市山海旅行社有限公司, 简称: 山诲旅行社 }",
    fix: "写错了就改；习惯这样叫的不用改。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&SHORT_NAME], check: Check::Office(check) };

/// Short names are made of the full ones' characters, in their order.
fn check(office: &Office, findings: &mut Vec<Diagnostic>) {
    let superior = &office.superior;
    let own = [&office.short, &office.self_name].map(|short| (&office.name, short));
    let above = [&superior.short, &superior.in_text].map(|short| (&superior.name, short));
    let firms = office.firms.iter().filter_map(|firm| Some((&firm.name, firm.short.as_ref()?)));
    for (full, short) in own.into_iter().chain(above).chain(firms) {
        // 我局, 本中心: so an office calls itself.
        let bare = short.value.strip_prefix(['我', '本']).unwrap_or(&short.value);
        if !is_within(bare, &full.value) {
            findings.push(
                SHORT_NAME
                    .finding(format!("简称「{short}」的字不都在全称里"))
                    .at(short.span.clone(), "有不同的字")
                    .and_at(full.span.clone(), "全称是这样")
                    .help("核对有没有打错的字；习惯这样叫的不用改"),
            );
        }
    }
}
