//! One template, read by the engine when it is first filled.

use std::sync::{Arc, OnceLock};

use crate::record::value::Date;
use tera::{Context, Tera};

use super::bounded::{Bounded, too_long};
use super::turns::{self, Counted};
use super::{front_lines, lines, trouble, wording};
use crate::diagnostic::Diagnostic;
use crate::source::Source;

/// One file, with the paper's template that it is and the day from which it holds.
#[derive(Debug)]
pub(super) struct Template {
    pub(super) name: String,
    pub(super) from: Option<Date>,
    pub(super) source: Arc<Source>,
    read: OnceLock<Result<Read, Vec<Diagnostic>>>,
}

/// A template as the engine has read it.
#[derive(Debug)]
struct Read {
    tera: Tera,
    /// The text with line marks and counting calls, in which the engine tells its places.
    counted: Counted,
}

impl Template {
    pub(super) fn new(name: &str, from: Option<Date>, source: Arc<Source>) -> Self {
        Self { name: name.to_owned(), from, source, read: OnceLock::new() }
    }

    /// The template with its tags replaced by what they print.
    ///
    /// # Errors
    /// What is wrong with the template.
    pub(super) fn fill(&self, context: &Context) -> Result<String, Vec<Diagnostic>> {
        let Read { tera, counted } = self.read.get_or_init(|| self.read()).as_ref().map_err(Clone::clone)?;
        let mut filled = Bounded::default();
        turns::begin();
        let done = tera.render_to(self.source.name(), context, &mut filled);
        if filled.is_full() {
            return Err(vec![too_long(&self.source)]);
        }
        if turns::is_spent() {
            return Err(vec![turns::too_much(&self.source)]);
        }
        done.map_err(|error| trouble::from(&error, &self.source, counted))?;
        Ok(filled.into_text())
    }

    fn read(&self) -> Result<Read, Vec<Diagnostic>> {
        let text = self.source.text();
        let counted = turns::counted(&lines::mark_lines(0, text, front_lines(text)));
        let mut tera = Tera::default();
        tera.autoescape_on([""]);
        tera.set_escape_fn(turns::escape);
        wording::register(&mut tera);
        match tera.add_raw_template(self.source.name(), &counted.text) {
            Ok(()) => Ok(Read { tera, counted }),
            Err(error) => Err(trouble::from(&error, &self.source, &counted)),
        }
    }
}
