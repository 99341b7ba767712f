//! The document number of each of a week's papers, as templates see it.

use tera::Value;

use super::topic::Topic;
use super::tracer::Tracer;
use crate::metrics::SilentUnit;
use crate::record::built_in::weekly_kind;
use crate::record::office::Office;
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
        for (unit, number) in of_kind.all() {
            let topic = match unit {
                None => Some(Topic::Week),
                Some(name) => units.iter().position(|unit| unit.name.value == name.value).map(Topic::Unit),
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
