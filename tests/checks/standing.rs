//! What figures have come to, from one record to the next.

use zhoubao::diagnostic::Severity::Warning;

use super::fixture::{NEXT_WEEK, OFFICE, WEEK, changed, found};

/// What is found where the first week has sent so many out, and the second so many.
fn after(first: &str, second: &str) -> Vec<(&'static str, String, String)> {
    let week = changed(WEEK, "出动人次: 86", &format!("出动人次: {first}"));
    let next = changed(NEXT_WEEK, "出动人次: 74", &format!("出动人次: {second}"));
    told(OFFICE, &week, &next)
}

fn told(office: &str, week: &str, next: &str) -> Vec<(&'static str, String, String)> {
    let found = found(office, &[week, next]);
    let of_standing = found.into_iter().filter(|it| it.code.starts_with("standing"));
    of_standing
        .map(|it| {
            assert!(it.severity == Warning && !it.help.is_empty() && it.file == "2.yaml", "{it:#?}");
            (it.code, it.text, it.message)
        })
        .collect()
}

#[test]
fn what_it_has_come_to_is_what_it_was_and_what_has_come_since() {
    // 86 and 74 are 160.
    assert_eq!(after("{ 本期: 86, 累计: 86 }", "{ 本期: 74, 累计: 160 }"), []);
    assert_eq!(
        after("{ 本期: 86, 累计: 86 }", "{ 本期: 74, 累计: 180 }"),
        [(
            "standing-sum",
            "180".to_owned(),
            "「出动人次」上一期累计 86，加上本期 74 是 160，累计写的却是 180".to_owned()
        )]
    );
    assert_eq!(
        after("{ 本期: 86, 累计: 860 }", "{ 本期: 74, 累计: 93 }"),
        [("standing-fallen", "93".to_owned(), "「出动人次」累计 93，上一期已经累计 860".to_owned())]
    );
    // 800余 may be any number from there on.
    assert_eq!(after("{ 本期: 86, 累计: 800余 }", "{ 本期: 74, 累计: 930 }"), []);
    assert_eq!(after("86", "{ 本期: 74, 累计: 160 }"), []);
}

#[test]
fn another_year_begins_anew() {
    let week = changed(WEEK, "周期: { 起: 2023-03-06, 止: 2023-03-12 }", "周期: { 起: 2022-12-26, 止: 2023-01-01 }");
    let week = changed(&week, "出动人次: 86", "出动人次: { 本期: 86, 累计: 4860 }");
    let next =
        changed(NEXT_WEEK, "周期: { 起: 2023-03-13, 止: 2023-03-19 }", "周期: { 起: 2023-01-02, 止: 2023-01-08 }");
    let next = changed(&next, "出动人次: 74", "出动人次: { 本期: 74, 累计: 74 }");
    assert_eq!(told(OFFICE, &week, &next), []);
}

#[test]
fn figures_since_a_day_do_not_fall() {
    let office =
        format!("{OFFICE}台账: [{{ 名称: 抽检, 数: [批次数, 在办数, {{ 名称: 在办率, 比: [在办数, 批次数] }}] }}]\n");
    let since = |until: &str, cases: u32, ledger: &str| {
        format!(
            "周期: {{ 起: 2023-01-01, 止: {until}, 累计: 是 }}\n期号: 1\n成文: 2023-07-05\n投诉:\n  12301平台: []\n  \
             12345政务服务便民热线: {{ 受理: 40, 办结: 30 }}\n  “云游”投诉平台: []\n查处案件: {cases}\n台账: {{ 抽检: {ledger} }}\n"
        )
    };
    let first = since("2023-05-31", 132, "{ 批次数: 620, 在办数: 9 }");
    // What is open may be less by then.
    assert_eq!(told(&office, &first, &since("2023-06-30", 140, "{ 批次数: 700, 在办数: 3 }")), []);
    assert_eq!(
        told(&office, &first, &since("2023-06-30", 110, "{ 批次数: 62, 在办数: 9 }")),
        [
            ("standing-fallen", "110".to_owned(), "「查处案件」累计 110，上一期已经累计 132".to_owned()),
            ("standing-fallen", "62".to_owned(), "「抽检的批次数」累计 62，上一期已经累计 620".to_owned()),
        ]
    );
}
