//! Papers of made-up offices of several kinds, by the built-in templates: each prints what was typed by hand beside its
//! records, in Word and in PDF, and nothing is found that is wrong with them.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

#[path = "../cli/program.rs"]
#[allow(dead_code, reason = "shared with the tests of the command line")]
mod program;

use std::path::{Path, PathBuf};
use std::process::Command;

use program::{Room, copy_folder};

/// All offices, each in a folder of its own.
fn offices() -> Vec<PathBuf> {
    let folders = std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    let mut offices: Vec<PathBuf> = folders.filter(|path| path.is_dir()).collect();
    offices.sort();
    assert!(offices.len() >= 6);
    offices
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/offices")
}

/// A text without white space: pages break lines where they will.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The papers that are expected of an office, by the name of the file without its ending.
fn expected(office: &Path) -> Vec<(String, String)> {
    let mut papers = Vec::new();
    for path in std::fs::read_dir(office).unwrap().map(|entry| entry.unwrap().path()) {
        if path.extension().is_some_and(|extension| extension == "txt") {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            papers.push((name, std::fs::read_to_string(&path).unwrap()));
        }
    }
    papers.sort();
    papers
}

/// What pdftotext reads in the order of the file, without the numbers of pages; `None` where it is not installed.
fn pdf_text(path: &Path) -> Option<String> {
    let output = Command::new("pdftotext").args(["-raw", "-enc", "UTF-8"]).arg(path).arg("-").output().ok()?;
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8(output.stdout).unwrap())
}

/// A page's number stands alone between two dashes, on a turned page on lines of its own.
fn without_page_numbers(text: &str) -> String {
    let mut kept = String::new();
    let mut is_behind_number = true;
    for piece in text.split('—') {
        let is_number = !piece.trim().is_empty() && piece.trim().bytes().all(|byte| byte.is_ascii_digit());
        if !is_number && !is_behind_number {
            kept.push('—');
        }
        if !is_number {
            kept.push_str(piece);
        }
        is_behind_number = is_number;
    }
    kept
}

#[test]
fn each_office_prints_what_its_clerk_would_have_written() {
    let mut wrong = Vec::new();
    for office in offices() {
        let name = office.file_name().unwrap().to_string_lossy().into_owned();
        let room = Room::empty();
        copy_folder(&office, &room.path(&format!("data/{name}")));
        let said = room.run(&["build"]);
        assert_eq!(said.status, 0, "{name}: {}{}", said.stdout, said.stderr);
        let weeks = std::fs::read_dir(room.path(&format!("output/{name}"))).unwrap();
        let week = weeks.map(|entry| entry.unwrap().path()).find(|path| path.is_dir() && !path.ends_with("seals"));
        let week = week.unwrap();
        let papers = expected(&office);
        let made = std::fs::read_dir(&week).unwrap().count();
        assert_eq!(made, 2 * papers.len(), "{name}: {}", said.stdout);
        for (paper, expected) in papers {
            let expected = squeezed(&expected);
            let below = week.strip_prefix(room.path("")).unwrap().display().to_string();
            let word = squeezed(&room.word_text(&format!("{below}/{paper}.docx")));
            if word != expected {
                wrong.push(format!("{name} {paper}, Word:\n{word}\n{expected}\n"));
            }
            let pdf = pdf_text(&week.join(format!("{paper}.pdf"))).map(|text| squeezed(&without_page_numbers(&text)));
            if let Some(pdf) = pdf.filter(|pdf| *pdf != expected) {
                wrong.push(format!("{name} {paper}, PDF:\n{pdf}\n{expected}\n"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is found is no more than what a clerk of theirs would be told with reason.
#[test]
fn nothing_is_wrong_with_them() {
    for office in offices() {
        let name = office.file_name().unwrap().to_string_lossy().into_owned();
        let room = Room::empty();
        copy_folder(&office, &room.path(&format!("data/{name}")));
        let said = room.run(&["check"]);
        assert_eq!(said.status, 0, "{name}: {}", said.stderr);
        assert!(!said.stderr.contains("[unprinted]"), "{name}: {}", said.stderr);
    }
}
