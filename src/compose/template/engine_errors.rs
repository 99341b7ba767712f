//! The template engine's errors as findings at their places in the template.

use std::sync::Arc;

use tera::{Error, ErrorKind, ReportError};

use super::engine_text::EngineText;
use super::error_words::{Stage, explain, first_name};
use super::expression::{Expressions, Fault};
use crate::compose::findings;
use crate::compose::mark;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::persons::masked;
use crate::source::{Source, Span};

/// So many unknown names are reported at once: nobody fixes more before trying again.
const MOST_UNKNOWN: usize = 50;

/// What an error says; its places are those of `text`, which the engine was given for `template`.
pub(super) fn engine_errors(error: &Error, template: &Arc<Source>, text: &EngineText) -> Vec<Diagnostic> {
    let given = Given { template, text };
    match error.kind() {
        ErrorKind::SyntaxError(report) => vec![given.finding(Stage::Reading, report)],
        ErrorKind::RenderingError(report) => vec![given.finding(Stage::Filling, report)],
        kind => {
            let words = kind.to_string();
            let unknown = given.unknown_names(&words);
            if unknown.is_empty() { vec![finding(Stage::Reading, &words, Span::new(template, 0..0))] } else { unknown }
        }
    }
}

/// What is wrong with a template that was read: `error` is the engine's, if it has one, which knows of statements only.
pub(super) fn reading_errors(
    error: Option<&Error>,
    expressions: &Expressions,
    template: &Arc<Source>,
    text: &EngineText,
) -> Vec<Diagnostic> {
    let unread = |place: usize| expressions.unread.iter().find(move |(tag, _)| tag.start <= place && place <= tag.end);
    let of_statements = match error.map(Error::kind) {
        Some(ErrorKind::SyntaxError(report)) => {
            // What the engine stumbles over within a tag that we could not read either, we say better.
            let place = text.place_in_template(report.span().range.start);
            match unread(place) {
                Some((_, fault)) => vec![fault_finding(Stage::Reading, fault, template)],
                None => error.map(|error| engine_errors(error, template, text)).unwrap_or_default(),
            }
        }
        _ => error.map(|error| engine_errors(error, template, text)).unwrap_or_default(),
    };
    if !of_statements.is_empty() {
        return of_statements;
    }
    let unread = expressions.unread.iter().map(|(_, fault)| fault);
    let faults = unread.chain(&expressions.unknown).take(MOST_UNKNOWN);
    faults.map(|fault| fault_finding(Stage::Reading, fault, template)).collect()
}

/// What an expression says that ended the filling.
pub(super) fn expression_error(fault: &Fault, template: &Arc<Source>) -> Diagnostic {
    fault_finding(Stage::Filling, fault, template)
}

fn fault_finding(stage: Stage, fault: &Fault, template: &Arc<Source>) -> Diagnostic {
    let span = Span::new(template, fault.place.clone());
    let reason = fault.reason.said_of(&quoted(&span));
    findings::TEMPLATE.finding(format!("{stage}：{reason}")).at(span, "在这里").help(fault.fix.clone())
}

/// The words at a place, as messages quote them.
fn quoted(span: &Span) -> String {
    masked(span.text().lines().next().unwrap_or_default()).chars().take(24).collect()
}

/// A template, and what the engine was given for it.
struct Given<'a> {
    template: &'a Arc<Source>,
    text: &'a EngineText,
}

impl Given<'_> {
    fn finding(&self, stage: Stage, report: &ReportError) -> Diagnostic {
        let range = &report.span().range;
        let place = self.text.place_in_template(range.start)..self.text.place_in_template(range.end);
        finding(stage, report.message(), Span::new(self.template, place))
    }

    /// Filters, tests and functions that nobody has are reported by the engine all at once, as a text:
    /// `error: Unknown filter … --> name:line:column`.
    fn unknown_names(&self, words: &str) -> Vec<Diagnostic> {
        let mut findings = Vec::new();
        let mut message = None;
        for line in words.lines() {
            if findings.len() == MOST_UNKNOWN {
                break;
            }
            if let Some(words) = line.strip_prefix("error: ") {
                message = Some(words);
            } else if let Some(place) = line.trim_start().strip_prefix("--> ")
                && let Some(message) = message.take()
            {
                findings.push(finding(Stage::Reading, message, self.place_of_name(place, message)));
            }
        }
        findings
    }

    /// The name in `message`, at the line and column (in characters, from 1) with which `place` ends.
    fn place_of_name(&self, place: &str, message: &str) -> Span {
        let mut numbers = place.rsplitn(3, ':').map_while(|number| number.parse::<usize>().ok());
        let (column, line) = (numbers.next().unwrap_or(1), numbers.next().unwrap_or(1));
        let text = self.text.text();
        let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
        let rest = text.get(before..).unwrap_or_default();
        let within: usize = rest.chars().take(column.saturating_sub(1)).map(char::len_utf8).sum();
        let start = self.text.place_in_template(before + within);
        let name = first_name(message).unwrap_or_default();
        let is_here = self.template.text().get(start..).is_some_and(|rest| rest.starts_with(name));
        Span::new(self.template, start..if is_here { start + name.len() } else { start })
    }
}

fn finding(stage: Stage, engine_words: &str, span: Span) -> Diagnostic {
    let words = mark::unmark_lines(engine_words);
    let (reason, fix) = explain(stage, &words, &quoted(&span));
    findings::TEMPLATE.finding(format!("{stage}：{reason}")).at(span, "在这里").help(fix)
}
