//! From records and figures to a paper: a template is filled, its markup read, and every word knows where it is from.

mod attachment;
mod bounded;
mod context;
mod dates;
mod elements;
pub mod findings;
mod front;
mod item;
mod lines;
mod mark;
mod markup;
mod names;
mod numbers;
mod office;
mod pictures;
mod prose;
mod reader;
mod rules;
mod table;
mod template;
mod templates;
mod trouble;
mod turns;
mod wording;

use jiff::civil::Date;

pub use context::Computed;
pub use pictures::Pictures;
pub use templates::Templates;

use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::record::office::Office;
use crate::record::week::Week;
use context::Variables;
use office::OfficeTraits;

/// What a paper is about, as its template sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// The week as a whole.
    Week,
    /// The notice at that place in the week's list, counted from 0.
    Notice(usize),
}

/// Fills templates for one week of an office.
#[derive(Debug)]
pub struct Composer<'a> {
    templates: &'a Templates,
    /// On which the week begins.
    day: Date,
    variables: Variables,
    office: OfficeTraits,
}

impl<'a> Composer<'a> {
    /// # Errors
    /// What is wrong with fields in the week's prose.
    pub fn new(
        office: &Office,
        pictures: &Pictures,
        week: &Week,
        templates: &'a Templates,
    ) -> Result<Self, Vec<Diagnostic>> {
        let variables = Variables::of(office, week);
        if !variables.findings.is_empty() {
            return Err(variables.findings);
        }
        let day = week.period.value.start().value.civil();
        Ok(Self { templates, day, variables, office: OfficeTraits::of(office, pictures) })
    }

    /// All figures of the week that templates can print, but for the counts that they make themselves.
    #[must_use]
    pub fn figures(&self) -> &[Computed] {
        &self.variables.figures
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
        let mut context = self.variables.context.clone();
        context.insert_value("paper", self.variables.paper(kind));
        match topic {
            Topic::Week => {}
            Topic::Notice(at) => {
                if let Some(value) = self.variables.notices.get(at) {
                    context.insert_value("notice", value.clone());
                }
            }
        }
        front::document(&found.fill(&context)?, &found.source, &self.variables.origins, &self.office)
    }
}

/// How many lines a template's front matter takes, its two `---` included; 0 where there is none.
fn front_lines(text: &str) -> usize {
    split_front(text).map_or(0, |(front, _)| front.lines().count() + 2)
}

/// A template cut into what stands before and after its front matter's closing line.
fn split_front(text: &str) -> Option<(&str, &str)> {
    let inner =
        text.strip_prefix("---").and_then(|rest| rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix('\n')))?;
    let mut at = 0;
    for line in inner.split_inclusive('\n') {
        if line.trim_end() == "---" {
            return Some((&inner[..at], &inner[at + line.len()..]));
        }
        at += line.len();
    }
    None
}
