//! What templates see of a week's figures.

use tera::{Map, Value};

use super::Tracer;
use crate::compose::wording::map_value;
use crate::metrics::{Complaints, InwardTally, OutwardTally, PlatformTally, Returns};
use crate::record::complaint::{Complaint, Status};

impl Tracer {
    pub(super) fn complaints(&mut self, complaints: &Complaints) -> Value {
        let all: Vec<(&PlatformTally, Value)> =
            complaints.platforms.iter().map(|tally| (tally, self.platform(tally))).collect();
        let some = |timed: bool| {
            let some = all.iter().filter(|(tally, _)| !tally.complaints.is_empty());
            let some = some.filter(|(tally, _)| tally.platform.is_timed() == timed);
            some.map(|(_, value)| value.clone()).collect::<Vec<_>>()
        };
        let (timed, untimed) = (some(true), some(false));
        let none = complaints.platforms.iter().filter(|tally| tally.complaints.is_empty());
        map! {
            "n" => complaints.total.value,
            "platforms" => complaints.platforms.len(),
            "all" => all.into_iter().map(|(_, value)| value).collect::<Vec<_>>(),
            "closed" => self.figure(&complaints.closed),
            "open" => self.figure(&complaints.open),
            "none" => none.map(|tally| self.text(&tally.platform.name)).collect::<Vec<_>>(),
            "untimed" => untimed,
            "timed" => timed,
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
            "open" => self.figure(&tally.open),
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
