//! A firm, a unit or a platform is counted as one in a ledger, whichever of its names is written, and when it is renamed.

use crate::program::Room;

const OFFICE: &str = "\
名称: 甲市文化市场综合行政执法局
行政区: 甲市
简称: 甲市执法局
自称: 我局
上级: { 名称: 乙省文化和旅游厅, 简称: 省文旅厅, 文内: 省厅 }
周报名称: 执法工作周报
取舍: { 办法: 四舍五入, 小数位: 2 }
投诉平台: [{ 名称: 热线, 全称: 12345政务服务热线 }]
企业: [{ 名称: 甲市东方旅行社有限公司, 简称: 东方旅行社 }]
成员单位: [市公安局, 市文旅局]
台账:
  - 名称: 案件
    栏:
      - { 名称: 当事人, 类型: 企业 }
      - { 名称: 承办, 类型: 单位 }
      - { 名称: 来源, 类型: 平台 }
    数:
      - { 名称: 各企业, 计: 条, 按: 当事人 }
      - { 名称: 各单位, 计: 条, 按: 承办 }
      - { 名称: 各平台, 计: 条, 按: 来源 }
      - { 名称: 东方, 计: 条, 当: { 当事人: 东方旅行社 } }
";

const WEEK: &str = "\
周期: { 起: 2026-11-02, 止: 2026-11-08 }
期号: 44
成文: 2026-11-09
投诉: { 热线: [] }
台账:
  案件:
    - { 当事人: 东方旅行社, 承办: 甲市公安局, 来源: 热线 }
    - { 当事人: 导游李某某, 承办: 甲市执法局, 来源: 12345政务服务热线 }
    - { 当事人: 甲市东方旅行社有限公司, 承办: 我局, 来源: 热线 }
    - { 当事人: 甲市东方旅行社有限公司, 承办: 市公安局, 来源: 热线 }
";

const TEMPLATE: &str = "\
---
版式: 白头
标题: \"{{ office.weekly_name }}\"
署名: \"{{ office.name }}\"
日期: \"{{ week.dated | full_date }}\"
---
{% set cases = ledgers.案件 -%}
{% for part in cases.各企业 %}{{ part.name }}{{ part.value }}起{% if before %}，\
上期{% for old in before.ledgers.案件.各企业 %}{% if old.name == part.name %}{{ old.value }}起{% endif %}{% endfor %}\
{% endif %}；{% endfor %}
{% for part in cases.各单位 %}{{ part.name }}{{ part.value }}起；{% endfor %}
{% for part in cases.各平台 %}{{ part.name }}{{ part.value }}起；{% endfor %}东方{{ cases.东方 }}起。
";

fn room(office: &str) -> Room {
    Room::empty()
        .file("data/局/office.yaml", office)
        .file("data/局/2026-11-02.yaml", WEEK)
        .file("data/局/templates/weekly.md", TEMPLATE)
}

#[test]
fn each_is_counted_once_under_the_name_that_is_registered() {
    let room = room(OFFICE);
    let said = room.run(&["build"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    assert!(said.stderr.contains("建议[complaint-short-name]: 「当事人」写的是「甲市东方旅行社有限公司」的简称"));
    let printed = room.word_text("output/局/2026-11-02/weekly.docx");
    for sentence in ["甲市东方旅行社有限公司3起；导游李某某1起；", "市公安局2起；我局2起；", "热线4起；东方3起。"]
    {
        assert!(printed.contains(sentence), "{sentence}\n{printed}");
    }
}

#[test]
fn what_was_renamed_is_the_same_when_it_is_compared() {
    let renamed = "{ 名称: 甲市东方文旅集团, 简称: 东方旅行社 }";
    let office = format!("{OFFICE}变更:\n  - 自: 2026-11-09\n    自称: 我中心\n    企业: [{renamed}]\n");
    let next = WEEK
        .replace("起: 2026-11-02, 止: 2026-11-08", "起: 2026-11-09, 止: 2026-11-15")
        .replace("期号: 44\n成文: 2026-11-09", "期号: 45\n成文: 2026-11-16")
        .replace("甲市东方旅行社有限公司, 承办: 我局", "甲市东方文旅集团, 承办: 我中心")
        .replace("    - { 当事人: 甲市东方旅行社有限公司, 承办: 市公安局, 来源: 热线 }\n", "");
    let room = room(&office).file("data/局/2026-11-09.yaml", next);
    let said = room.run(&["build"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    let printed = room.word_text("output/局/2026-11-09/weekly.docx");
    assert!(printed.contains("甲市东方文旅集团2起，上期3起；导游李某某1起，上期1起；"), "{printed}");
    let before = room.word_text("output/局/2026-11-02/weekly.docx");
    assert!(before.contains("甲市东方旅行社有限公司3起；"), "{before}");
}
