//! Figures that are typed without items, held against one another.

use super::fixture::{OFFICE, WEEK, found};

const OWN: &str = "
台账:
  - 名称: 工单
    量词: 件
    栏:
      - { 名称: 类型, 取值: [咨询, 投诉, 举报] }
      - { 名称: 罚款, 类型: 金额, 可缺: 是 }
    数:
      - { 名称: 总数, 计: 条 }
      - { 名称: 各类, 计: 条, 按: 类型 }
      - { 名称: 投诉数, 计: 条, 当: { 类型: 投诉 } }
      - { 名称: 诉求数, 计: 条, 当: { 类型: [投诉, 举报] } }
      - { 名称: 咨询数, 计: 条, 当: { 类型: 咨询 } }
      - { 名称: 投诉占比, 比: [投诉数, 总数] }
      - { 名称: 各类罚款, 求和: 罚款, 单位: 万元, 按: 类型 }
      - { 名称: 投诉罚款, 求和: 罚款, 单位: 万元, 当: { 类型: 投诉 } }
  - 名称: 回访
    量词: 件
    数: [回访数, 满意数, { 名称: 满意率, 比: [满意数, 回访数] }, { 名称: 经费, 单位: 元 }, { 名称: 每件, 比: [经费, 回访数] }]
";

fn about(ledgers: &str) -> Vec<(&'static str, String, String)> {
    let found = found(&format!("{OFFICE}{OWN}"), &[&format!("{WEEK}台账: {{ {ledgers} }}\n")]);
    assert!(found.iter().all(|it| !it.help.is_empty()), "{found:#?}");
    found.into_iter().map(|it| (it.code, it.text, it.message)).collect()
}

fn told(code: &'static str, text: &str, message: &str) -> Vec<(&'static str, String, String)> {
    vec![(code, text.to_owned(), message.to_owned())]
}

#[test]
fn a_part_that_is_told_in_two_ways_is_one_number() {
    assert_eq!(about("工单: { 总数: 10, 各类: { 咨询: 5, 投诉: 5 }, 投诉数: 5 }"), []);
    assert_eq!(
        about("工单: { 总数: 10, 各类: { 咨询: 5, 投诉: 5 }, 投诉数: 4 }"),
        told("ledger-figure", "4", "「投诉数」写的是 4，「各类」里「投诉」却是 5")
    );
    // 3 complaints and 2 reports are 5; what is not written has none.
    assert_eq!(about("工单: { 各类: { 咨询: 5, 投诉: 3, 举报: 2 }, 诉求数: 5 }"), []);
    assert_eq!(
        about("工单: { 各类: { 咨询: 5, 投诉: 3 }, 诉求数: 5 }"),
        told("ledger-figure", "5", "「诉求数」写的是 5，「各类」里「举报、投诉」却是 3")
    );
    assert_eq!(
        about("工单: { 各类罚款: { 投诉: 1.2 }, 投诉罚款: 2.1 }"),
        told("ledger-figure", "2.1", "「投诉罚款」写的是 2.1，「各类罚款」里「投诉」却是 1.2")
    );
}

#[test]
fn different_parts_are_together_no_more_than_the_whole() {
    assert_eq!(about("工单: { 总数: 10, 投诉数: 4, 咨询数: 6 }"), []);
    assert_eq!(
        about("工单: { 总数: 10, 投诉数: 4, 咨询数: 7 }"),
        told("ledger-figure", "4", "「投诉数」4、「咨询数」7，加起来是 11，一共却只有 10")
    );
    // Complaints are among the matters: those two are not added.
    assert_eq!(about("工单: { 总数: 10, 投诉数: 6, 诉求数: 7 }"), []);
}

#[test]
fn a_share_above_a_hundred_percent_is_told() {
    assert_eq!(about("回访: { 回访数: 650, 满意数: 611 }"), []);
    assert_eq!(about("回访: { 回访数: 650, 满意数: 650 }"), []);
    // 700 of 650 are 107.69… %, which the office cuts.
    assert_eq!(
        about("回访: { 回访数: 650, 满意数: 700 }"),
        told("ledger-share", "700", "「满意率」是 107.69%：「满意数」700，「回访数」650")
    );
    // Money is no part of a number of items.
    assert_eq!(about("回访: { 回访数: 10, 经费: 5000 }"), []);
}

#[test]
fn a_share_that_may_be_above_is_acknowledged() {
    let acknowledged = "认可:\n  - { 规则: ledger-share, 内容: \"700\", 理由: 补回访了上月的50件 }\n";
    let week = format!("{WEEK}台账: {{ 回访: {{ 回访数: 650, 满意数: 700 }} }}\n{acknowledged}");
    let found = found(&format!("{OFFICE}{OWN}"), &[&week]);
    assert!(found.len() == 1 && found[0].acknowledged, "{found:#?}");
}
