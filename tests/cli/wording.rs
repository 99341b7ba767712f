//! The sample office's ways of putting things, in its weekly report's own sentences.

use crate::program::{OFFICE, Room, WEEK, WEEK_FILE};

/// The weekly report's text for a changed week.
fn weekly(office: &str, week: &str) -> String {
    let room = Room::real().file("data/panlong/office.yaml", office).file(WEEK_FILE, week);
    let said = room.run(&["build", "--kind", "weekly", "--format", "docx"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    let (name, _) = room.output().remove(0);
    room.word_text(&format!("output/{name}"))
}

/// The week with other complaints, one YAML line a platform.
fn complaints(lines: &str) -> String {
    let (before, rest) = WEEK.split_once("投诉:\n").unwrap();
    let (_, after) = rest.split_once("\n退换货:").unwrap();
    weekly(OFFICE, &format!("{before}投诉:\n{lines}\n退换货:{after}"))
}

const NONE: &str = "  数字旅游平台: []\n  12301平台: []\n  12345市长投诉热线: []\n  智旅通投诉平台: []\n";

#[test]
fn platforms_without_complaints_are_told_first_and_together() {
    let text = complaints(&format!("{NONE}  “一机游”游客投诉平台: []\n"));
    assert!(text.contains("2021年1月8日—1月14日，数字旅游平台、12301平台、12345市长投诉热线、智旅通投诉平台、“一机游”游客投诉平台均无涉旅投诉件。\n"), "{text}");
    assert!(!text.contains("有效投诉件"));
}

#[test]
fn a_single_complaint_is_not_numbered_and_an_open_one_has_no_time() {
    let text = complaints(&format!(
        "{NONE}  “一机游”游客投诉平台:\n    - {{ 被投诉: 电力公司, 转办: 区指挥中心, 状态: 处理中 }}\n"
    ));
    assert!(text.contains("涉旅投诉件1件，投诉电力公司，处理单位：区指挥中心，正在处理。有效投诉件1件。\n"), "{text}");
}

#[test]
fn one_platform_without_complaints_is_told_without_all() {
    let text = weekly(OFFICE, &WEEK.replace(
        "  数字旅游平台: []",
        "  数字旅游平台:\n    - { 被投诉: 电力公司, 转办: 区指挥中心, 状态: 办结 }\n    - { 被投诉: 电力公司, 转办: 区指挥中心, 状态: 办结 }",
    ));
    assert!(text.contains("12301平台无涉旅投诉件。数字旅游平台涉旅投诉件2件，2件投诉电力公司，已转区指挥中心督促企业按要求及时办结；12345"), "{text}");
}

#[test]
fn a_week_over_the_years_end_repeats_the_year_where_it_changes() {
    let week = WEEK
        .replace("2021-01-08, 止: 2021-01-14", "2020-12-28, 止: 2021-01-03")
        .replace("收到: 2021-01-11", "收到: 2020-12-30")
        .replace("上报: 2021-01-12", "上报: 2020-12-31");
    let text = weekly(OFFICE, &week);
    assert!(text.contains("现将本周（2020年12月28日—2021年1月3日）整治工作"), "{text}");
    assert!(text.contains("2020年12月30日收到昆明市指挥中心") && text.contains("于12月31日将处理情况"), "{text}");
    assert!(text.contains("2021年1月12日收到") && text.contains("该舆情内容与1月11日12301"), "{text}");
}

#[test]
fn returns_are_told_as_they_were() {
    let returns = |line: &str| {
        weekly(OFFICE, &WEEK.replace("退换货: { 件数: 15, 金额: 42565.00, 满意: 15, 撤销: 15, 推诿诱导: 0 }", line))
    };
    let none = returns("退换货: { 件数: 0, 金额: 0, 满意: 0, 撤销: 0, 推诿诱导: 0 }");
    assert!(none.contains("“一机游”退换货处置平台未收到退换货件。\n"), "{none}");
    let some = returns("退换货: { 件数: 3, 金额: 10.50, 满意: 2, 撤销: 1, 推诿诱导: 1 }");
    assert!(some.contains("收到退换货件3件，合计退货金额10.50元"), "{some}");
    assert!(some.contains("其中2件游客表示满意，1件已自行撤销投诉，有1件存在推诿责任、诱导撤销的情况。\n"), "{some}");
    assert!(!weekly(OFFICE, &WEEK.replace("退换货: {", "# 退换货: {")).contains("退换货处置平台"));
}
