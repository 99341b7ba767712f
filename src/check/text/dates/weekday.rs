//! Days of the week behind dates.

use super::written::WrittenDate;
use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::propose::Propose as _;
use crate::check::text::line::Line;
use crate::check::text::passage::Passage;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::checks::Weekday;

static WEEKDAY: Rule = Rule {
    code: "text-weekday",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "日期后面写的星期与日历不符。",
    why: "日期和星期总有一个是错的。",
    example: "3月8日（星期二）",
    fix: "照日历核对是日期错了还是星期错了。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&WEEKDAY], check: Check::Text(check) };

fn check(passage: &Passage, findings: &mut Vec<Diagnostic>) {
    for date in &passage.dates().dates {
        findings.extend(wrong_weekday(&passage.line, date));
    }
}

fn wrong_weekday(line: &Line, date: &WrittenDate) -> Option<Diagnostic> {
    let from = date.cells.end + usize::from(matches!(line.c(date.cells.end), '（' | '(' | '，'));
    let word = line.starts_any(from, &["星期", "礼拜", "周"])?;
    let at = from + word.chars().count();
    let typed = line.c(at);
    let right = Weekday::from_date(date.date).word().chars().next_back()?;
    let is_weekday = matches!(typed, '一' | '二' | '三' | '四' | '五' | '六' | '日' | '天');
    let is_right = typed == right || (typed, right) == ('天', '日');
    // 周一至周五 and 周日报 mean no single day.
    if !is_weekday || is_right || matches!(line.c(at + 1), '至' | '到' | '—' | '报' | '、') {
        return None;
    }
    let wanted = format!("{word}{right}");
    let place = line.place(from..at + 1);
    let finding = WEEKDAY
        .finding(format!("「{}」是{wanted}，不是{word}{typed}", line.text(date.cells.clone())))
        .at(place.clone(), format!("日历上是{wanted}"))
        .and_at(line.place(date.cells.clone()), "这一天");
    Some(finding.propose("日期没有错，就改成", place, wanted))
}
