//! Papers that were sent week after week, and then not.

use std::collections::HashSet;

use crate::check::rule_set::{Check, RuleSet};
use crate::check::views::{History, WeekView};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::line_end::without_line_ends;
use crate::record::office::Office;
use crate::record::register::Register;
use crate::record::week::Week;

static SENT_GAP: Rule = Rule {
    code: "paper-sent-gap",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "前面连续四周以上都上报的文书，这一周没有上报。",
    why: "每周都报的，忽然不报，多半是漏写了。",
    example: "前四周都报了“零申报”表，这一周没有",
    fix: "报了就补写；以后不报了的不用改。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&SENT_GAP], check: Check::History(check) };

/// What goes on for so many weeks in a row is a habit.
pub const HABIT: u32 = 4;

/// Papers that were sent week after week, and then not.
fn check(history: &History, findings: &mut Vec<Diagnostic>) {
    let mut seen = HashSet::new();
    for office in history.offices() {
        for name in Register::OutwardPapers.names(office) {
            if seen.insert(name.value.as_str()) {
                gaps_of(&name.value, history, findings);
            }
        }
    }
}

fn gaps_of(name: &str, history: &History, findings: &mut Vec<Diagnostic>) {
    let mut in_a_row = 0;
    for WeekView { week, office, .. } in history.weeks.iter().copied() {
        if is_sent(name, week) && is_asked_for(name, office) {
            in_a_row += 1;
            continue;
        }
        if in_a_row >= HABIT && is_asked_for(name, office) {
            let place = week.reports.as_ref().map_or(&week.period.span, |reports| &reports.span).first_line();
            findings.push(
                SENT_GAP
                    .finding(format!("前面连续 {in_a_row} 期都上报「{name}」，这一期没有"))
                    .at(place, "没有写到")
                    .help("报了就补写到「上报」里；以后不报了的不用改"),
            );
        }
        in_a_row = 0;
    }
}

/// Not where the office has given it up, nor the weekly itself.
fn is_asked_for(name: &str, office: &Office) -> bool {
    without_line_ends(&office.weekly_name.value) != name && office.outward.iter().any(|paper| paper.name.value == name)
}

fn is_sent(name: &str, week: &Week) -> bool {
    week.reports.as_ref().is_some_and(|reports| reports.sent.iter().any(|sent| sent.value == name))
}
