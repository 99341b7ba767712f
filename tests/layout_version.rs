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
    build(&root.join("data"), out.path());
    let sheets = tempfile::tempdir().unwrap();
    copy_with_sheets(&root.join("data/yunling"), &sheets.path().join("yunling-sheets"));
    build(sheets.path(), out.path());
    let mut made = BTreeMap::new();
    for office in ["panlong", "yunling", "yunling-sheets"] {
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

fn build(data: &Path, out: &Path) {
    let mut build = Command::new(env!("CARGO_BIN_EXE_zhoubao"));
    let status = build.arg("build").arg(data).arg("--out").arg(out).output().unwrap().status;
    assert!(status.success());
}

/// An office's folder, whose weekly is nothing but a workbook.
fn copy_with_sheets(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(|entry| entry.unwrap()) {
        let (path, copy) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy_with_sheets(&path, &copy);
        } else if entry.file_name() == "office.yaml" {
            let office = fs::read_to_string(path).unwrap();
            let weekly = "  - { 代号: weekly, 模板: weekly, 每: 周, 版式: 简报 }\n";
            assert!(office.contains(weekly));
            let notice = "  - { 代号: notice, 模板: notice, 每: 通报单 }\n";
            let sheets = weekly.replace(" }", ", 格式: [xlsx] }");
            fs::write(copy, office.replace(weekly, &sheets).replace(notice, "")).unwrap();
        } else {
            fs::copy(path, copy).unwrap();
        }
    }
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
