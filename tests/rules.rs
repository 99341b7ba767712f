//! The register of rules: complete, documented in Chinese, and printed on a page that is current.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use zhoubao::diagnostic::{Rule, manual};
use zhoubao::{check, workspace};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// `ZHOUBAO_BLESS=1` writes the page anew.
#[test]
fn the_page_of_rules_is_current() {
    let page = manual::page(workspace::rules());
    let path = root().join("docs/rules.md");
    if std::env::var_os("ZHOUBAO_BLESS").is_some() {
        fs::write(&path, &page).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(kept == page, "docs/rules.md is not current: ZHOUBAO_BLESS=1 cargo test --release --locked --test rules");
}

#[test]
fn each_rule_has_a_code_of_its_own_and_says_in_chinese_what_it_is_about() {
    let mut codes = BTreeSet::new();
    for rule in workspace::rules() {
        let Rule { code, looks_for, why, example, fix, .. } = rule;
        assert!(codes.insert(*code), "{code} stands twice in the register");
        let words: Vec<&str> = code.split('-').collect();
        let is_word = |word: &&str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase());
        assert!(words.iter().all(is_word), "{code} is not kebab-case");
        assert!(!example.trim().is_empty(), "{code} has no example");
        for text in [looks_for, why, fix] {
            assert!(text.contains(is_han) && text.ends_with(['。', '」', '）', '！', '…']), "{code}: {text}");
        }
    }
    assert!(codes.len() >= 30, "{}", codes.len());
}

#[test]
fn each_rule_stands_under_a_subject() {
    let others: Vec<&str> = workspace::rules().filter(|rule| rule.heading() == "其他").map(|rule| rule.code).collect();
    assert!(others.is_empty(), "add their first words to HEADINGS in src/diagnostic/manual.rs: {others:?}");
    let listed: usize = manual::by_heading(workspace::rules()).iter().map(|(_, rules)| rules.len()).sum();
    assert_eq!(listed, workspace::rules().count());
}

/// A rule that no test of tests/checks names is one of which nobody knows whether it finds anything.
#[test]
fn each_rule_over_records_is_tried() {
    let mut tests = String::new();
    for entry in fs::read_dir(root().join("tests/checks")).unwrap() {
        let path: PathBuf = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "rs") {
            tests.push_str(&fs::read_to_string(path).unwrap());
        }
    }
    // Named in a test's code, or behind a line of a case.
    let is_tried = |code: &str| tests.contains(&format!("\"{code}\"")) || tests.contains(&format!(" {code} "));
    let untried: Vec<&str> = check::RULES.iter().map(|rule| rule.code).filter(|code| !is_tried(code)).collect();
    assert!(untried.is_empty(), "no test in tests/checks names: {untried:?}");
}
