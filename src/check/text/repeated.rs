//! Words that are typed twice.

use super::Findings;
use super::line::{Line, is_han};
use crate::diagnostic::{Certainty, Fix, Rule, Severity};

pub(in crate::check) static REPEATED: Rule = Rule {
    code: "word-repeated",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "连着写了两次的字词，例如「反映的的问题」「进行进行」。",
    why: "多半是改句子或粘贴时留下的。",
    example: "反映的的问题",
    fix: "删掉一个。",
};

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

pub(super) fn repeated(line: &Line, findings: &mut Findings) {
    let mut at = 0;
    while at + 1 < line.len() {
        let length = length(line, at);
        let bytes = super::marks::byte_range(line, at..at + 2 * length);
        let straddles = |bytes| length == 1 && super::segments::straddles(line.all(), bytes);
        if length > 0 && !findings.is_named(&bytes) && !straddles(&bytes) {
            let word = line.text(at..at + length);
            let place = line.place(at..at + 2 * length);
            findings.push(
                REPEATED
                    .finding(format!("「{word}」连着写了两次"))
                    .at(place.clone(), "")
                    .help("删掉一个")
                    .fix(Fix::replace(Certainty::Likely, place, word)),
            );
            at += 2 * length;
        } else {
            at += 1;
        }
    }
}

/// How many characters stand there twice.
fn length(line: &Line, at: usize) -> usize {
    let (one, two) = (line.c(at), line.c(at + 1));
    if one == two && line.before(at).is_ascii_digit() {
        return usize::from(MEASURES.contains(one) && ends_a_figure(line, at + 2));
    }
    if one == two {
        let single = SINGLE.iter().find(|(c, _)| *c == one);
        let unless = |words: &[&str]| {
            let around = line.text(at.saturating_sub(1)..(at + 4).min(line.len()));
            words.iter().any(|word| around.contains(word) && word.chars().count() > 2)
        };
        return usize::from(single.is_some_and(|(_, words)| !unless(words)));
    }
    let word = is_han(one) && is_han(two) && one < '\u{e000}' && two < '\u{e000}';
    if !word {
        return 0;
    }
    if line.c(at + 2) != one || line.c(at + 3) != two {
        return phrase(line, at);
    }
    let on_purpose = ON_PURPOSE.contains(one) || ON_PURPOSE.contains(two) || MILD.contains(&line.text(at..at + 2));
    if on_purpose { 0 } else { 2 }
}

/// Measure words behind a figure.
const MEASURES: &str = "元件起份人家次辆名条处期宗";

/// Behind 12人人: 次, or a mark. 3家家政公司 and 5名名师 go on.
fn ends_a_figure(line: &Line, at: usize) -> bool {
    matches!(line.c(at), '次' | '，' | '。' | '；' | '、' | '（' | '）' | '\0')
}

/// How many characters of a phrase of three to twelve stand there twice.
fn phrase(line: &Line, at: usize) -> usize {
    let is_word = |c: char| is_han(c) && c < '\u{e000}' && !ON_PURPOSE.contains(c);
    let twice = |length: &usize| {
        let (first, second) = (at..at + length, at + length..at + 2 * length);
        second.end <= line.len()
            && first.zip(second).all(|(one, other)| line.c(one) == line.c(other) && is_word(line.c(one)))
    };
    (3..=12).find(twice).unwrap_or(0)
}
