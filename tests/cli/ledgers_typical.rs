//! A ledger of many items tells a few of them as examples: its figures are typed, and never made of the few.

use crate::program::Room;

const OFFICE: &str = "\
名称: 甲县城管局
行政区: 甲县
简称: 县城管局
自称: 我局
上级: { 名称: 甲县人民政府, 简称: 县政府, 文内: 县政府 }
周报名称: 城管月报
报送周期: 月
取舍: { 办法: 四舍五入, 小数位: 2 }
台账:
  - 名称: 违建
    量词: 处
    栏:
      - { 名称: 地点 }
      - { 名称: 发现, 类型: 日期 }
      - { 名称: 拆除, 类型: 日期, 不早于: 发现, 可缺: 是 }
      - { 名称: 用时, 类型: 时长, 可缺: 是 }
    数:
      - { 名称: 发现数, 计: 条 }
      - { 名称: 本期发现数, 计: 条, 当: { 发现: 本期 } }
      - { 名称: 此前发现数, 计: 条, 当: { 发现: 此前 } }
      - { 名称: 拆除数, 计: 条, 当: 拆除 }
      - { 名称: 拆除率, 比: [拆除数, 发现数] }
";

fn room(ledger: &str) -> Room {
    let week =
        format!("周期: {{ 起: 2026-05-01, 止: 2026-05-31 }}\n期号: 5\n成文: 2026-06-03\n台账:\n  违建: {ledger}\n");
    Room::empty().file("data/局/office.yaml", OFFICE).file("data/局/2026/05.yaml", week)
}

/// What the built-in weekly tells of the ledger.
fn told(ledger: &str) -> String {
    let room = room(ledger);
    let said = room.run(&["build", "--format", "docx"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    let text = room.word_text("output/局/2026-05-01/weekly.docx");
    let (_, told) = text.split_once("一、违建\n").unwrap();
    told.lines().next().unwrap().to_owned()
}

fn problem(ledger: &str) -> String {
    let said = room(ledger).run(&["check"]);
    assert_eq!(said.status, 1, "{}", said.stderr);
    said.stderr
}

const TWO: &str = "[{ 地点: 东街, 发现: 2026-05-03, 拆除: 2026-05-20 }, { 地点: 西街, 发现: 2026-05-09 }]";

#[test]
fn figures_are_those_that_are_typed_and_the_few_items_are_said_to_be_a_few() {
    // 12 of 30 are 40 %; of the two that are told, one is pulled down.
    assert_eq!(
        told(&format!("{{ 条数: 30, 拆除数: 12, 典型: {TWO} }}")),
        "发现数30处，拆除数12处，拆除率40%。其中2处如下："
    );
    assert_eq!(told(&format!("{{ 条数: 30, 典型: {TWO} }}")), "发现数30处。其中2处如下：");
}

#[test]
fn the_few_are_no_more_than_all() {
    let few = problem(&format!("{{ 条数: 1, 典型: {TWO} }}"));
    assert!(few.contains("错误[ledger-figure]: 「条数」写的是 1，「典型」里的几条已经有 2"), "{few}");
    let few = problem(&format!("{{ 条数: 30, 拆除数: 0, 典型: {TWO} }}"));
    assert!(few.contains("错误[ledger-figure]: 「拆除数」写的是 0，「典型」里的几条已经有 1"), "{few}");
    let all = problem(&format!("{{ 条数: 30, 明细: {TWO} }}"));
    assert!(all.contains("错误[ledger-figure]: 「条数」写的是 30，「明细」里只有 2 条"), "{all}");
    assert!(all.contains("只写其中几条的，把「明细」改成「典型」，各个数另外写"), "{all}");
    let both = problem(&format!("{{ 条数: 2, 明细: {TWO}, 典型: {TWO} }}"));
    assert!(both.contains("错误[value-type]: 「明细」和「典型」只能写一个"), "{both}");
}

#[test]
fn items_of_before_are_counted_apart() {
    // Of three, one was found in April and pulled down in May: two thirds are of this period.
    let three = "[{ 地点: 东街, 发现: 2026-05-03 }, { 地点: 西街, 发现: 2026-05-31 }, { 地点: 南街, 发现: 2026-04-30, 拆除: 2026-05-02 }]";
    assert_eq!(told(three), "发现数3处，本期发现数2处，此前发现数1处，拆除数1处，拆除率33.33%。");
}

#[test]
fn what_is_no_exact_number_and_no_time_is_told_with_what_to_write() {
    for (ledger, expected) in [
        ("{ 条数: 约30 }", "数「约30」不是准数"),
        ("{ 条数: 3000余 }", "只知道大概的（100余），在 office.yaml 的「检查项目」里设一项"),
        ("[{ 地点: 东街, 发现: 2026-05-03, 用时: 3天 }]", "一天算 24 小时的，写成 72小时；自设的栏按天数记的"),
        ("[{ 地点: 东街, 发现: 2026-05-03, 用时: 3个工作日 }]", "把这一栏写成 类型: 数，这里写 3"),
    ] {
        let said = problem(ledger);
        assert!(said.contains(expected), "{said}");
    }
}
