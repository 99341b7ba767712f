//! Telephone numbers of persons.

use std::ops::Range;

use super::digits::{groups, plain_runs};
use crate::check::rule_set::{Check, RuleSet};
use crate::check::text::line::Line;
use crate::check::text::passage::Passage;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::office::Office;

static PHONE: Rule = Rule {
    code: "privacy-phone",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "文字里的手机号码和座机号码。12345、12301、400 等服务电话和本中心的联系电话不算。",
    why: "周报会公开；投诉人的电话写在「投诉人」里，公开时会遮住，写在文字里的遮不住。",
    example: "与投诉人（十一位手机号码）联系",
    fix: "写 {投诉人}；是别人的就遮住中间四位。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&PHONE], check: Check::Text(check) };

fn check(passage: &Passage, findings: &mut Vec<Diagnostic>) {
    let Passage { line, week: Some(week), .. } = passage else { return };
    for run in plain_runs(line) {
        findings.extend(number_at(week.view.office, line, &run).map(|cells| finding(line, cells)));
    }
    for group in groups(line) {
        let is_mobile = group.digits.len() == 11 && group.digits.starts_with('1') && !group.digits.starts_with("10");
        if is_mobile && group.first.len() == 3 {
            findings.push(finding(line, group.cells));
        }
    }
}

/// The telephone number that the digits `run` are, or begin.
fn number_at(office: &Office, line: &Line, run: &Range<usize>) -> Option<Range<usize>> {
    match run.len() {
        // +8613…
        13 if line.before(run.start) == '+' && line.text(run.clone()).starts_with("861") => {
            Some(run.start - 1..run.end)
        }
        7..=12 => is_whole_number(office, line, run).then(|| run.clone()),
        3 | 4 => behind_area_code(office, line, run),
        _ => None,
    }
}

/// What stands before a number that is given without its area code.
const CALLED: [&str; 9] = ["电话", "电话：", "电话号码", "电话为", "座机", "座机：", "致电", "拨打", "手机"];

fn is_whole_number(office: &Office, line: &Line, run: &Range<usize>) -> bool {
    let digits = line.text(run.clone());
    let is_part = line.before(run.start) == '-' && !line.ends(run.start, "+86-");
    if is_part || matches!(line.c(run.end), '*' | '×' | '.') || is_open(office, line, run.start, digits) {
        return false;
    }
    match run.len() {
        11 if digits.starts_with('1') => !["10", "11", "12"].iter().any(|head| digits.starts_with(head)),
        7 | 8 => !digits.starts_with(['0', '1']) && line.ends_any(run.start, &CALLED),
        10..=12 => digits.starts_with('0'),
        _ => false,
    }
}

/// 0871-63112345, of which `area` are the digits before the dash; 400-800-1234 is a service.
fn behind_area_code(office: &Office, line: &Line, area: &Range<usize>) -> Option<Range<usize>> {
    let next = line.c(area.end);
    let is_bracketed = matches!((line.before(area.start), next), ('(', ')') | ('（', '）'));
    if !(is_bracketed || matches!(next, '-' | '—' | '－' | ' ')) || !line.text(area.clone()).starts_with('0') {
        return None;
    }
    let from = area.end + 1 + usize::from(is_bracketed && matches!(line.c(area.end + 1), ' ' | '-'));
    let cells = area.start - usize::from(is_bracketed)..line.digits_end(from);
    let is_number = matches!(cells.end - from, 7 | 8) && !is_open(office, line, cells.start, line.text(cells.clone()));
    is_number.then_some(cells)
}

/// Whether everybody may know the number: the office's own, or one that is said to be for everybody to call.
fn is_open(office: &Office, line: &Line, at: usize, number: &str) -> bool {
    const WORDS: [&str; 9] =
        ["传真", "值班电话", "热线", "热线电话", "咨询电话", "投诉电话", "监督电话", "举报电话", "客服电话"];
    let before = line.text(0..at).trim_end_matches(['：', ':', '（', '(', '为', '是', ' ']);
    let own = office.contact.as_ref().map(|contact| digits_of(&contact.phone.value.to_string()));
    own.is_some_and(|own| own == digits_of(number)) || WORDS.iter().any(|word| before.ends_with(word))
}

fn digits_of(number: &str) -> String {
    number.chars().filter(char::is_ascii_digit).collect()
}

fn finding(line: &Line, cells: Range<usize>) -> Diagnostic {
    PHONE
        .finding("文字里有完整的电话号码")
        .at(line.place(cells), "会印出来")
        .help("投诉人的写 {投诉人}；别人的遮住中间四位")
}
