//! Addresses down to the room: 3幢2单元501室.

use std::ops::Range;

use super::digits::plain_runs;
use crate::check::rule_set::{Check, RuleSet};
use crate::check::text::line::Line;
use crate::check::text::passage::Passage;
use crate::diagnostic::{Diagnostic, Rule, Severity};

pub static ADDRESS: Rule = Rule {
    code: "privacy-address",
    severity: Severity::Advice,
    adjustable: true,
    looks_for: "写到楼栋、单元、房间的住址；地址的栏里写了、文字里又写的（是警告）。",
    why: "写到房间的住址能找到本人家里。",
    example: "家住某小区3幢2单元501室",
    fix: "写到小区或街道为止。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&ADDRESS], check: Check::Text(check) };

fn check(passage: &Passage, findings: &mut Vec<Diagnostic>) {
    let Passage { line, week: Some(week), .. } = passage else { return };
    for run in plain_runs(line).filter(|run| is_room(line, run)) {
        let bytes = line.bytes(run.clone());
        // Homes that the record itself knows are told by another rule set.
        let mut recorded = week.persons.find(line.all()).into_iter().filter(|(_, person)| person.is_address);
        if recorded.any(|(place, _)| place.start <= bytes.start && bytes.end <= place.end) {
            continue;
        }
        let place = line.place(run.start..run.end + 1);
        findings.push(ADDRESS.finding("住址写到了房间").at(place, "会印出来").help("写到小区或街道为止"));
    }
}

/// How far behind its building a room stands at most, in bytes.
const NEAR: usize = 24;

fn is_room(line: &Line, run: &Range<usize>) -> bool {
    let behind = line.c(run.end);
    if !matches!(behind, '室' | '号') || !matches!(run.len(), 3 | 4) {
        return false;
    }
    let before = line.text(line.clause(run.start).start..run.start);
    let building = ["单元", "幢", "栋", "号楼"].iter().filter_map(|word| before.rfind(word)).max();
    building.is_some_and(|at| before.len() - at <= NEAR) && (behind == '室' || before.ends_with("单元"))
}
