//! What is asked of the program, and all that it tells: standard output, standard error, and what it keeps for itself.

use std::fs;
use std::io::Write as _;
use std::process::{Command, Stdio};

use serde_json::json;

use crate::program::Room;

/// A way of asking.
pub struct Run {
    pub name: &'static str,
    pub tell: fn(&Room) -> String,
}

pub const RUNS: [Run; 15] = [
    Run { name: "check", tell: |room| said(room, &["check"]) },
    Run { name: "check json", tell: |room| said(room, &["check", "--message-format", "json"]) },
    Run { name: "check sarif", tell: |room| said(room, &["check", "--message-format", "sarif"]) },
    Run { name: "check github", tell: |room| said(room, &["check", "--message-format", "github"]) },
    Run { name: "fix", tell: |room| said(room, &["check", "--fix", "--yes"]) },
    Run { name: "fix json", tell: |room| said(room, &["check", "--fix", "--yes", "--message-format", "json"]) },
    Run { name: "fix github", tell: |room| said(room, &["check", "--fix", "--yes", "--message-format", "github"]) },
    Run { name: "build", tell: |room| said(room, &["build", "--format", "docx", "--message-format", "json"]) },
    Run { name: "build fragile", tell: |room| said(room, &["build", "--format", "docx", "--fragile"]) },
    Run {
        name: "build fragile json",
        tell: |room| said(room, &["build", "--format", "docx", "--fragile", "--message-format", "json"]),
    },
    Run { name: "explain", tell: |room| said(room, &["explain"]) },
    Run { name: "explain json", tell: |room| said(room, &["explain", "--message-format", "json"]) },
    Run { name: "verify", tell: verified },
    Run { name: "verify rebuild", tell: rebuilt },
    Run { name: "lsp", tell: edited },
];

/// What a run says, and what lies in the cache after it.
pub fn said(room: &Room, arguments: &[&str]) -> String {
    let cache = room.path("cache");
    let said = room.run_with(arguments, &[("XDG_CACHE_HOME", cache.to_str().unwrap())]);
    let mut told = format!("{}\n{}\n", said.stdout, said.stderr);
    for (name, content) in room.tree("cache") {
        told.push_str(&format!("{name}\n{}\n", String::from_utf8_lossy(&content)));
    }
    told
}

fn verified(room: &Room) -> String {
    let built = said(room, &["build", "--format", "docx"]);
    format!("{built}{}", said(room, &["verify"]))
}

/// Builds, changes all records, and makes the papers again in memory: what differs is told with excerpts.
fn rebuilt(room: &Room) -> String {
    let built = said(room, &["build", "--format", "docx"]);
    let folder = room.path("data/panlong/2021");
    for week in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let text = fs::read_to_string(week.path()).unwrap();
        fs::write(week.path(), text.replace("督促商家", "督促着商家").replace("反映花之城", "反映了花之城")).unwrap();
    }
    format!("{built}{}", said(room, &["verify", "--rebuild"]))
}

/// Opens all weeks in the language server. What it says in addresses is the editor's own.
fn edited(room: &Room) -> String {
    let mut input = Vec::new();
    let mut send = |message: serde_json::Value| {
        let body = message.to_string();
        write!(input, "Content-Length: {}\r\n\r\n{body}", body.len()).unwrap();
    };
    send(json!({ "jsonrpc": "2.0", "id": 1, "method": "initialize", "params": { "capabilities": {} } }));
    for week in fs::read_dir(room.path("data/panlong/2021")).unwrap().map(Result::unwrap) {
        let uri = format!("file://{}", week.path().display().to_string().replace(' ', "%20"));
        let text = fs::read_to_string(week.path()).unwrap();
        let document = json!({ "uri": uri, "languageId": "yaml", "version": 1, "text": text });
        let params = json!({ "textDocument": document });
        send(json!({ "jsonrpc": "2.0", "method": "textDocument/didOpen", "params": params }));
    }
    send(json!({ "jsonrpc": "2.0", "id": 2, "method": "shutdown" }));
    send(json!({ "jsonrpc": "2.0", "method": "exit" }));
    let mut child = Command::new(env!("CARGO_BIN_EXE_zhoubao"))
        .arg("lsp")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let writing = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().unwrap();
    writing.join().unwrap().unwrap();
    let told = format!("{}\n{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    told.replace("Content-Length", "\nContent-Length")
}
