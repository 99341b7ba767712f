//! From records and figures to a paper: a template is filled, its markup read, and every word knows where it is from.

mod attachment;
mod context;
mod dates;
mod elements;
mod front;
mod item;
mod lines;
mod mark;
mod markup;
mod numbers;
mod office;
mod pictures;
mod prose;
mod reader;
mod rules;
mod table;
mod templates;
mod trouble;
mod wording;

use std::sync::Arc;

use tera::Tera;

pub use pictures::Pictures;
pub use templates::Templates;

use crate::diagnostic::{Code, Diagnostic};
use crate::document::Document;
use crate::record::office::Office;
use crate::record::week::Week;
use crate::source::{Source, Span};
use context::Variables;
use office::OfficeTraits;

/// Fills templates for one week of an office.
#[derive(Debug)]
pub struct Composer<'a> {
    templates: &'a Templates,
    week: &'a Week,
    variables: Variables,
    office: OfficeTraits,
}

impl<'a> Composer<'a> {
    /// # Errors
    /// What is wrong with fields in the week's prose.
    pub fn new(
        office: &Office,
        pictures: &Pictures,
        week: &'a Week,
        templates: &'a Templates,
    ) -> Result<Self, Vec<Diagnostic>> {
        let variables = Variables::of(office, week);
        if !variables.findings.is_empty() {
            return Err(variables.findings);
        }
        Ok(Self { templates, week, variables, office: OfficeTraits::of(office, pictures) })
    }

    /// The paper of `kind` that `template` makes; `notice` is the number in the week's list of the notice that it
    /// answers.
    ///
    /// # Errors
    /// What is wrong with the template, and elements that would make a wrong paper.
    pub fn compose(&self, kind: &str, template: &str, notice: Option<usize>) -> Result<Document, Vec<Diagnostic>> {
        let day = self.week.period.value.start().value.civil();
        let Some(source) = self.templates.get(template, day) else {
            let message = format!("没有模板「{template}」");
            let help = format!("有这些模板：{}", self.templates.names().join("、"));
            return Err(vec![Diagnostic::error(Code::Template, message).help(help)]);
        };
        let marked = lines::mark_lines(0, source.text(), front_lines(source.text()));
        let told = |error: &tera::Error| trouble::from(error, &source, &marked);
        let mut tera = Tera::default();
        tera.autoescape_on([""]);
        tera.set_escape_fn(mark::escape);
        wording::register(&mut tera);
        tera.add_raw_template(source.name(), &marked).map_err(|error| told(&error))?;

        let mut context = self.variables.context.clone();
        context.insert_value("paper", self.variables.paper(kind));
        if let Some(value) = notice.and_then(|at| self.variables.notices.get(at)) {
            context.insert_value("notice", value.clone());
        }
        let mut rendered = Bounded(Vec::new());
        let done = tera.render_to(source.name(), &context, &mut rendered);
        if rendered.0.len() == MOST_RENDERED {
            return Err(vec![too_long(&source)]);
        }
        done.map_err(|error| told(&error))?;
        let rendered = String::from_utf8_lossy(&rendered.0);
        front::document(&rendered, &source, &self.variables.origins, &self.office)
    }
}

/// A paper takes some 50 KB as markup, with its marks; so many bytes come of loops within loops.
const MOST_RENDERED: usize = 16 * 1024 * 1024;

/// What a template is rendered to, up to [`MOST_RENDERED`]: then writing fails, and rendering ends.
struct Bounded(Vec<u8>);

impl std::io::Write for Bounded {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let room = bytes.len().min(MOST_RENDERED - self.0.len());
        self.0.extend_from_slice(&bytes[..room]);
        // Nothing written is an error to whoever has more to write.
        Ok(room)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn too_long(source: &Arc<Source>) -> Diagnostic {
    Diagnostic::error(Code::Template, "模板填出来的内容太多，超过 16 MB，不像是一份文书")
        .at(Span::new(source, 0..0), "这份模板")
        .help("请核对模板里的循环，看是不是循环套着循环")
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
