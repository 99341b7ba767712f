//! Any figure of a week's papers: its value, the rule that made it, where the papers print it, and what it was made of.

mod explained;
mod found;
mod line;
mod printed;
mod recorded;

pub use explained::Explained;
pub use printed::Printed;

use super::due::due;
use super::office::OfficeWorkspace;
use crate::diagnostic::Diagnostic;
use crate::record::week::Week;
use found::Found;

impl OfficeWorkspace {
    /// The figures of a week that are meant by `asked`, or all of them: those of its papers, and those that could be
    /// printed there. A value as it is printed is looked for in the record as well.
    ///
    /// # Errors
    /// What keeps the papers of the week from being composed.
    pub fn explain(&self, week: &Week, asked: Option<&str>) -> Result<Vec<Explained>, Vec<Diagnostic>> {
        let composer = self.composer(week)?;
        let mut found = Found::default();
        recorded::numbers(week, &mut found);
        for figure in composer.figures() {
            found.figure(&figure.value, &figure.origin);
        }
        let mut findings = Vec::new();
        for due in due(&self.generation_for(week).office, week) {
            match due.compose(&composer) {
                Ok(document) => line::lines(&document).iter().for_each(|line| line.find(&due, asked, &mut found)),
                Err(wrong) => findings.extend(wrong),
            }
        }
        if !findings.is_empty() {
            return Err(findings);
        }
        let mut figures = found.figures;
        figures.retain(|figure| asked.is_none_or(|asked| figure.is_meant(asked)));
        recorded::units_that_sent(week, &mut figures);
        Ok(figures)
    }
}
