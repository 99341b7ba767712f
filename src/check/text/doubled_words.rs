//! Words that are typed twice.

use std::ops::Range;

use super::line::Line;
use super::passage::Passage;
use super::word_boundaries::straddles;
use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::han::is_han;
use crate::diagnostic::{Diagnostic, Rule, Severity};

static REPEATED: Rule = Rule {
    code: "word-repeated",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "连着写了两次的字词，例如「反映的的问题」「进行进行」。",
    why: "多半是改句子或粘贴时留下的。",
    example: "反映的的问题",
    fix: "删掉一个。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&REPEATED], check: Check::Text(check) };

/// Characters that are never doubled but in the words behind them.
const SINGLE: [(char, &[&str]); 16] = [
    ('的', &["的的确确", "目的的", "标的的"]),
    ('了', &["不了了", "一了了"]),
    ('在', &["在在"]),
    ('于', &[]),
    ('与', &["与与会"]),
    ('和', &["和和气气", "和和美美", "和和睦睦"]),
    ('将', &[]),
    ('已', &[]),
    ('被', &[]),
    ('及', &[]),
    ('并', &[]),
    ('向', &[]),
    ('由', &[]),
    ('把', &["把把"]),
    ('是', &["是是非非"]),
    (
        '对',
        &[
            "对对方",
            "对对账",
            "对对讲",
            "对对象",
            "对对外",
            "对对口",
            "对对接",
            "对对比",
            "对对应",
            "对对策",
            "对对联",
            "对对面",
        ],
    ),
];

/// Doubled on purpose: 一个一个, 商量商量.
const ON_PURPOSE: &str = "一二三四五六七八九十两几逐个每来大又再越边";

const MILD: [&str; 10] = ["商量", "讨论", "研究", "考虑", "休息", "了解", "学习", "参观", "交流", "锻炼"];

fn check(passage: &Passage, findings: &mut Vec<Diagnostic>) {
    let line = &passage.line;
    let mut end = 0;
    for at in may_begin_twice(line) {
        let length = length_twice(line, at);
        let cells = at..at + 2 * length;
        if at < end || length == 0 || is_right(passage, length, &line.bytes(cells.clone())) {
            continue;
        }
        let word = line.text(at..at + length);
        let place = line.place(cells.clone());
        findings.push(
            REPEATED
                .finding(format!("「{word}」连着写了两次"))
                .at(place.clone(), "")
                .help(format!("删掉一个，留下「{word}」")),
        );
        end = cells.end;
    }
}

/// Where characters stand that come again as soon as the longest phrase can, and some others: nothing that stands there
/// twice begins elsewhere.
fn may_begin_twice(line: &Line) -> Vec<usize> {
    /// Characters are told apart by the remainder alone.
    const KINDS: u32 = 128;
    let mut last_of_kind = [usize::MAX; KINDS as usize];
    let mut places = Vec::new();
    for (at, c) in line.chars() {
        let last = &mut last_of_kind[(u32::from(c) % KINDS) as usize];
        if at.checked_sub(*last).is_some_and(|distance| distance <= LONGEST_PHRASE) {
            places.push(*last);
        }
        *last = at;
    }
    places.sort_unstable();
    places
}

/// Whether what stands there twice is of a name, or single characters of two words.
fn is_right(passage: &Passage, length: usize, bytes: &Range<usize>) -> bool {
    passage.is_named(bytes) || length == 1 && straddles(passage.line.all(), bytes)
}

/// How many characters stand there twice.
fn length_twice(line: &Line, at: usize) -> usize {
    let (one, two) = (line.c(at), line.c(at + 1));
    if one == two && line.before(at).is_ascii_digit() {
        return usize::from(MEASURES.contains(one) && ends_a_figure(line, at + 2));
    }
    if one == two {
        return usize::from(is_never_doubled(line, at));
    }
    if !is_of_a_word(one) || !is_of_a_word(two) {
        return 0;
    }
    if line.c(at + 2) != one || line.c(at + 3) != two {
        return phrase(line, at);
    }
    let on_purpose = ON_PURPOSE.contains(one) || ON_PURPOSE.contains(two) || MILD.contains(&line.text(at..at + 2));
    if on_purpose { 0 } else { 2 }
}

/// Whether the character at `at`, which stands there twice, is never doubled, and no word around it has it so.
fn is_never_doubled(line: &Line, at: usize) -> bool {
    let Some((_, words)) = SINGLE.iter().find(|(single, _)| *single == line.c(at)) else { return false };
    let around = line.text(at.saturating_sub(1)..(at + 4).min(line.len()));
    !words.iter().any(|word| around.contains(word) && word.chars().count() > 2)
}

/// Han, and no field.
fn is_of_a_word(c: char) -> bool {
    is_han(c) && c < '\u{e000}'
}

/// Measure words behind a figure.
const MEASURES: &str = "元件起份人家次辆名条处期宗";

/// Behind 12人人: 次, or a mark. 3家家政公司 and 5名名师 go on.
fn ends_a_figure(line: &Line, at: usize) -> bool {
    matches!(line.c(at), '次' | '，' | '。' | '；' | '、' | '（' | '）' | '\0')
}

/// No longer phrase is looked for, in characters.
const LONGEST_PHRASE: usize = 12;

/// How many characters of a phrase of three and more stand there twice.
fn phrase(line: &Line, at: usize) -> usize {
    (3..=LONGEST_PHRASE).find(|length| is_phrase_twice(line, at, *length)).unwrap_or(0)
}

fn is_phrase_twice(line: &Line, at: usize, length: usize) -> bool {
    at + 2 * length <= line.len()
        && (at..at + length).all(|at| {
            let c = line.c(at);
            c == line.c(at + length) && is_of_a_word(c) && !ON_PURPOSE.contains(c)
        })
}
