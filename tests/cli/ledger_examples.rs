//! A ledger of which the office tells some items beside figures of all: nothing says that these are all. And percentages with as
//! many decimals always.

use crate::program::Room;

const OFFICE: &str = "\
名称: 甲市城管局
行政区: 甲市
简称: 甲市城管局
自称: 我局
上级: { 名称: 甲市人民政府, 简称: 市政府, 文内: 市政府 }
周报名称: 城管月报
报送周期: 月
取舍: { 办法: 四舍五入, 小数位: 1 }
台账:
  - 名称: 处罚案件
    量词: 起
    栏:
      - { 名称: 案由, 取值: [占道经营, 倾倒渣土] }
      - { 名称: 立案, 类型: 日期 }
      - { 名称: 结案, 类型: 日期, 不早于: 立案, 可缺: 是 }
    数:
      - { 名称: 立案数, 计: 条 }
      - { 名称: 结案数, 计: 条, 当: 结案 }
      - { 名称: 结案率, 比: [结案数, 立案数] }
";

const EXAMPLES: &str = "\
{ 条数: 20, 结案数: 15, 典型: [{ 案由: 占道经营, 立案: 2026-05-03, 结案: 2026-05-06 }, { 案由: 倾倒渣土, 立案: 2026-05-10 }] }";

fn room(office: &str, ledger: &str) -> Room {
    let week = format!(
        "周期: {{ 起: 2026-05-01, 止: 2026-05-31 }}\n期号: 5\n成文: 2026-06-03\n台账: {{ 处罚案件: {ledger} }}\n"
    );
    Room::empty().file("data/局/office.yaml", office).file("data/局/2026-05.yaml", week)
}

fn weekly(office: &str, ledger: &str) -> String {
    let room = room(office, ledger);
    let said = room.run(&["build", "--format", "docx"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    room.word_text("output/局/2026-05-01/weekly.docx")
}

#[track_caller]
fn contains(text: &str, expected: &str) {
    assert!(text.contains(expected), "{expected}: {text}");
}

#[test]
fn some_items_stand_below_figures_that_are_of_all() {
    let text = weekly(OFFICE, EXAMPLES);
    contains(
        &text,
        "立案数20起，结案数15起，结案率75%。其中2起如下：\n序号\n案由\n立案\n结案\n1\n占道经营\n2026年5月3日\n5月6日\n2\n倾倒渣土\n",
    );
    // Nine are more than the eight of a text.
    let nine = ["{ 案由: 占道经营, 立案: 2026-05-03 }"; 9].join(", ");
    let text = weekly(OFFICE, &format!("{{ 条数: 20, 结案数: 15, 典型: [{nine}] }}"));
    contains(&text, "结案率75%。其中9起见附件“处罚案件明细表”。");
    assert!(!text.contains("各条见附件"), "{text}");
    assert!(!room(OFFICE, EXAMPLES).run(&["check"]).stderr.contains("unprinted"));
}

#[test]
fn what_does_not_go_together_is_told() {
    for (from, to, told) in [
        ("条数: 20, 结案数: 15, ", "", "只写了「典型」，没有写一共多少"),
        ("条数: 20, 结案数: 15, ", "条数: 1, ", "「条数」写的是 1，「典型」里的几条已经有 2"),
        ("结案数: 15, ", "明细: [{ 案由: 占道经营, 立案: 2026-05-03 }], ", "「明细」和「典型」只能写一个"),
        ("结案: 2026-05-06", "结案: 2026-05-02", "「结案」2026-05-02 在「立案」2026-05-03 之前"),
    ] {
        assert!(EXAMPLES.contains(from), "{from}");
        let said = room(OFFICE, &EXAMPLES.replacen(from, to, 1)).run(&["check"]);
        assert_eq!(said.status, 1, "{to}: {}", said.stderr);
        contains(&said.stderr, told);
    }
}

#[test]
fn percentages_keep_their_zeros_where_the_office_says_so() {
    // 15 of 20 are just 75 %.
    for (from, to, told) in [
        ("小数位: 1 }", "小数位: 1 }", "结案率75%。"),
        ("小数位: 1 }", "小数位: 1, 补零: 是 }", "结案率75.0%。"),
        ("小数位: 1 }", "小数位: 1, 占比: { 办法: 四舍五入, 小数位: 2, 补零: 是 } }", "结案率75.00%。"),
        ("比: [结案数, 立案数] }", "比: [结案数, 立案数], 小数位: 2, 补零: 是 }", "结案率75.00%。"),
    ] {
        contains(&weekly(&OFFICE.replacen(from, to, 1), EXAMPLES), told);
    }
    let office = OFFICE.replace("小数位: 1 }\n", "小数位: 1, 补零: 是 }\n");
    let template = "---\n标题: 月报\n署名: \"{{ office.name }}\"\n日期: \"{{ week.dated | full_date }}\"\n---\n\
                    结案占{{ ledgers.处罚案件.结案数 | share(of=ledgers.处罚案件.立案数) }}。\n";
    let room = room(&office, EXAMPLES).file("data/局/templates/weekly.md", template);
    assert_eq!(room.run(&["build", "--format", "docx"]).status, 0);
    contains(&room.word_text("output/局/2026-05-01/weekly.docx"), "结案占75.0%。");
}
