//! Full names of complainants in their own field.

use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::full_names::is_full_name;
use crate::check::views::WeekView;
use crate::diagnostic::{Diagnostic, Rule, Severity};

static COMPLAINANT: Rule = Rule {
    code: "privacy-complainant",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "「投诉人」的「姓名」写了全名。",
    why: "公开版会遮住，内部版照印；内部版会不会流出去，只有写的人知道。",
    example: "投诉人: { 姓名: 王小明 }",
    fix: "只供内部使用的不用改；会公开的写成「王某某」。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&COMPLAINANT], check: Check::Week(check) };

fn check(view: &WeekView, findings: &mut Vec<Diagnostic>) {
    for person in view.week.notices.iter().filter_map(|notice| notice.complainant.as_ref()) {
        let name = &person.name;
        if is_full_name(&name.value) {
            findings.push(
                COMPLAINANT
                    .finding("投诉人的姓名写了全名")
                    .at(name.span.clone(), "内部版照印")
                    .help("只供内部使用的不用改；会公开的只留姓，写成某某"),
            );
        }
    }
}
