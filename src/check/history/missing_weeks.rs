//! One week begins where the one before it ended.

use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::days;
use crate::check::views::History;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::cadence::Cadence;
use crate::record::checks::Weekday;
use crate::record::office::Office;
use crate::record::value::Date;

pub(super) static GAP: Rule = Rule {
    code: "week-gap",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "前一周止的日子和这一周起的日子之间有空缺。",
    why: "空缺的日子没有周报：少了一个文件，或者起止写错了。",
    example: "上一周止于 2021-01-14，这一周从 2021-01-16 起",
    fix: "补上缺的一周，或者改正起止日期；假期停报的，写明理由认可。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&GAP], check: Check::History(check) };

/// Whether nobody reports of these days: weekends of an office that reports by working weeks, any of one whose periods are
/// as they come.
fn may_be_free(office: &Office, first: Date, last: Date) -> bool {
    match office.cadence.as_ref().map(|cadence| cadence.value) {
        Some(Cadence::Any) => true,
        Some(Cadence::WorkingWeek) => {
            let mut days = (0..=days::after(first, last)).map(|number| days::later(first, number));
            days.all(|day| Weekday::from_date(day).is_weekend())
        }
        _ => false,
    }
}

/// One week begins where the one before it ended.
fn check(history: &History, findings: &mut Vec<Diagnostic>) {
    if !history.complete {
        return;
    }
    for (before, view) in history.view_pairs() {
        let (before, week, office) = (before.week, view.week, view.office);
        let (ended, start) = (before.period.value.end(), week.period.value.start());
        let (first, last) = (days::later(ended.value, 1), days::later(start.value, -1));
        if first <= last && !may_be_free(office, first, last) {
            findings.push(
                GAP.finding(format!("{}没有周报", days::describe(first, last)))
                    .at(start.span.clone(), format!("这{}从这天起", week.period.value.unit()))
                    .and_at(ended.span.clone(), format!("前{}到这天", before.period.value.unit()))
                    .help("补上缺的文件，或者改正起止日期；停报的，写明理由认可"),
            );
        }
    }
}
