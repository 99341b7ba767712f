//! Bytes of papers change only with the layout version: else an archive could not tell why it comes out differently.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use std::{env, fs};

use zhoubao::layout::VERSION;

const KNOWN: &str = "tests/layout_version.txt";

/// The samples' files, each with its hash and what it was made from: record, office, template, fonts and content.
fn made() -> BTreeMap<String, String> {
    let out = tempfile::tempdir().unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut build = Command::new(env!("CARGO_BIN_EXE_zhoubao"));
    let status = build.arg("build").arg(root.join("data")).arg("--out").arg(out.path()).output().unwrap().status;
    assert!(status.success());
    let mut made = BTreeMap::new();
    for office in ["panlong", "yunling"] {
        let manifest = fs::read_to_string(out.path().join(office).join("manifest.txt")).unwrap();
        for line in manifest.lines().filter_map(|line| line.strip_prefix("paper ")) {
            let field = |key: &str| line.split(' ').find_map(|word| word.strip_prefix(key)).unwrap();
            let path = line.split(' ').next().unwrap();
            let told = format!("{} fonts={} content={}", field("sha256="), field("fonts="), field("content="));
            made.insert(format!("{office}/{path}"), told);
        }
    }
    made
}

#[test]
fn the_same_content_in_the_same_fonts_gives_other_bytes_only_with_another_version() {
    let made = made();
    let printed: String = made.iter().map(|(path, told)| format!("{path} {told}\n")).collect();
    let printed = format!("layout {VERSION}\n{printed}");
    let known = fs::read_to_string(KNOWN).unwrap_or_default().replace("\r\n", "\n");
    let (version, lines) = known.split_once('\n').unwrap_or_default();
    for line in lines.lines() {
        let (path, was) = line.split_once(' ').unwrap();
        let Some(now) = made.get(path) else { continue };
        let (was_bytes, was_from) = was.split_once(' ').unwrap();
        let (bytes, from) = now.split_once(' ').unwrap();
        let may_differ = was_from != from || version != format!("layout {VERSION}");
        assert!(bytes == was_bytes || may_differ, "{path} has other bytes than before: raise layout::VERSION");
    }
    if env::var_os("ZHOUBAO_BLESS").is_some() {
        return fs::write(KNOWN, printed).unwrap();
    }
    assert_eq!(known, printed, "bless it: ZHOUBAO_BLESS=1 cargo test --release --locked --test layout_version");
}
