//! The document number of each of a week's papers, as templates see it.

use std::collections::HashMap;

use tera::Value;

use super::topic::Topic;
use super::tracer::Tracer;
use crate::metrics::{PaperItem, SilentUnit, paper_items};
use crate::record::built_in::weekly_kind;
use crate::record::office::Office;
use crate::record::own::Ledger;
use crate::record::paper::PaperKind;
use crate::record::series::Series;
use crate::record::week::Week;

/// The number of a paper.
#[derive(Debug)]
pub(super) struct PaperNumber {
    /// `None`: of whichever kind.
    kind: Option<String>,
    topic: Topic,
    value: Value,
}

impl PaperNumber {
    pub(super) fn is_of(&self, kind: &str, topic: Topic) -> bool {
        self.topic == topic && self.kind.as_deref().is_none_or(|known| known == kind)
    }

    pub(super) fn value(&self) -> Value {
        self.value.clone()
    }

    /// Whether it stands for papers of that kind alone.
    pub(super) fn is_of_kind(&self, kind: &str) -> bool {
        self.kind.as_deref() == Some(kind)
    }
}

/// All numbers of a week's papers, those that are written for a paper itself first.
pub(super) fn paper_numbers(
    tracer: &mut Tracer,
    office: &Office,
    week: &Week,
    units: &[SilentUnit],
) -> Vec<PaperNumber> {
    let mut numbers = Vec::new();
    for (kind, of_kind) in week.paper_numbers.iter() {
        let topics = topics_of_kind(office, week, &kind.value, units);
        for (called, number) in of_kind.all() {
            let topic = match called {
                None => Some(Topic::Week),
                Some(name) => topics.get(&name.value).copied(),
            };
            if let Some(topic) = topic {
                numbers.push(PaperNumber {
                    kind: Some(kind.value.clone()),
                    topic,
                    value: tracer.number(&number.value, &number.span),
                });
            }
        }
    }
    if let (Some(number), Some(kind)) =
        (&week.document_number, weekly_kind(office, Series::of_period(office, &week.period.value)))
    {
        let kind = kind.to_owned();
        numbers.push(PaperNumber {
            kind: Some(kind),
            topic: Topic::Week,
            value: tracer.number(&number.value, &number.span),
        });
    }
    for (at, notice) in week.notices.iter().enumerate() {
        if let Some(number) = &notice.document_number {
            numbers.push(PaperNumber {
                kind: None,
                topic: Topic::Notice(at),
                value: tracer.number(&number.value, &number.span),
            });
        }
    }
    numbers
}

/// What the papers of a kind are about, by what 各件文号 calls it.
fn topics_of_kind(office: &Office, week: &Week, kind: &str, units: &[SilentUnit]) -> HashMap<String, Topic> {
    let written = office.papers.iter().find(|paper| paper.kind.value.0 == kind);
    let Some(per) = written.and_then(PaperKind::per_item) else {
        let units = units.iter().enumerate();
        return units.map(|(at, unit)| (unit.name.value.to_owned(), Topic::Unit(at))).collect();
    };
    let is_meant = |ledger: &Ledger| ledger.name() == per.ledger.value.text();
    let Some(ledger) = office.ledgers.iter().position(is_meant) else { return HashMap::new() };
    let items = paper_items(office, week, per).into_iter();
    items.map(|PaperItem { at, name, .. }| (name, Topic::Item { ledger, at })).collect()
}
