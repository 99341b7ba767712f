//! The office is renamed, put under another superior, and works with other platforms and members from a day on.

use crate::program::{OFFICE, Room, WEEK, WEEK_FILE};

const CHANGE: &str = "
变更:
  - 自: 2021-01-15
    名称: 盘龙区文化旅游市场综合监管中心
    简称: 盘龙区监管中心
    自称: 区监管中心
    上级: { 名称: 昆明市文化和旅游局, 简称: 昆明市文旅局, 文内: 市文旅局 }
    公文: { 标志: 盘龙区文化旅游市场综合监管中心文件, 签发人: 李某某, 抄送: [盘龙区人民政府办公室] }
    投诉平台:
      - { 名称: 12345市长投诉热线 }
      - { 名称: “游云南”投诉平台, 计时长: 是 }
    上报文书: [{ 名称: 盘龙区旅游市场秩序整治工作情况周报, 报送: 市文旅局 }]
    成员单位: [区文化和旅游局, 区市场监管局, 区信访局]
  - 自: 2021-01-22
    文书: [{ 代号: bulletin, 模板: bulletin, 每: 周 }]
";
const SECOND_FILE: &str = "data/panlong/2021/2021-01-15.yaml";
const SECOND: &str = "\
周期: { 起: 2021-01-15, 止: 2021-01-21 }
期号: 3
成文: 2021-01-22
执法检查: { 出动人次: 90, 检查家次: 45 }
通报单:
  - 编号: 9
    收到: 2021-01-18
    来源: 人民网地方领导留言板
    投诉人: { 姓名: 周某某, 电话: \"19900000003\" }
    被投诉: 花之城雪山神话
    反映: 有游客在{来源}反映，{被投诉}不予退票。
    核实: 经与{被投诉}核对，情况属实。
    处理: 票款已全额退还
    上报: 2021-01-19
    文号: 3
    下一步: 我中心将督促{被投诉}改进服务。
投诉: { 12345市长投诉热线: [], “游云南”投诉平台: [] }
退换货: { 件数: 0, 金额: 0, 满意: 0, 撤销: 0, 推诿诱导: 0 }
报送:
  上报: [盘龙区旅游市场秩序整治工作情况周报]
  收到:
    - { 文书: 旅游市场秩序整治周报, 单位: [区文化和旅游局, 区市场监管局] }
";
const THIRD: &str = "\
周期: { 起: 2021-01-22, 止: 2021-01-28 }
期号: 4
成文: 2021-01-29
执法检查: { 出动人次: 80, 检查家次: 41 }
投诉: { 12345市长投诉热线: [], “游云南”投诉平台: [] }
退换货: { 件数: 0, 金额: 0, 满意: 0, 撤销: 0, 推诿诱导: 0 }
报送:
  上报: [盘龙区旅游市场秩序整治工作情况周报]
  收到:
    - { 文书: 旅游市场秩序整治周报, 单位: [区文化和旅游局, 区市场监管局, 区信访局] }
";
const BULLETIN: &str = "---\n标题: 简报\n署名: \"{{ office.name }}\"\n日期: \"{{ week.dated | full_date }}\"\n---\n主送{{ office.superior.short }}。\n";

/// The second week with what the first left open.
fn second() -> String {
    let closed = |platform: &str, firm: &str| {
        format!("  - {{ 平台: {platform}, 被投诉: {firm}, 转办: 区文化和旅游局, 状态: 办结 }}\n")
    };
    // The second of these platforms has been given up since.
    let first = closed("12345市长投诉热线", "云南中青国际旅行社有限公司");
    format!("{SECOND}续办:\n{first}{}", closed("智旅通投诉平台", "昆明乐途旅行社有限公司"))
}

fn room(change: &str) -> Room {
    Room::sample()
        .file("data/panlong/office.yaml", format!("{OFFICE}{change}"))
        .file(SECOND_FILE, second())
        .file("data/panlong/2021/2021-01-22.yaml", THIRD)
        .file("data/panlong/templates/bulletin.md", BULLETIN)
}

#[test]
fn weeks_before_a_change_print_what_was_and_weeks_after_it_what_is() {
    let room = room(CHANGE);
    let said = room.run(&["build"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    assert!(!said.stderr.contains("错误[") && !said.stderr.contains("警告["), "{}", said.stderr);

    let before = room.word_text("output/panlong/2021-01-08/weekly.docx");
    for text in [
        "昆明市旅游市场监管综合调度指挥中心：",
        "\n盘龙区旅游市场监管综合调度指挥中心\n",
        "智旅通投诉平台",
        "未收到区农林局、区信访局、区民宗局的周报",
    ] {
        assert!(before.contains(text), "{text}: {before}");
    }
    assert!(!before.contains("监管中心") && !before.contains("游云南"), "{before}");

    let after = room.word_text("output/panlong/2021-01-15/weekly.docx");
    for text in [
        "昆明市文化和旅游局：",
        "\n盘龙区文化旅游市场综合监管中心\n",
        "12345市长投诉热线、“游云南”投诉平台",
        "未收到区信访局的周报",
    ] {
        assert!(after.contains(text), "{text}: {after}");
    }
    assert!(!after.contains("综合调度") && !after.contains("市指挥中心") && !after.contains("街道办事处"), "{after}");
    let reply = room.word_text("output/panlong/2021-01-15/notice-9.docx");
    assert!(reply.contains("昆明市文化和旅游局：") && reply.contains("盘龙区文化旅游市场综合监管中心文件"), "{reply}");

    // From the third week on it makes one paper of another kind.
    let third = room.output().into_iter().map(|(name, _)| name).filter(|name| name.contains("2021-01-22"));
    assert_eq!(third.collect::<Vec<_>>(), ["panlong/2021-01-22/bulletin.docx", "panlong/2021-01-22/bulletin.pdf"]);
    let bulletin = room.word_text("output/panlong/2021-01-22/bulletin.docx");
    assert_eq!(bulletin, "简报\n\n主送昆明市文旅局。\n\n盘龙区文化旅游市场综合监管中心\n2021年1月29日\n");
}

#[test]
fn a_change_leaves_the_papers_of_the_weeks_before_it_byte_for_byte_alone() {
    let of_first_week = |room: &Room| {
        let said = room.run(&["build", WEEK_FILE]);
        assert_eq!(said.status, 0, "{}", said.stderr);
        room.output()
    };
    let (with, without) = (of_first_week(&room(CHANGE)), of_first_week(&Room::sample().file(WEEK_FILE, WEEK)));
    assert_eq!(with.len(), 6);
    assert!(with == without);
}

#[test]
fn figures_and_kinds_are_those_of_the_week() {
    let room = room(CHANGE);
    let missing = |week: &str| {
        let said = room.run(&["explain", "未报送单位", week]);
        assert_eq!(said.status, 0, "{}", said.stderr);
        said.stdout
    };
    assert!(missing(SECOND_FILE).contains("区信访局"), "{}", missing(SECOND_FILE));
    assert!(!missing(SECOND_FILE).contains("区委宣传部"));
    // A kind of the past or of the future is no unknown one.
    for (kind, files) in [("notice", 6), ("bulletin", 2)] {
        let room = self::room(CHANGE);
        assert_eq!(room.run(&["build", "--kind", kind]).status, 0);
        assert_eq!(room.output().len(), files, "{kind}");
    }
    assert_eq!(room.run(&["build", "--kind", "minutes"]).status, 2);
}

#[test]
fn a_change_that_is_wrong_holds_up_the_papers_and_is_told_at_its_place() {
    let late = CHANGE.replace("自: 2021-01-22", "自: 2021-01-15");
    let said = room(&late).run(&["build"]);
    assert_eq!(said.status, 1);
    assert!(said.stderr.contains("错误[office-change-order]: 「变更」里有两条都从 2021-01-15 起"), "{}", said.stderr);
    let line = OFFICE.lines().count() + late.lines().position(|line| line.contains("文书: [{ 代号")).unwrap();
    assert!(said.stderr.contains(&format!("data/panlong/office.yaml:{line}:")), "{line}: {}", said.stderr);
    // A template that a change names and that nobody has.
    let missing = CHANGE.replace("模板: bulletin", "模板: buletin");
    let said = room(&missing).run(&["check"]);
    assert!(said.stderr.contains("没有模板「buletin」") && said.stderr.contains("没有一种文书用模板「bulletin」"));
}
