//! What templates see of a week's figures.

use tera::{Map, Value};

use super::Tracer;
use crate::compose::wording::map_value;
use crate::metrics::{Complaints, Figure, InwardTally, OutwardTally, PlatformTally, Returns};
use crate::record::complaint::{Complaint, Status};
use crate::source::Span;

impl Tracer {
    pub(super) fn complaints(&mut self, complaints: &Complaints) -> Value {
        let closed = complaints.platforms.iter().map(|tally| tally.closed.value).fold(0, usize::saturating_add);
        let from = complaints.platforms.iter().flat_map(|tally| tally.closed.from.clone()).collect();
        let closed = Figure::new("办结件数", "各平台办结件数之和", closed, from);
        let (none, some): (Vec<_>, Vec<_>) = complaints.platforms.iter().partition(|tally| tally.complaints.is_empty());
        let (timed, untimed): (Vec<_>, Vec<_>) = some.into_iter().partition(|tally| tally.platform.is_timed());
        map! {
            "n" => complaints.total.value,
            "platforms" => complaints.platforms.len(),
            "all" => complaints.platforms.iter().map(|tally| self.platform(tally)).collect::<Vec<_>>(),
            "closed" => self.figure(&closed),
            "open" => self.figure(&open(&complaints.platforms, "在办件数")),
            "none" => none.into_iter().map(|tally| self.text(&tally.platform.name)).collect::<Vec<_>>(),
            "untimed" => untimed.into_iter().map(|tally| self.platform(tally)).collect::<Vec<_>>(),
            "timed" => timed.into_iter().map(|tally| self.platform(tally)).collect::<Vec<_>>(),
            "total" => self.figure(&complaints.total),
            "valid" => self.figure(&complaints.valid),
            "total_time" => complaints.total_time.as_ref().map(|figure| self.figure(figure)),
            "mean_minutes" => complaints.mean_minutes.as_ref().map(|figure| self.figure(figure)),
        }
    }

    fn platform(&mut self, tally: &PlatformTally) -> Value {
        map! {
            "name" => self.text(&tally.platform.name),
            "n" => tally.count.value,
            "count" => self.figure(&tally.count),
            "closed" => self.figure(&tally.closed),
            "open" => self.figure(&open(std::slice::from_ref(tally), "平台在办件数")),
            "complaints" => tally.complaints.iter().map(|complaint| self.complaint(complaint)).collect::<Vec<_>>(),
        }
    }

    fn complaint(&mut self, complaint: &Complaint) -> Value {
        map! {
            "respondent" => self.text(&complaint.respondent),
            "unit" => self.text(&complaint.unit),
            "status" => self.text(&complaint.status),
            "closed" => complaint.status.value == Status::Closed,
            "minutes" => self.maybe(complaint.time.as_ref()),
        }
    }

    pub(super) fn returns(&mut self, returns: &Returns) -> Value {
        let n = returns.count.value;
        map! {
            "n" => n,
            "count" => self.figure(&returns.count),
            "amount" => self.figure(&returns.amount),
            "satisfied" => self.figure(&returns.satisfied),
            "withdrawn" => self.figure(&returns.withdrawn),
            "evasions" => self.figure(&returns.evasions),
            "all_satisfied" => returns.satisfied.value == n,
            "all_withdrawn" => returns.withdrawn.value == n,
            "no_evasion" => returns.evasions.value == 0,
        }
    }

    pub(super) fn outward(&mut self, outward: &OutwardTally) -> Value {
        let papers = outward.papers.iter();
        let papers = papers.map(|(sent, paper)| map! { "name" => self.text(sent), "to" => self.text(&paper.to) });
        let papers: Vec<_> = papers.collect();
        map! { "papers" => papers, "copies" => self.figure(&outward.copies) }
    }

    pub(super) fn inward(&mut self, inward: &InwardTally) -> Value {
        let names = &inward.paper.names.0;
        let short = inward.paper.short.as_ref().or(names.first());
        map! {
            "names" => names.iter().map(|name| self.text(name)).collect::<Vec<_>>(),
            "short" => self.maybe(short),
            "everyone" => inward.paper.is_from_everyone(),
            "units" => inward.units.iter().map(|unit| self.text(unit)).collect::<Vec<_>>(),
            "copies" => self.figure(&inward.copies),
            "missing" => inward.missing.iter().map(|unit| self.figure(unit)).collect::<Vec<_>>(),
        }
    }
}

/// Complaints that are not done with yet.
fn open(platforms: &[PlatformTally], name: &'static str) -> Figure<usize> {
    let complaints = platforms.iter().flat_map(|tally| tally.complaints);
    let open = complaints.filter(|complaint| complaint.status.value == Status::Open);
    let places: Vec<Span> = open.map(|complaint| complaint.span.clone()).collect();
    Figure::new(name, "状态为处理中的件数", places.len(), places)
}
