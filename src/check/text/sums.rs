//! Parts that are told of a total, and points that are counted out.

use std::ops::Range;

use super::Findings;
use super::line::Line;
use crate::diagnostic::{Rule, Severity};

pub(in crate::check) static PARTS: Rule = Rule {
    code: "figure-parts",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "「×件，其中……」里，有一部分比总数还多，或者以「其他×件」收尾的各部分加起来不是总数。",
    why: "前后两个数对不上，上级会来问哪个对。",
    example: "投诉9件，其中旅行社7件、景区1件、其他3件",
    fix: "核对总数和各部分的数。",
};

pub(in crate::check) static POINTS: Rule = Rule {
    code: "points-broken",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "一段里的「一是」「二是」「三是」跳号、重号，或者条数与前面说的「×项工作」「×个方面」不一样。",
    why: "删改和粘贴以后，序号最容易乱。",
    example: "一是加强宣传；三是加强培训",
    fix: "按次序重新编；确实漏了一条的，补上。",
};

/// What parts are counted in.
const MEASURES: [&str; 9] = ["件", "起", "家次", "人次", "辆次", "家", "份", "人", "元"];

pub(super) fn sums(line: &Line, findings: &mut Findings) {
    if line.all().contains("其中") {
        parts(line, findings);
    }
    if line.all().contains("二是") || line.all().contains("一是") {
        points(line, findings);
    }
}

/// A number with its measure word.
struct Counted {
    cells: Range<usize>,
    number: u32,
    measure: &'static str,
}

fn counted(line: &Line, run: Range<usize>) -> Option<Counted> {
    let separated = |c: char| matches!(c, '.' | ',' | '-' | '/' | ':');
    if separated(line.before(run.start)) || line.c(run.end) == '.' {
        return None;
    }
    let measure = line.starts_any(run.end, &MEASURES)?;
    Some(Counted { number: line.number(run.clone())?, cells: run, measure })
}

/// No sentence tells of more parts.
const MOST_PARTS: usize = 30;

/// How far before a number 较上周 and the like stand, in characters.
const COMPARED_WITHIN: usize = 20;

/// 9件，其中甲7件、乙1件、其他3件.
fn parts(line: &Line, findings: &mut Findings) {
    let runs: Vec<Counted> = line.digit_runs().filter_map(|run| counted(line, run)).collect();
    for (at, total) in runs.iter().enumerate() {
        let after = total.cells.end + total.measure.chars().count();
        let from = after + usize::from(matches!(line.c(after), '，' | '（' | ','));
        if !line.starts(from, "其中") {
            continue;
        }
        let end = line.sentence(after).end;
        let same = |part: &&Counted| part.cells.start < end && part.measure == total.measure;
        let parts: Vec<&Counted> =
            runs[at + 1..].iter().take(MOST_PARTS).take_while(|part| part.cells.start < end).filter(same).collect();
        // What is said behind 较上周 or 上周 is no part.
        let compared = |part: &&&Counted| {
            let near = part.cells.start.saturating_sub(COMPARED_WITHIN);
            let text = line.text(line.clause(part.cells.start).start.max(near)..part.cells.start);
            [
                "较", "比", "上周", "上月", "上年", "去年", "本月", "今年", "全年", "同比", "环比", "累计", "每", "增",
                "减",
            ]
            .iter()
            .any(|word| text.contains(word))
        };
        let place = || line.place(total.cells.clone());
        if let Some(part) = parts.iter().filter(|part| !compared(part)).find(|part| part.number > total.number) {
            findings.push(
                PARTS
                    .finding(format!("其中的 {} 比总数 {} 还多", part.number, total.number))
                    .at(line.place(part.cells.clone()), "比总数还多")
                    .and_at(place(), "总数")
                    .help("核对这两个数"),
            );
            continue;
        }
        let Some(last) = parts.last().filter(|part| line.ends_any(part.cells.start, &["其他", "其它"])) else {
            continue;
        };
        let listed = line.text(from..last.cells.start);
        let plain = !listed.contains(['（', '(']) && !parts.iter().any(|part| compared(&part));
        let sum = parts.iter().try_fold(0_u32, |sum, part| sum.checked_add(part.number));
        if let Some(sum) = sum.filter(|sum| plain && parts.len() >= 2 && *sum != total.number) {
            findings.push(
                PARTS
                    .finding(format!("各部分加起来是 {sum}，总数写的是 {}", total.number))
                    .at(place(), format!("加起来是 {sum}"))
                    .and_at(line.place(last.cells.clone()), "最后一部分")
                    .help("核对总数和各部分的数"),
            );
        }
    }
}

const DIGITS: [char; 9] = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// A point that is counted out, 二是.
struct Point {
    at: usize,
    number: usize,
}

fn points(line: &Line, findings: &mut Findings) {
    let value = |c: char| DIGITS.iter().position(|digit| *digit == c).map(|at| at + 1);
    let mut list: Vec<Point> = Vec::new();
    for (at, c) in line.chars() {
        let opens = at == 0 || matches!(line.before(at), '：' | '；' | '，' | '。' | '、' | ':' | ';' | ',' | ' ');
        let Some(number) = value(c).filter(|_| opens && line.c(at + 1) == '是') else { continue };
        if let Some(last) = list.last() {
            let begins = number == 1 && (last.number > 1 || line.text(last.at..at).contains('。'));
            if begins {
                announced(line, &list, findings);
                list.clear();
            } else if number != last.number + 1 {
                broken(line, last, &Point { at, number }, findings);
            }
        }
        list.push(Point { at, number });
    }
    announced(line, &list, findings);
}

fn broken(line: &Line, last: &Point, point: &Point, findings: &mut Findings) {
    let place = |point: &Point| line.place(point.at..point.at + 2);
    let text = |point: &Point| line.text(point.at..point.at + 2);
    let wanted = DIGITS.get(last.number).copied().unwrap_or('十');
    findings.push(
        POINTS
            .finding(format!("「{}」之后是「{}」", text(last), text(point)))
            .at(place(point), format!("应当是「{wanted}是」"))
            .and_at(place(last), "前一条")
            .help("按次序重新编；漏了一条的，补上"),
    );
}

/// 做了三项工作：一是……；二是…….
fn announced(line: &Line, points: &[Point], findings: &mut Findings) {
    const COUNTED: [&str; 6] = ["项工作", "项措施", "个方面", "方面工作", "点要求", "项要求"];
    let [first, .., last] = points else { return };
    let in_order = points.iter().enumerate().all(|(at, point)| point.number == at + 1);
    let lead = line.sentence(first.at).start..first.at;
    let Some(number) = lead.clone().rev().find_map(|at| {
        line.starts_any(at + 1, &COUNTED)?;
        match line.c(at) {
            '两' => Some((at, 2)),
            c => DIGITS.iter().position(|digit| *digit == c).map(|digit| (at, digit + 1)),
        }
    }) else {
        return;
    };
    let (at, wanted) = number;
    // The list may go on in the next paragraph.
    let short = last.number < wanted && line.is_last() && points.len() >= 2;
    if in_order && line.before(first.at) == '：' && line.before(at) != '十' && (short || last.number > wanted) {
        findings.push(
            POINTS
                .finding(format!("说是{}，列出来的是 {} 条", line.text(at..at + 2), last.number))
                .at(line.place(at..at + 1), format!("列了 {} 条", last.number))
                .and_at(line.place(last.at..last.at + 2), "最后一条")
                .help("核对条数：漏了的补上，或者改前面的数"),
        );
    }
}
