//! Whatever is typed: no fix drops or invents a letter or digit of it, but where it writes a word of a closed list.

use proptest::prelude::*;
use std::fs;
use std::path::{Path, PathBuf};
use zhoubao::diagnostic::{Diagnostic, Fix, Keeps};
use zhoubao::record::find::find;
use zhoubao::workspace::{findings_without_office, open};
use zhoubao::yaml::Problems;

const OFFICE: &str = include_str!("../checks/office.yaml");
const WEEK: &str = include_str!("../checks/2023-03-06.yaml");

/// Where closed lists stand: registered names, keys and words of records, confused words, and the words of dates.
const LISTS: [&str; 4] = [
    OFFICE,
    include_str!("../../docs/reference-keys.md"),
    include_str!("../../src/check/text/confusions.txt"),
    "日 截至",
];

/// What stands in office.yaml besides a week, whose finding about it may have a fix.
fn found(folder: &Path, week: &str) -> Vec<Diagnostic> {
    let office = folder.join("data").join("qinghe");
    let path = office.join("2023-03-06.yaml");
    fs::create_dir_all(&office).unwrap();
    fs::write(office.join("office.yaml"), OFFICE).unwrap();
    fs::write(&path, week).unwrap();
    let mut findings = findings_without_office(&path);
    for folder in find(&[PathBuf::from(&office)], &mut Problems::new()) {
        let mut problems = Problems::new();
        if let Some(opened) = open(&folder, &mut problems) {
            findings.extend(opened.check(&folder));
        }
        findings.extend(problems.into_vec());
    }
    findings
}

/// Letters and digits, whatever their width and case.
fn letters(text: &str) -> String {
    let half = |c: char| if matches!(c, '！'..='～') { char::from_u32(u32::from(c) - 0xfee0).unwrap() } else { c };
    text.chars().map(half).filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect()
}

/// The numbers in a text.
fn numbers(text: &str) -> Vec<u32> {
    let half = |c: char| if matches!(c, '０'..='９') { char::from_u32(u32::from(c) - 0xfee0).unwrap() } else { c };
    let text: String = text.chars().map(half).collect();
    text.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse().ok()).collect()
}

fn assert_kept(week: &str, fix: &Fix) {
    let applied = |text: &str| {
        let mut edits: Vec<_> = fix.edits.iter().collect();
        edits.sort_by_key(|edit| std::cmp::Reverse(edit.place.range().start));
        edits.iter().fold(text.to_owned(), |mut text, edit| {
            text.replace_range(edit.place.range(), &edit.text);
            text
        })
    };
    let text = fix.edits.first().map_or(week, |edit| edit.place.source().text());
    match fix.keeps() {
        Keeps::Letters | Keeps::Text => assert_eq!(letters(text), letters(&applied(text)), "{fix:#?}"),
        Keeps::Word => {
            for edit in &fix.edits {
                assert!(LISTS.iter().any(|list| list.contains(&edit.text)), "{fix:#?}");
            }
        }
        Keeps::Day => {
            let [edit] = &fix.edits[..] else { panic!("{fix:#?}") };
            let typed = edit.place.text();
            let is_one_number = numbers(typed).len() == 1 && letters(typed) == letters(&edit.text);
            assert!(is_one_number || numbers(typed) == numbers(&edit.text), "{fix:#?}");
        }
    }
}

/// What people type for a value, and what nobody should.
fn typed() -> impl Strategy<Value = String> {
    let pieces = [
        "1.99E+10",
        "12345",
        "转",
        "8",
        "138 1234 5678",
        "１３８",
        "0871",
        "-",
        " ",
        "，",
        ",",
        "。",
        "：",
        "2023年3月8日",
        "2023/3/8",
        "20230308",
        "3月9号",
        "周二",
        "O",
        "l",
        "〇",
        "一",
        "二",
        "万元",
        "元",
        "余",
        "多",
        "约",
        "第",
        "期",
        "号",
        "分",
        "小时",
        "分钟",
        "个",
        "３",
        "0",
        "1,000",
        "《",
        "》",
        "“",
        "”",
        "\"",
        "'",
        "(",
        "）",
        "的的",
        "由其",
        "其它",
        "12310平台",
        "雪山神话",
        "区文化旅游局",
        "投诉人王小明",
        "云A12345",
        "６２",
        "…",
        "...",
        "--",
        "～",
        "截止",
        "左右",
        "\u{200b}",
        "\t",
        "{投诉人}",
        "｛来源｝",
        "+86",
        "[2023]",
        "〔2023〕",
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 1..6).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn whatever_is_typed_no_fix_drops_or_invents_a_letter_or_digit(line in 0..200usize, typed in typed(), behind: bool) {
        let mut lines: Vec<String> = WEEK.lines().map(str::to_owned).collect();
        let places: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].contains(": ")).collect();
        let at = places[line % places.len()];
        let (key, value) = lines[at].split_once(": ").unwrap();
        lines[at] = if behind { format!("{key}: {value}{typed}") } else { format!("{key}: {typed}") };
        let week = lines.join("\n") + "\n";
        let folder = tempfile::tempdir().unwrap();
        for fix in found(folder.path(), &week).iter().filter_map(|finding| finding.fix.as_ref()) {
            assert_kept(&week, fix);
        }
    }
}
