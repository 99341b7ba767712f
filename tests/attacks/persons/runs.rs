//! What is asked of the program, and all that it tells: standard output, standard error, and what it keeps for itself.

use std::fs;
use std::io::Write as _;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::program::Room;

/// A way of asking.
pub struct Run {
    pub name: &'static str,
    pub tell: fn(&Room) -> String,
}

pub const RUNS: &[Run] = &[
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
    Run { name: "unseal", tell: |room| unsealed(room, &[]) },
    Run { name: "unseal json", tell: |room| unsealed(room, &["--message-format", "json"]) },
    Run { name: "package", tell: |room| packed(room, &[]) },
    Run { name: "package sarif", tell: |room| packed(room, &["--message-format", "sarif"]) },
    Run { name: "lsp", tell: edited },
    #[cfg(unix)]
    Run { name: "fix on a terminal", tell: super::terminal::asked },
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
    change_records(room);
    format!("{built}{}", said(room, &["verify", "--rebuild"]))
}

/// Changes what all records say, in some of its words.
fn change_records(room: &Room) {
    for week in fs::read_dir(room.path("data/panlong/2021")).unwrap().map(Result::unwrap) {
        let text = fs::read_to_string(week.path()).unwrap();
        let text = text.replace("督促商家", "督促着商家").replace("反映花之城", "反映了花之城");
        fs::write(week.path(), text.replace("已处理", "已经处理").replace("已与", "已经与")).unwrap();
    }
}

/// Seals all weeks, changes them, and takes the seals off: what was sent is kept beside what is made anew.
fn unsealed(room: &Room, more: &[&str]) -> String {
    let with = |command: &[&str]| said(room, &[command, &["--format", "docx"], more].concat());
    let sealed = with(&["build", "--seal"]);
    change_records(room);
    let refused = with(&["build"]);
    let corrected = with(&["build", "--unseal"]);
    format!("{sealed}{refused}{corrected}{}", said(room, &[&["verify"], more].concat()))
}

/// Packs what is sound, looks at the package, and at what is left of it when it was damaged.
fn packed(room: &Room, more: &[&str]) -> String {
    let with = |command: &[&str]| said(room, &[command, more].concat());
    let packs = ["build", "--format", "pdf", "--package", "2021"];
    let mut told = with(&packs);
    remove_unsound(room);
    told += &with(&packs);
    let bag = room.path("output/panlong/package/panlong-2021");
    if !bag.is_dir() {
        // How the form stands in every week is an error.
        return told;
    }
    told += &with(&["verify"]);
    change_records(room);
    told += &with(&["build", "--format", "pdf"]);
    told += &with(&["verify"]);
    fs::remove_file(bag.join("data/records/office.yaml")).unwrap();
    fs::write(bag.join("bag-info.txt"), "nothing").unwrap();
    told += &with(&["verify"]);
    told + &with(&packs)
}

/// Removes the weeks that have errors: they keep their office from being packed.
fn remove_unsound(room: &Room) {
    let checked = room.run(&["check", "--message-format", "json"]).stdout;
    for finding in checked.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()) {
        if finding["severity"] == "error" && finding["acknowledged"].is_null() {
            let _ = fs::remove_file(room.path(finding["spans"][0]["file"].as_str().unwrap()));
        }
    }
}

/// Opens all weeks in the language server, and asks what can be done about each. What it says in addresses is the editor's
/// own, and edits go back into the record.
fn edited(room: &Room) -> String {
    let mut input = Vec::new();
    let mut send = |message: serde_json::Value| {
        let body = message.to_string();
        write!(input, "Content-Length: {}\r\n\r\n{body}", body.len()).unwrap();
    };
    send(json!({ "jsonrpc": "2.0", "id": 1, "method": "initialize", "params": { "capabilities": {} } }));
    for (number, week) in (10..).zip(fs::read_dir(room.path("data/panlong/2021")).unwrap().map(Result::unwrap)) {
        let uri = format!("file://{}", week.path().display().to_string().replace(' ', "%20"));
        let text = fs::read_to_string(week.path()).unwrap();
        let document = json!({ "uri": uri, "languageId": "yaml", "version": 1, "text": text });
        let params = json!({ "textDocument": document });
        send(json!({ "jsonrpc": "2.0", "method": "textDocument/didOpen", "params": params }));
        let all = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 9999, "character": 0 } });
        let params = json!({ "textDocument": { "uri": uri }, "range": all, "context": { "diagnostics": [] } });
        send(json!({ "jsonrpc": "2.0", "id": number, "method": "textDocument/codeAction", "params": params }));
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
    let told = told.replace("Content-Length", "\nContent-Length");
    assert!(told.contains("\"edit\""), "no action is offered");
    told.lines().map(without_edits).collect::<Vec<_>>().join("\n")
}

/// A message of the language server without what is to be put into the record.
fn without_edits(line: &str) -> String {
    let Ok(mut message) = serde_json::from_str::<Value>(line) else { return line.to_owned() };
    for action in message["result"].as_array_mut().into_iter().flatten() {
        action.as_object_mut().unwrap().remove("edit");
    }
    message.to_string()
}
