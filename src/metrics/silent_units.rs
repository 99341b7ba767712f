//! The member units that have not sent what all have to send, each with the papers that it owes.

use super::figure::Figure;
use super::name::FigureName;
use super::reports::inward;
use crate::record::office::{InwardPaper, Office};
use crate::record::week::Week;

/// A member unit that has not reported.
#[derive(Debug, Clone)]
pub struct SilentUnit<'a> {
    pub name: Figure<&'a str>,
    /// Its place in the roster, counted from 0.
    pub in_roster: usize,
    /// What it owes, in the order of the week's record.
    pub owed: Vec<&'a InwardPaper>,
}

/// All of them, in the roster's order.
#[must_use]
pub fn silent_units<'a>(office: &'a Office, week: &'a Week) -> Vec<SilentUnit<'a>> {
    let tallies = week.reports.as_ref().map(|reports| inward(office, reports)).unwrap_or_default();
    let mut units = Vec::new();
    for (in_roster, member) in office.members.iter().enumerate() {
        let mut owed = Vec::new();
        let mut from = Vec::new();
        for tally in &tallies {
            if let Some(missing) = tally.missing.iter().find(|unit| unit.value == member.value) {
                owed.push(tally.paper);
                from.extend(missing.from.iter().cloned());
            }
        }
        if !owed.is_empty() {
            let rule = "在成员单位里，有全体都要报的文书没有报来";
            units.push(SilentUnit {
                name: Figure::new(FigureName::SilentUnits, rule, member.value.as_str(), from),
                in_roster,
                owed,
            });
        }
    }
    units
}
