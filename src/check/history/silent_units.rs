//! Units that for weeks have not sent what all must send, reported at the last week of each silence.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::papers_sent::HABIT;
use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::inward_papers::registered_as;
use crate::check::views::{History, WeekView};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::office::Office;
use crate::record::week::Received;
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

pub static RULE_SET: RuleSet = RuleSet { rules: &[&UNIT_SILENT], check: Check::History(check) };

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
    let mut silences = Silences::default();
    let mut last_office: Option<&Office> = None;
    for WeekView { week, office, .. } in history.weeks.iter().copied() {
        if last_office.is_some_and(|last| !std::ptr::eq(last, office)) {
            silences.forget_all_but(office);
        }
        last_office = Some(office);
        let Some(at) = from_everyone(office).find_map(|(first, at)| (first == name).then_some(at)) else {
            silences.open.clear();
            continue;
        };
        let mut received = week.reports.iter().flat_map(|reports| &reports.received);
        if let Some(received) =
            received.find(|received| registered_as(office, received).is_some_and(|(kind, _)| kind == at))
        {
            silences.add(office, received);
        }
    }
    for member in last_office.into_iter().flat_map(members) {
        silences.note_if_long(member);
    }
    silences.report(findings);
}

/// Who is silent about one paper, from week to week.
#[derive(Default)]
struct Silences<'a> {
    open: HashMap<&'a str, Silence>,
    /// Where each week that tells who sent the paper names it.
    places: Vec<Span>,
    /// Long silences by their last week, a place in `places`.
    long: BTreeMap<usize, Vec<(&'a str, u32)>>,
}

#[derive(Default)]
struct Silence {
    weeks: u32,
    /// The last of them, a place in `places`.
    last: usize,
}

impl<'a> Silences<'a> {
    /// Who has left is no longer asked for.
    fn forget_all_but(&mut self, office: &Office) {
        let there: HashSet<&str> = members(office).collect();
        self.open.retain(|member, _| there.contains(member));
    }

    /// Adds a week in which the paper came in as `received`; one that does not say from whom says nothing.
    fn add(&mut self, office: &'a Office, received: &'a Received) {
        let Some(units) = received.units.written() else { return };
        let sent: HashSet<&str> = units.iter().map(|unit| unit.value.as_str()).collect();
        for member in members(office) {
            if sent.contains(member) {
                self.note_if_long(member);
                self.open.remove(member);
            } else {
                let silence = self.open.entry(member).or_default();
                silence.weeks += 1;
                silence.last = self.places.len();
            }
        }
        self.places.push(received.paper.span.clone());
    }

    fn note_if_long(&mut self, member: &'a str) {
        if let Some(silence) = self.open.get(member).filter(|silence| silence.weeks >= HABIT) {
            self.long.entry(silence.last).or_default().push((member, silence.weeks));
        }
    }

    fn report(self, findings: &mut Vec<Diagnostic>) {
        for (week, units) in self.long {
            let Some(place) = self.places.get(week) else { continue };
            let units: Vec<String> = units.iter().map(|(unit, weeks)| format!("{unit}（{weeks} 期）")).collect();
            findings.push(
                UNIT_SILENT
                    .finding(format!("到这一期，连续没有报送的有：{}", units.join("、")))
                    .at(place.clone(), "没有这几家")
                    .help("催报；已经撤并的，在 office.yaml 的「变更」里写明从哪天起换成怎样的「成员单位」"),
            );
        }
    }
}
