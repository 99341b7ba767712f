//! Points that are counted out: 一是……；二是…….

use super::line::Line;
use super::passage::Passage;
use crate::check::rule_set::{Check, RuleSet};
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::source::Span;

static POINTS: Rule = Rule {
    code: "points-broken",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "一段里的「一是」「二是」「三是」跳号、重号，或者条数与前面说的「×项工作」「×个方面」不一样。",
    why: "删改和粘贴以后，序号最容易乱。",
    example: "一是加强宣传；三是加强培训",
    fix: "按次序重新编；确实漏了一条的，补上。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&POINTS], check: Check::Text(check) };

fn check(passage: &Passage, findings: &mut Vec<Diagnostic>) {
    let line = &passage.line;
    if !passage.text.kind.is_prose() || !(line.all().contains("二是") || line.all().contains("一是")) {
        return;
    }
    let mut list: Vec<Point> = Vec::new();
    for point in (0..line.len()).filter_map(|at| Point::read(line, at)) {
        if let Some(last) = list.last() {
            let begins_anew = point.number == 1 && (last.number > 1 || line.text(last.at..point.at).contains('。'));
            if begins_anew {
                findings.extend(wrongly_announced(line, &list));
                list.clear();
            } else if point.number != last.number + 1 {
                findings.push(broken(line, last, &point));
            }
        }
        list.push(point);
    }
    findings.extend(wrongly_announced(line, &list));
}

const DIGITS: [char; 9] = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];

fn value_of(digit: char) -> Option<usize> {
    DIGITS.iter().position(|known| *known == digit).map(|at| at + 1)
}

/// A point that is counted out, 二是.
struct Point {
    at: usize,
    number: usize,
}

impl Point {
    fn read(line: &Line, at: usize) -> Option<Self> {
        let before = line.before(at);
        let opens = at == 0 || matches!(before, '：' | '；' | '，' | '。' | '、' | ':' | ';' | ',' | ' ');
        let number = value_of(line.c(at)).filter(|_| opens && line.c(at + 1) == '是')?;
        Some(Self { at, number })
    }

    fn text<'a>(&self, line: &Line<'a>) -> &'a str {
        line.text(self.at..self.at + 2)
    }

    fn place(&self, line: &Line) -> Span {
        line.place(self.at..self.at + 2)
    }
}

fn broken(line: &Line, last: &Point, point: &Point) -> Diagnostic {
    let wanted = DIGITS.get(last.number).copied().unwrap_or('十');
    POINTS
        .finding(format!("「{}」之后是「{}」", last.text(line), point.text(line)))
        .at(point.place(line), format!("应当是「{wanted}是」"))
        .and_at(last.place(line), "前一条")
        .help("按次序重新编；漏了一条的，补上")
}

/// Where a number of points is announced, as in 三项工作, and how many they are.
struct Announced {
    at: usize,
    number: usize,
}

impl Announced {
    /// The last announcement in the sentence before `first`.
    fn before(line: &Line, first: &Point) -> Option<Self> {
        const COUNTED: [&str; 6] = ["项工作", "项措施", "个方面", "方面工作", "点要求", "项要求"];
        for at in (line.sentence(first.at).start..first.at).rev() {
            let digit = line.c(at);
            let number = if digit == '两' { Some(2) } else { value_of(digit) };
            if let (Some(number), Some(_)) = (number, line.starts_any(at + 1, &COUNTED)) {
                return Some(Self { at, number });
            }
        }
        None
    }
}

/// 做了三项工作：一是……；二是……. What is wrong where other points follow than were announced.
fn wrongly_announced(line: &Line, points: &[Point]) -> Option<Diagnostic> {
    let [first, .., last] = points else { return None };
    let is_in_order = points.iter().enumerate().all(|(at, point)| point.number == at + 1);
    let Announced { at, number } = Announced::before(line, first)?;
    // The list may go on in the next paragraph.
    let is_short = last.number < number && line.is_last();
    let is_wrong = is_short || last.number > number;
    (is_in_order && is_wrong && line.before(first.at) == '：' && line.before(at) != '十').then(|| {
        POINTS
            .finding(format!("说是{}，列出来的是 {} 条", line.text(at..at + 2), last.number))
            .at(line.place(at..at + 1), format!("列了 {} 条", last.number))
            .and_at(last.place(line), "最后一条")
            .help("核对条数：漏了的补上，或者改前面的数")
    })
}
