//! Records since a day, each longer than the one before: no two until the same day, none missing between, 期号 one after
//! the other.

use crate::check::history::issue_numbers::{BACKWARD, REPEATED, SKIPPED, finding};
use crate::check::history::missing_weeks::GAP;
use crate::check::history::overlaps::TWICE;
use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::days;
use crate::check::views::{History, WeekView};
use crate::diagnostic::Diagnostic;
use crate::record::value::Date;
use crate::record::week::Week;

pub static RULE_SET: RuleSet =
    RuleSet { rules: &[&TWICE, &GAP, &REPEATED, &BACKWARD, &SKIPPED], check: Check::Cumulative(check) };

fn check(history: &History, findings: &mut Vec<Diagnostic>) {
    for since_one_day in history.weeks.chunk_by(|one, next| one.start() == next.start()) {
        let usual = usual_step(since_one_day);
        for pair in since_one_day.windows(2) {
            let [before, next] = pair else { continue };
            if end(before.week) == end(next.week) {
                findings.push(twice(before.week, next.week));
                continue;
            }
            let missing = missing(before.week, next.week, usual);
            if missing > 0 && history.complete {
                findings.push(gap(before.week, next.week, missing));
            }
            let (last, number) = (before.week.issue.value.get(), next.week.issue.value.get());
            let most = last.saturating_add(missing).saturating_add(1);
            if number <= last || number > most {
                findings.push(finding(|_| 0, before.week, next.week));
            }
        }
    }
}

fn end(week: &Week) -> Date {
    week.period.value.end().value
}

/// How far the last days of two records that follow one another lie apart: in whole months where both are the last of
/// theirs, else in days.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Days(i64),
    Months(i64),
}

impl Step {
    fn between(before: &Week, next: &Week) -> Self {
        let (from, to) = (end(before), end(next));
        let is_last = |day: Date| days::later(day, 1).day() == 1;
        if is_last(from) && is_last(to) {
            let years = i64::from(to.year()) - i64::from(from.year());
            return Self::Months(12 * years + i64::from(to.month()) - i64::from(from.month()));
        }
        Self::Days(days::after(from, to))
    }
}

/// The shortest step; `None` where some are of months and some of days, so that none is usual.
fn usual_step(views: &[WeekView]) -> Option<Step> {
    let mut steps = Vec::new();
    for pair in views.windows(2) {
        let [before, next] = pair else { continue };
        if end(before.week) != end(next.week) {
            steps.push(Step::between(before.week, next.week));
        }
    }
    let are_alike = steps
        .windows(2)
        .all(|pair| matches!(pair, [Step::Days(_), Step::Days(_)] | [Step::Months(_), Step::Months(_)]));
    steps.into_iter().min().filter(|_| are_alike)
}

/// How many records seem to be missing between two.
fn missing(before: &Week, next: &Week, usual: Option<Step>) -> u32 {
    let steps = match (Step::between(before, next), usual) {
        (Step::Months(months), Some(Step::Months(usual))) => months / usual,
        (Step::Days(days), Some(Step::Days(usual))) => days / usual,
        _ => 1,
    };
    u32::try_from(steps - 1).unwrap_or(0)
}

fn twice(before: &Week, next: &Week) -> Diagnostic {
    let (first, last) = (before.period.value.end(), next.period.value.end());
    TWICE
        .finding(format!("有两个文件都从 {} 累计到 {last}，文书会互相覆盖", next.period.value.start()))
        .at(last.span.clone(), "这里又是一份")
        .and_at(first.span.clone(), "已有一份")
        .help("改正写错的一份的「止」，或者移走多余的文件")
}

fn gap(before: &Week, next: &Week, missing: u32) -> Diagnostic {
    let (first, last) = (before.period.value.end(), next.period.value.end());
    GAP.finding(format!("累计到 {first} 的下一份累计到 {last}，中间少 {missing} 期"))
        .at(last.span.clone(), "这一期累计到这天")
        .and_at(first.span.clone(), "前一期累计到这天")
        .help("补上缺的文件，或者改正「止」；停报的，写明理由认可")
}
