//! How many cases there were, and what came of all of them.

use super::figure::Figure;
use super::name::FigureName;
use crate::record::case::Case;
use crate::record::case_counts::{CaseCounts, Cases};
use crate::record::value::Quantity;
use crate::source::{Span, Spanned};

/// The cases of a week.
#[derive(Debug, Clone)]
pub struct CaseTally<'a> {
    /// The count with its results, where the week has them.
    pub counts: Option<&'a CaseCounts>,
    /// Those that are written one by one.
    pub listed: &'a [Case],
    /// Whether those are all.
    pub are_all_listed: bool,
    pub count: Figure<u32>,
    /// What came of all of them, by what it is; not what one listed case alone tells.
    pub results: Vec<(&'a Spanned<String>, Figure<Quantity>)>,
}

impl<'a> CaseTally<'a> {
    #[must_use]
    pub fn from_record(cases: &'a Cases) -> Self {
        let listed = cases.listed();
        let count = match cases.count() {
            Some(count) => Figure::as_typed(FigureName::Cases, count.value, &count.span),
            None => Figure::new(FigureName::Cases, "记录的案件数", cases.number_listed(), places(listed)),
        };
        let written = cases.counts().into_iter().flat_map(|counts| counts.results.iter());
        let mut results: Vec<_> = written.map(|(name, result)| (name, as_typed(name, result))).collect();
        let are_all_listed = cases.are_all_listed();
        if are_all_listed {
            for (name, _) in listed.iter().flat_map(|case| case.results.iter()) {
                if results.iter().all(|(known, _)| known.value != name.value) {
                    results.extend(summed(name, listed).map(|sum| (name, sum)));
                }
            }
        }
        Self { counts: cases.counts(), listed, are_all_listed, count, results }
    }
}

/// Where the cases are written, each by its count where it has one.
fn places(cases: &[Case]) -> Vec<Span> {
    cases.iter().map(|case| case.count.as_ref().map_or(&case.span, |count| &count.span).clone()).collect()
}

fn as_typed(name: &Spanned<String>, result: &Spanned<Quantity>) -> Figure<Quantity> {
    Figure::as_typed(FigureName::CaseResult, result.value.clone(), &result.span).about(&name.value)
}

/// What several cases come to; `None` where one alone tells it, or it cannot be added.
fn summed(name: &Spanned<String>, cases: &[Case]) -> Option<Figure<Quantity>> {
    let parts: Vec<_> = cases.iter().filter_map(|case| case.results.get(&name.value)).collect();
    if parts.len() < 2 {
        return None;
    }
    let sum = Quantity::sum(parts.iter().map(|part| &part.value))?;
    let places = parts.iter().map(|part| part.span.clone()).collect();
    Some(Figure::new(FigureName::CaseResult, "各案件结果之和", sum, places).about(&name.value))
}
