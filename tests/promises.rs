//! What the pages promise names the tests that hold it: each of these is there. And the page of the command line leaves
//! nothing out.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// How a name of a test file begins.
const TESTS: &str = "tests/";

/// Pages on which each section about what is promised names at least so many test files.
const PROMISING: [(&str, usize); 6] = [
    ("README.md", 8),
    ("README.zh-CN.md", 8),
    ("docs/archive.md", 20),
    ("docs/zh/archive.md", 8),
    ("docs/architecture.md", 14),
    ("docs/command-line.md", 4),
];

#[test]
fn every_test_that_a_page_names_is_there() {
    let mut missing = Vec::new();
    for page in pages() {
        let text = fs::read_to_string(&page).unwrap();
        for name in named_tests(&text) {
            if !root().join(name).exists() {
                missing.push(format!("{}: {name}", page.display()));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn pages_that_promise_name_their_tests() {
    for (page, fewest) in PROMISING {
        let text = fs::read_to_string(root().join(page)).unwrap();
        let named = named_tests(&text).len();
        assert!(named >= fewest, "{page} names {named} tests");
    }
}

#[test]
fn names_of_tests_are_found_wherever_they_stand() {
    let page =
        "It holds (`tests/a/b.rs`; `tests/c`), see [tests](../tests/d.py). No attests/e, no tests/ and no tests/f/.";
    assert_eq!(named_tests(page), ["tests/a/b.rs", "tests/c", "tests/d.py", "tests/f/"]);
}

#[test]
fn the_pages_of_the_command_line_name_every_command_and_option() {
    let help = help(&[]);
    let commands: Vec<&str> = words_at_line_starts(&help).filter(|word| !word.starts_with('-')).collect();
    assert!(commands.contains(&"build") && commands.contains(&"lsp"), "{commands:?}");
    for page in ["docs/command-line.md", "docs/zh/command-line.md"] {
        let text = fs::read_to_string(root().join(page)).unwrap();
        for command in &commands {
            assert!(text.contains(&format!("zhoubao {command}")), "{page} does not name {command}");
            for option in options(command) {
                assert!(text.contains(&option), "{page} does not name {option} of {command}");
            }
        }
    }
}

/// The options of a command, but for those that every program has and the one that editors add of their own.
fn options(command: &str) -> BTreeSet<String> {
    let help = help(&[command]);
    let words = help.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
    let options = words.filter(|word| word.starts_with("--") && !matches!(*word, "--help" | "--stdio"));
    options.map(str::to_owned).collect()
}

fn help(command: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_zhoubao")).args(command).arg("--help").output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

/// The first word of each line that is indented.
fn words_at_line_starts(text: &str) -> impl Iterator<Item = &str> {
    let indented = text.lines().filter(|line| line.starts_with("  "));
    indented.filter_map(|line| line.split_whitespace().next()).filter(|word| word.is_ascii())
}

/// The paths below `tests/` that a page names, in its order.
fn named_tests(page: &str) -> Vec<&str> {
    let mut named = Vec::new();
    for (at, _) in page.match_indices(TESTS) {
        let is_whole_word = !page[..at].ends_with(|c: char| c.is_ascii_alphanumeric());
        let path: &str = page[at..].split(|c: char| !is_of_path(c)).next().unwrap_or_default();
        let path = path.trim_end_matches('.');
        if is_whole_word && path.len() > TESTS.len() {
            named.push(path);
        }
    }
    named
}

fn is_of_path(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '/' | '.' | '_' | '-')
}

/// The READMEs and all that lies below `docs/`.
fn pages() -> Vec<PathBuf> {
    let mut pages = vec![root().join("README.md"), root().join("README.zh-CN.md")];
    let mut folders = vec![root().join("docs")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "md") {
                pages.push(path);
            }
        }
    }
    pages
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
