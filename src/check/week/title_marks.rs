//! Names of papers in a week that come to stand in 《》.

use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::title_marks::{DOUBLE_MARKS, marked};
use crate::check::views::WeekView;
use crate::diagnostic::Diagnostic;

pub static RULE_SET: RuleSet = RuleSet { rules: &[&DOUBLE_MARKS], check: Check::Week(check) };

/// Names that come to stand in 《》 have none of their own.
fn check(view: &WeekView, findings: &mut Vec<Diagnostic>) {
    let week = view.week;
    findings.extend(week.assessments.iter().filter_map(|assessment| marked(&assessment.paper)));
}
