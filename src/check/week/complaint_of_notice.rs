//! The firm of a complaint that a notice refers to is the firm of the notice.

use crate::check::rule_set::{Check, RuleSet};
use crate::check::views::WeekView;
use crate::diagnostic::{Diagnostic, Rule, Severity};

static FIRM: Rule = Rule {
    code: "notice-firm",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "「关联投诉」的被投诉单位不是通报单的「被投诉」单位。简称和全称算同一家。",
    why: "既然是同一件事，投诉的应当是同一家。",
    example: "被投诉: 山海旅行社；关联投诉: { 被投诉: 山河旅行社, … }",
    fix: "核对是哪一家；确实牵涉两家的，写明理由认可。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&FIRM], check: Check::Week(check) };

/// The firm of the complaint is the firm of the notice.
fn check(view: &WeekView, findings: &mut Vec<Diagnostic>) {
    let week = view.week;
    let firms = &view.checker.firms_and_units;
    for notice in &week.notices {
        let (Some(related), Some(respondent)) = (&notice.related, &notice.respondent) else { continue };
        let firm = &related.respondent;
        if !firms.are_one_firm(&firm.value, &respondent.value) {
            findings.push(
                FIRM.finding(format!("关联投诉说的是「{firm}」，通报单说的是「{respondent}」"))
                    .at(firm.span.clone(), "这里是一家")
                    .and_at(respondent.span.clone(), "这里是另一家")
                    .help("请核对是哪一家；确实牵涉两家的，写明理由认可"),
            );
        }
    }
}
