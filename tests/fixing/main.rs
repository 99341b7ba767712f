//! Fixes that are certain: whatever was damaged, the file is afterwards what it was before, byte for byte.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod keeping;

use proptest::prelude::*;
use std::fs;
use zhoubao::diagnostic::{Certainty, Diagnostic};
use zhoubao::record::find::display;
use zhoubao::workspace::{FixedPlaces, findings_without_office, fix};

const WEEKS: [&str; 2] =
    [include_str!("../../data/panlong/2021/2021-01-08.yaml"), include_str!("../checks/2023-03-06.yaml")];

/// A slip of the hand with only one possible reading.
#[derive(Debug, Clone, Copy)]
enum Slip {
    FullWidthColon,
    NoSpaceBehindColon,
    NoSpaceBehindHyphen,
    FullWidthDigits,
    ChineseDate,
    DateWithSlashes,
    ZeroWidthSpace,
    FullWidthBrackets,
    FullWidthClosingBracket,
}

const SLIPS: [Slip; 9] = [
    Slip::FullWidthColon,
    Slip::NoSpaceBehindColon,
    Slip::NoSpaceBehindHyphen,
    Slip::FullWidthDigits,
    Slip::ChineseDate,
    Slip::DateWithSlashes,
    Slip::ZeroWidthSpace,
    Slip::FullWidthBrackets,
    Slip::FullWidthClosingBracket,
];

/// The line with the slip in it; `None` where it has no place for one.
fn slipped(line: &str, slip: Slip) -> Option<String> {
    let content = line.trim_start_matches([' ', '-']);
    let indent = line.len() - content.len();
    let (key, value) = content.split_once(": ")?;
    if key.is_empty()
        || content.starts_with('#')
        || key.chars().any(|c| " #{[，。“”".contains(c))
        || is_office_s_own(key)
    {
        return None;
    }
    let value_at = indent + key.len() + 2;
    let bare = value.split(" #").next().unwrap().trim_end();
    let date = || {
        let at = line.find("20").filter(|at| *at >= value_at)?;
        let date = line.get(at..at + 10)?;
        let parts: Vec<u16> = date.split('-').map_while(|part| part.parse().ok()).collect();
        let is_value = line[..at].ends_with(": ");
        (is_value && parts.len() == 3).then(|| (date.to_owned(), parts))
    };
    match slip {
        Slip::FullWidthColon => Some(format!("{}{key}：{value}", &line[..indent])),
        Slip::NoSpaceBehindColon => Some(format!("{}{key}:{value}", &line[..indent])),
        Slip::NoSpaceBehindHyphen => {
            let begins = line.trim_start().starts_with("- ") && !content.starts_with(['{', '[']);
            begins.then(|| line.replacen("- ", "-", 1))
        }
        Slip::FullWidthDigits => {
            let wide = |c: char| char::from_u32(u32::from(c) + 0xFEE0).unwrap();
            let is_number = bare.chars().all(|c| c.is_ascii_digit() || c == '-');
            is_number.then(|| {
                let number: String = bare.chars().map(|c| if c.is_ascii_digit() { wide(c) } else { c }).collect();
                format!("{}{number}{}", &line[..value_at], &line[value_at + bare.len()..])
            })
        }
        Slip::ChineseDate => {
            let (date, parts) = date()?;
            Some(line.replacen(&date, &format!("{}年{}月{}日", parts[0], parts[1], parts[2]), 1))
        }
        Slip::DateWithSlashes => {
            let (date, parts) = date()?;
            Some(line.replacen(&date, &format!("{}/{}/{}", parts[0], parts[1], parts[2]), 1))
        }
        Slip::ZeroWidthSpace => {
            let is_text = bare.chars().count() > 4 && bare.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
            let middle = value_at + bare.chars().take(2).map(char::len_utf8).sum::<usize>();
            is_text.then(|| format!("{}\u{200b}{}", &line[..middle], &line[middle..]))
        }
        Slip::FullWidthBrackets => {
            let is_flow = bare.starts_with('{') && bare.ends_with('}') && bare.matches('{').count() == 1;
            is_flow.then(|| line.replace('{', "｛").replace('}', "｝"))
        }
        Slip::FullWidthClosingBracket => {
            let is_flow = bare.starts_with('{') && bare.ends_with('}') && bare.matches('{').count() == 1;
            is_flow.then(|| line.replace('}', "｝"))
        }
    }
}

/// A platform's name is a key that only its office knows: a fix of its colon is asked for.
fn is_office_s_own(key: &str) -> bool {
    key.contains("平台") || key.contains("热线")
}

/// As a writer's editor might store it.
#[derive(Debug, Clone, Copy)]
struct Dress {
    crlf: bool,
    mark: bool,
}

fn dressed(text: &str, dress: Dress) -> Vec<u8> {
    let text = if dress.crlf { text.replace('\n', "\r\n") } else { text.to_owned() };
    if dress.mark { format!("\u{feff}{text}").into_bytes() } else { text.into_bytes() }
}

fn certain(finding: &Diagnostic) -> bool {
    finding.fix.as_ref().is_some_and(|fix| fix.certainty == Certainty::Certain)
}

/// The file after fixing what is certain, and how many fixes there were.
fn fixed(bytes: &[u8]) -> (Vec<u8>, usize) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("周 报.yaml");
    fs::write(&path, bytes).unwrap();
    let findings = findings_without_office(&path);
    let draft = fix(&display(&path), &findings, &mut FixedPlaces::default(), &mut certain).unwrap();
    let Some(draft) = draft else { return (bytes.to_vec(), 0) };
    let backup = draft.write(None).unwrap();
    assert_eq!(fs::read(backup).unwrap(), bytes);
    (fs::read(path).unwrap(), draft.fixes)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn what_was_damaged_is_as_it_was(
        week in 0..WEEKS.len(),
        damage in prop::collection::vec((0..130usize, 0..SLIPS.len()), 1..6),
        crlf: bool,
        mark: bool,
    ) {
        let dress = Dress { crlf, mark };
        let mut lines: Vec<String> = WEEKS[week].split('\n').map(str::to_owned).collect();
        let mut touched = Vec::new();
        for (line, slip) in damage {
            let line = line % lines.len();
            if touched.contains(&line) {
                continue;
            }
            if let Some(slipped) = slipped(&lines[line], SLIPS[slip]) {
                lines[line] = slipped;
                touched.push(line);
            }
        }
        let damaged = dressed(&lines.join("\n"), dress);
        let (now, fixes) = fixed(&damaged);
        prop_assert_eq!(String::from_utf8(now.clone()), String::from_utf8(dressed(WEEKS[week], dress)));
        prop_assert!(fixes >= usize::from(!touched.is_empty()));
        prop_assert_eq!(fixed(&now), (now, 0));
    }

    /// Nothing that anybody does to a file makes fixing panic, go on for ever, or touch what it has no fix for.
    #[test]
    fn whatever_is_damaged_is_survived(from in 0..6000usize, length in 0..40usize, text in "[｛｝［］：:，\\-\t 甲1２年\r\n\u{200b}\"']{0,8}") {
        let mut chars: Vec<char> = WEEKS[0].chars().collect();
        let from = from.min(chars.len());
        let end = (from + length).min(chars.len());
        chars.splice(from..end, text.chars());
        let damaged: String = chars.into_iter().collect();
        let (now, fixes) = fixed(damaged.as_bytes());
        prop_assert_eq!(now == damaged.as_bytes(), fixes == 0);
    }
}

#[test]
fn each_slip_alone_is_fixed_wherever_it_can_be_made() {
    let mut made = 0;
    for week in WEEKS {
        let lines: Vec<&str> = week.split('\n').collect();
        for (at, line) in lines.iter().enumerate() {
            for slip in SLIPS {
                let Some(slipped) = slipped(line, slip) else { continue };
                let mut damaged = lines.clone();
                damaged[at] = &slipped;
                let damaged = damaged.join("\n");
                let (now, fixes) = fixed(damaged.as_bytes());
                let now = String::from_utf8(now).unwrap();
                assert_eq!((now == week, fixes), (true, 1), "第 {} 行 {slip:?}：{slipped}", at + 1);
                made += 1;
            }
        }
    }
    assert!(made > 150, "{made}");
}

#[test]
fn another_encoding_becomes_utf_8_and_a_damaged_file_stays() {
    for week in WEEKS {
        let (gb18030, _, _) = encoding_rs::GB18030.encode(week);
        assert_eq!(fixed(&gb18030), (week.as_bytes().to_vec(), 1));
        let crlf = week.replace('\n', "\r\n");
        let utf_16: Vec<u8> = format!("\u{feff}{crlf}").encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(fixed(&utf_16), (crlf.into_bytes(), 1));
        // UTF-8 with a lost byte reads as GB18030, too, but as no text that anybody wrote.
        for lost in [1, 40, 200, 999] {
            let mut bytes = week.as_bytes().to_vec();
            let at = (lost..bytes.len()).find(|at| bytes[*at] > 0xC0).unwrap();
            bytes.remove(at);
            assert_eq!(fixed(&bytes), (bytes.clone(), 0));
        }
    }
}

#[test]
fn a_file_that_was_changed_meanwhile_is_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("周.yaml");
    let name = display(&path);
    fs::write(&path, WEEKS[0].replace("期号: 2 ", "期号: ２ ")).unwrap();
    let findings = findings_without_office(&path);
    let draft = fix(&name, &findings, &mut FixedPlaces::default(), &mut certain).unwrap().unwrap();
    fs::write(&path, "周期: 别人正在写").unwrap();
    for refused in
        [draft.write(None).map(drop), fix(&name, &findings, &mut FixedPlaces::default(), &mut certain).map(drop)]
    {
        let refused = refused.unwrap_err();
        assert_eq!(refused.rule.code, "write-mend");
        assert!(refused.message.contains("又被改动过"), "{}", refused.message);
    }
    assert_eq!(fs::read_to_string(&path).unwrap(), "周期: 别人正在写");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "no backup of what was not changed");
}
