//! The template engine's errors, told in Chinese at their place in the template.

use std::sync::Arc;

use tera::{Error, ErrorKind, ReportError};

use super::mark;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{Source, Span};

/// `marked` is the template's text as the engine was given it, with line marks.
pub(super) fn from(error: &Error, template: &Arc<Source>, marked: &str) -> Diagnostic {
    match error.kind() {
        ErrorKind::SyntaxError(report) => at(report, template, marked, "模板写法有误"),
        ErrorKind::RenderingError(report) => at(report, template, marked, "模板填不下去"),
        kind => Diagnostic::error(Code::Template, format!("模板 {} 用不了", template.name()))
            .help(format!("模板引擎的原话：{kind}")),
    }
}

fn at(report: &ReportError, template: &Arc<Source>, marked: &str, what: &str) -> Diagnostic {
    let range = report.span().range.clone();
    let offset = |end: usize| marked.get(..end).map_or(0, |before| mark::unmark_lines(before).len());
    let span = Span::new(template, offset(range.start)..offset(range.end));
    let words = span.text().to_owned();
    let message = if words.is_empty() { what.to_owned() } else { format!("{what}：「{words}」") };
    Diagnostic::error(Code::Template, message)
        .at(span, "在这里")
        .help(format!("请核对名称和写法；模板引擎的原话：{}", report.message()))
}
