//! YAML and markup that a template prints: what is wrong with it is reported at the template's own lines.

use std::ops::Range;
use std::str::FromStr;
use std::sync::Arc;

use super::item::Item;
use crate::compose::findings;
use crate::compose::mark::{self, Near};
use crate::diagnostic::Diagnostic;
use crate::record::Described;
use crate::record::read;
use crate::record::value::Wrong;
use crate::source::{Source, Span};
use crate::yaml::Problems;

/// What is wrong, and where in the rendered text.
pub(super) type Fault = (Wrong, Range<usize>);

/// A stretch of a rendered template, and the template's line to show where the stretch itself tells none.
#[derive(Debug, Clone, Copy)]
pub(super) struct Printed<'a> {
    pub(super) text: &'a str,
    pub(super) template: &'a Arc<Source>,
    pub(super) fallback: usize,
}

impl Printed<'_> {
    /// Where the template says what stands at `range`. A line that bears no mark (`---`) is looked for below the last
    /// one that does.
    pub(super) fn place(&self, range: &Range<usize>) -> Span {
        let line = match mark::line_near(self.text, range) {
            Some(Near::Here(line)) => line,
            Some(Near::Before(line)) => self.below(line, range).unwrap_or(line),
            None => self.below(self.fallback, range).unwrap_or(self.fallback),
        };
        Span::new(self.template, self.template.line_range(line).unwrap_or(0..0))
    }

    /// The first line of the template from `line` on that reads as what was rendered at `range`.
    fn below(&self, line: usize, range: &Range<usize>) -> Option<usize> {
        let words = self.text.get(range.clone())?.trim().lines().next()?.trim_end();
        let lines = self.template.text().lines().enumerate().skip(line.saturating_sub(1));
        let mut alike = lines.filter(|(_, content)| content.trim() == words);
        alike.next().map(|(at, _)| at + 1)
    }

    pub(super) fn finding(&self, range: &Range<usize>, wrong: &Wrong) -> Diagnostic {
        let diagnostic = findings::TEMPLATE.finding(wrong.to_string()).at(self.place(range), "");
        match wrong.fix() {
            Some(help) => diagnostic.help(help),
            None => diagnostic,
        }
    }

    /// What an item of it means.
    pub(super) fn parse<T: FromStr<Err = Wrong>>(&self, item: &Item) -> Result<T, Vec<Diagnostic>> {
        item.parse().map_err(|wrong| vec![self.finding(&item.range, &wrong)])
    }

    /// Reads it as YAML.
    pub(super) fn read<T: Described>(&self) -> Result<T, Vec<Diagnostic>> {
        let source = Source::new(self.template.name(), self.text);
        let mut problems = Problems::new();
        let record = read::<T>(&source, &mut problems);
        record.ok_or_else(|| problems.into_vec().into_iter().map(|problem| self.about_template(problem)).collect())
    }

    /// A finding about the rendered YAML, as one about the template.
    fn about_template(&self, problem: Diagnostic) -> Diagnostic {
        let range = problem.primary.map_or(0..0, |label| label.span.range());
        let finding = findings::TEMPLATE.finding(mark::plain(&problem.message)).at(self.place(&range), "");
        match problem.help {
            Some(help) => finding.help(mark::plain(&help)),
            None => finding.help("请核对这一行的写法"),
        }
    }
}
