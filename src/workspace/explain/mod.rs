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
use crate::diagnostic::{Diagnostic, add_unlike};
use crate::metrics::FigureName;
use crate::record::own::OwnFigure;
use crate::record::week::Week;
use found::Found;

/// What is known of a week's figures.
#[derive(Debug, Default)]
pub struct Explanation {
    pub figures: Vec<Explained>,
    /// What holds up papers of the week: of these it is not known what they print.
    pub held_up: Vec<Diagnostic>,
}

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
    #[must_use]
    pub fn explain(&self, week: &Week, asked: Option<&str>) -> Explanation {
        self.explain_with(week, asked, true)
    }

    /// The same of a record that has errors, of which no paper is made.
    #[must_use]
    pub fn explain_record(&self, week: &Week, asked: Option<&str>) -> Explanation {
        self.explain_with(week, asked, false)
    }

    fn explain_with(&self, week: &Week, asked: Option<&str>, has_papers: bool) -> Explanation {
        let (mut found, mut held_up) = (Found::default(), Vec::new());
        recorded::numbers(week, &mut found);
        match self.composer(week) {
            Ok(composer) => {
                for figure in composer.figures() {
                    found.figure(&figure.value, &figure.origin);
                }
                // Who asks for a figure by its name does not ask where that name stands.
                let value = asked.filter(|asked| !found.has_name(asked) && asked.parse::<FigureName>().is_err());
                let papers = if has_papers { due(&self.generation_for(week).office, week) } else { Vec::new() };
                for due in papers {
                    match due.compose(&composer) {
                        Ok(document) => {
                            for line in line::lines(&document) {
                                line.find(&due, value, &mut found);
                            }
                        }
                        Err(wrong) => add_unlike(&mut held_up, wrong),
                    }
                }
            }
            Err(wrong) => held_up.extend(wrong),
        }
        let mut figures = match asked {
            Some(asked) => meant(found.figures, asked),
            None => found.figures,
        };
        let are_all_seen = has_papers && held_up.is_empty();
        if let Some(asked) = asked.filter(|_| figures.is_empty() && !are_all_seen) {
            // What would print it cannot be looked through.
            figures.extend(recorded::values(week, asked));
        }
        for figure in &mut figures {
            figure.may_be_printed = !are_all_seen;
        }
        recorded::units_that_sent(week, &mut figures);
        Explanation { figures, held_up }
    }
}

/// Those that are called or printed so, or else those in whose words that number stands.
fn meant(figures: Vec<Explained>, asked: &str) -> Vec<Explained> {
    let (meant, others): (Vec<_>, Vec<_>) = figures.into_iter().partition(|figure| figure.is_meant(asked));
    if meant.is_empty() { others.into_iter().filter(|figure| figure.has_number(asked)).collect() } else { meant }
}
