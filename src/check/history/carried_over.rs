//! 续办: complaints that were open at a week's end go on in the week that follows.

use std::collections::{HashMap, HashSet};

use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::complaints::all_complaints;
use crate::check::shared::firms_and_units::FirmsThenAndNow;
use crate::check::views::{History, WeekView};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::complaint::{CarriedOver, Complaint, Status};
use crate::record::office::Office;
use crate::record::register::Register;
use crate::record::week::Week;
use crate::source::{Span, Spanned};

static DROPPED: Rule = Rule {
    code: "complaint-dropped",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "上一周还在处理的投诉，这一周的「续办」里没有写到。用「续办」的指挥中心，漏写的是警告。",
    why: "没有下文的投诉，就是没有办结的投诉；上级会问结果。",
    example: "上一周有一件处理中，这一周没有写「续办」",
    fix: "在「续办」里写明它已经办结，还是仍在处理。",
};

static UNKNOWN: Rule = Rule {
    code: "carried-over-unknown",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "「续办」里的一件，上一周没有这样一件还在处理的投诉。",
    why: "平台、编号或企业写错了，真正没有办结的一件就没有下文。",
    example: "上一周 12345 上的一件，「续办」里写成 12301",
    fix: "照上一周的记录改「平台」「编号」「被投诉」；这一期才收到的，写到「投诉」里。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&DROPPED, &UNKNOWN], check: Check::History(check) };

/// What a week left open stands under the next week's 续办, and nothing else does.
fn check(history: &History, findings: &mut Vec<Diagnostic>) {
    let is_used = history.weeks().any(|week| week.carried_over.written().is_some());
    let mut lost = Lost::default();
    for (before, now) in history.view_pairs() {
        let names = Across::new(before, now);
        if names.platforms.is_some() {
            lost.rename(&names);
        }
        let follows = before.is_followed_by(now.week);
        let open = left_open(&names, before.week);
        let Matched { dropped, unknown } = Matched::new(&names, &open, &now.week.carried_over);
        if follows {
            for open in not_counted_anew(&names, &dropped, now.week) {
                findings.push(dropped_finding(open, now.week, is_used));
            }
        }
        let of_firms = if unknown.is_empty() { HashMap::new() } else { first_of_each_firm(&dropped) };
        for entry in unknown {
            let firm = names.firm(&entry.respondent.value);
            let is_of_earlier = lost.take(&entry.platform.value, firm);
            if follows && !is_of_earlier && names.are_all_listed(&entry.platform.value, before.week) {
                findings.push(unknown_finding(entry, now.week, of_firms.get(firm).copied()));
            }
        }
        lost.add(&dropped);
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

/// How many open complaints, by platform and firm, an earlier week lost sight of, which was reported then.
#[derive(Default)]
struct Lost<'a>(HashMap<(&'a str, &'a str), usize>);

impl<'a> Lost<'a> {
    fn add(&mut self, dropped: &[&Open<'a>]) {
        for open in dropped {
            *self.0.entry((open.platform, open.firm)).or_default() += 1;
        }
    }

    /// Whether there was one; it is not lost any more.
    fn take(&mut self, platform: &'a str, firm: &'a str) -> bool {
        match self.0.get_mut(&(platform, firm)) {
            Some(count) if *count > 0 => {
                *count -= 1;
                true
            }
            _ => false,
        }
    }

    /// By what the firms are called in the week that comes.
    fn rename(&mut self, names: &Across<'a>) {
        let before = std::mem::take(&mut self.0);
        self.0 = before.into_iter().map(|((platform, firm), count)| ((platform, names.firm(firm)), count)).collect();
    }
}

/// What firms and platforms are called in one week and in the next, between which the office may have changed.
struct Across<'a> {
    firms: FirmsThenAndNow<'a>,
    /// Where it has: its platforms before and after.
    platforms: Option<[HashSet<&'a str>; 2]>,
}

impl<'a> Across<'a> {
    fn new(before: WeekView<'a>, now: WeekView<'a>) -> Self {
        let is_changed = !std::ptr::eq(before.office, now.office);
        Self {
            firms: FirmsThenAndNow { before: &before.checker.firms_and_units, now: &now.checker.firms_and_units },
            platforms: is_changed.then(|| [before.office, now.office].map(platforms)),
        }
    }

    fn firm(&self, name: &'a str) -> &'a str {
        self.firms.full_name(name)
    }

    /// Whether the week before tells each complaint of the platform, and does not only count some of them.
    fn are_all_listed(&self, platform: &'a str, before: &Week) -> bool {
        let platform = self.platform(platform);
        let mut same = before.complaints.iter().filter(|(name, _)| self.platform(&name.value) == platform);
        same.all(|(_, complaints)| complaints.are_all_listed())
    }

    /// A platform that came or went may be called as one that went or came.
    fn platform(&self, name: &'a str) -> &'a str {
        match &self.platforms {
            Some(platforms) if !platforms.iter().all(|platforms| platforms.contains(name)) => "",
            _ => name,
        }
    }
}

fn platforms(office: &Office) -> HashSet<&str> {
    Register::Platforms.names(office).into_iter().map(|name| name.value.as_str()).collect()
}

fn left_open<'a>(names: &Across<'a>, week: &'a Week) -> Vec<Open<'a>> {
    let mut open = Vec::new();
    for (platform, complaint) in all_complaints(week) {
        let Complaint { id, respondent, status, span, .. } = complaint;
        if status.value == Status::Open {
            open.push(Open::new(names, platform, id.as_ref(), respondent, span));
        }
    }
    for entry in week.carried_over.iter().filter(|entry| entry.is_open()) {
        let CarriedOver { platform, id, respondent, span, .. } = entry;
        open.push(Open::new(names, platform, id.as_ref(), respondent, span));
    }
    open
}

impl<'a> Open<'a> {
    fn new(
        names: &Across<'a>,
        platform: &'a Spanned<String>,
        id: Option<&'a Spanned<String>>,
        respondent: &'a Spanned<String>,
        span: &Span,
    ) -> Self {
        Self {
            platform: &platform.value,
            id: id.map(|id| id.value.as_str()),
            firm: names.firm(&respondent.value),
            place: span.first_line(),
        }
    }
}

/// Those of the open complaints that the week does not count anew, under their number.
fn not_counted_anew<'o, 'a>(names: &Across<'a>, dropped: &[&'o Open<'a>], week: &'a Week) -> Vec<&'o Open<'a>> {
    if dropped.is_empty() {
        return Vec::new();
    }
    let mut counted: HashSet<(&str, &str)> = HashSet::new();
    for (platform, complaint) in all_complaints(week) {
        counted.extend(complaint.id.as_ref().map(|id| (names.platform(&platform.value), id.value.as_str())));
    }
    let mut rest = dropped.to_vec();
    rest.retain(|open| !open.id.is_some_and(|id| counted.contains(&(names.platform(open.platform), id))));
    rest
}

struct Matched<'o, 'a> {
    /// Open complaints that no entry is about.
    dropped: Vec<&'o Open<'a>>,
    /// Entries that are about no open complaint.
    unknown: Vec<&'a CarriedOver>,
}

impl<'o, 'a> Matched<'o, 'a> {
    /// Finds an entry for each open complaint: by platform and number, else by platform and firm where not both have a
    /// number. Each entry serves once.
    fn new(names: &Across<'a>, open: &'o [Open<'a>], entries: &'a [CarriedOver]) -> Self {
        let mut left = Entries::new(names, entries);
        let mut without_number: Vec<&Open> = Vec::new();
        for open in open {
            if !left.take_by_number(names, open) {
                without_number.push(open);
            }
        }
        let mut dropped: Vec<&Open> = Vec::new();
        for open in without_number {
            if !left.take_by_firm(names, open) {
                dropped.push(open);
            }
        }
        let unknown = entries.iter().zip(left.used).filter(|(_, used)| !used).map(|(entry, _)| entry).collect();
        Self { dropped, unknown }
    }
}

/// Entries by what they can be found by; each list is in the order of the file from its end on.
struct Entries<'a> {
    by_number: HashMap<(&'a str, &'a str), Vec<usize>>,
    /// Entries of a firm without a number, and with one.
    by_firm: HashMap<(&'a str, &'a str), [Vec<usize>; 2]>,
    used: Vec<bool>,
}

impl<'a> Entries<'a> {
    fn new(names: &Across<'a>, entries: &'a [CarriedOver]) -> Self {
        let mut by_number: HashMap<_, Vec<usize>> = HashMap::new();
        let mut by_firm: HashMap<_, [Vec<usize>; 2]> = HashMap::new();
        for (at, entry) in entries.iter().enumerate().rev() {
            let platform = names.platform(&entry.platform.value);
            if let Some(id) = &entry.id {
                by_number.entry((platform, id.value.as_str())).or_default().push(at);
            }
            let of_firm = by_firm.entry((platform, names.firm(&entry.respondent.value))).or_default();
            of_firm[usize::from(entry.id.is_some())].push(at);
        }
        Self { by_number, by_firm, used: vec![false; entries.len()] }
    }

    fn take_by_number(&mut self, names: &Across<'a>, open: &Open<'a>) -> bool {
        let Some(id) = open.id else { return false };
        let list = self.by_number.get_mut(&(names.platform(open.platform), id));
        list.is_some_and(|list| take_unused(list, &mut self.used))
    }

    fn take_by_firm(&mut self, names: &Across<'a>, open: &Open<'a>) -> bool {
        let Some([plain, numbered]) = self.by_firm.get_mut(&(names.platform(open.platform), open.firm)) else {
            return false;
        };
        take_unused(plain, &mut self.used) || open.id.is_none() && take_unused(numbered, &mut self.used)
    }
}

/// Takes the next entry of the list that is not used yet, if there is one.
fn take_unused(list: &mut Vec<usize>, used: &mut [bool]) -> bool {
    while let Some(at) = list.pop() {
        if !std::mem::replace(&mut used[at], true) {
            return true;
        }
    }
    false
}

fn first_of_each_firm<'o, 'a>(dropped: &[&'o Open<'a>]) -> HashMap<&'a str, &'o Open<'a>> {
    dropped.iter().rev().map(|open| (open.firm, *open)).collect()
}

fn dropped_finding(open: &Open, week: &Week, is_used: bool) -> Diagnostic {
    let unit = week.period.value.unit();
    let mut finding = DROPPED
        .finding(format!("上{unit}还在处理的一件投诉，这{unit}没有下文"))
        .at(week.period.span.clone(), "「续办」里没有写到")
        .and_at(open.place.clone(), "这一件还在处理")
        .help("在「续办」里写明它已经办结，还是仍在处理：- { 平台: …, 被投诉: …, 转办: …, 状态: 办结 }");
    if is_used {
        finding.severity = Severity::Warning;
    }
    finding
}

fn unknown_finding(entry: &CarriedOver, week: &Week, other: Option<&Open>) -> Diagnostic {
    let unit = week.period.value.unit();
    let finding = UNKNOWN
        .finding(format!("上{unit}没有这样一件还在处理的投诉"))
        .at(entry.span.first_line(), "对不上")
        .help(format!("照上{unit}的记录改「平台」「编号」「被投诉」；这一期才收到的，写到「投诉」里"));
    match other {
        Some(open) => finding.and_at(open.place.clone(), "是不是这一件？"),
        None => finding,
    }
}
