//! Who is complained of and who handles a complaint.

use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::complaints::all_complaints;
use crate::check::shared::parties::{FIRM, SHORT_NAME, UNIT, firm, unit};
use crate::check::views::WeekView;
use crate::diagnostic::Diagnostic;

pub static RULE_SET: RuleSet = RuleSet { rules: &[&FIRM, &SHORT_NAME, &UNIT], check: Check::Week(check) };

/// Firms and units stand in the office's registers.
fn check(view: &WeekView, findings: &mut Vec<Diagnostic>) {
    let week = view.week;
    let names = &view.checker.firms_and_units;
    for (_, complaint) in all_complaints(week) {
        firm(names, "被投诉", &complaint.respondent, findings);
        unit(names, "转办", &complaint.unit, findings);
    }
    for carried in &week.carried_over {
        firm(names, "被投诉", &carried.respondent, findings);
        unit(names, "转办", &carried.unit, findings);
    }
}
