//! Dates of which the month and the day lie in the week, but not the year.

use super::mistyped_year::mistyped_year;
use super::written::WrittenDate;
use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::propose::Propose as _;
use crate::check::text::line::Line;
use crate::check::text::passage::Passage;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::office::Office;
use crate::record::value::Date;
use crate::record::week::Week;

static YEAR: Rule = Rule {
    code: "text-year",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "文字里的日期月、日都在这一周，年份却不是今年；与去年比较的不算。不是年初、也不是讲本中心怎样办理的，只作建议。",
    why: "跨年以后最容易写成上一年。",
    example: "2020年1月12日（周期在 2021 年）",
    fix: "核对年份。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&YEAR], check: Check::Text(check) };

fn check(passage: &Passage, findings: &mut Vec<Diagnostic>) {
    let Passage { text, line, week: Some(week), .. } = passage else { return };
    if !text.kind.is_past() {
        return;
    }
    let (office, week) = (week.view.office, week.view.week);
    let dates = &passage.dates().dates;
    for date in dates.iter().filter(|date| !date.is_in_title(line)) {
        if let Some(right) = mistyped_year(line, date, week) {
            let is_sure = is_of_the_week(office, line, date, right, week.period.value.start().value)
                || is_right_elsewhere(dates, date, week);
            findings.push(finding(week, line, date, right, is_sure));
        }
    }
}

fn finding(week: &Week, line: &Line, date: &WrittenDate, right: i16, is_sure: bool) -> Diagnostic {
    let place = line.place(date.cells.clone());
    let text = line.text(date.cells.clone());
    let wanted = date.year.map_or_else(String::new, |year| text.replacen(&year.to_string(), &right.to_string(), 1));
    let mut finding =
        YEAR.finding(format!("「{text}」的月、日在这{}，年份却不是", week.period.value.unit())).at(place.clone(), "");
    if is_sure {
        return finding.propose("多半是", place, wanted);
    }
    finding.severity = Severity::Advice;
    finding.help("核对年份；确实是那一年就不用改")
}

/// Sentences with one of these may speak of an older day.
const OLDER: [&str; 18] = [
    "施行",
    "实施",
    "修订",
    "颁布",
    "成立",
    "生效",
    "发布",
    "印发",
    "以来",
    "签订",
    "购买",
    "注册",
    "登记",
    "有效期",
    "曾",
    "过",
    "自",
    "挂牌",
];

/// What the office is called in its own prose.
const OWN: [&str; 5] = ["我中心", "本中心", "我区", "本周", "工作人员"];

/// What the office does.
const DONE: [&str; 14] =
    ["收到", "接到", "受理", "开展", "上报", "核实", "联系", "回访", "转办", "办结", "检查", "约谈", "调解", "组织"];

/// What may stand between a day and what was done on it.
const BETWEEN: [&str; 7] = ["，", "上午", "下午", "再次", "与", "及时", "依法"];

/// By this day of January nobody types last year's number by habit any more.
const LAST_OF_HABIT: i8 = 21;

/// Whether a date of another year was surely this week's: typed by habit in the first weeks of January, or the day on
/// which the office itself is said to have done something.
fn is_of_the_week(office: &Office, line: &Line, date: &WrittenDate, right: i16, start: Date) -> bool {
    let sentence = line.text(line.sentence(date.cells.start));
    if date.year.is_none_or(|year| year.abs_diff(right) != 1) || OLDER.iter().any(|word| sentence.contains(word)) {
        return false;
    }
    let is_by_habit = start.month() == 1 && start.day() <= LAST_OF_HABIT && date.year == Some(right - 1);
    is_by_habit
        || speaks_of(sentence, office) && DONE.iter().any(|word| sentence.contains(word))
        || opens_clause(line, date) && is_of_something_done(line, date)
}

fn speaks_of(sentence: &str, office: &Office) -> bool {
    let names = [office.self_name.value.as_str(), office.short.value.as_str()];
    OWN.into_iter().chain(names).any(|name| !name.is_empty() && sentence.contains(name))
}

fn opens_clause(line: &Line, date: &WrittenDate) -> bool {
    let start = date.cells.start;
    line.clause(start).start == start || line.ends_any(start, &["于", "在"])
}

fn is_of_something_done(line: &Line, date: &WrittenDate) -> bool {
    let mut behind = date.cells.end;
    while let Some(word) = line.starts_any(behind, &BETWEEN) {
        behind += word.chars().count();
    }
    line.starts_any(behind, &DONE).is_some()
}

/// Whether the same paragraph has the day with its right year too.
fn is_right_elsewhere(dates: &[WrittenDate], date: &WrittenDate, week: &Week) -> bool {
    let day = (date.date.month(), date.date.day());
    dates.iter().any(|other| {
        other.year.is_some()
            && other.year != date.year
            && (other.date.month(), other.date.day()) == day
            && week.period.value.contains(other.date)
    })
}
