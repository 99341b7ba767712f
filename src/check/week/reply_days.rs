//! A reply speaks of nothing that came after it.

use std::ops::Range;

use crate::check::rule_set::{Check, RuleSet};
use crate::check::shared::days;
use crate::check::views::WeekView;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::record::value::Date;

static LATER: Rule = Rule {
    code: "notice-verified-later",
    severity: Severity::Warning,
    adjustable: true,
    looks_for: "「核实」「处理」里说到的日期在上报日期之后。说将来的事的句子（……前、将、拟、约定）除外。",
    why: "先核实、后处理、再上报：答复里不会有还没有发生的事。",
    example: "上报: 2021-01-14，处理: {2021-01-16}再次与投诉人取得联系",
    fix: "核对正文里的日期和上报日期。",
};

pub static RULE_SET: RuleSet = RuleSet { rules: &[&LATER], check: Check::Week(check) };

/// Words of a sentence about what is still to come.
const TO_COME: [&str; 29] = [
    "将",
    "拟",
    "约定",
    "定于",
    "预计",
    "计划",
    "届时",
    "期限",
    "限期",
    "承诺",
    "同意",
    "下一步",
    "答应",
    "保证",
    "商定",
    "预订",
    "预定",
    "订购",
    "购买",
    "改签",
    "改至",
    "返程",
    "出行",
    "行程",
    "机票",
    "航班",
    "有效期",
    "放假",
    "调休",
];

/// Words behind a day by which something has to be done, or of which something is (3月25日的酒店).
const UNTIL: [&str; 6] = ["前", "之前", "以前", "起", "后", "的"];

/// What lies further ahead is a day of another year, in days.
const NEAR: i64 = 180;

/// As far as the words around a day are looked at, in characters.
const AROUND: usize = 60;

/// The first day in each text of a reply that lies after the reply.
fn check(view: &WeekView, findings: &mut Vec<Diagnostic>) {
    let week = view.week;
    for notice in &week.notices {
        let Some(reported) = &notice.reported else { continue };
        for prose in [&notice.verification, &notice.handling].into_iter().flatten() {
            let mut later = days_in(&prose.value, reported.value.year())
                .into_iter()
                .filter(|(date, _)| (1..=NEAR).contains(&days::after(reported.value, *date)));
            let first = later.find(|(_, range)| !is_to_come(&prose.value, range));
            findings.extend(first.map(|(date, range)| {
                LATER
                    .finding(format!("这里说到 {date} 的事，答复却在 {reported} 就上报了"))
                    .at(prose.part(range), "在上报之后")
                    .and_at(reported.span.clone(), "这天上报")
                    .help("请核对正文里的日期和上报日期")
            }));
        }
    }
}

/// Days written as {2021-01-12}, 1月12日 or 2021年1月12日, each with its place; where no year is written, of `year`.
fn days_in(text: &str, year: i16) -> Vec<(Date, Range<usize>)> {
    let in_braces = text.match_indices('{').filter_map(|(at, _)| day_in_braces(text, at));
    let in_words = text.match_indices('月').filter_map(|(at, _)| day_in_words(text, at, year));
    in_braces.chain(in_words).collect()
}

/// The day in the braces that open at `at`.
fn day_in_braces(text: &str, at: usize) -> Option<(Date, Range<usize>)> {
    let range = at + 1..at + 1 + "2021-01-12".len();
    let date = text.get(range.clone())?.parse().ok()?;
    text.get(range.end..)?.starts_with('}').then_some((date, range))
}

/// The day whose 月 stands at `at`.
fn day_in_words(text: &str, at: usize, year_of_reply: i16) -> Option<(Date, Range<usize>)> {
    let (before, behind) = (text.get(..at)?, text.get(at + '月'.len_utf8()..)?);
    let (month_from, month) = number_before(before);
    let digits = behind.bytes().take(3).take_while(u8::is_ascii_digit).count();
    let day: i8 = behind.get(..digits)?.parse().ok()?;
    let mark = behind.get(digits..)?.chars().next().filter(|mark| matches!(mark, '日' | '号'))?;
    let (from, year) = match before.get(..month_from)?.strip_suffix('年') {
        Some(before_year) => number_before(before_year),
        None => (month_from, Some(year_of_reply)),
    };
    let date = Date::from_parts(year?, i8::try_from(month?).ok()?, day)?;
    Some((date, from..text.len() - behind.len() + digits + mark.len_utf8()))
}

/// The number with which `text` ends, and where it begins.
fn number_before(text: &str) -> (usize, Option<i16>) {
    let digits = text.bytes().rev().take_while(u8::is_ascii_digit).count();
    let from = text.len() - digits;
    (from, text.get(from..).and_then(|number| number.parse().ok()))
}

/// Whether the words around a day speak of what is still to come.
fn is_to_come(text: &str, range: &Range<usize>) -> bool {
    let before = text.get(..range.start).unwrap_or_default();
    let from = before.char_indices().rev().take(AROUND).last().map_or(0, |(at, _)| at);
    let clause = before.get(from..).unwrap_or_default().rsplit(['。', '；', '！', '\n']).next().unwrap_or_default();
    let behind = text.get(range.end..).unwrap_or_default().trim_start_matches(['}', '）']);
    let to = behind.char_indices().nth(AROUND).map_or(behind.len(), |(at, _)| at);
    let rest = behind.get(..to).unwrap_or_default().split(['。', '；', '，', '！', '\n']).next().unwrap_or_default();
    UNTIL.iter().any(|word| behind.starts_with(word))
        || TO_COME.iter().any(|word| clause.contains(word) || rest.contains(word))
}

#[cfg(test)]
mod tests {
    use super::{days_in, is_to_come};

    /// Days of 2021 in a text that does not speak of what is to come.
    fn days(text: &str) -> Vec<String> {
        let days = days_in(text, 2021).into_iter().filter(|(_, range)| !is_to_come(text, range));
        days.map(|(date, _)| date.to_string()).collect()
    }

    #[test]
    fn days_are_read_however_they_are_told() {
        assert_eq!(
            days("{2021-01-16}再次联系，1月17日办结，2020年12月31日立案。"),
            ["2021-01-16", "2021-01-17", "2020-12-31"]
        );
        assert_eq!(days("3月5日（星期五）"), ["2021-03-05"]);
    }

    #[test]
    fn what_is_to_come_and_what_is_no_day_is_left() {
        for text in [
            "责令1月20日前改正",
            "商家承诺于1月20日退款",
            "1月20日将复查",
            "旅行社答应于1月17日退款，投诉人认可",
            "投诉人预订了1月19日的行程，旅行社已全额退款",
            "投诉人购买了1月20日返程的机票，旅行社已办理改签",
            "投诉人表示1月19日返程后再提供票据",
            "13月1日",
            "1月",
            "一月五日",
            "{2021-02-30}",
            "99999年1月2日",
            "2月30日",
        ] {
            assert_eq!(days(text), Vec::<String>::new(), "{text}");
        }
    }
}
