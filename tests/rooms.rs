//! Data flows one way: which room of the house may import which is held here and listed in `docs/architecture.md`.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod sources;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use sources::rust_files;

/// Each room, and the rooms that it may import.
const ROOMS: [(&str, &[&str]); 21] = [
    ("source", &[]),
    ("disk", &[]),
    ("diagnostic", &["source"]),
    ("yaml", &["disk", "diagnostic", "source"]),
    ("record", &["disk", "yaml", "diagnostic", "source"]),
    ("schema", &["record", "yaml", "diagnostic", "source"]),
    ("check", &["record", "yaml", "metrics", "diagnostic", "source"]),
    ("metrics", &["record", "source"]),
    ("document", &["source"]),
    ("compose", &["disk", "record", "yaml", "metrics", "document", "diagnostic", "source"]),
    ("layout", &["disk", "document", "source"]),
    ("chart", &["layout"]),
    ("word", &["chart", "document", "layout", "source"]),
    ("pdf", &["document", "layout", "source"]),
    ("sheet", &["document", "source"]),
    ("workspace", &["disk", "record", "yaml", "metrics", "check", "compose", "document", "diagnostic", "source"]),
    (
        "press",
        &[
            "disk",
            "workspace",
            "record",
            "compose",
            "document",
            "layout",
            "chart",
            "word",
            "pdf",
            "sheet",
            "diagnostic",
        ],
    ),
    ("archive", &["disk", "workspace", "press", "record", "yaml", "document", "layout", "pdf", "diagnostic", "source"]),
    ("editor", &["workspace", "record", "yaml", "check", "diagnostic", "source"]),
    ("report", &["workspace", "archive", "record", "yaml", "layout", "diagnostic", "source"]),
    (
        "cli",
        &[
            "workspace",
            "archive",
            "editor",
            "report",
            "schema",
            "record",
            "yaml",
            "metrics",
            "layout",
            "diagnostic",
            "source",
        ],
    ),
];

/// Macros stand at the crate's root whatever room they are written in.
const MACROS: [(&str, &str); 3] = [("record", "record"), ("variable", "record"), ("words", "record")];

/// Fewer imports than this between rooms, and the test would not have been looking at the house.
const FEWEST_IMPORTS: usize = 60;

#[test]
fn rooms_import_only_what_they_may() {
    let mut imports = 0;
    let mut forbidden = Vec::new();
    for (room, allowed) in ROOMS {
        let files = rust_files(&source_folder().join(room));
        // `super::metrics` within layout/fonts is that folder's own metrics.rs.
        let own: BTreeSet<_> = files.iter().filter_map(|file| file.file_stem()?.to_str()).collect();
        for file in &files {
            let code = code_of(file);
            let climbed = climbed(&code).into_iter().filter(|name| !own.contains(name.as_str()));
            for name in imported(&code).into_iter().chain(climbed) {
                let target = room_of(&name).unwrap_or_else(|| panic!("{}: crate::{name} is no room", file.display()));
                if target != room {
                    imports += 1;
                    if !allowed.contains(&target) {
                        forbidden.push(format!("{}: {room} must not import {target}", file.display()));
                    }
                }
            }
        }
    }
    assert!(forbidden.is_empty(), "{forbidden:#?}");
    assert!(imports >= FEWEST_IMPORTS, "only {imports} imports between rooms found");
}

#[test]
fn every_folder_is_a_room_and_no_rooms_import_each_other() {
    let folders: BTreeSet<String> = fs::read_dir(source_folder())
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect();
    let rooms: BTreeSet<String> = ROOMS.iter().map(|(room, _)| (*room).to_owned()).collect();
    assert_eq!(folders, rooms);

    let table: BTreeMap<&str, &[&str]> = ROOMS.into_iter().collect();
    for (room, allowed) in ROOMS {
        for other in allowed {
            assert!(!table[other].contains(&room), "{room} and {other} import each other");
        }
    }
}

#[test]
fn the_architecture_page_tells_the_same_table() {
    let page = fs::read_to_string(root().join("docs/architecture.md")).unwrap();
    let found: BTreeMap<String, BTreeSet<String>> = page.lines().filter_map(table_row).collect();
    let held: BTreeMap<String, BTreeSet<String>> = ROOMS
        .into_iter()
        .map(|(room, allowed)| (room.to_owned(), allowed.iter().map(|other| (*other).to_owned()).collect()))
        .collect();
    assert_eq!(found, held);
}

#[test]
fn imports_are_found_however_they_are_written() {
    let code = "//! [`x`](crate::word)\nuse crate::pdf;\nuse crate::{\n    layout::{page, unit},\n    check,\n};\n\
                // crate::cli\nlet a = super::super::archive::open(crate::record::read());\nmacro!($crate::source::Span);";
    let code = without_comments(code);
    assert_eq!(imported(&code), ["pdf", "layout", "check", "record", "source"]);
    assert_eq!(climbed(&code), ["archive"]);
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn source_folder() -> PathBuf {
    root().join("src")
}

fn room_of(name: &str) -> Option<&'static str> {
    let rooms = ROOMS.into_iter().map(|(room, _)| (room, room));
    rooms.chain(MACROS).find(|(known, _)| *known == name).map(|(_, room)| room)
}

/// A file without its comments that take a whole line.
fn code_of(file: &Path) -> String {
    without_comments(&fs::read_to_string(file).unwrap())
}

fn without_comments(code: &str) -> String {
    code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// What stands behind `crate::`, each name of a group for itself.
fn imported(code: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for (at, prefix) in code.match_indices("crate::") {
        let rest = &code[at + prefix.len()..];
        match rest.strip_prefix('{') {
            Some(group) => names.extend(group_heads(group)),
            None => names.push(identifier(rest)),
        }
    }
    names
}

/// Rooms' names behind `super::`.
fn climbed(code: &str) -> Vec<String> {
    let names = code.match_indices("super::").map(|(at, prefix)| identifier(&code[at + prefix.len()..]));
    names.filter(|name| ROOMS.iter().any(|(room, _)| room == name)).collect()
}

/// The first segment of each path in a `{…}` group whose opening brace has been read.
fn group_heads(group: &str) -> Vec<String> {
    let (mut depth, mut heads, mut awaiting) = (0, Vec::new(), true);
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => awaiting = true,
            c if awaiting && depth == 0 && !c.is_whitespace() => {
                heads.push(identifier(&group[at..]));
                awaiting = false;
            }
            _ => {}
        }
    }
    heads
}

fn identifier(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// A row of the page's table: "| `src/room/` | what it does | `room`, `room` |".
fn table_row(line: &str) -> Option<(String, BTreeSet<String>)> {
    let mut cells = line.strip_prefix("| `src/")?.trim_end().trim_end_matches('|').split('|');
    let room = cells.next()?.trim().trim_end_matches('`').trim_end_matches('/').to_owned();
    let names = cells.next_back()?.split('`').skip(1).step_by(2).map(str::to_owned).collect();
    Some((room, names))
}
