//! What is said where an office wants figures to be compared and there is nothing to compare them with.

use crate::compose::{Comparison, not_compared};
use crate::diagnostic::Diagnostic;
use crate::record::compared_with::ComparedWith;
use crate::record::week::Week;
use crate::workspace::due::due;
use crate::workspace::findings::COMPARISON_MISSING;
use crate::workspace::office::OfficeWorkspace;

impl OfficeWorkspace {
    /// The comparisons that the papers of `week` would print and do not. What keeps papers from being made is told elsewhere.
    pub(in crate::workspace) fn not_compared(&self, week: &Week) -> Vec<Diagnostic> {
        let office = &self.generation_for(week).office;
        let day = week.period.value.office_day();
        let is_printed = || due(office, week).iter().any(|due| self.templates.prints_declared(&due.template, day));
        if office.compared_with().is_empty() || !is_printed() {
            return Vec::new();
        }
        let Ok((others, _)) = self.others(week) else { return Vec::new() };
        let missing = not_compared(office, week, &self.as_compared(&others));
        let mut findings: Vec<Diagnostic> =
            missing.into_iter().map(|(with, figures)| finding(week, with, figures)).collect();
        self.weigh(week, &mut findings);
        findings
    }
}

/// `figures`: those that one of the two weeks does not have; `None` where there is no other week.
fn finding(week: &Week, with: ComparedWith, figures: Option<Vec<&str>>) -> Diagnostic {
    let (change, other) = (with.word(), Comparison::from(with).word());
    let message = match figures {
        None => format!("没有{other}的记录，周报里不印{change}"),
        Some(figures) => format!("{other}没有可比的数，周报里不印这几个数的{change}：{}", figures.join("、")),
    };
    let help = format!("把{other}的记录补进来；本来就没有的，在「认可」里写明理由");
    COMPARISON_MISSING.finding(message).at(week.period.span.clone(), "这一期").help(help)
}
