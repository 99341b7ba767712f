//! No complaint is counted in two weeks: what was open goes on under 续办.

use std::collections::HashMap;

use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::complaints::all_complaints;
use crate::check::shared::firms_and_units::FirmsThenAndNow;
use crate::check::views::History;
use crate::check::week::complaint_twice::{TWICE, is_unique, twice_at};
use crate::diagnostic::Diagnostic;
use crate::record::complaint::Complaint;
use crate::source::Spanned;

pub static RULE_SET: RuleSet = RuleSet { rules: &[&TWICE], check: Check::History(check) };

/// Nor in two weeks: what was open goes on under 续办.
fn check(history: &History, findings: &mut Vec<Diagnostic>) {
    let mut known: HashMap<&str, (usize, &Spanned<String>, &Complaint)> = HashMap::new();
    for (at, dated) in history.weeks.iter().enumerate() {
        for (platform, complaint) in all_complaints(dated.week) {
            let Some(id) = &complaint.id else { continue };
            let (week, first_platform, first) = *known.entry(&id.value).or_insert((at, platform, complaint));
            let then = history.weeks.get(week).unwrap_or(dated);
            let names = FirmsThenAndNow { before: &then.checker.firms_and_units, now: &dated.checker.firms_and_units };
            let is_one_platform = first_platform.value == platform.value;
            let is_one_firm = names.full_name(&first.respondent.value) == names.full_name(&complaint.respondent.value);
            let is_one = if is_unique(id) { is_one_platform || is_one_firm } else { is_one_platform && is_one_firm };
            if week != at && is_one {
                let help = "上次没有办结的，移到「续办」里，不再计数；编号写错的改正";
                findings.push(twice_at(id, first, "那一周已经写过", help));
            }
        }
    }
}
