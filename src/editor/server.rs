//! The talk with the editor: one message after the other, findings once no more messages wait.

use std::io::{self, BufRead, Write};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use gen_lsp_types as lsp;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::client::{Client, capabilities};
use super::session::Session;
use super::{frames, requests};
use crate::diagnostic::discreet;
use crate::diagnostic::gate::Stream;

/// How a talk ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// The editor said so beforehand.
    Orderly,
    /// The editor broke off, or sent what is no message.
    Abruptly,
    /// The machine gives no thread to listen on.
    Refused,
}

/// Serves an editor until it says good-bye or breaks off.
pub fn serve(input: impl BufRead + Send + 'static, output: impl Write) -> Ended {
    let (sender, receiver) = channel();
    if let Err(error) = thread::Builder::new().spawn(move || receive(input, &sender)) {
        log(&format!("这台电脑不给线程，没有开始：{error}"));
        return Ended::Refused;
    }
    let mut server = Server { output, stage: Stage::Waiting, session: Session::new() };
    match server.talk(&receiver) {
        Ok(ended) => ended,
        Err(error) => {
            log(&format!("与编辑器的连接断了：{error}"));
            Ended::Abruptly
        }
    }
}

/// Tells whoever reads the editor's log; that nobody does is no trouble.
fn log(text: &str) {
    let _ = Stream::Stderr.line(text);
}

/// Hands on message after message, up to the last or to where nobody listens any more.
fn receive(mut input: impl BufRead, sender: &Sender<Incoming>) {
    loop {
        let message = frames::read(&mut input);
        let is_last = !matches!(message, Ok(Some(_)));
        if sender.send(message).is_err() || is_last {
            return;
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

type Incoming = io::Result<Option<Result<Value, serde_json::Error>>>;

struct Server<W> {
    output: W,
    stage: Stage,
    session: Session,
}

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
                    Ok(message) => self.handle(message, &cancelled)?,
                }
            }
            self.publish()?;
        }
        Ok(self.ended())
    }

    fn ended(&self) -> Ended {
        if self.stage == Stage::ShutDown { Ended::Orderly } else { Ended::Abruptly }
    }

    fn handle(&mut self, mut message: Value, cancelled: &[Value]) -> io::Result<()> {
        let params = message.get_mut("params").map(Value::take).unwrap_or_default();
        let id = message.get("id").cloned();
        let Some(method) = message.get("method").and_then(Value::as_str) else {
            // An answer to a request of ours needs no answer; anything else is no message.
            return if message.get("result").is_some() || message.get("error").is_some() {
                Ok(())
            } else {
                let refusal = Refusal::new(lsp::ErrorCodes::InvalidRequest, "消息里没有 method");
                self.refuse(&id.unwrap_or_default(), &refusal)
            };
        };
        let Some(id) = id else {
            return if self.stage == Stage::Serving { self.take_notice(method, params) } else { Ok(()) };
        };
        let answer = if cancelled.contains(&id) {
            Err(Refusal { code: lsp::LspErrorCodes::RequestCancelled.into(), message: "已取消".to_owned() })
        } else {
            self.answer(method, params)?
        };
        match answer {
            Ok(result) => self.send(&json!({ "jsonrpc": "2.0", "id": id, "result": result })),
            Err(refusal) => self.refuse(&id, &refusal),
        }
    }

    fn refuse(&mut self, id: &Value, refusal: &Refusal) -> io::Result<()> {
        let error = json!({ "code": refusal.code, "message": discreet(&refusal.message) });
        self.send(&json!({ "jsonrpc": "2.0", "id": id, "error": error }))
    }

    fn notify(&mut self, method: &str, params: &Value) -> io::Result<()> {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }))
    }

    fn send(&mut self, message: &Value) -> io::Result<()> {
        frames::write(&mut self.output, message)
    }

    fn take_notice(&mut self, method: &str, params: Value) -> io::Result<()> {
        match method {
            "initialized" if self.session.client.watches => self.ask_to_watch()?,
            "textDocument/didOpen" => {
                if let Some(params) = notice::<lsp::DidOpenTextDocumentParams>(method, params) {
                    self.session.open(params.text_document);
                }
            }
            "textDocument/didChange" => {
                if let Some(params) = notice(method, params) {
                    self.session.change(params);
                }
            }
            "textDocument/didClose" => {
                if let Some(params) = notice::<lsp::DidCloseTextDocumentParams>(method, params)
                    && self.session.close(&params.text_document.uri)
                {
                    let empty = json!({ "uri": params.text_document.uri, "diagnostics": [] });
                    self.notify("textDocument/publishDiagnostics", &empty)?;
                }
            }
            "textDocument/didSave" | "workspace/didChangeWatchedFiles" => self.session.disk_changed = true,
            _ => {}
        }
        Ok(())
    }

    /// Asks the editor to say what changes on the disk.
    fn ask_to_watch(&mut self) -> io::Result<()> {
        let watchers = json!([{ "globPattern": "**/*.{yaml,yml,md}" }]);
        let registration = json!({
            "id": "files",
            "method": "workspace/didChangeWatchedFiles",
            "registerOptions": { "watchers": watchers },
        });
        let params = json!({ "registrations": [registration] });
        let method = "client/registerCapability";
        self.send(&json!({ "jsonrpc": "2.0", "id": "files", "method": method, "params": params }))
    }

    /// Publishes the findings of all open files about which there may be others now.
    fn publish(&mut self) -> io::Result<()> {
        for publication in self.session.publications() {
            self.notify("textDocument/publishDiagnostics", &json!(publication))?;
        }
        Ok(())
    }

    fn answer(&mut self, method: &str, params: Value) -> io::Result<Answer> {
        Ok(match (self.stage, method) {
            (Stage::Waiting, "initialize") => Ok(self.initialize(&params)),
            (Stage::Waiting, _) => Err(Refusal::new(lsp::ErrorCodes::ServerNotInitialized, "先要 initialize")),
            (Stage::Serving, "shutdown") => {
                self.stage = Stage::ShutDown;
                Ok(Value::Null)
            }
            (Stage::Serving, _) => self.answer_about_records(method, params)?,
            (Stage::ShutDown, _) => Err(Refusal::new(lsp::ErrorCodes::InvalidRequest, "已经 shutdown")),
        })
    }

    fn initialize(&mut self, params: &Value) -> Value {
        self.session.client = Client::read(params);
        self.stage = Stage::Serving;
        json!({
            "capabilities": capabilities(self.session.client.encoding),
            "serverInfo": { "name": "zhoubao", "version": env!("CARGO_PKG_VERSION") },
        })
    }

    fn answer_about_records(&mut self, method: &str, params: Value) -> io::Result<Answer> {
        self.session.reread_disk();
        if method == "textDocument/codeAction" {
            // What it fixes has to be what stands there now.
            self.publish()?;
        }
        let session = &self.session;
        Ok(match method {
            "textDocument/completion" => answer_with(requests::complete, session, params),
            "textDocument/hover" => answer_with(requests::explain, session, params),
            "textDocument/definition" => answer_with(requests::define, session, params),
            "textDocument/documentSymbol" => answer_with(requests::outline, session, params),
            "textDocument/codeAction" => answer_with(requests::act, session, params),
            _ => Err(Refusal::new(lsp::ErrorCodes::MethodNotFound, format!("没有 {method}"))),
        })
    }
}

/// Answers a request whose parameters make sense; `null` where there is nothing to say.
fn answer_with<P: DeserializeOwned, R: Serialize>(
    handler: fn(&Session, &P) -> Option<R>,
    session: &Session,
    params: Value,
) -> Answer {
    match serde_json::from_value(params) {
        Ok(params) => Ok(json!(handler(session, &params))),
        Err(_) => Err(Refusal::new(lsp::ErrorCodes::InvalidParams, "参数不对")),
    }
}

/// The request that a message cancels.
fn cancelled(message: &Incoming) -> Option<Value> {
    let Ok(Some(Ok(message))) = message else { return None };
    (message["method"] == "$/cancelRequest").then(|| message["params"]["id"].clone())
}

/// A notification's content; one that makes no sense is passed over.
fn notice<T: DeserializeOwned>(method: &str, params: Value) -> Option<T> {
    let content = serde_json::from_value(params).ok();
    if content.is_none() {
        log(&format!("编辑器发来的 {method} 读不懂"));
    }
    content
}
