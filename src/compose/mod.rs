//! From records and figures to a paper: a template is filled, its markup read, and every word knows where it is from.

mod before_number;
mod comparison;
mod context;
mod dates;
mod fields;
pub mod findings;
mod front_matter;
mod located;
mod mark;
mod not_compared;
mod office_traits;
mod origins;
mod paragraph_number;
mod pictures;
mod prose;
mod public;
mod register;
mod rendered;
mod template;
mod unprinted;
mod variables;
mod variables_page;

use std::collections::BTreeSet;

use crate::record::compared_with::ComparedWith;
use crate::record::value::Date;

pub use comparison::{ComparedRecord, ComparedWeek, Comparison};
pub use context::{Computed, Topic};
pub use not_compared::not_compared;
pub use office_traits::word_fonts;
pub use pictures::Pictures;
pub use public::Publication;
pub use template::Templates;
pub use unprinted::{Unprinted, UnprintedKeys};
pub use variables_page::variables_page;

use crate::diagnostic::{Diagnostic, add_unlike};
use crate::document::Document;
use crate::record::office::Office;
use crate::record::week::Week;
use crate::source::Span;
use context::Variables;
use office_traits::OfficeTraits;
use origins::Origins;
use template::Roundings;

/// Fills templates for one week of an office.
#[derive(Debug)]
pub struct Composer<'a> {
    templates: &'a Templates,
    /// On which the week begins.
    day: Date,
    variables: Variables,
    office: OfficeTraits,
    roundings: Roundings,
    /// With which other weeks the office's file compares.
    declared: BTreeSet<ComparedWith>,
    /// The records of the other weeks that templates may compare this one with.
    compared: Vec<ComparedRecord>,
    /// What keeps registers from being made: it holds up no other paper.
    unlisted: Vec<Diagnostic>,
    /// How its papers are published, where they are.
    publication: Option<Publication<'a>>,
}

impl<'a> Composer<'a> {
    /// For templates that compare with no other week.
    ///
    /// # Errors
    /// What is wrong with fields in the week's prose.
    pub fn new(
        office: &Office,
        pictures: &Pictures,
        week: &Week,
        templates: &'a Templates,
    ) -> Result<Self, Vec<Diagnostic>> {
        Self::comparing(office, pictures, week, templates, &[])
    }

    /// For templates that may compare with `others`.
    ///
    /// # Errors
    /// What is wrong with fields in the prose of any of the weeks.
    pub fn comparing(
        office: &Office,
        pictures: &Pictures,
        week: &Week,
        templates: &'a Templates,
        others: &[ComparedWeek],
    ) -> Result<Self, Vec<Diagnostic>> {
        let day = week.period.value.office_day();
        let variables = Variables::for_week(office, week, others, templates.list_records(day, office));
        if !variables.findings.is_empty() {
            return Err(variables.findings);
        }
        let roundings = Roundings::from_office(&office.rounding);
        let compared = others.iter().map(ComparedRecord::of).collect();
        let declared = office.compared_with();
        let office = OfficeTraits::from_office(office, pictures);
        let unlisted = variables.unlisted.clone();
        Ok(Self { templates, day, variables, office, roundings, declared, compared, unlisted, publication: None })
    }

    /// For papers that are published.
    #[must_use]
    pub fn published(mut self, publication: Option<Publication<'a>>) -> Self {
        self.publication = publication;
        self
    }

    /// With what keeps registers from being made besides.
    #[must_use]
    pub fn without_register(mut self, findings: Vec<Diagnostic>) -> Self {
        add_unlike(&mut self.unlisted, findings);
        self
    }

    /// The records of other weeks that papers of the template `template` are made from besides their own week's.
    pub fn compared_with(&self, template: &str) -> impl Iterator<Item = &ComparedRecord> {
        let found = self.templates.get(template, self.day);
        let wanted = found.map_or_else(Vec::new, |template| template.comparisons(&self.declared));
        self.compared.iter().filter(move |record| wanted.contains(&record.comparison))
    }

    /// All figures of the week that templates can print, but for the counts that they make themselves.
    #[must_use]
    pub fn figures(&self) -> &[Computed] {
        &self.variables.figures
    }

    /// Where the record would say the document number of a paper that has none and needs one.
    #[must_use]
    pub fn missing_number(&self, kind: &str, topic: Topic) -> Option<&Span> {
        self.variables.missing_number(kind, topic)
    }

    /// Whether a paper may be called so, also by its file.
    ///
    /// # Errors
    /// Where it is published and the name tells of a person.
    pub fn may_be_called(&self, name: &str) -> Result<(), Vec<Diagnostic>> {
        let Some(publication) = &self.publication else { return Ok(()) };
        publication.may_be_called(name).map_err(|finding| vec![finding])
    }

    /// The paper of `kind` about `topic` that `template` makes.
    ///
    /// # Errors
    /// What is wrong with the template, and elements that would make a wrong paper.
    pub fn compose(&self, kind: &str, template: &str, topic: Topic) -> Result<Document, Vec<Diagnostic>> {
        let Some(found) = self.templates.get(template, self.day) else {
            let message = format!("没有模板「{template}」");
            let help = format!("有这些模板：{}", self.templates.names().join("、"));
            return Err(vec![findings::TEMPLATE.finding(message).help(help)]);
        };
        if !self.unlisted.is_empty() && found.comparisons(&self.declared).contains(&Comparison::Register) {
            return Err(self.unlisted.clone());
        }
        let context = self.variables.for_paper(kind, topic);
        let filled = found
            .fill(&context, self.roundings)
            .map_err(|findings| located::located(findings, self.variables.place(topic), &self.compared))?;
        let worked = filled.workings.into_iter().map(|working| (working.made, working.words));
        let origins = Origins::new(&self.variables.origins, worked);
        let document = rendered::document(&filled.text, &found.source, &origins, &self.office)?;
        match &self.publication {
            Some(publication) => publication.publish(document).map_err(|finding| vec![finding]),
            None => Ok(document),
        }
    }
}
