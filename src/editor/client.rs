//! What the editor can do, and what it is offered.

use gen_lsp_types as lsp;
use serde_json::Value;

use super::position::Encoding;

/// What the editor said of itself when it began.
#[derive(Debug, Clone, Copy)]
pub(super) struct Client {
    pub(super) encoding: Encoding,
    pub(super) has_snippets: bool,
    /// It says what changes on the disk, if asked to.
    pub(super) watches: bool,
}

impl Client {
    /// Before it has said anything.
    pub(super) const UNKNOWN: Self = Self { encoding: Encoding::Utf16, has_snippets: false, watches: false };

    pub(super) fn read(params: &Value) -> Self {
        let encodings = params.pointer("/capabilities/general/positionEncodings").and_then(Value::as_array);
        let has_utf_8 = encodings.is_some_and(|encodings| encodings.iter().any(|encoding| encoding == "utf-8"));
        Self {
            encoding: if has_utf_8 { Encoding::Utf8 } else { Encoding::Utf16 },
            has_snippets: is_true(params, "/capabilities/textDocument/completion/completionItem/snippetSupport"),
            watches: is_true(params, "/capabilities/workspace/didChangeWatchedFiles/dynamicRegistration"),
        }
    }
}

fn is_true(params: &Value, pointer: &str) -> bool {
    params.pointer(pointer).and_then(Value::as_bool).unwrap_or(false)
}

/// What the server can do.
pub(super) fn capabilities(encoding: Encoding) -> lsp::ServerCapabilities {
    let kinds = vec![lsp::CodeActionKind::QuickFix, lsp::CodeActionKind::SourceFixAll];
    let triggers = [" ", "{", "-", ",", "["].map(str::to_owned).to_vec();
    lsp::ServerCapabilities {
        position_encoding: Some(encoding.kind()),
        text_document_sync: Some(
            lsp::TextDocumentSyncOptions {
                open_close: Some(true),
                change: Some(lsp::TextDocumentSyncKind::Incremental),
                save: Some(true.into()),
                ..Default::default()
            }
            .into(),
        ),
        completion_provider: Some(lsp::CompletionOptions { trigger_characters: Some(triggers), ..Default::default() }),
        hover_provider: Some(true.into()),
        definition_provider: Some(true.into()),
        document_symbol_provider: Some(true.into()),
        code_action_provider: Some(
            lsp::CodeActionOptions { code_action_kinds: Some(kinds), ..Default::default() }.into(),
        ),
        ..Default::default()
    }
}
