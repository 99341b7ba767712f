//! Units that for weeks have not sent what all must send, reported at the last week of each silence.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::check::shared::inward_papers::registered_as;
use crate::check::subject::{Check, Subject};
use crate::check::views::{History, WeekView};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::office::Office;
use crate::source::Span;

static UNIT_SILENT: Rule = Rule {
    code: "paper-unit-silent",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "成员单位连续四周以上没有报送全体都要报的文书；指在最后的一周。",
    why: "长期不报的单位要催，或者已经撤并，名册该改了。",
    example: "区信访局连续六周没有报周报",
    fix: "催报；已经撤并的，在 office.yaml 的「变更」里写明从哪天起换成怎样的「成员单位」。",
};

pub static SUBJECT: Subject = Subject { rules: &[&UNIT_SILENT], check: Check::History(check) };

/// From so many weeks in a row on, it is a habit.
const HABIT: u32 = 4;

/// What all units must send, by the first of its names.
fn from_everyone(office: &Office) -> impl Iterator<Item = (&str, usize)> {
    let papers = office.inward.iter().enumerate().filter(|(_, paper)| paper.is_from_everyone());
    papers.filter_map(|(at, paper)| Some((paper.names.0.first()?.value.as_str(), at)))
}

/// Units that for weeks have not sent what all must send, reported at the last week of each silence.
fn check(history: &History, findings: &mut Vec<Diagnostic>) {
    let mut seen = HashSet::new();
    let offices = history.offices();
    let names = offices.iter().flat_map(|office| from_everyone(office)).map(|(name, _)| name);
    for name in names.filter(|name| seen.insert(*name)) {
        silent_about(name, history, findings);
    }
}

fn members(office: &Office) -> impl Iterator<Item = &str> {
    office.members.iter().map(|member| member.value.as_str())
}

fn silent_about(name: &str, history: &History, findings: &mut Vec<Diagnostic>) {
    let mut silences: HashMap<&str, (u32, usize)> = HashMap::new();
    // By week: the place to be marked, and who fell silent for how many weeks.
    let mut places: Vec<Span> = Vec::new();
    let mut ended: BTreeMap<usize, Vec<(&str, u32)>> = BTreeMap::new();
    let mut last_office: Option<&Office> = None;
    for WeekView { week, office, .. } in history.weeks.iter().copied() {
        if last_office.is_some_and(|last| !std::ptr::eq(last, office)) {
            // Who left is no longer asked for.
            let there: HashSet<&str> = members(office).collect();
            silences.retain(|member, _| there.contains(member));
        }
        last_office = Some(office);
        let Some(at) = from_everyone(office).find_map(|(first, at)| (first == name).then_some(at)) else {
            silences.clear();
            continue;
        };
        let mut received = week.reports.iter().flat_map(|reports| &reports.received);
        let Some(received) =
            received.find(|received| registered_as(office, received).is_some_and(|(kind, _)| kind == at))
        else {
            continue;
        };
        let Some(units) = received.units.written() else { continue };
        let sent: HashSet<&str> = units.iter().map(|unit| unit.value.as_str()).collect();
        for member in members(office) {
            if sent.contains(member) {
                if let Some((weeks, last)) = silences.remove(member).filter(|(weeks, _)| *weeks >= HABIT) {
                    ended.entry(last).or_default().push((member, weeks));
                }
            } else {
                let (weeks, last) = silences.entry(member).or_default();
                (*weeks, *last) = (*weeks + 1, places.len());
            }
        }
        places.push(received.paper.span.clone());
    }
    for member in last_office.into_iter().flat_map(members) {
        if let Some((weeks, last)) = silences.get(member).filter(|(weeks, _)| *weeks >= HABIT) {
            ended.entry(*last).or_default().push((member, *weeks));
        }
    }
    for (week, units) in ended {
        let Some(place) = places.get(week) else { continue };
        let told: Vec<String> = units.iter().map(|(unit, weeks)| format!("{unit}（{weeks} 周）")).collect();
        findings.push(
            UNIT_SILENT
                .finding(format!("到这一周，连续没有报送的有：{}", told.join("、")))
                .at(place.clone(), "没有这几家")
                .help("催报；已经撤并的，在 office.yaml 的「变更」里写明从哪天起换成怎样的「成员单位」"),
        );
    }
}
