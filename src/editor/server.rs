//! The talk with the editor: one message after the other, findings once no more messages wait.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, BufRead, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::thread;

use gen_lsp_types as lsp;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::actions::{self, Action};
use super::completion::proposals;
use super::cursor::first_day;
use super::definition::definition;
use super::desks::{Desk, Documents, Kind, place};
use super::document::Document;
use super::findings::{location, shown};
use super::hover::{Known, hover};
use super::position::Encoding;
use super::shape::{self, Shape};
use super::symbols::{Symbol, symbols};
use super::{frames, uri};
use crate::diagnostic::Diagnostic;

/// How a talk ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// The editor said so beforehand.
    Orderly,
    /// The editor broke off, or sent what is no message.
    Abruptly,
}

/// Serves an editor until it says good-bye or breaks off.
pub fn serve(input: impl BufRead + Send + 'static, output: impl Write) -> Ended {
    let (sender, receiver) = channel();
    thread::spawn(move || {
        let mut input = input;
        loop {
            let message = frames::read(&mut input);
            let is_last = !matches!(message, Ok(Some(_)));
            if sender.send(message).is_err() || is_last {
                return;
            }
        }
    });
    let mut server = Server {
        output,
        stage: Stage::Waiting,
        encoding: Encoding::Utf16,
        has_snippets: false,
        watches: false,
        documents: Documents::new(),
        places: BTreeMap::new(),
        desks: BTreeMap::new(),
        disk_changed: false,
        stale: BTreeSet::new(),
        findings: BTreeMap::new(),
    };
    match server.talk(&receiver) {
        Ok(ended) => ended,
        Err(error) => {
            eprintln!("与编辑器的连接断了：{error}");
            Ended::Abruptly
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Waiting,
    Serving,
    ShutDown,
}

/// Why a request is not answered.
struct Refusal {
    code: i32,
    message: String,
}

impl Refusal {
    fn new(code: lsp::ErrorCodes, message: impl Into<String>) -> Self {
        Self { code: code.into(), message: message.into() }
    }
}

type Answer = Result<Value, Refusal>;

struct Server<W> {
    output: W,
    stage: Stage,
    encoding: Encoding,
    has_snippets: bool,
    /// The editor tells of changes on the disk, if asked to.
    watches: bool,
    documents: Documents,
    /// Of each open file that is an office's: which office's, and what it is there.
    places: BTreeMap<PathBuf, (PathBuf, Kind)>,
    /// By the office's folder.
    desks: BTreeMap<PathBuf, Desk>,
    /// Something has changed on the disk, and has not been looked at.
    disk_changed: bool,
    /// Offices whose findings are to be told anew.
    stale: BTreeSet<PathBuf>,
    /// Of each open file, as last told.
    findings: BTreeMap<PathBuf, Vec<Diagnostic>>,
}

type Incoming = io::Result<Option<Result<Value, serde_json::Error>>>;

impl<W: Write> Server<W> {
    fn talk(&mut self, receiver: &Receiver<Incoming>) -> io::Result<Ended> {
        while let Ok(first) = receiver.recv() {
            let batch: Vec<Incoming> = std::iter::once(first).chain(receiver.try_iter()).collect();
            let cancelled: Vec<Value> = batch.iter().filter_map(cancelled).collect();
            for message in batch {
                let Some(message) = message? else { return Ok(self.ended()) };
                match message {
                    Err(_) => self.refuse(&Value::Null, &Refusal::new(lsp::ErrorCodes::ParseError, "这不是 JSON"))?,
                    Ok(message) if message["method"] == "exit" => return Ok(self.ended()),
                    Ok(message) => self.message(message, &cancelled)?,
                }
            }
            self.publish()?;
        }
        Ok(self.ended())
    }

    fn ended(&self) -> Ended {
        if self.stage == Stage::ShutDown { Ended::Orderly } else { Ended::Abruptly }
    }

    fn message(&mut self, mut message: Value, cancelled: &[Value]) -> io::Result<()> {
        let params = message.get_mut("params").map(Value::take).unwrap_or_default();
        let id = message.get("id").cloned();
        let Some(method) = message.get("method").and_then(Value::as_str) else {
            // An answer to a request of ours needs no answer; anything else is no message.
            return if message.get("result").is_some() || message.get("error").is_some() {
                Ok(())
            } else {
                self.refuse(
                    &id.unwrap_or_default(),
                    &Refusal::new(lsp::ErrorCodes::InvalidRequest, "消息里没有 method"),
                )
            };
        };
        let Some(id) = id else {
            if self.stage == Stage::Serving {
                self.notified(method, params)?;
            }
            return Ok(());
        };
        let answer = match (self.stage, method) {
            _ if cancelled.contains(&id) => {
                Err(Refusal { code: lsp::LspErrorCodes::RequestCancelled.into(), message: "已取消".to_owned() })
            }
            (Stage::Waiting, "initialize") => Ok(self.initialize(&params)),
            (Stage::Waiting, _) => Err(Refusal::new(lsp::ErrorCodes::ServerNotInitialized, "先要 initialize")),
            (Stage::Serving, "shutdown") => {
                self.stage = Stage::ShutDown;
                Ok(Value::Null)
            }
            (Stage::Serving, _) => self.requested(method, params)?,
            (Stage::ShutDown, _) => Err(Refusal::new(lsp::ErrorCodes::InvalidRequest, "已经 shutdown")),
        };
        match answer {
            Ok(result) => frames::write(&mut self.output, &json!({ "jsonrpc": "2.0", "id": id, "result": result })),
            Err(refusal) => self.refuse(&id, &refusal),
        }
    }

    fn refuse(&mut self, id: &Value, refusal: &Refusal) -> io::Result<()> {
        let error = json!({ "code": refusal.code, "message": refusal.message });
        frames::write(&mut self.output, &json!({ "jsonrpc": "2.0", "id": id, "error": error }))
    }

    fn tell(&mut self, method: &str, params: &Value) -> io::Result<()> {
        frames::write(&mut self.output, &json!({ "jsonrpc": "2.0", "method": method, "params": params }))
    }

    fn initialize(&mut self, params: &Value) -> Value {
        let can = |pointer: &str| params.pointer(pointer).and_then(Value::as_bool).unwrap_or(false);
        let encodings = params.pointer("/capabilities/general/positionEncodings").and_then(Value::as_array);
        if encodings.is_some_and(|encodings| encodings.iter().any(|encoding| encoding == "utf-8")) {
            self.encoding = Encoding::Utf8;
        }
        self.has_snippets = can("/capabilities/textDocument/completion/completionItem/snippetSupport");
        self.watches = can("/capabilities/workspace/didChangeWatchedFiles/dynamicRegistration");
        self.stage = Stage::Serving;
        let kinds = vec![lsp::CodeActionKind::QuickFix, lsp::CodeActionKind::SourceFixAll];
        let triggers = [" ", "{", "-", ",", "["].map(str::to_owned).to_vec();
        let capabilities = lsp::ServerCapabilities {
            position_encoding: Some(self.encoding.kind()),
            text_document_sync: Some(
                lsp::TextDocumentSyncOptions {
                    open_close: Some(true),
                    change: Some(lsp::TextDocumentSyncKind::Incremental),
                    save: Some(true.into()),
                    ..Default::default()
                }
                .into(),
            ),
            completion_provider: Some(lsp::CompletionOptions {
                trigger_characters: Some(triggers),
                ..Default::default()
            }),
            hover_provider: Some(true.into()),
            definition_provider: Some(true.into()),
            document_symbol_provider: Some(true.into()),
            code_action_provider: Some(
                lsp::CodeActionOptions { code_action_kinds: Some(kinds), ..Default::default() }.into(),
            ),
            ..Default::default()
        };
        json!({
            "capabilities": capabilities,
            "serverInfo": { "name": "zhoubao", "version": env!("CARGO_PKG_VERSION") },
        })
    }

    fn notified(&mut self, method: &str, params: Value) -> io::Result<()> {
        match method {
            "initialized" if self.watches => {
                let watchers = json!([{ "globPattern": "**/*.{yaml,yml,md}" }]);
                let registration = json!({
                    "id": "files",
                    "method": "workspace/didChangeWatchedFiles",
                    "registerOptions": { "watchers": watchers },
                });
                let params = json!({ "registrations": [registration] });
                let method = "client/registerCapability";
                frames::write(
                    &mut self.output,
                    &json!({ "jsonrpc": "2.0", "id": "files", "method": method, "params": params }),
                )?;
            }
            "textDocument/didOpen" => {
                if let Some(params) = notice::<lsp::DidOpenTextDocumentParams>(method, params) {
                    self.opened(params.text_document);
                }
            }
            "textDocument/didChange" => {
                if let Some(params) = notice::<lsp::DidChangeTextDocumentParams>(method, params) {
                    self.changed(params);
                }
            }
            "textDocument/didClose" => {
                if let Some(params) = notice::<lsp::DidCloseTextDocumentParams>(method, params) {
                    self.closed(&params.text_document.uri)?;
                }
            }
            "textDocument/didSave" | "workspace/didChangeWatchedFiles" => self.disk_changed = true,
            _ => {}
        }
        Ok(())
    }

    fn opened(&mut self, item: lsp::TextDocumentItem) {
        let Some(path) = uri::path(&item.uri) else { return };
        let document = Document::new(item.uri, &path, item.version, item.text);
        self.documents.insert(path.clone(), document);
        self.settle(&path);
        self.reread(&path);
    }

    fn changed(&mut self, params: lsp::DidChangeTextDocumentParams) {
        let id = params.text_document;
        let Some(path) = uri::path(&id.text_document_identifier.uri) else { return };
        let Some(document) = self.documents.get_mut(&path) else { return };
        document.change(id.version, params.content_changes, self.encoding);
        self.reread(&path);
    }

    fn closed(&mut self, uri: &lsp::Uri) -> io::Result<()> {
        let Some(path) = uri::path(uri) else { return Ok(()) };
        if self.documents.remove(&path).is_none() {
            return Ok(());
        }
        self.reread(&path);
        self.findings.remove(&path);
        if let Some((folder, _)) = self.places.remove(&path)
            && self.places.values().all(|(other, _)| *other != folder)
        {
            self.desks.remove(&folder);
            self.stale.remove(&folder);
        }
        self.tell("textDocument/publishDiagnostics", &json!({ "uri": uri, "diagnostics": [] }))
    }

    /// Finds out to which office an open file belongs.
    fn settle(&mut self, path: &Path) {
        match place(path) {
            Some((folder, kind)) => {
                let documents = &self.documents;
                self.desks.entry(folder.clone()).or_insert_with(|| Desk::open(folder.clone(), documents));
                self.places.insert(path.to_path_buf(), (folder, kind));
            }
            None => {
                self.places.remove(path);
            }
        }
    }

    /// Reads a file of an office whose text is another now.
    fn reread(&mut self, path: &Path) {
        let Some((folder, kind)) = self.places.get(path) else { return };
        let Some(desk) = self.desks.get_mut(folder) else { return };
        match kind {
            Kind::Week => desk.read_week(path, &self.documents),
            Kind::Office | Kind::Template => desk.read_office(&self.documents),
        }
        self.stale.insert(folder.clone());
    }

    /// Reads what has changed on the disk.
    fn look_again(&mut self) {
        if !std::mem::take(&mut self.disk_changed) {
            return;
        }
        for path in self.documents.keys().cloned().collect::<Vec<_>>() {
            self.settle(&path);
        }
        for (folder, desk) in &mut self.desks {
            desk.read_office(&self.documents);
            desk.look_again(&self.documents);
            self.stale.insert(folder.clone());
        }
    }

    /// Tells the findings of all open files whose office is stale.
    fn publish(&mut self) -> io::Result<()> {
        self.look_again();
        for folder in std::mem::take(&mut self.stale) {
            let Some(desk) = self.desks.get(&folder) else { continue };
            let open = |wanted: Kind| -> Vec<&Path> {
                let here = self.places.iter().filter(|(_, (owner, kind))| *owner == folder && *kind == wanted);
                here.map(|(path, _)| path.as_path()).collect()
            };
            let mut told: Vec<(PathBuf, Vec<Diagnostic>)> = Vec::new();
            let templates = open(Kind::Template);
            let of_templates = if templates.is_empty() { Vec::new() } else { desk.about_templates() };
            for template in templates {
                let findings = desk.about_office().iter().chain(&of_templates);
                let placed = findings.filter(|finding| finding.primary.is_some()).cloned().collect();
                told.push((template.to_path_buf(), placed));
            }
            told.extend(open(Kind::Office).into_iter().map(|file| (file.to_path_buf(), desk.about_office().to_vec())));
            let about = desk.about_weeks(&open(Kind::Week));
            told.extend(about.into_iter().map(|(file, findings)| (file.to_path_buf(), findings)));
            for (path, findings) in told {
                let Some(document) = self.documents.get(&path) else { continue };
                let params = lsp::PublishDiagnosticsParams {
                    uri: document.uri.clone(),
                    version: Some(document.version),
                    diagnostics: shown(&path, &findings, &self.documents, self.encoding),
                };
                self.findings.insert(path, findings);
                self.tell("textDocument/publishDiagnostics", &json!(params))?;
            }
        }
        Ok(())
    }

    fn requested(&mut self, method: &str, params: Value) -> io::Result<Answer> {
        self.look_again();
        if method == "textDocument/codeAction" {
            // What it mends has to be what stands there now.
            self.publish()?;
        }
        Ok(match method {
            "textDocument/completion" => asked(params).map(|params| self.complete(&params)),
            "textDocument/hover" => asked(params).map(|params| self.hover(&params)),
            "textDocument/definition" => asked(params).map(|params| self.define(&params)),
            "textDocument/documentSymbol" => asked(params).map(|params| self.outline(&params)),
            "textDocument/codeAction" => asked(params).map(|params| self.actions(&params)),
            _ => Err(Refusal::new(lsp::ErrorCodes::MethodNotFound, format!("没有 {method}"))),
        })
    }

    /// The open file, its office, and what may stand in it.
    fn at(&self, id: &lsp::TextDocumentIdentifier) -> Option<(PathBuf, &Document, &Desk, Shape)> {
        let path = uri::path(&id.uri)?;
        let (folder, kind) = self.places.get(&path)?;
        let root = match kind {
            Kind::Week => shape::week(),
            Kind::Office => shape::office(),
            Kind::Template => return None,
        };
        let (document, desk) = (self.documents.get(&path)?, self.desks.get(folder)?);
        Some((path, document, desk, root))
    }

    fn complete(&self, params: &lsp::CompletionParams) -> Value {
        let place = &params.text_document_position_params;
        let Some((_, document, desk, root)) = self.at(&place.text_document) else { return Value::Null };
        let source = &document.source;
        let offset = self.encoding.offset(source, place.position);
        let office = desk.office(first_day(source.text()));
        let proposals = proposals(source.text(), offset, root, office);
        let items: Vec<lsp::CompletionItem> = proposals
            .into_iter()
            .enumerate()
            .map(|(at, it)| {
                let snippet = it.selected.is_some() && self.has_snippets;
                let new_text = match it.selected {
                    Some(selected) if snippet => self::snippet(&it.insert, selected),
                    selected => format!("{}{}", it.insert, selected.unwrap_or_default()),
                };
                let format = if snippet { lsp::InsertTextFormat::Snippet } else { lsp::InsertTextFormat::PlainText };
                let range = self.encoding.range(source, it.range);
                lsp::CompletionItem {
                    filter_text: Some(it.label.clone()),
                    label: it.label,
                    kind: Some(it.kind),
                    detail: Some(it.detail).filter(|detail| !detail.is_empty()),
                    sort_text: Some(format!("{at:04}")),
                    insert_text_format: Some(format),
                    insert_text_mode: Some(lsp::InsertTextMode::AdjustIndentation),
                    text_edit: Some(lsp::TextEdit { range, new_text }.into()),
                    ..Default::default()
                }
            })
            .collect();
        json!(items)
    }

    fn hover(&self, params: &lsp::HoverParams) -> Value {
        let place = &params.text_document_position_params;
        let Some((path, document, desk, root)) = self.at(&place.text_document) else { return Value::Null };
        let offset = self.encoding.offset(&document.source, place.position);
        let office = desk.office(first_day(document.source.text()));
        let known = Known { desk: desk.office_desk(), office, week: desk.week(&path) };
        let Some((value, range)) = hover(&document.source, offset, root, known) else { return Value::Null };
        let contents = lsp::MarkupContent { kind: lsp::MarkupKind::Markdown, value };
        json!(lsp::Hover { contents: contents.into(), range: Some(self.encoding.range(&document.source, range)) })
    }

    fn define(&self, params: &lsp::DefinitionParams) -> Value {
        let place = &params.text_document_position_params;
        let Some((_, document, desk, root)) = self.at(&place.text_document) else { return Value::Null };
        let offset = self.encoding.offset(&document.source, place.position);
        let spans = definition(&document.source, offset, root, desk);
        json!(spans.iter().map(|span| location(span, &self.documents, self.encoding)).collect::<Vec<_>>())
    }

    fn outline(&self, params: &lsp::DocumentSymbolParams) -> Value {
        let Some((_, document, _, _)) = self.at(&params.text_document) else { return Value::Null };
        let symbols = symbols(document.source.text());
        json!(symbols.into_iter().map(|it| self.symbol(document, it)).collect::<Vec<_>>())
    }

    fn symbol(&self, document: &Document, symbol: Symbol) -> lsp::DocumentSymbol {
        let range = |range| self.encoding.range(&document.source, range);
        let children: Vec<_> = symbol.children.into_iter().map(|child| self.symbol(document, child)).collect();
        #[allow(deprecated, reason = "the struct has the field")]
        lsp::DocumentSymbol {
            name: symbol.name,
            detail: Some(symbol.detail).filter(|detail| !detail.is_empty()),
            kind: if symbol.is_key { lsp::SymbolKind::Key } else { lsp::SymbolKind::Object },
            tags: None,
            deprecated: None,
            range: range(symbol.range),
            selection_range: range(symbol.named_at),
            children: (!children.is_empty()).then_some(children),
        }
    }

    fn actions(&self, params: &lsp::CodeActionParams) -> Value {
        let Some((path, document, _, _)) = self.at(&params.text_document) else { return Value::Null };
        let Some(findings) = self.findings.get(&path) else { return Value::Null };
        let source = &document.source;
        let offset = |position| self.encoding.offset(source, position);
        let range = offset(params.range.start)..offset(params.range.end);
        let wanted = |kind: &lsp::CodeActionKind| {
            let only = params.context.only.as_ref();
            only.is_none_or(|only| only.iter().any(|only| is_kind(kind.as_str(), only.as_str())))
        };
        let found = actions::actions(source, &range, findings);
        let shown = found.into_iter().map(|action| self.action(&path, document, action));
        json!(shown.filter(|action| action.kind.as_ref().is_some_and(wanted)).collect::<Vec<_>>())
    }

    fn action(&self, path: &Path, document: &Document, action: Action) -> lsp::CodeAction {
        let edits = action.edits.into_iter().map(|edit| {
            let range = self.encoding.range(&document.source, edit.place.range());
            lsp::TextEdit { range, new_text: edit.text }
        });
        let about =
            action.finding.map(|finding| shown(path, std::slice::from_ref(finding), &self.documents, self.encoding));
        let kind = match action.kind {
            actions::Kind::Mend { .. } | actions::Kind::Acknowledge => lsp::CodeActionKind::QuickFix,
            actions::Kind::MendAll => lsp::CodeActionKind::SourceFixAll,
        };
        lsp::CodeAction {
            title: action.title,
            kind: Some(kind),
            diagnostics: about,
            is_preferred: matches!(action.kind, actions::Kind::Mend { preferred: true }).then_some(true),
            edit: Some(lsp::WorkspaceEdit {
                changes: Some([(document.uri.clone(), edits.collect())].into()),
                ..Default::default()
            }),
            ..Default::default()
        }
    }
}

/// The request that a message cancels.
fn cancelled(message: &Incoming) -> Option<Value> {
    let Ok(Some(Ok(message))) = message else { return None };
    (message["method"] == "$/cancelRequest").then(|| message["params"]["id"].clone())
}

fn asked<T: DeserializeOwned>(params: Value) -> Result<T, Refusal> {
    serde_json::from_value(params).map_err(|_| Refusal::new(lsp::ErrorCodes::InvalidParams, "参数不对"))
}

/// A notification's content; one that makes no sense is passed over.
fn notice<T: DeserializeOwned>(method: &str, params: Value) -> Option<T> {
    let content = serde_json::from_value(params).ok();
    if content.is_none() {
        eprintln!("编辑器发来的 {method} 读不懂");
    }
    content
}

/// Whether `kind` is `asked` or one of its sub-kinds: source.fixAll is a kind of source.
fn is_kind(kind: &str, asked: &str) -> bool {
    asked.is_empty() || kind == asked || kind.strip_prefix(asked).is_some_and(|rest| rest.starts_with('.'))
}

/// `text` in the syntax of snippets, `selected` behind it.
fn snippet(text: &str, selected: &str) -> String {
    let text = text.replace('\\', "\\\\").replace('$', "\\$").replace('}', "\\}");
    if selected.is_empty() { format!("{text}$0") } else { format!("{text}${{0:{selected}}}") }
}
