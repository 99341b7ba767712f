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
use crate::metrics::FigureName;
use crate::record::own::OwnFigure;
use crate::record::week::Week;
use found::Found;

impl OfficeWorkspace {
    /// The names of the figures that the office has of its own, at one time or another.
    #[must_use]
    pub fn own_figure_names(&self) -> Vec<&'static str> {
        let mut names = Vec::new();
        for office in self.generations().map(|generation| &generation.office) {
            let of_ledgers = office.ledgers.iter().flat_map(|ledger| &ledger.figures);
            let all = office.complaint_figures.iter().chain(&office.case_figures).chain(of_ledgers);
            for name in all.map(OwnFigure::name) {
                if !names.contains(&name) {
                    names.push(name);
                }
            }
        }
        names
    }

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
        // Who asks for a figure by its name does not ask where that name stands.
        let value = asked.filter(|asked| !found.has_name(asked) && asked.parse::<FigureName>().is_err());
        let mut findings = Vec::new();
        for due in due(&self.generation_for(week).office, week) {
            match due.compose(&composer) {
                Ok(document) => line::lines(&document).iter().for_each(|line| line.find(&due, value, &mut found)),
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
