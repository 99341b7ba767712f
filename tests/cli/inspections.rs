//! How the built-in weekly tells an office's inspections: role by role, or as the office lists them.

use crate::program::Room;

/// What is printed behind 主要工作情况： for an office with these 检查项目, one a line.
fn told(items: &str, counts: &str) -> String {
    let office = format!(
        "名称: 甲镇执法队\n行政区: 甲镇\n简称: 甲镇执法队\n自称: 我队\n\
         上级: {{ 名称: 甲镇人民政府, 简称: 镇政府, 文内: 镇政府 }}\n周报名称: 甲镇执法周报\n\
         取舍: {{ 办法: 四舍五入, 小数位: 2 }}\n检查项目:\n{items}"
    );
    let week = format!("周期: {{ 起: 2024-03-04, 止: 2024-03-10 }}\n期号: 9\n成文: 2024-03-11\n执法检查: {counts}\n");
    let room = Room::empty().file("data/jia/office.yaml", &office).file("data/jia/2024-03-04.yaml", &week);
    let said = room.run(&["build", "--format", "docx"]);
    assert_eq!(said.status, 0, "{counts}: {}", said.stderr);
    let text = room.word_text("output/jia/2024-03-04/weekly.docx");
    let (_, told) = text.split_once("主要工作情况：").unwrap();
    told.lines().next().unwrap().to_owned()
}

#[test]
fn figures_with_a_role_are_told_role_by_role_whatever_their_order() {
    let items = "  - { 名称: 宣传单, 角色: 发放, 量词: 份 }
  - { 名称: 隐患, 角色: 发现, 量词: 处 }
  - { 名称: 违规经营, 角色: 发现, 量词: 起 }
  - { 名称: 检查门店, 角色: 检查, 量词: 家次 }
  - { 名称: 出动人次, 角色: 派出 }
  - { 名称: 隐患整改, 角色: 整改, 量词: 处, 文内: 整改隐患 }
  - { 名称: 罚没, 角色: 处置, 量词: 万元 }
  - { 名称: 暂扣, 角色: 处置, 量词: 件, 文内: 暂扣物品 }
";
    for (counts, expected) in [
        (
            "{ 宣传单: 200余, 隐患: 3, 违规经营: 1, 检查门店: 42, 出动人次: 16, 隐患整改: 3, 罚没: 0.5, 暂扣: 2 }",
            "出动16人次，检查门店42家次，发现隐患3处、违规经营1起。罚没0.5万元、暂扣物品2件，整改隐患3处。发放宣传单200余份。",
        ),
        // What there is none of is said in words, and never as a number.
        (
            "{ 宣传单: 0, 隐患: 0, 违规经营: 0, 检查门店: 42, 出动人次: 16, 隐患整改: 0, 罚没: 0, 暂扣: 0 }",
            "出动16人次，检查门店42家次，未发现隐患、违规经营。无罚没、未暂扣物品，未整改隐患。未发放宣传单。",
        ),
        // What stands is told as such, beside the week's own figure or alone.
        (
            "{ 宣传单: { 累计: 900 }, 隐患: { 本期: 0, 累计: 31 }, 违规经营: { 本期: 1, 累计: 4 }, 检查门店: { 累计: 640余 }, \
             出动人次: 16, 隐患整改: { 本期: 2, 累计: 31 }, 罚没: { 本期: 0, 累计: 0 }, 暂扣: 1 }",
            "出动16人次，累计检查门店640余家次，发现违规经营1起（累计4起），未发现隐患（累计31处）。\
             暂扣物品1件，无罚没，整改隐患2处（累计31处）。累计发放宣传单900份。",
        ),
    ] {
        assert_eq!(told(items, counts), expected, "{counts}");
    }
}

#[test]
fn figures_without_a_role_are_told_as_the_office_lists_them() {
    let items = "  - 出动人次\n  - 检查家次\n  - { 名称: 清运垃圾, 量词: 吨 }\n  - 巡查艇次\n  - 平台12345\n";
    for (counts, expected) in [
        (
            "{ 出动人次: 100余, 检查家次: 50, 清运垃圾: 12.75, 巡查艇次: 4, 平台12345: 3 }",
            "出动100余人次、检查50家次、清运垃圾12.75吨、巡查4艇次、“平台12345”3。",
        ),
        (
            "{ 出动人次: 0, 检查家次: { 本期: 5, 累计: 50 }, 清运垃圾: { 累计: 80.5 }, 巡查艇次: 4, 平台12345: 3 }",
            "出动0人次、检查5家次（累计50家次）、累计清运垃圾80.5吨、巡查4艇次、“平台12345”3。",
        ),
    ] {
        assert_eq!(told(items, counts), expected, "{counts}");
    }
    let mixed = "  - { 名称: 警力, 角色: 派出, 量词: 人次 }\n  - { 名称: 参加培训, 量词: 人 }\n";
    assert_eq!(told(mixed, "{ 警力: 5, 参加培训: 30 }"), "出动警力5人次。参加培训30人。");
}

#[test]
fn a_name_that_ends_in_its_verb_needs_no_other() {
    let items = "  - { 名称: 隐患, 角色: 发现, 量词: 处 }
  - { 名称: 隐患整改, 角色: 整改, 量词: 处 }
  - { 名称: 限期整改, 角色: 整改, 量词: 家 }
  - { 名称: 问题整改率, 角色: 整改, 量词: \"%\" }
  - { 名称: 夜间巡查, 角色: 检查, 量词: 次 }
  - { 名称: 资料发放, 角色: 发放, 量词: 份 }
";
    for (counts, expected) in [
        (
            "{ 隐患: 6, 隐患整改: 5, 限期整改: 2, 问题整改率: 98.5, 夜间巡查: 12, 资料发放: 200余 }",
            "夜间巡查12次，发现隐患6处。隐患整改5处、限期整改2家、问题整改率98.5%。资料发放200余份。",
        ),
        (
            "{ 隐患: 6, 隐患整改: 0, 限期整改: 0, 问题整改率: 0, 夜间巡查: 0, 资料发放: 0 }",
            "夜间巡查0次，发现隐患6处。隐患整改0处、限期整改0家、问题整改率0%。资料发放0份。",
        ),
    ] {
        assert!(told(items, counts).starts_with(expected), "{}", told(items, counts));
    }
}
