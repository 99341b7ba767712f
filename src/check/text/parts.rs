//! Parts of a total: 9件，其中甲7件、乙1件、其他3件.

use std::ops::Range;

use super::line::Line;
use super::passage::Passage;
use crate::check::rule_set::{Check, RuleSet};
use crate::diagnostic::{Diagnostic, Rule, Severity};

static PARTS: Rule = Rule {
    code: "figure-parts",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "「×件，其中……」里，有一部分比总数还多，或者以「其他×件」收尾的各部分加起来不是总数。",
    why: "前后两个数对不上，上级会来问哪个对。",
    example: "投诉9件，其中旅行社7件、景区1件、其他3件",
    fix: "核对总数和各部分的数。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&PARTS], check: Check::Text(check) };

fn check(passage: &Passage, findings: &mut Vec<Diagnostic>) {
    let line = &passage.line;
    if !passage.text.kind.is_prose() || !line.all().contains("其中") {
        return;
    }
    let numbers: Vec<Counted> = line.digit_runs().filter_map(|run| Counted::read(line, run)).collect();
    for (at, total) in numbers.iter().enumerate() {
        findings.extend(wrong_parts(line, total, &numbers[at + 1..]));
    }
}

/// What parts are counted in.
const MEASURES: [&str; 9] = ["件", "起", "家次", "人次", "辆次", "家", "份", "人", "元"];

/// A number with its measure word.
struct Counted {
    cells: Range<usize>,
    number: u32,
    measure: &'static str,
}

impl Counted {
    fn read(line: &Line, run: Range<usize>) -> Option<Self> {
        if matches!(line.before(run.start), '.' | ',' | '-' | '/' | ':') || line.c(run.end) == '.' {
            return None;
        }
        let measure = line.starts_any(run.end, &MEASURES)?;
        Some(Self { number: line.number(run.clone())?, cells: run, measure })
    }

    /// Behind its measure word.
    fn end(&self) -> usize {
        self.cells.end + self.measure.chars().count()
    }
}

/// No sentence has more parts.
const MOST_PARTS: usize = 30;

/// What is wrong with the parts of `total`, which are among the numbers behind it.
fn wrong_parts(line: &Line, total: &Counted, behind: &[Counted]) -> Option<Diagnostic> {
    let from = total.end() + usize::from(matches!(line.c(total.end()), '，' | '（' | ','));
    if !line.starts(from, "其中") {
        return None;
    }
    let end = line.sentence(total.end()).end;
    let mut parts: Vec<&Counted> = behind.iter().take(MOST_PARTS).take_while(|part| part.cells.start < end).collect();
    parts.retain(|part| part.measure == total.measure);
    let too_many = parts.iter().find(|part| part.number > total.number && !is_compared(line, part));
    if let Some(part) = too_many {
        let finding = PARTS
            .finding(format!("其中的 {} 比总数 {} 还多", part.number, total.number))
            .at(line.place(part.cells.clone()), "比总数还多")
            .and_at(line.place(total.cells.clone()), "总数");
        return Some(finding.help("核对这两个数"));
    }
    let last = parts.last().filter(|part| line.ends_any(part.cells.start, &["其他", "其它"]))?;
    let is_plain =
        !line.text(from..last.cells.start).contains(['（', '(']) && !parts.iter().any(|part| is_compared(line, part));
    let sum = parts.iter().try_fold(0_u32, |sum, part| sum.checked_add(part.number))?;
    (is_plain && parts.len() >= 2 && sum != total.number).then(|| {
        PARTS
            .finding(format!("各部分加起来是 {sum}，总数写的是 {}", total.number))
            .at(line.place(total.cells.clone()), format!("加起来是 {sum}"))
            .and_at(line.place(last.cells.clone()), "最后一部分")
            .help("核对总数和各部分的数")
    })
}

/// How far before a number 较上周 and the like stand, in characters.
const COMPARED_WITHIN: usize = 20;

/// What stands before a number of other days.
const OTHER_DAYS: [&str; 15] =
    ["较", "比", "上周", "上月", "上年", "去年", "本月", "今年", "全年", "同比", "环比", "累计", "每", "增", "减"];

/// Whether a number is that of other days, and so no part of a total.
fn is_compared(line: &Line, part: &Counted) -> bool {
    let start = part.cells.start;
    let words = line.text(line.clause(start).start.max(start.saturating_sub(COMPARED_WITHIN))..start);
    OTHER_DAYS.iter().any(|word| words.contains(word))
}
