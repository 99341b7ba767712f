//! 累计 of inspections, from one record to the next within a year: never less than before and what has come since.

use rust_decimal::Decimal;

use crate::check::rule_set::{Check, RuleSet};
use crate::check::views::{History, WeekView};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::value::ApproximateCount;
use crate::source::Spanned;

pub(super) static FALLEN: Rule = Rule {
    code: "standing-fallen",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "同一年里，累计的数比上一期还少；累计的一期（周期写了 累计: 是）里的各个数也是。",
    why: "累计只会增加；两个数有一个错了。",
    example: "上一期 { 本期: 50, 累计: 800 }，这一期 { 本期: 30, 累计: 430 }",
    fix: "核对两期的数；核减过的，写明理由认可。",
};

static SUM: Rule = Rule {
    code: "standing-sum",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "同一年里，上一期的累计加上这一期的本期，不是这一期的累计。中间缺了一期的，是比加起来还少。",
    why: "累计就是这样来的；对不上的，有一个数错了。",
    example: "上一期 { 本期: 50, 累计: 800 }，这一期 { 本期: 30, 累计: 999 }",
    fix: "照加起来的数写累计，或者改正本期；补报、核减过的，写明理由认可。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&FALLEN, &SUM], check: Check::History(check) };

fn check(history: &History, findings: &mut Vec<Diagnostic>) {
    for (before, view) in history.view_pairs() {
        // Where the year is another, so may be the day from which it is counted.
        if before.start().year() != view.week.period.value.end().value.year() {
            continue;
        }
        for inspection in &view.office.inspections {
            let name = &inspection.name.value;
            let standing =
                |view: &WeekView| view.week.inspections.get(name).and_then(|count| count.standing().cloned());
            let (Some(last), Some(standing)) = (standing(&before), standing(&view)) else { continue };
            let now = view.week.inspections.get(name).and_then(|count| count.now());
            if standing.number < last.number && !is_known_roughly([&last, &standing]) {
                findings.push(fallen(name, &last, &standing));
            } else if let Some(now) = now.filter(|now| !is_known_roughly([&last, &standing, now])) {
                findings.extend(against_sum(name, &last, now, &standing, before.is_followed_by(view.week)));
            }
        }
    }
}

fn is_known_roughly<const N: usize>(counts: [&Spanned<ApproximateCount>; N]) -> bool {
    counts.iter().any(|count| count.value.and_more)
}

fn fallen(name: &str, last: &Spanned<ApproximateCount>, standing: &Spanned<ApproximateCount>) -> Diagnostic {
    FALLEN
        .finding(format!("「{name}」累计 {standing}，上一期已经累计 {last}"))
        .at(standing.span.clone(), "比上一期少")
        .and_at(last.span.clone(), "上一期")
        .help("核对两期的数，是不是少打了一位；核减过的，写明理由认可")
}

/// `follows`: whether no record is missing between the two.
fn against_sum(
    name: &str,
    last: &Spanned<ApproximateCount>,
    now: &Spanned<ApproximateCount>,
    standing: &Spanned<ApproximateCount>,
    follows: bool,
) -> Option<Diagnostic> {
    let sum: Decimal = last.number.checked_add(now.number)?.normalize();
    let is_right = if follows { standing.number == sum } else { standing.number >= sum };
    (!is_right).then(|| {
        SUM.finding(format!("「{name}」上一期累计 {last}，加上本期 {now} 是 {sum}，累计写的却是 {standing}"))
            .at(standing.span.clone(), format!("加起来是 {sum}"))
            .and_at(now.span.clone(), "本期")
            .and_at(last.span.clone(), "上一期的累计")
            .help(format!("累计错了就写「累计: {sum}」；本期错了就改本期；补报、核减过的，写明理由认可"))
    })
}
