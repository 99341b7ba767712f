//! Papers that were sent week after week, and then not.

use std::collections::HashSet;

use crate::check::subject::{Check, Subject};
use crate::check::views::{History, WeekView};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::register::Register;

static SENT_GAP: Rule = Rule {
    code: "paper-sent-gap",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "前面连续四周以上都上报的文书，这一周没有上报。",
    why: "每周都报的，忽然不报，多半是漏写了。",
    example: "前四周都报了“零申报”表，这一周没有",
    fix: "报了就补写；以后不报了的不用改。",
};

pub static SUBJECT: Subject = Subject { rules: &[&SENT_GAP], check: Check::History(check) };

/// From so many weeks in a row on, it is a habit.
const HABIT: u32 = 4;

/// Papers that were sent week after week, and then not.
fn check(history: &History, findings: &mut Vec<Diagnostic>) {
    let mut seen = HashSet::new();
    let names = history.offices().into_iter().flat_map(|office| Register::OutwardPapers.names(office));
    let names = names.map(|name| name.value.as_str());
    for name in names.filter(|name| seen.insert(*name)) {
        let mut in_a_row = 0;
        for WeekView { week, office, .. } in &history.weeks {
            // The office may have given it up, or it is the weekly itself.
            let is_registered = office.outward.iter().any(|paper| paper.name.value == name);
            if office.weekly_name.value == name || !is_registered {
                in_a_row = 0;
                continue;
            }
            let sent = week.reports.as_ref().map(|reports| &reports.sent);
            if sent.is_some_and(|sent| sent.iter().any(|sent| sent.value == name)) {
                in_a_row += 1;
                continue;
            }
            if in_a_row >= HABIT {
                let place = week.reports.as_ref().map_or(&week.period.span, |reports| &reports.span).first_line();
                findings.push(
                    SENT_GAP
                        .finding(format!("前面连续 {in_a_row} 周都上报「{name}」，这一周没有"))
                        .at(place, "没有写到")
                        .help("报了就补写到「上报」里；以后不报了的不用改"),
                );
            }
            in_a_row = 0;
        }
    }
}
