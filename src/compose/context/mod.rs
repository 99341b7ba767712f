//! What templates see: the office's and the week's records and figures, every value marked with where it comes from.
//!
//! Values to print are marked strings; what is only for deciding (`n`, `closed`, `all_satisfied`) is a plain number
//! or truth value.

use std::sync::Arc;

use tera::{Context, Map, Value};

use super::wording::map_value;
use crate::diagnostic::Diagnostic;
use crate::document::Origin;
use crate::metrics::Metrics;
use crate::record::office::Office;
use crate::record::week::Week;
pub use tracer::Computed;
use tracer::Tracer;

/// A map of a template's values. What the records do not have is left out, not empty: to ask for it by `if` is fine,
/// to print it is an error.
macro_rules! map {
    ($($key:literal => $value:expr),* $(,)?) => {{
        let entries = [$( ($key, Value::from($value)) ),*];
        let present = entries.into_iter().filter(|(_, value)| !value.is_none());
        map_value(present.map(|(key, value)| (key.into(), value)).collect::<Map>())
    }};
}

mod figures;
mod notice;
mod office;
mod tracer;
mod week;

/// A template's variables, and the origins that their marks refer to.
#[derive(Debug)]
pub(super) struct Variables {
    pub(super) context: Context,
    /// The week's notices, each as a template sees it.
    pub(super) notices: Vec<Value>,
    /// The kinds of papers that the office's file names.
    papers: Vec<(String, Value)>,
    pub(super) origins: Vec<Arc<Origin>>,
    pub(super) figures: Vec<Computed>,
    /// What is wrong with the fields in prose.
    pub(super) findings: Vec<Diagnostic>,
}

impl Variables {
    pub(super) fn of(office: &Office, week: &Week) -> Self {
        let metrics = Metrics::of(office, week);
        let mut tracer = Tracer::new();
        let notices: Vec<Value> = week.notices.iter().map(|notice| tracer.notice(office, notice)).collect();
        let mut context = Context::new();
        context.insert_value("office", tracer.office(office));
        context.insert_value("week", tracer.week(week));
        context.insert_value("inspections", tracer.inspections(week));
        context.insert_value("inspected", tracer.inspected(office, week).into());
        if let Some(cases) = week.cases.written().filter(|cases| !cases.is_empty()) {
            context.insert_value("cases", tracer.cases(cases));
        }
        context.insert_value("notices", notices.clone().into());
        let receptions = week.receptions.iter();
        context.insert_value("receptions", receptions.map(|it| tracer.reception(it)).collect::<Vec<_>>().into());
        let assessments = week.assessments.iter();
        context.insert_value("assessments", assessments.map(|it| tracer.assessment(it)).collect::<Vec<_>>().into());
        context.insert_value("complaints", tracer.complaints(&metrics.complaints));
        if let Some(entries) = week.carried_over.written().filter(|entries| !entries.is_empty()) {
            context.insert_value("carried_over", tracer.carried_over(entries));
        }
        if let Some(returns) = &metrics.returns {
            context.insert_value("returns", tracer.returns(returns));
        }
        if let Some(outward) = metrics.outward.as_ref().filter(|outward| !outward.papers.is_empty()) {
            context.insert_value("sent", tracer.outward(outward));
        }
        let received = metrics.inward.iter().map(|inward| tracer.inward(inward));
        context.insert_value("received", received.collect::<Vec<_>>().into());
        let sections = week.sections.iter();
        context.insert_value("sections", sections.map(|section| tracer.section(section)).collect::<Vec<_>>().into());
        let papers = office.papers.iter();
        let papers = papers.map(|paper| (paper.kind.value.0.clone(), tracer.paper(paper))).collect();
        let Tracer { origins, figures, findings } = tracer;
        Self { context, notices, papers, origins, figures, findings }
    }

    /// What the office's file says about papers of a kind.
    pub(super) fn paper(&self, kind: &str) -> Value {
        let named = self.papers.iter().find(|(name, _)| name == kind).map(|(_, value)| value.clone());
        named.unwrap_or_else(|| map! { "kind" => kind.to_owned() })
    }
}
