//! The pages that tell all keys of the files and all names that templates can use are what the program knows.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::fs;
use std::path::Path;

use zhoubao::{compose, schema};

/// `ZHOUBAO_BLESS=1` writes the page anew.
fn is_current(name: &str, page: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(name);
    if std::env::var_os("ZHOUBAO_BLESS").is_some() {
        fs::write(&path, page).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(kept == page, "docs/{name} is not current: ZHOUBAO_BLESS=1 cargo test --release --locked --test reference");
}

#[test]
fn the_page_of_keys_is_current() {
    is_current("reference-keys.md", &schema::keys_page());
}

#[test]
fn the_page_of_variables_is_current() {
    is_current("reference-variables.md", &compose::variables_page());
}
