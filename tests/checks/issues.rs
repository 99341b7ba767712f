//! 期号: one after the other, and from 1 again with each year.

use super::fixture::{OFFICE, codes, found, next_slip, slip};
use zhoubao::diagnostic::Severity;
use zhoubao::record::value::Date;

/// A week without anything but its period, its number and its date.
fn week(start: &str, end: &str, issue: u32, dated: &str) -> String {
    let none = "执法检查: { 出动人次: 1, 检查家次: 1 }\n投诉: { 12301平台: [], 12345政务服务便民热线: [], “云游”投诉平台: [] }\n退换货: { 件数: 0, 金额: 0, 满意: 0, 撤销: 0, 推诿诱导: 0 }\n";
    format!("周期: {{ 起: {start}, 止: {end} }}\n期号: {issue}\n成文: {dated}\n{none}")
}

/// Codes about weeks that begin on these Mondays with these numbers, and are dated on the Monday after.
fn told(weeks: &[(&str, u32)]) -> Vec<&'static str> {
    let weeks: Vec<String> = weeks
        .iter()
        .map(|(start, issue)| {
            let start: Date = start.parse().unwrap();
            let day = |days| start.plus_days(days).to_string();
            week(&day(0), &day(6), *issue, &day(7))
        })
        .collect();
    codes(&found(OFFICE, &weeks.iter().map(String::as_str).collect::<Vec<_>>()))
}

#[test]
fn numbers_follow_one_another() {
    for (number, code) in [("9", "issue-repeated"), ("11", "issue-skipped"), ("3", "issue-backward")] {
        let found = next_slip("期号: 10", &format!("期号: {number}"));
        assert_eq!(codes(&found), [code]);
        assert_eq!((found[0].file.as_str(), found[0].text.as_str()), ("2.yaml", number));
        assert_eq!(found[0].others[0], "9");
        found[0].only_tells("是不是 10？");
    }
    assert_eq!(next_slip("期号: 10", "期号: 9")[0].severity, Severity::Error);
}

#[test]
fn one_wrong_number_is_told_once() {
    let weeks = [("2023-03-06", 5), ("2023-03-13", 8), ("2023-03-20", 7), ("2023-03-27", 8)];
    assert_eq!(told(&weeks), ["issue-skipped"]);
    // An office that goes on from there meant it.
    let weeks = [("2023-03-06", 5), ("2023-03-13", 8), ("2023-03-20", 9), ("2023-03-27", 10)];
    assert_eq!(told(&weeks), ["issue-skipped"]);
}

#[test]
fn a_missing_week_may_have_had_a_number() {
    assert_eq!(told(&[("2023-03-06", 9), ("2023-03-20", 11)]), ["week-gap"]);
    assert_eq!(told(&[("2023-03-06", 9), ("2023-03-20", 10)]), ["week-gap"]);
    assert_eq!(told(&[("2023-03-06", 9), ("2023-03-20", 12)]), ["week-gap", "issue-skipped"]);
}

#[test]
fn numbers_begin_again_with_the_year_however_the_office_reckons() {
    let by_first_day = [("2022-12-19", 51), ("2022-12-26", 52), ("2023-01-02", 1), ("2023-01-09", 2)];
    let by_date = [("2022-12-19", 51), ("2022-12-26", 1), ("2023-01-02", 2), ("2023-01-09", 3)];
    assert_eq!(told(&by_first_day), [""; 0]);
    assert_eq!(told(&by_date), [""; 0]);
    let never = [("2022-12-19", 51), ("2022-12-26", 52), ("2023-01-02", 53), ("2023-01-09", 54)];
    assert!(told(&never).contains(&"issue-not-restarted"), "{:?}", told(&never));
    let twice = [("2022-12-19", 51), ("2022-12-26", 52), ("2023-01-02", 1), ("2023-01-09", 1)];
    assert_eq!(told(&twice), ["issue-repeated"]);
}

#[test]
fn a_number_that_the_year_cannot_have_reached_is_advice() {
    let found = slip("期号: 9", "期号: 99");
    assert_eq!(codes(&found), ["issue-beyond-year"]);
    assert_eq!((found[0].text.as_str(), found[0].severity), ("99", Severity::Advice));
    assert_eq!(slip("期号: 9", "期号: 12"), []);
}
