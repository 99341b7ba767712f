//! One gate: nothing but `src/diagnostic/gate.rs` writes to standard output or standard error.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod sources;

use std::fs;
use std::path::Path;

use sources::rust_files;

/// What writes there.
const WRITERS: [&str; 9] =
    ["println!", "print!", "eprintln!", "eprint!", "dbg!", "anstream::", "stdout()", "stderr()", "panic!("];

/// Where they may stand all the same: the gate; the language server's pipe, whose messages are gated one by one; and
/// questions whether somebody sits at a terminal. The bar of progress says numbers only.
const ALLOWED: [(&str, &str); 4] = [
    ("diagnostic/gate.rs", ""),
    ("cli/lsp.rs", "stdout().lock()"),
    ("report/human.rs", "is_terminal()"),
    ("report/human.rs", "ProgressDrawTarget::stderr()"),
];

#[test]
fn nothing_is_printed_but_through_the_gate() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut looked_at = 0;
    let mut found = Vec::new();
    for file in rust_files(&root) {
        let name = file.strip_prefix(&root).unwrap().display().to_string();
        if name.ends_with("tests.rs") {
            continue;
        }
        let code = fs::read_to_string(&file).unwrap();
        looked_at += 1;
        // What stands behind it is the file's own tests.
        let code = code.split("#[cfg(test)]").next().unwrap();
        for line in code.lines().filter(|line| !line.trim_start().starts_with("//")) {
            let is_allowed = ALLOWED.iter().any(|(allowed, what)| name == *allowed && line.contains(what));
            if !is_allowed && WRITERS.iter().any(|writer| line.contains(writer)) {
                found.push(format!("{name}: {}", line.trim()));
            }
        }
    }
    assert!(looked_at > 300, "only {looked_at} files looked at");
    assert!(found.is_empty(), "{found:#?}");
}
