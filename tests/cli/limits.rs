//! Files that no week is: each ends in a clear error, and soon.

use std::fs::File;
use std::time::{Duration, Instant};

use crate::program::{OFFICE, Room, WEEK, WEEK_FILE};

/// What ends in a second on an idle machine may take longer beside other work; what has no end would take minutes.
const SOON: Duration = Duration::from_secs(10);

/// Runs `check`, which has to end soon, with an error that says `words`.
fn refused(room: &Room, words: &str) {
    let begun = Instant::now();
    let said = room.run(&["check"]);
    assert!(begun.elapsed() < SOON, "{:?}", begun.elapsed());
    assert_eq!(said.status, 1, "{}", said.stderr);
    assert!(said.stderr.contains(words), "{}", said.stderr);
    assert!(said.stderr.len() < 4000, "{} bytes of words", said.stderr.len());
}

#[test]
fn a_file_of_100_mb_is_not_read() {
    for file in [WEEK_FILE, "data/panlong/office.yaml", "data/panlong/templates/weekly.md"] {
        let room = Room::sample().file(file, WEEK);
        let grown = File::options().append(true).open(room.path(file)).and_then(|file| file.set_len(100 << 20));
        assert!(grown.is_ok());
        refused(&room, "大于 8 MB");
    }
}

#[test]
fn ten_thousand_levels_are_too_deep() {
    // 8 MB hold no more levels than these, each a line; the others stand on one line.
    let block: String = (0..4_000).map(|level| format!("{}层:\n", " ".repeat(level))).collect();
    let dashes = "- ".repeat(10_000);
    let flow = "[".repeat(10_000);
    let braces = "{ 甲: ".repeat(10_000);
    for text in [block, dashes, flow, braces] {
        refused(&Room::sample().file(WEEK_FILE, &text), "yaml-too-large");
        refused(&Room::sample().file(WEEK_FILE, format!("通报单:\n  {text}")), "错误");
    }
}

#[test]
fn aliases_of_aliases_are_not_expanded() {
    let levels: String =
        (1..40).map(|n| format!("级{n}: &a{n} [{}]\n", vec![format!("*a{}", n - 1); 10].join(", "))).collect();
    let bomb = format!("级0: &a0 [一, 一]\n{levels}");
    refused(&Room::sample().file(WEEK_FILE, &bomb), "yaml-too-large");
    refused(&Room::sample().file("data/panlong/office.yaml", format!("{OFFICE}\n{bomb}")), "yaml-too-large");
}

#[test]
fn loops_within_loops_of_a_template_end() {
    let many = "{% for a in range(end=100000) %}";
    let template = format!("---\n标题: 甲\n---\n{many}{many}甲{{% endfor %}}{{% endfor %}}\n");
    refused(&Room::sample().file("data/panlong/templates/weekly.md", template), "没有尽头");
}

/// Every line of it is looked at once, not once for every other line.
#[test]
fn thousands_of_wrong_keys_and_fields_are_told_soon() {
    let keys: String = (0..5_000).map(|n| format!("错{n}: 1\n")).collect();
    let fields: String = (0..20_000).map(|n| format!("      甲{{错{n}}}\n")).collect();
    let section = format!("章节:\n  - 标题: 甲\n    正文: >-\n{fields}");
    for text in [format!("{WEEK}\n{keys}"), format!("{WEEK}\n{section}")] {
        let begun = Instant::now();
        let said = Room::sample().file(WEEK_FILE, text).run(&["check"]);
        assert_eq!(said.status, 1);
        assert!(begun.elapsed() < SOON, "{:?}", begun.elapsed());
    }
}
