//! 期号: one after the other, and from 1 again with each year.

use std::collections::BTreeMap;

use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::days;
use crate::check::shared::issue_years::CONVENTIONS;
use crate::check::views::History;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::week::Week;

pub(super) static REPEATED: Rule = Rule {
    code: "issue-repeated",
    severity: Severity::Error,
    adjustable: true,
    looks_for: "一年里两周的期号相同。",
    why: "两期周报分不清，归档会混。",
    example: "上一周期号 2，这一周又是 2",
    fix: "照提示改期号。",
};

pub(super) static SKIPPED: Rule = Rule {
    code: "issue-skipped",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "期号跳过了几期；中间缺几周的文件，就可以跳过几期。",
    why: "跳过的一期查无此报。",
    example: "上一周期号 2，这一周期号 4",
    fix: "照提示改期号；另有增刊占了期号的，写明理由认可。",
};

pub(super) static BACKWARD: Rule = Rule {
    code: "issue-backward",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "一年之内期号比上一周小。",
    why: "期号一年之内顺着排。",
    example: "上一周期号 12，这一周期号 3",
    fix: "照提示改期号。",
};

static NOT_RESTARTED: Rule = Rule {
    code: "issue-not-restarted",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "新的一年，期号没有从 1 重新算起；office.yaml 写了「期号排法: 连续」的不查。一周算哪一年，按起始日期、按截止日期或按成文日期都可以。",
    why: "期号是「今年第几期」。",
    example: "2020 年最后一周期号 52，2021 年第一周期号 53",
    fix: "改为 1；期号一直排下去的，在 office.yaml 里写「期号排法: 连续」。",
};

pub static RULE_SET: RuleSet =
    RuleSet { rules: &[&REPEATED, &SKIPPED, &BACKWARD, &NOT_RESTARTED], check: Check::History(check) };

/// How many whole periods, as long as the first of the two, are missing between them.
fn missing(before: &Week, week: &Week) -> u32 {
    let days = before.period.value.days();
    let gap = days::after(days.end, week.period.value.start().value) - 1;
    let length = days::after(days.start, days.end) + 1;
    u32::try_from((gap + length / 2) / length).unwrap_or(0)
}

/// Whether `week`, the `distance`th after `before` in the archive, may have its number.
fn fits(year: fn(&Week) -> i16, before: &Week, week: &Week, distance: u32) -> bool {
    let missing = missing(before, week).saturating_sub(distance - 1);
    if year(before) == year(week) {
        let least = before.issue.value.get().saturating_add(distance);
        (least..=least.saturating_add(missing)).contains(&week.issue.value.get())
    } else {
        // The first week known of a year may be any of those since the last one known.
        (1..=distance.saturating_add(missing)).contains(&week.issue.value.get())
    }
}

/// Weeks whose numbers do not follow upon the week before, each with that week, by one way of reckoning.
fn misfits<'a>(history: &History<'a>, year: fn(&Week) -> i16) -> Vec<(&'a Week, &'a Week)> {
    let mut misfits = Vec::new();
    let mut weeks = history.weeks();
    let Some(mut sound) = weeks.next() else { return misfits };
    let mut before = sound;
    // How many weeks after the last one whose number was sound.
    let mut distance = 1;
    for week in weeks {
        if week.period.value.start().value <= before.period.value.end().value {
            continue;
        }
        if fits(year, sound, week, distance) || fits(year, before, week, 1) {
            (sound, distance) = (week, 1);
        } else {
            misfits.push((before, week));
            distance += 1;
        }
        before = week;
    }
    misfits
}

/// From one summer to the next: a stretch with one turn of the year in it.
fn season(week: &Week) -> i16 {
    days::later(week.period.value.start().value, 183).year()
}

/// Numbers that do not follow upon the week before, by the way of reckoning that suits each turn of the year best.
fn check(history: &History, findings: &mut Vec<Diagnostic>) {
    if history.offices().iter().any(|office| office.numbers_on()) {
        let on_and_on = |_: &Week| 0;
        findings.extend(misfits(history, on_and_on).into_iter().map(|(before, week)| finding(on_and_on, before, week)));
        return;
    }
    let mut by_season: BTreeMap<i16, [Vec<(&Week, &Week)>; CONVENTIONS.len()]> = BTreeMap::new();
    for (convention, year) in CONVENTIONS.into_iter().enumerate() {
        for (before, week) in misfits(history, year) {
            if let Some(misfits) = by_season.entry(season(week)).or_default().get_mut(convention) {
                misfits.push((before, week));
            }
        }
    }
    for conventions in by_season.into_values() {
        let fewest = CONVENTIONS.into_iter().zip(conventions).min_by_key(|(_, misfits)| misfits.len());
        if let Some((year, misfits)) = fewest {
            findings.extend(misfits.into_iter().map(|(before, week)| finding(year, before, week)));
        }
    }
}

pub(super) fn finding(year: fn(&Week) -> i16, before: &Week, week: &Week) -> Diagnostic {
    let (last, number) = (&before.issue, &week.issue);
    let next = last.value.get().saturating_add(1);
    let earlier = format!("前{}", before.period.value.unit());
    let (rule, message, meant) = if year(before) != year(week) {
        (&NOT_RESTARTED, format!("{} 年的第一份周报，期号是 {number}，没有从 1 重新算起", year(week)), 1)
    } else if number.value == last.value {
        (&REPEATED, format!("期号 {number} 与{earlier}相同"), next)
    } else if number.value < last.value {
        (&BACKWARD, format!("期号从 {last} 退回到 {number}"), next)
    } else {
        (&SKIPPED, format!("期号从 {last} 跳到 {number}"), next)
    };
    rule.finding(message)
        .at(number.span.clone(), format!("应当是 {meant}"))
        .and_at(last.span.clone(), &*earlier)
        .help(format!("是不是 {meant}？{earlier}的期号不对的，改{earlier}的"))
}
