//! Visitors received: somebody, and no crowd.

use crate::check::rule_set::{Check, RuleSet};
use crate::check::views::WeekView;
use crate::diagnostic::{Diagnostic, Rule, Severity};

static NOBODY: Rule = Rule {
    code: "reception-nobody",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "现场受理的人数是 0。",
    why: "会印成“现场受理0名……”。",
    example: "人数: 0",
    fix: "补上来访人数；没有来访就删掉这一条。",
};

static CROWD: Rule = Rule {
    code: "reception-crowd",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "一次现场受理的人数超过 300。",
    why: "一次来访没有这么多人，多半是多打了一位。",
    example: "人数: 600",
    fix: "核对人数；属实的不用改。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&NOBODY, &CROWD], check: Check::Week(check) };

/// Several coaches full.
const CROWDED: u32 = 300;

/// Visitors received: somebody, and no crowd.
fn check(view: &WeekView, findings: &mut Vec<Diagnostic>) {
    let week = view.week;
    for persons in week.receptions.iter().map(|reception| &reception.persons) {
        if persons.value == 0 {
            findings.push(
                NOBODY
                    .finding("现场受理的人数是 0")
                    .at(persons.span.clone(), "没有人来访")
                    .help("补上来访人数；没有来访就删掉这一条"),
            );
        } else if persons.value > CROWDED {
            findings.push(
                CROWD
                    .finding(format!("一次现场受理 {persons} 人"))
                    .at(persons.span.clone(), "太多了")
                    .help("核对是不是多打了一位；属实的不用改"),
            );
        }
    }
}
