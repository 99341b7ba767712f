//! 续办: complaints that were open at a week's end go on in the week that follows.

use std::collections::{HashMap, HashSet};

use super::Checker;
use super::complaints::all;
use super::handling;
use super::history::{Dated, History};
use super::references;
use super::registered::Names;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::complaint::{CarriedOver, Complaint, Status};
use crate::record::office::Office;
use crate::record::register::Register;
use crate::record::week::Week;
use crate::source::{Span, Spanned};

pub(super) static DROPPED: Rule = Rule {
    code: "complaint-dropped",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "上一周还在处理的投诉，这一周的「续办」里没有写到。用「续办」的指挥中心，漏写的是警告。",
    why: "没有下文的投诉，就是没有办结的投诉；上级会问结果。",
    example: "上一周有一件处理中，这一周没有写「续办」",
    fix: "在「续办」里写明它已经办结，还是仍在处理。",
};

pub(super) static UNKNOWN: Rule = Rule {
    code: "carried-over-unknown",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "「续办」里的一件，上一周没有这样一件还在处理的投诉。",
    why: "平台、编号或企业写错了，真正没有办结的一件就没有下文。",
    example: "上一周 12345 上的一件，「续办」里写成 12301",
    fix: "照上一周的记录改「平台」「编号」「被投诉」；本周才收到的，写到「投诉」里。",
};

pub(super) static COUNTED: Rule = Rule {
    code: "carried-over-counted",
    severity: Severity::Error,
    adjustable: true,
    looks_for: "「续办」里的一件（编号相同），又写在这一周的「投诉」里。",
    why: "同一件上一周已经计数，写在「投诉」里会再计一次。",
    example: "「续办」和「投诉」里都有 编号: GD20230306001",
    fix: "从「投诉」里删掉；确实是新的一件，改正编号。",
};

pub(super) static NO_TIME: Rule = Rule {
    code: "carried-over-time",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "在计办结时长的平台上，「续办」的一件已经办结，却没有写「办结时长」。",
    why: "周报讲续办的结果时就少了用时。",
    example: "续办: [{ 平台: “一机游”游客投诉平台, 状态: 办结 }]",
    fix: "补上「办结时长: 26小时」这样一项。",
};

/// What is carried over stands on a platform of the office, has the time that its state asks for, and is not counted
/// again.
pub(super) fn entries(office: &Office, checker: &Checker, week: &Week, findings: &mut Vec<Diagnostic>) {
    let Some(entries) = week.carried_over.written() else { return };
    let platforms = checker.platforms_until_now(office);
    let mut numbered: HashMap<(&str, &str), &Spanned<String>> = HashMap::new();
    for entry in entries {
        findings.extend(references::unknown(Register::Platforms, &platforms, &entry.platform));
        findings.extend(handling::time(&entry.status, entry.time.as_ref()));
        let is_timed = handling::is_timed(office, &entry.platform.value);
        if is_timed && entry.status.value == Status::Closed && entry.time.is_none() {
            findings.push(
                NO_TIME
                    .finding("续办的投诉已经办结，却没有写「办结时长」")
                    .at(entry.status.span.clone(), "办结了")
                    .help("这个平台计办结时长：补上「办结时长: 26小时」这样一项"),
            );
        }
        if let Some(id) = &entry.id {
            numbered.insert((&entry.platform.value, &id.value), id);
        }
    }
    for (platform, complaint) in all(week) {
        let Some(id) = &complaint.id else { continue };
        if let Some(entry) = numbered.get(&(platform.value.as_str(), id.value.as_str())) {
            findings.push(
                COUNTED
                    .finding(format!("编号「{id}」的投诉是续办的，又写在「投诉」里"))
                    .at(id.span.clone(), "会再计一次")
                    .and_at(entry.span.clone(), "在「续办」里")
                    .help("从「投诉」里删掉；确实是新的一件，改正编号"),
            );
        }
    }
}

/// A complaint that a week leaves open.
struct Open<'a> {
    platform: &'a str,
    id: Option<&'a str>,
    /// In full, where it is registered.
    firm: &'a str,
    place: Span,
}

/// What firms and platforms are called in one week and in the next, between which the office may have changed.
struct Across<'a> {
    firms: Names<'a>,
    /// Where it has: its platforms before and after.
    platforms: Option<[HashSet<&'a str>; 2]>,
}

impl<'a> Across<'a> {
    fn of(before: Dated<'a>, now: Dated<'a>) -> Self {
        let platforms = |office: &'a Office| {
            Register::Platforms.names(office).into_iter().map(|name| name.value.as_str()).collect()
        };
        let is_changed = !std::ptr::eq(before.office, now.office);
        Self {
            firms: Names { before: &before.checker.registered, now: &now.checker.registered },
            platforms: is_changed.then(|| [platforms(before.office), platforms(now.office)]),
        }
    }

    fn firm(&self, name: &'a str) -> &'a str {
        self.firms.full_name(name)
    }

    /// A platform that came or went may be called as one that went or came.
    fn platform(&self, name: &'a str) -> &'a str {
        let stays = |platforms: &[HashSet<&str>; 2]| platforms.iter().all(|platforms| platforms.contains(name));
        if self.platforms.as_ref().is_none_or(stays) { name } else { "" }
    }
}

/// What a week left open stands under the next week's 续办, and nothing else does.
pub(super) fn continued(history: &History, findings: &mut Vec<Diagnostic>) {
    let is_used = history.weeks().any(|week| week.carried_over.written().is_some());
    // Open complaints of which an earlier week lost sight, which has been told then.
    let mut lost: HashMap<(&str, &str), usize> = HashMap::new();
    for (dated_before, dated) in history.pairs_dated() {
        let names = Across::of(dated_before, dated);
        let (before, week) = (dated_before.week, dated.week);
        if names.platforms.is_some() {
            lost = lost.into_iter().map(|((platform, firm), count)| ((platform, names.firm(firm)), count)).collect();
        }
        let next_day = before.period.value.end().value.plus_days(1);
        let follows = next_day == week.period.value.start().value;
        let open = left_open(&names, before);
        let entries = &week.carried_over;
        let Matched { dropped, unknown } = matched(&names, &open, entries);
        let told_anew: HashSet<(&str, &str)> =
            if dropped.is_empty() { HashSet::new() } else { numbers(&names, week).collect() };
        for open in &dropped {
            let reported_again = open.id.is_some_and(|id| told_anew.contains(&(names.platform(open.platform), id)));
            if follows && !reported_again {
                let mut finding = DROPPED
                    .finding("上一周还在处理的一件投诉，这一周没有下文")
                    .at(week.period.span.clone(), "「续办」里没有写到")
                    .and_at(open.place.clone(), "这一件还在处理")
                    .help("在「续办」里写明它已经办结，还是仍在处理：- { 平台: …, 被投诉: …, 转办: …, 状态: 办结 }");
                if is_used {
                    finding.severity = Severity::Warning;
                }
                findings.push(finding);
            }
        }
        let of_firm: HashMap<&str, &Open> = if unknown.is_empty() {
            HashMap::new()
        } else {
            dropped.iter().rev().map(|open| (open.firm, *open)).collect()
        };
        for entry in unknown {
            let firm = names.firm(&entry.respondent.value);
            let known = lost.get_mut(&(entry.platform.value.as_str(), firm)).filter(|left| **left > 0);
            if let Some(left) = known {
                *left -= 1;
            } else if follows {
                findings.push(unknown_entry(entry, of_firm.get(firm).copied()));
            }
        }
        for open in dropped {
            *lost.entry((open.platform, open.firm)).or_default() += 1;
        }
    }
}

fn unknown_entry(entry: &CarriedOver, other: Option<&Open>) -> Diagnostic {
    let finding = UNKNOWN
        .finding("上一周没有这样一件还在处理的投诉")
        .at(entry.span.first_line(), "对不上")
        .help("照上一周的记录改「平台」「编号」「被投诉」；本周才收到的，写到「投诉」里");
    match other {
        Some(open) => finding.and_at(open.place.clone(), "是不是这一件？"),
        None => finding,
    }
}

fn left_open<'a>(names: &Across<'a>, week: &'a Week) -> Vec<Open<'a>> {
    let new = all(week).filter(|(_, complaint)| complaint.status.value == Status::Open);
    let new = new.map(|(platform, Complaint { id, respondent, span, .. })| (platform, id, respondent, span));
    let carried = week.carried_over.iter().filter(|entry| entry.status.value == Status::Open);
    let carried =
        carried.map(|CarriedOver { platform, id, respondent, span, .. }| (platform.written(), id, respondent, span));
    new.chain(carried)
        .map(|(platform, id, respondent, span)| Open {
            platform: &platform.value,
            id: id.as_ref().map(|id| id.value.as_str()),
            firm: names.firm(&respondent.value),
            place: span.first_line(),
        })
        .collect()
}

/// The complaints of a week that have a number, by platform and number.
fn numbers<'a>(names: &Across<'a>, week: &'a Week) -> impl Iterator<Item = (&'a str, &'a str)> {
    all(week).filter_map(|(platform, complaint)| {
        Some((names.platform(&platform.value), complaint.id.as_ref()?.value.as_str()))
    })
}

struct Matched<'o, 'a> {
    /// Open complaints that no entry is about.
    dropped: Vec<&'o Open<'a>>,
    /// Entries that are about no open complaint.
    unknown: Vec<&'a CarriedOver>,
}

/// Finds an entry for each open complaint: by platform and number, else by platform and firm where not both have a
/// number. Each entry serves once.
fn matched<'o, 'a>(names: &Across<'a>, open: &'o [Open<'a>], entries: &'a [CarriedOver]) -> Matched<'o, 'a> {
    let mut numbered: HashMap<(&str, &str), Vec<usize>> = HashMap::new();
    // Entries of a firm without a number, and with one.
    let mut of_firm: HashMap<(&str, &str), [Vec<usize>; 2]> = HashMap::new();
    for (at, entry) in entries.iter().enumerate().rev() {
        let platform = names.platform(&entry.platform.value);
        if let Some(id) = &entry.id {
            numbered.entry((platform, &id.value)).or_default().push(at);
        }
        let firm = of_firm.entry((platform, names.firm(&entry.respondent.value))).or_default();
        firm[usize::from(entry.id.is_some())].push(at);
    }
    let mut used = vec![false; entries.len()];
    let mut take = |list: &mut Vec<usize>| {
        while let Some(at) = list.pop() {
            if !std::mem::replace(&mut used[at], true) {
                return true;
            }
        }
        false
    };
    let mut rest = Vec::new();
    for open in open {
        let list = open.id.and_then(|id| numbered.get_mut(&(names.platform(open.platform), id)));
        if !list.is_some_and(&mut take) {
            rest.push(open);
        }
    }
    rest.retain(|open| {
        let Some([plain, with_number]) = of_firm.get_mut(&(names.platform(open.platform), open.firm)) else {
            return true;
        };
        !(take(plain) || open.id.is_none() && take(with_number))
    });
    let unknown = entries.iter().zip(used).filter(|(_, used)| !used).map(|(entry, _)| entry).collect();
    Matched { dropped: rest, unknown }
}
