//! Sums of a ledger's columns: of nothing that anybody wrote there is no sum, and times are added up to a time.

use crate::program::Room;

const OFFICE: &str = "\
名称: 甲市应急管理局
行政区: 甲市
简称: 甲市应急局
自称: 我局
上级: { 名称: 甲市人民政府, 简称: 市政府, 文内: 市政府 }
周报名称: 安全生产周报
取舍: { 办法: 四舍五入, 小数位: 2 }
台账:
  - 名称: 隐患
    量词: 处
    栏:
      - { 名称: 级别, 取值: [一般, 重大] }
      - { 名称: 用时, 类型: 时长, 可缺: 是 }
      - { 名称: 罚款, 类型: 金额, 可缺: 是 }
    数:
      - { 名称: 隐患数, 计: 条 }
      - { 名称: 总用时, 求和: 用时 }
      - { 名称: 平均用时, 平均: 用时 }
      - { 名称: 罚款额, 求和: 罚款 }
      - { 名称: 重大隐患罚款, 求和: 罚款, 当: { 级别: 重大 } }
      - { 名称: 各级用时, 求和: 用时, 按: 级别 }
";

/// What the weekly says of the ledger.
fn told(ledger: &str) -> String {
    let room = room(ledger);
    let said = room.run(&["build", "--format", "docx"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    let text = room.word_text("output/局/2026-11-02/weekly.docx");
    let (_, told) = text.split_once("一、隐患\n").unwrap();
    told.lines().next().unwrap().to_owned()
}

fn room(ledger: &str) -> Room {
    let week =
        format!("周期: {{ 起: 2026-11-02, 止: 2026-11-08 }}\n期号: 44\n成文: 2026-11-09\n台账: {{ 隐患: {ledger} }}\n");
    Room::empty().file("data/局/office.yaml", OFFICE).file("data/局/2026-11-02.yaml", week)
}

#[test]
fn what_no_item_says_is_not_told_as_nothing() {
    // Nobody wrote how long it took, or of a fine; of 重大 there is no item at all, and so no fine.
    assert_eq!(told("[{ 级别: 一般 }, { 级别: 一般 }]"), "隐患数2处，重大隐患罚款0元。");
    assert_eq!(told("[{ 级别: 一般, 罚款: 0 }]"), "隐患数1处，罚款额0元，重大隐患罚款0元。");
    assert_eq!(told("[{ 级别: 重大 }]"), "隐患数1处。");
}

#[test]
fn times_are_added_up_and_typed_as_times() {
    // 79 + 44 = 123 minutes, of two items.
    let items = "[{ 级别: 一般, 用时: 1小时19分钟 }, { 级别: 重大, 用时: 44分钟, 罚款: 500 }]";
    let expected = "隐患数2处，总用时2小时3分钟，平均用时61.5分钟，罚款额500元，重大隐患罚款500元，\
                    各级用时：一般1小时19分钟、重大44分钟。";
    assert_eq!(told(items), expected);
    let typed = "{ 条数: 2, 总用时: 2小时3分钟, 各级用时: { 一般: 1小时19分钟, 重大: 44分钟 } }";
    assert_eq!(told(typed), "隐患数2处，总用时2小时3分钟，各级用时：一般1小时19分钟、重大44分钟。");
    assert_eq!(room(&format!("{{ 总用时: 2小时3分钟, 明细: {items} }}")).run(&["check"]).status, 0);

    let wrong = room(&format!("{{ 总用时: 2小时, 明细: {items} }}")).run(&["check"]).stderr;
    assert!(wrong.contains("「总用时」写的是 2小时，各条算出来是 2小时3分钟"), "{wrong}");
    let number = room("{ 条数: 2, 总用时: 123 }").run(&["check"]).stderr;
    assert!(number.contains("错误[value-wrong]: 时长「123」的写法不对"), "{number}");
}
