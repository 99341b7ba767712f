//! The editor's requests, answered in the protocol's words.

use gen_lsp_types as lsp;

use super::actions::{self, Action};
use super::completion::{Proposal, proposals};
use super::cursor::office_day;
use super::definition::definition;
use super::document::Document;
use super::findings::{location, shown};
use super::hover::{Known, hover};
use super::position::Encoding;
use super::session::{OpenRecord, Session};
use super::symbols::{Symbol, symbols};
use crate::diagnostic::{Edit, discreet};

impl OpenRecord<'_> {
    /// The byte that a position of the editor's is.
    fn offset(&self, position: lsp::Position, session: &Session) -> usize {
        session.client.encoding.offset(&self.document.source, position)
    }
}

/// What may be typed at a place.
pub(super) fn complete(session: &Session, params: &lsp::CompletionParams) -> Option<Vec<lsp::CompletionItem>> {
    let place = &params.text_document_position_params;
    let record = session.record(&place.text_document)?;
    let text = record.document.source.text();
    let office = record.office.office(office_day(text));
    let proposals = proposals(text, record.offset(place.position, session), record.root, office);
    let numbered = proposals.into_iter().enumerate();
    Some(numbered.map(|(at, proposal)| completion_item(session, record.document, at, proposal)).collect())
}

/// The proposal that stands `at` in the list.
fn completion_item(session: &Session, document: &Document, at: usize, proposal: Proposal) -> lsp::CompletionItem {
    let is_snippet = proposal.selected.is_some() && session.client.has_snippets;
    let new_text = match proposal.selected {
        Some(selected) if is_snippet => snippet(&proposal.insert, selected),
        selected => format!("{}{}", proposal.insert, selected.unwrap_or_default()),
    };
    let format = if is_snippet { lsp::InsertTextFormat::Snippet } else { lsp::InsertTextFormat::PlainText };
    let range = session.client.encoding.range(&document.source, proposal.range);
    lsp::CompletionItem {
        filter_text: Some(proposal.label.clone()),
        label: proposal.label,
        kind: Some(proposal.kind),
        detail: Some(proposal.detail).filter(|detail| !detail.is_empty()),
        sort_text: Some(format!("{at:04}")),
        insert_text_format: Some(format),
        insert_text_mode: Some(lsp::InsertTextMode::AdjustIndentation),
        text_edit: Some(lsp::TextEdit { range, new_text }.into()),
        ..Default::default()
    }
}

/// `text` in the syntax of snippets, `selected` behind it.
fn snippet(text: &str, selected: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('$', "\\$").replace('}', "\\}");
    if selected.is_empty() { format!("{escaped}$0") } else { format!("{escaped}${{0:{selected}}}") }
}

/// What stands at a place.
pub(super) fn explain(session: &Session, params: &lsp::HoverParams) -> Option<lsp::Hover> {
    let place = &params.text_document_position_params;
    let record = session.record(&place.text_document)?;
    let source = &record.document.source;
    let known = Known {
        workspace: record.office.workspace(),
        office: record.office.office(office_day(source.text())),
        week: record.office.week(&record.path),
    };
    let (value, range) = hover(source, record.offset(place.position, session), record.root, known)?;
    let contents = lsp::MarkupContent { kind: lsp::MarkupKind::Markdown, value };
    Some(lsp::Hover { contents: contents.into(), range: Some(session.client.encoding.range(source, range)) })
}

/// Where what stands at a place is written down.
pub(super) fn define(session: &Session, params: &lsp::DefinitionParams) -> Option<Vec<lsp::Location>> {
    let place = &params.text_document_position_params;
    let record = session.record(&place.text_document)?;
    let offset = record.offset(place.position, session);
    let spans = definition(&record.document.source, offset, record.root, record.office);
    let encoding = session.client.encoding;
    Some(spans.iter().map(|span| location(span, &session.documents, encoding)).collect())
}

/// The outline of a record.
pub(super) fn outline(session: &Session, params: &lsp::DocumentSymbolParams) -> Option<Vec<lsp::DocumentSymbol>> {
    let document = session.record(&params.text_document)?.document;
    let symbols = symbols(document.source.text());
    Some(symbols.into_iter().map(|symbol| document_symbol(document, symbol, session.client.encoding)).collect())
}

fn document_symbol(document: &Document, symbol: Symbol, encoding: Encoding) -> lsp::DocumentSymbol {
    let mut children = Vec::new();
    for child in symbol.children {
        children.push(document_symbol(document, child, encoding));
    }
    #[allow(deprecated, reason = "the struct has the field")]
    lsp::DocumentSymbol {
        name: symbol.name,
        detail: Some(symbol.detail).filter(|detail| !detail.is_empty()),
        kind: if symbol.is_key { lsp::SymbolKind::Key } else { lsp::SymbolKind::Object },
        tags: None,
        deprecated: None,
        range: encoding.range(&document.source, symbol.range),
        selection_range: encoding.range(&document.source, symbol.named_at),
        children: (!children.is_empty()).then_some(children),
    }
}

/// What can be done about the findings at a place.
pub(super) fn act(session: &Session, params: &lsp::CodeActionParams) -> Option<Vec<lsp::CodeAction>> {
    let record = session.record(&params.text_document)?;
    let findings = session.findings.get(&record.path)?;
    let range = record.offset(params.range.start, session)..record.offset(params.range.end, session);
    let mut wanted = Vec::new();
    for action in actions::actions(&record.document.source, &range, findings) {
        let kind = match action.kind {
            actions::Kind::Fix { .. } | actions::Kind::Acknowledge => lsp::CodeActionKind::QuickFix,
            actions::Kind::FixAll => lsp::CodeActionKind::SourceFixAll,
        };
        if is_wanted(&kind, params.context.only.as_deref()) {
            wanted.push(code_action(session, &record, action, kind));
        }
    }
    Some(wanted)
}

fn code_action(session: &Session, record: &OpenRecord, action: Action, kind: lsp::CodeActionKind) -> lsp::CodeAction {
    let (document, encoding) = (record.document, session.client.encoding);
    let edits = action.edits.into_iter().map(|edit| text_edit(document, edit, encoding)).collect();
    let about = action.finding.map(std::slice::from_ref);
    lsp::CodeAction {
        title: discreet(&action.title),
        kind: Some(kind),
        diagnostics: about.map(|finding| shown(&record.path, finding, &session.documents, encoding)),
        is_preferred: matches!(action.kind, actions::Kind::Fix { preferred: true }).then_some(true),
        edit: Some(lsp::WorkspaceEdit { changes: Some([(document.uri.clone(), edits)].into()), ..Default::default() }),
        ..Default::default()
    }
}

fn text_edit(document: &Document, edit: Edit, encoding: Encoding) -> lsp::TextEdit {
    lsp::TextEdit { range: encoding.range(&document.source, edit.place.range()), new_text: edit.text }
}

/// Whether `kind` is one of those that the editor asks for, or a sub-kind: source.fixAll is a kind of source.
fn is_wanted(kind: &lsp::CodeActionKind, only: Option<&[lsp::CodeActionKind]>) -> bool {
    only.is_none_or(|only| only.iter().any(|asked| is_kind(kind.as_str(), asked.as_str())))
}

fn is_kind(kind: &str, asked: &str) -> bool {
    asked.is_empty() || kind == asked || kind.strip_prefix(asked).is_some_and(|rest| rest.starts_with('.'))
}
