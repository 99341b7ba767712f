//! The real week's YAML, damaged in the ways in which files get damaged: each finding has the right code, the right
//! line, a Chinese message and a fix; nothing panics.

mod cases;

use cases::{CASES, Case, DEEPEST, Edit, LAST_LINE, WHOLE_FILE};
use zhoubao::diagnostic::{Diagnostic, Human, to_json};
use zhoubao::record::office::Office;
use zhoubao::record::week::Week;
use zhoubao::record::{self, bytes};
use zhoubao::yaml::Problems;

const WEEK: &str = include_str!("../../data/panlong/2021/2021-01-08.yaml");
const OFFICE: &str = include_str!("../../data/panlong/office.yaml");

/// Reads `bytes` as a week: whether there is one, and the findings in the order in which they are shown.
fn read_week(bytes: &[u8]) -> (bool, Vec<Diagnostic>) {
    let mut problems = Problems::new();
    let read = match bytes::decode("周.yaml", bytes) {
        Ok(source) => record::read::<Week>(&source, &mut problems).is_some(),
        Err(diagnostic) => {
            problems.push(diagnostic);
            false
        }
    };
    let mut problems = problems.into_vec();
    problems.sort_by_key(Diagnostic::sort_key);
    (read, problems)
}

/// The damaged file.
fn damage(edit: &Edit) -> Vec<u8> {
    let replaced = |from: &str, to: &str| {
        assert!(WEEK.contains(from), "样本里已经没有「{from}」，请改这一条");
        WEEK.replacen(from, to, 1)
    };
    match edit {
        Edit::Replace(from, to) => replaced(from, to).into_bytes(),
        Edit::Cut(before) => WEEK.split_once(before).map_or("", |(head, _)| head).as_bytes().to_vec(),
        Edit::Whole(text) => text.as_bytes().to_vec(),
        Edit::Make(make) => make(WEEK),
    }
}

/// The line (from 1) of `text` in the damaged file, read as UTF-8 as far as it is.
fn line_of(bytes: &[u8], text: &str) -> usize {
    let damaged = String::from_utf8_lossy(bytes);
    let at = damaged.find(text).unwrap_or_else(|| panic!("坏文件里没有「{text}」"));
    damaged[..at].matches('\n').count() + 1
}

/// Whether the sentence is Chinese; what it quotes from the file between 「」 may be anything.
fn is_chinese(text: &str) -> bool {
    let text: String = text.split('「').filter_map(|part| part.rsplit('」').next()).collect();
    let words = text.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| word.len() > 1);
    let known = ["UTF", "YAML", "Tab", "NUL", "GB", "GBK", "ANSI", "Unicode", "MB", "WPS", "yaml"];
    text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)) && words.clone().all(|word| known.contains(&word))
}

#[test]
fn every_damage_is_named_at_its_line() {
    let mut failures = Vec::new();
    for Case { name, edit, rule, at } in CASES {
        let bytes = damage(edit);
        let expected = match *at {
            WHOLE_FILE => 1,
            DEEPEST => 64,
            LAST_LINE => String::from_utf8_lossy(&bytes).lines().count(),
            at => line_of(&bytes, at),
        };
        let (read, problems) = read_week(&bytes);
        let meant = problems.iter().find(|problem| problem.rule == *rule);
        let Some(first) = meant.or(problems.first()) else {
            failures.push(format!("{name}：没有发现"));
            continue;
        };
        let shown = Human { color: false }.render(first);
        let line = first.primary.as_ref().map_or(0, |label| label.span.start().line);
        if read || first.rule != *rule || line != expected {
            failures.push(format!("{name}：应当是 {} 第 {expected} 行，却是\n{shown}", rule.code));
        }
        for problem in &problems {
            if !is_chinese(&problem.message) || problem.help.is_none() || shown.lines().count() > 14 {
                failures.push(format!("{name}：话没有说好\n{shown}"));
            }
            assert_eq!(to_json(problem)["spans"][0]["primary"], true);
        }
    }
    assert!(failures.is_empty(), "{} 条不对：\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn there_are_enough_of_them() {
    assert!(CASES.len() >= 60, "{}", CASES.len());
    let names: std::collections::BTreeSet<_> = CASES.iter().map(|case| case.name).collect();
    assert_eq!(names.len(), CASES.len());
}

#[test]
fn the_sound_file_reads_in_every_dress() {
    let crlf = WEEK.replace('\n', "\r\n");
    for text in [
        WEEK.to_owned(),
        format!("\u{feff}{WEEK}"),
        crlf.clone(),
        format!("\u{feff}{crlf}"),
        WEEK.trim_end().to_owned(),
    ] {
        assert_eq!(read_week(text.as_bytes()), (true, Vec::new()));
    }
    let mut problems = Problems::new();
    let office = bytes::decode("office.yaml", OFFICE.as_bytes());
    assert!(office.is_ok_and(|office| record::read::<Office>(&office, &mut problems).is_some()));
    assert!(problems.is_empty());
}

/// Line ends and a byte-order mark do not move a finding.
#[test]
fn places_are_the_same_with_crlf_and_bom() {
    let broken = WEEK.replacen("收到: 2021-01-12", "收到: 2021-02-30", 1);
    let place = |text: String| {
        read_week(text.as_bytes()).1.first().and_then(|first| Some(first.primary.as_ref()?.span.start()))
    };
    let expected = place(broken.clone());
    assert!(expected.is_some());
    assert_eq!(place(format!("\u{feff}{}", broken.replace('\n', "\r\n"))), expected);
}

/// A file that was cut anywhere never makes reading panic, and a cut that YAML notices is reported once.
#[test]
fn a_cut_anywhere_is_survived() {
    for at in 0..WEEK.len() {
        if at % 7 != 0 {
            continue;
        }
        let (read, problems) = read_week(&WEEK.as_bytes()[..at]);
        assert!(read || !problems.is_empty());
        for problem in &problems {
            assert!(problem.primary.is_some());
            assert!(!Human { color: true }.render(problem).is_empty());
        }
    }
}

/// One run tells everything that is wrong with the file.
#[test]
fn all_problems_of_a_file_are_told_at_once() {
    let broken = WEEK
        .replacen("期号: 2 ", "期号: 0 ", 1)
        .replacen("收到: 2021-01-11", "收到: 2021-02-30", 1)
        .replacen("被投诉: 花之城", "被投拆: 花之城", 1)
        .replacen("办结时长: 6分钟", "办结时长: 6", 1)
        .replacen("金额: 42565.00", "金额: 42,565.00", 1);
    let (read, problems) = read_week(broken.as_bytes());
    let codes: Vec<&str> = problems.iter().map(|problem| problem.rule.code).collect();
    assert!(!read);
    // The comma of the amount also makes a key of what stands behind it.
    assert_eq!(codes[..4], ["value-wrong", "value-wrong", "key-unknown", "value-wrong"]);
    assert!(codes.len() >= 5);
}

/// No number of a complainant's phone in what might be logged.
#[test]
fn debug_output_hides_phones() {
    let mut problems = Problems::new();
    let source = bytes::decode("周.yaml", WEEK.as_bytes());
    let week = source.ok().and_then(|source| record::read::<Week>(&source, &mut problems));
    assert!(!format!("{week:?}").contains("19900000001"));
}
