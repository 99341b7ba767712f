//! Times of day in prose.

use super::line::Line;
use super::passage::Passage;
use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::han::DATE;
use crate::diagnostic::{Diagnostic, Rule, Severity};

static IMPOSSIBLE: Rule = Rule {
    code: "text-time-impossible",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "文字里不存在的时刻：25时、8:75、上午15时。",
    why: "没有这个时刻，一定写错了。",
    example: "8:75",
    fix: "核对时刻。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&IMPOSSIBLE], check: Check::Text(check) };

fn check(passage: &Passage, findings: &mut Vec<Diagnostic>) {
    if !passage.text.kind.is_prose() {
        return;
    }
    let line = &passage.line;
    for hour in line.digit_runs() {
        let (before, mark) = (line.before(hour.start), line.c(hour.end));
        if !matches!(hour.len(), 1 | 2)
            || !matches!(mark, ':' | '：' | '时' | '点')
            || matches!(before, ':' | '：' | '.')
        {
            continue;
        }
        let minute = hour.end + 1..line.digits_end(hour.end + 1);
        let (Some(hours), minutes) = (line.number(hour.clone()), line.number(minute.clone())) else { continue };
        let colon = matches!(mark, ':' | '：');
        let is_time = if colon {
            // 16:9 and 1:100 are proportions.
            minute.len() == 2 && !matches!(line.c(minute.end), '.') && !is_ratio(line, hour.start)
        } else {
            is_clock(line, hour.start, hour.end)
        };
        if !is_time {
            continue;
        }
        let has_minutes = colon || matches!(line.c(minute.end), '分');
        let end = if minute.is_empty() || !has_minutes { hour.end + 1 } else { minute.end };
        let late = hours > 24 || (hours == 24 && has_minutes && minutes.is_some_and(|minutes| minutes > 0));
        let morning = line.ends_any(hour.start, &["上午", "凌晨", "清晨", "早上"]) && hours > 12;
        let label = if late {
            "一天只有 24 小时"
        } else if has_minutes && minutes.is_some_and(|minutes| minutes > 59) {
            "一小时只有 60 分钟"
        } else if morning {
            "这是下午或晚上的时刻"
        } else {
            continue;
        };
        let from = if morning && !late { hour.start - 2 } else { hour.start };
        let text = line.text(from..end);
        findings.push(
            IMPOSSIBLE.finding(format!("时刻「{text}」不存在")).at(line.place(from..end), label).help("核对时刻"),
        );
    }
}

/// Whether a number before 时 or 点 is a time of day, not a count of hours or of places.
fn is_clock(line: &Line, start: usize, mark: usize) -> bool {
    const DAY: [&str; 12] = ["日", "上午", "下午", "凌晨", "晚上", "早上", "中午", "当晚", "清晨", "晚", "于", "号"];
    let next = line.c(mark + 1);
    let follows = next.is_ascii_digit()
        || matches!(next, '许' | '整' | '左' | '，' | '前' | '后' | '半' | '分')
        || line.c(mark) == '时';
    let unit = matches!(next, '间' | '段' | '速' | '限' | '期' | '长' | '效' | '位' | '名' | '个');
    (line.ends_any(start, &DAY) || DATE == line.before(start)) && follows && !unit
}

fn is_ratio(line: &Line, at: usize) -> bool {
    let clause = line.clause(at);
    line.text(clause.start..at).contains('比') || line.ends_any(at, &["按", "按照"])
}
