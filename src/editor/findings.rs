//! Findings as an editor shows them.

use std::path::Path;

use gen_lsp_types as lsp;
use serde_json::json;

use super::document::Documents;
use super::position::Encoding;
use super::uri;
use crate::diagnostic::gate::{discreet, discreet_lines};
use crate::diagnostic::{Certainty, Diagnostic, Label, Severity};

/// The findings that are about the file `path`, as the editor has it.
///
/// What is acknowledged stays as a hint with its reason: the writer sees what the office lets stand, and where.
pub(super) fn shown(
    path: &Path,
    findings: &[Diagnostic],
    documents: &Documents,
    encoding: Encoding,
) -> Vec<lsp::Diagnostic> {
    let Some(document) = documents.get(path) else { return Vec::new() };
    let name = document.source.name();
    let mut here: Vec<&Diagnostic> = findings.iter().collect();
    here.retain(|finding| finding.primary.as_ref().is_none_or(|label| label.span.source().name() == name));
    here.sort_by_cached_key(|finding| finding.sort_key());
    here.into_iter().map(|finding| diagnostic(finding, documents, encoding)).collect()
}

fn diagnostic(finding: &Diagnostic, documents: &Documents, encoding: Encoding) -> lsp::Diagnostic {
    let severity = match (&finding.acknowledged, finding.severity) {
        (Some(_), _) => lsp::DiagnosticSeverity::Hint,
        (None, Severity::Error) => lsp::DiagnosticSeverity::Error,
        (None, Severity::Warning) => lsp::DiagnosticSeverity::Warning,
        (None, Severity::Advice) => lsp::DiagnosticSeverity::Information,
    };
    let message = match (&finding.acknowledged, &finding.help) {
        (Some(reason), _) => format!("已认可：{}\n理由：{reason}", finding.message),
        (None, Some(help)) => format!("{}\n{help}", finding.message),
        (None, None) => finding.message.clone(),
    };
    let related: Vec<_> = finding.others.iter().map(|other| related(other, documents, encoding)).collect();
    let certain = finding.fix.as_ref().map(|fix| fix.certainty == Certainty::Certain);
    lsp::Diagnostic {
        range: finding.primary.as_ref().map_or_else(lsp::Range::default, |label| encoding.span(&label.span)),
        severity: Some(severity),
        code: Some(finding.rule.code.into()),
        code_description: None,
        source: Some("zhoubao".to_owned()),
        message: discreet_lines(&message).into(),
        tags: None,
        related_information: (!related.is_empty()).then_some(related),
        data: certain.map(
            |certain| json!({ "label": finding.fix.as_ref().map(|fix| discreet(&fix.label)), "certain": certain }),
        ),
    }
}

fn related(label: &Label, documents: &Documents, encoding: Encoding) -> lsp::DiagnosticRelatedInformation {
    let message = if label.text.is_empty() { "这里".to_owned() } else { discreet(&label.text) };
    lsp::DiagnosticRelatedInformation { location: location(&label.span, documents, encoding), message }
}

/// A place, in the file as the editor names it.
pub(super) fn location(span: &crate::source::Span, documents: &Documents, encoding: Encoding) -> lsp::Location {
    let path = Path::new(span.source().name());
    let uri = documents.values().find(|document| document.source.name() == span.source().name());
    lsp::Location { uri: uri.map_or_else(|| uri::uri(path), |it| it.uri.clone()), range: encoding.span(span) }
}
