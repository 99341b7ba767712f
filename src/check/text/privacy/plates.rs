//! Numbers that begin with letters: of vehicles, and of passports and permits.

use std::ops::Range;

use super::digits::lettered_runs;
use crate::check::rule_set::{Check, RuleSet};
use crate::check::text::line::Line;
use crate::check::text::passage::Passage;
use crate::diagnostic::{Diagnostic, Rule, Severity};

static PLATE: Rule = Rule {
    code: "privacy-plate",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "文字里的机动车号牌。",
    why: "号牌能查到车主；公开的文书里要遮住。",
    example: "旅游客车（完整的号牌）",
    fix: "遮住中间几位。",
};

static PASSPORT: Rule = Rule {
    code: "privacy-passport",
    severity: Severity::Error,
    adjustable: true,
    looks_for: "「护照」「通行证」后面的证件号码。",
    why: "证件号码不得公开。",
    example: "护照号（一个字母和八位数字）",
    fix: "删掉，或者遮住中间几位。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&PLATE, &PASSPORT], check: Check::Text(check) };

fn check(passage: &Passage, findings: &mut Vec<Diagnostic>) {
    let Passage { line, week: Some(_), .. } = passage else { return };
    for run in lettered_runs(line) {
        if let Some(cells) = plate(line, &run) {
            let place = line.place(cells);
            findings.push(PLATE.finding("文字里有完整的车牌号").at(place.clone(), "会印出来").help("遮住中间几位"));
        } else if let Some(cells) = passport(line, &run) {
            let place = line.place(cells);
            findings.push(
                PASSPORT.finding("文字里有完整的证件号码").at(place.clone(), "会印出来").help("删掉，或者遮住后面几位"),
            );
        }
    }
}

/// Whether the digits `run` belong to a plate or a passport.
pub fn is_plate_or_passport(line: &Line, run: &Range<usize>) -> bool {
    plate(line, run).is_some() || passport(line, run).is_some()
}

/// No plate has more characters on either side of a run of digits.
const LONGEST: usize = 10;

/// What plates begin with.
const PROVINCES: &str = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领";

/// Six characters of 云A12345 or seven of 云AD12345: a province, a letter, then letters and digits.
fn plate(line: &Line, run: &Range<usize>) -> Option<Range<usize>> {
    let mut start = run.start;
    while start + LONGEST > run.start && start > 0 && may_stand_in_plate(line.c(start - 1)) {
        start -= 1;
    }
    let mut end = run.end;
    while end < run.end + LONGEST && is_plate_character(line.c(end)) {
        end += 1;
    }
    let province = line.before(start);
    if province == '\0' || !PROVINCES.contains(province) || !line.c(start).is_ascii_uppercase() {
        return None;
    }
    let dot = usize::from(is_dot(line.c(start + 1)));
    let has_last_word = matches!(line.c(end), '挂' | '学' | '警');
    match end.saturating_sub(start + 1 + dot) {
        5 | 6 => {}
        4 if has_last_word => {}
        _ => return None,
    }
    Some(start - 1..end + usize::from(has_last_word))
}

fn is_plate_character(c: char) -> bool {
    c.is_ascii_uppercase() || c.is_ascii_digit()
}

fn is_dot(c: char) -> bool {
    matches!(c, '·' | '•')
}

fn may_stand_in_plate(c: char) -> bool {
    is_plate_character(c) || is_dot(c)
}

/// E12345678 behind 护照 and the like: one letter or two, then the digits.
fn passport(line: &Line, run: &Range<usize>) -> Option<Range<usize>> {
    let letters = (0..run.start).rev().take_while(|at| line.c(*at).is_ascii_alphabetic()).count();
    let start = run.start - letters;
    let words = line.text(line.clause(start).start..start);
    let is_named = ["护照", "通行证", "台胞证", "回乡证"].iter().any(|word| words.contains(word));
    (matches!(letters, 1 | 2) && matches!(run.len(), 7..=9) && is_named).then_some(start..run.end)
}
