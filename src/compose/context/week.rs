//! What templates see of a week, besides its notices and its figures.

use tera::{Map, Value};

use super::Tracer;
use crate::compose::wording::map_value;
use crate::metrics::Figure;
use crate::record::case::Case;
use crate::record::complaint::{CarriedOver, Status};
use crate::record::office::Office;
use crate::record::week::{Assessment, Reception, Section, Week};

impl Tracer {
    pub(super) fn week(&mut self, week: &Week) -> Value {
        map! {
            "period" => self.period(&week.period),
            "issue" => self.text(&week.issue),
            "document_number" => self.maybe(week.document_number.as_ref()),
            "dated" => self.date(&week.dated),
            "next" => week.next.as_ref().map(|next| self.prose(next)),
        }
    }

    pub(super) fn inspections(&mut self, week: &Week) -> Value {
        let mut map = Map::new();
        for (name, count) in week.inspections.iter() {
            map.insert(name.value.clone().into(), self.text(count));
        }
        map_value(map)
    }

    /// The same with their measure words, in the office's order.
    pub(super) fn inspected(&mut self, office: &Office, week: &Week) -> Vec<Value> {
        let counted = office.inspections.iter().filter_map(|inspection| {
            let count = week.inspections.get(&inspection.name.value)?;
            Some(map! {
                "name" => self.text(&inspection.name),
                "count" => self.text(count),
                "unit" => self.maybe(inspection.unit.as_ref()),
            })
        });
        counted.collect()
    }

    pub(super) fn cases(&mut self, cases: &[Case]) -> Value {
        let places = cases.iter().map(|case| case.span.clone()).collect();
        let count = Figure::new("查处案件数", "记录的案件数", cases.len(), places);
        map! {
            "n" => cases.len(),
            "count" => self.figure(&count),
            "items" => cases.iter().map(|case| self.case(case)).collect::<Vec<_>>(),
        }
    }

    fn case(&mut self, case: &Case) -> Value {
        map! {
            "date" => self.date(&case.date),
            "unit" => self.text(&case.unit),
            "subject" => self.text(&case.subject),
            "cause" => self.text(&case.cause),
            "outcome" => self.prose(&case.outcome),
            "fine" => self.maybe(case.fine.as_ref()),
        }
    }

    pub(super) fn carried_over(&mut self, entries: &[CarriedOver]) -> Value {
        let places = entries.iter().map(|entry| entry.span.clone()).collect();
        let count = Figure::new("续办件数", "记录的续办件数", entries.len(), places);
        map! {
            "n" => entries.len(),
            "count" => self.figure(&count),
            "items" => entries.iter().map(|entry| self.carried_over_entry(entry)).collect::<Vec<_>>(),
        }
    }

    fn carried_over_entry(&mut self, entry: &CarriedOver) -> Value {
        map! {
            "platform" => self.text(&entry.platform),
            "respondent" => self.text(&entry.respondent),
            "unit" => self.text(&entry.unit),
            "status" => self.text(&entry.status),
            "closed" => entry.status.value == Status::Closed,
            "minutes" => self.maybe(entry.time.as_ref()),
        }
    }

    pub(super) fn reception(&mut self, reception: &Reception) -> Value {
        map! {
            "unit" => self.text(&reception.unit),
            "date" => self.date(&reception.date),
            "persons" => self.text(&reception.persons),
            "story" => self.prose(&reception.story),
        }
    }

    pub(super) fn assessment(&mut self, assessment: &Assessment) -> Value {
        map! {
            "received" => self.date(&assessment.received),
            "from" => self.text(&assessment.from),
            "paper" => self.text(&assessment.paper),
            "handling" => self.prose(&assessment.handling),
            "answered" => self.date(&assessment.answered),
            "answered_to" => self.text(&assessment.answered_to),
        }
    }

    pub(super) fn section(&mut self, section: &Section) -> Value {
        map! { "title" => self.text(&section.title), "text" => self.prose(&section.text) }
    }
}
