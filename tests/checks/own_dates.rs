//! Days in columns of an office's own.

use zhoubao::diagnostic::Severity::Error;

use super::fixture::{Found, OFFICE, WEEK, found};

/// The period of the plain week ends on 2023-03-12; its weekly is dated on the 13th.
const OWN: &str = "
投诉栏: [{ 名称: 回访, 类型: 日期, 不早于: 日期, 可缺: 是 }]
通报单栏: [{ 名称: 期限, 类型: 日期, 可在以后: 是, 不早于: 收到, 可缺: 是 }]
台账:
  - 名称: 立案
    栏:
      - { 名称: 立案, 类型: 日期 }
      - { 名称: 结案, 类型: 日期, 不早于: 立案, 可缺: 是 }
      - { 名称: 期限, 类型: 日期, 可在以后: 是, 可缺: 是 }
";

fn told(found: Vec<Found>) -> Vec<(&'static str, String, String)> {
    found.into_iter().map(|it| (it.code, it.text, it.message)).collect()
}

fn about_items(week: &str, item: &str) -> Vec<(&'static str, String, String)> {
    told(found(&format!("{OFFICE}{OWN}"), &[&format!("{week}台账:\n  立案: [{{ {item} }}]\n")]))
}

#[test]
fn a_day_that_the_paper_cannot_tell_of_is_told() {
    let later = |text: &str, message: &str| vec![("own-date-later", text.to_owned(), message.to_owned())];
    assert_eq!(about_items(WEEK, "立案: 2023-03-06, 结案: 2023-03-12, 期限: 2023-06-01"), []);
    assert_eq!(
        about_items(WEEK, "立案: 2023-03-13"),
        later("2023-03-13", "「立案」2023-03-13 在周期的最后一天（2023-03-12）之后")
    );
    assert_eq!(
        about_items(WEEK, "立案: 2023-03-08, 结案: 2032-03-09"),
        later("2032-03-09", "「结案」2032-03-09 在周期的最后一天（2023-03-12）之后")
    );
    let until = format!("{WEEK}统计截止: 2023-03-13\n");
    assert_eq!(about_items(&until, "立案: 2023-03-13"), []);
    assert_eq!(
        about_items(&until, "立案: 2023-03-14"),
        later("2023-03-14", "「立案」2023-03-14 在统计截止（2023-03-13）之后")
    );
}

#[test]
fn an_item_of_before_is_told_unless_the_office_says_what_is_to_be_counted() {
    let about = |office: &str, items: &str| {
        told(found(&format!("{OFFICE}{office}"), &[&format!("{WEEK}台账: {{ 立案: [{items}] }}\n")]))
    };
    let earlier = |message: &str| vec![("own-date-earlier", "2022-11-30".to_owned(), message.to_owned())];
    let one = "{ 立案: 2022-11-30, 结案: 2023-03-08 }, { 立案: 2023-03-06 }";
    assert_eq!(about(OWN, one), earlier("「立案」2022-11-30 在这一期（从 2023-03-06 起）以前"));
    let two = "{ 立案: 2022-11-30 }, { 立案: 2023-03-05 }, { 立案: 2023-03-06 }";
    assert_eq!(about(OWN, two), earlier("「立案」有 2 条的「立案」在这一期（从 2023-03-06 起）以前"));
    let may_be = OWN.replace("{ 名称: 立案, 类型: 日期 }", "{ 名称: 立案, 类型: 日期, 可在以前: 是 }");
    assert_eq!(about(&may_be, two), []);
    for word in ["本期", "此前"] {
        let asked = format!("{OWN}    数: [{{ 名称: 立案数, 计: 条, 当: {{ 立案: {word} }} }}]\n");
        assert_eq!(about(&asked, two), [], "{word}");
    }
}

#[test]
fn what_follows_something_comes_after_it() {
    assert_eq!(about_items(WEEK, "立案: 2023-03-08, 结案: 2023-03-08"), []);
    assert_eq!(
        about_items(WEEK, "立案: 2023-03-08, 结案: 2023-03-07"),
        [("own-date-order", "2023-03-07".to_owned(), "「结案」2023-03-07 在「立案」2023-03-08 之前".to_owned())]
    );
}

#[test]
fn own_days_are_held_to_those_of_complaints_and_notices() {
    let week = WEEK
        .replacen(
            "{ 日期: 2023-03-10, 被投诉: 雪山神话乐园",
            "{ 日期: 2023-03-10, 回访: 2023-03-09, 被投诉: 雪山神话乐园",
            1,
        )
        .replacen("    收到: 2023-03-07\n", "    收到: 2023-03-07\n    期限: 2023-03-01\n", 1);
    let found = found(&format!("{OFFICE}{OWN}"), &[&week]);
    let seen: Vec<_> = found.iter().map(|it| (it.code, it.severity, it.message.as_str())).collect();
    assert_eq!(
        seen,
        [
            ("own-date-order", Error, "「期限」2023-03-01 在「收到」2023-03-07 之前"),
            ("own-date-order", Error, "「回访」2023-03-09 在「日期」2023-03-10 之前"),
        ]
    );
}

#[test]
fn what_is_said_of_days_is_said_of_days() {
    for (from, to, code, text) in [
        ("不早于: 立案", "不早于: 立按", "own-column-unknown", "立按"),
        ("不早于: 立案", "不早于: 结案", "own-column-unknown", "结案"),
        ("不早于: 日期", "不早于: 被投诉", "own-column-unknown", "被投诉"),
        ("{ 名称: 立案, 类型: 日期 }", "{ 名称: 立案, 可在以后: 是 }", "own-figure", "是"),
        ("结案, 类型: 日期, 不早于: 立案", "结案, 不早于: 期限", "own-figure", "期限"),
    ] {
        assert!(OWN.contains(from), "{from}");
        let found = found(&format!("{OFFICE}{}", OWN.replacen(from, to, 1)), &[]);
        assert!(found.iter().any(|it| it.code == code && it.text == text), "{to}: {found:#?}");
    }
}
