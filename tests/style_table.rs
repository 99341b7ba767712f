//! The table of styles, and its print for programs that read finished files.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use zhoubao::layout::Style;

const PRINT: &str = "tools/conformance/styles.json";

/// By what a reader of finished files finds an element. How it should look is no business of this table there: judges
/// take that from the standard.
fn print() -> String {
    let mut print = String::from("[\n");
    for (at, style) in Style::ALL.iter().enumerate() {
        let definition = style.definition();
        let outline = definition.outline.map_or_else(|| "null".to_owned(), |level| level.to_string());
        let comma = if at + 1 < Style::ALL.len() { "," } else { "" };
        let (id, name) = (definition.id, definition.name);
        writeln!(print, r#"  {{"id": "{id}", "name": "{name}", "outline": {outline}}}{comma}"#).unwrap();
    }
    print + "]\n"
}

#[test]
fn the_print_of_the_table_is_current() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(PRINT);
    if env::var_os("ZHOUBAO_BLESS").is_some() {
        fs::write(&path, print()).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(kept == print(), "{PRINT} is not current: ZHOUBAO_BLESS=1 cargo test --locked --test style_table");
}

#[test]
fn no_two_styles_share_an_id_or_a_name() {
    let ids: BTreeSet<_> = Style::ALL.iter().map(|style| style.definition().id).collect();
    let names: BTreeSet<_> = Style::ALL.iter().map(|style| style.definition().name).collect();
    assert_eq!((ids.len(), names.len()), (Style::ALL.len(), Style::ALL.len()));
}
