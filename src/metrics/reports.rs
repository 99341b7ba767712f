//! Papers sent up, and papers received against the roster.

use std::collections::BTreeSet;

use super::figure::Figure;
use super::name::FigureName;
use crate::record::office::{InwardPaper, Office, OutwardPaper};
use crate::record::text::{Members, Name, OutwardPapers};
use crate::record::week::{Received, Reports};
use crate::source::Span;

/// The papers sent up this week.
#[derive(Debug, Clone)]
pub struct OutwardTally<'a> {
    /// Each as the week names it, with its entry in the office's register.
    pub papers: Vec<(&'a Name<OutwardPapers>, &'a OutwardPaper)>,
    /// "等5份": every paper counts with its number of copies.
    pub copies: Figure<u32>,
}

/// Papers of one kind received this week.
#[derive(Debug, Clone)]
pub struct InwardTally<'a> {
    pub paper: &'a InwardPaper,
    pub units: &'a [Name<Members>],
    pub copies: Figure<u32>,
    /// Roster units that did not send a paper that everybody has to send, in the roster's order.
    pub missing: Vec<Figure<&'a str>>,
}

/// Papers that the register does not have are left out; `check` reports them as errors.
#[must_use]
pub fn outward<'a>(office: &'a Office, reports: &'a Reports) -> OutwardTally<'a> {
    let mut papers = Vec::new();
    let mut copies = 0_u32;
    for sent in &reports.sent {
        if let Some(paper) = office.outward.iter().find(|paper| paper.name.value == sent.value) {
            copies = copies.saturating_add(paper.copies.as_ref().map_or(1, |copies| copies.value));
            papers.push((sent, paper));
        }
    }
    let mut from: Vec<Span> = papers.iter().map(|(sent, _)| sent.span.clone()).collect();
    from.extend(papers.iter().filter_map(|(_, paper)| Some(paper.copies.as_ref()?.span.clone())));
    OutwardTally {
        papers,
        copies: Figure::new(FigureName::CopiesSent, "各上报文书的份数之和，没有登记份数的算 1 份", copies, from),
    }
}

/// Papers that the register does not have are left out; `check` reports them as errors.
#[must_use]
pub fn inward<'a>(office: &'a Office, reports: &'a Reports) -> Vec<InwardTally<'a>> {
    let mut tallies = Vec::new();
    for received in &reports.received {
        if let Some(paper) = office.inward.iter().find(|paper| paper.has_name(&received.paper)) {
            tallies.push(tally(office, paper, received));
        }
    }
    tallies
}

fn tally<'a>(office: &'a Office, paper: &'a InwardPaper, received: &'a Received) -> InwardTally<'a> {
    let units = &received.units;
    let of = received.paper.value.as_str();
    let copies = if let Some(copies) = &received.copies {
        Figure::as_typed(FigureName::CopiesReceived, copies.value, &copies.span)
    } else {
        let count = u32::try_from(units.len()).unwrap_or(u32::MAX);
        Figure::new(
            FigureName::CopiesReceived,
            "报来的单位数",
            count,
            units.iter().map(|unit| unit.span.clone()).collect(),
        )
    };
    let missing = if paper.is_from_everyone() {
        let roster = office.members.iter();
        let everyone: Vec<Span> = paper.everyone.iter().map(|everyone| everyone.span.clone()).collect();
        let sent: BTreeSet<&str> = units.iter().map(|unit| unit.value.as_str()).collect();
        let absent = roster.filter(|member| !sent.contains(member.value.as_str()));
        absent
            .map(|member| {
                let from = [&member.span, &received.span].into_iter().chain(&everyone).cloned().collect();
                Figure::new(FigureName::SilentUnits, "在成员单位里，不在报来的单位里", member.value.as_str(), from)
                    .about(of)
            })
            .collect()
    } else {
        Vec::new()
    };
    InwardTally { paper, units, copies: copies.about(of), missing }
}
