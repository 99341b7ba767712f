//! Where the record is that a template does not get on with: which item, notice or unit a paper is about, and the file of another
//! week whose figures it names.

use super::comparison::{ComparedRecord, Comparison};
use crate::diagnostic::{Diagnostic, Label};
use crate::source::Span;

/// Points at what the paper is about, and at the records of other weeks that the wrong expressions name.
pub(super) fn located(findings: Vec<Diagnostic>, about: Option<&Span>, compared: &[ComparedRecord]) -> Vec<Diagnostic> {
    let mut all = Vec::with_capacity(findings.len());
    for finding in findings {
        let named = finding.primary.as_ref().and_then(named_week);
        let other = compared.iter().find(|record| Some(record.comparison) == named);
        let mut finding = match about {
            Some(place) => finding.and_at(place.first_line(), "做这一份的时候"),
            None => finding,
        };
        if let Some(record) = other {
            let start = Span::new(&record.source, 0..record.source.text().len()).first_line();
            finding = finding.and_at(start, format!("{}的记录", record.comparison.word()));
        }
        all.push(finding);
    }
    all
}

/// The other week of which the expression speaks in which a place lies.
fn named_week(place: &Label) -> Option<Comparison> {
    let range = place.span.range();
    let template = place.span.source().text();
    let before = template.get(..range.start)?;
    let tag = before.rfind("{{").max(before.rfind("{%"))?;
    let expression = template.get(tag..range.end)?;
    let is_part_of_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.');
    let mut comparisons = Comparison::ALL.into_iter();
    comparisons.find(|comparison| {
        let mut places = expression.match_indices(comparison.variable());
        // Between it and the place nothing but fields stand.
        places.any(|(at, name)| {
            let rest = &expression[at + name.len()..];
            !expression[..at].ends_with(is_part_of_name)
                && !rest.contains([' ', '|', '(', ')', ','])
                && rest.starts_with(['.', '['])
        })
    })
}
