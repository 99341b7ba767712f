//! One template, read by the engine when it is first filled.

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use crate::record::compared_with::ComparedWith;
use crate::record::value::Date;
use tera::{Context, Tera};

use super::budget;
use super::comparisons::Comparisons;
use super::engine::engine;
use super::engine_errors::{engine_errors, expression_error, reading_errors};
use super::engine_text::EngineText;
use super::expression::{self, Roundings, Working};
use super::lexer::pieces;
use super::line_marks::line_marks;
use crate::compose::comparison::Comparison;
use crate::diagnostic::Diagnostic;
use crate::source::Source;

/// One file, with the paper's template that it is and the day from which it holds.
#[derive(Debug)]
pub(in crate::compose) struct Template {
    pub(super) name: String,
    pub(super) from: Option<Date>,
    pub(in crate::compose) source: Arc<Source>,
    read: OnceLock<Result<Read, Vec<Diagnostic>>>,
    comparisons: OnceLock<Comparisons>,
}

/// What a template comes to.
#[derive(Debug)]
pub(in crate::compose) struct Filled {
    /// Its text with its tags replaced by what they print.
    pub(in crate::compose) text: String,
    /// What its filters have reckoned.
    pub(in crate::compose) workings: Vec<Working>,
}

/// A template as the engine has read it.
#[derive(Debug)]
struct Read {
    tera: Tera,
    /// With line marks, and with calls that count or stand for expressions: the engine tells its places in this.
    text: EngineText,
}

impl Template {
    pub(super) fn new(name: &str, from: Option<Date>, source: Arc<Source>) -> Self {
        Self { name: name.to_owned(), from, source, read: OnceLock::new(), comparisons: OnceLock::new() }
    }

    /// The other weeks with which it compares papers of an office whose file names these, in their order.
    pub(in crate::compose) fn comparisons(&self, declared: &BTreeSet<ComparedWith>) -> Vec<Comparison> {
        self.all_comparisons().where_declared(declared)
    }

    /// Whether it prints how figures have changed that the office's file compares.
    pub(super) fn prints_declared(&self) -> bool {
        self.all_comparisons().prints_declared
    }

    fn all_comparisons(&self) -> &Comparisons {
        self.comparisons.get_or_init(|| Comparisons::of_template(self.source.text()))
    }

    /// Fills the template, which rounds by `roundings`.
    ///
    /// # Errors
    /// What is wrong with the template.
    pub(in crate::compose) fn fill(&self, context: &Context, roundings: Roundings) -> Result<Filled, Vec<Diagnostic>> {
        let Read { tera, text } = self.read.get_or_init(|| self.read()).as_ref().map_err(Clone::clone)?;
        let mut output = budget::Output::default();
        budget::begin();
        expression::start(roundings);
        let done = tera.render_to(self.source.name(), context, &mut output);
        if output.is_full() {
            return Err(vec![budget::too_long(&self.source)]);
        }
        if budget::is_spent() {
            return Err(vec![budget::endless(&self.source)]);
        }
        match (done, expression::last_fault()) {
            (Ok(()), _) => Ok(Filled { text: output.into_text(), workings: expression::take_workings() }),
            (Err(_), Some(fault)) => Err(vec![expression_error(&fault, &self.source)]),
            (Err(error), None) => Err(engine_errors(&error, &self.source, text)),
        }
    }

    fn read(&self) -> Result<Read, Vec<Diagnostic>> {
        let template = self.source.text();
        let pieces = pieces(template);
        let (expressions, mut insertions) = expression::replace(template, &pieces);
        // Calls go before marks: they belong to the tag before them.
        insertions.extend(budget::calls(&pieces));
        insertions.extend(line_marks(template, &pieces));
        let text = EngineText::new(template, insertions);
        let expressions = Arc::new(expressions);
        let mut tera = engine(&expressions);
        let read = tera.add_raw_template(self.source.name(), text.text());
        let findings = reading_errors(read.err().as_ref(), &expressions, &self.source, &text);
        if findings.is_empty() { Ok(Read { tera, text }) } else { Err(findings) }
    }
}
