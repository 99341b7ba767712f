//! What the built-in weekly says of cases: counted, with what came of them, one by one, or several of one cause.

use crate::program::Room;

const OFFICE: &str = "\
名称: 甲镇执法队
行政区: 甲镇
简称: 甲镇执法队
自称: 我队
上级: { 名称: 甲镇人民政府, 简称: 镇政府, 文内: 镇政府 }
周报名称: 甲镇执法周报
取舍: { 办法: 四舍五入, 小数位: 2 }
";

/// The weekly of a week with these 查处案件.
fn weekly(cases: &str) -> String {
    room(&format!("查处案件: {cases}\n")).word_text("output/jia/2024-03-04/weekly.docx")
}

/// An office with the papers of a week that says this besides.
fn room(besides: &str) -> Room {
    let week =
        format!("周期: {{ 起: 2024-03-04, 止: 2024-03-10 }}\n期号: 9\n成文: 2024-03-11\n下一步: 加强巡查\n{besides}");
    let room = Room::empty().file("data/jia/office.yaml", OFFICE).file("data/jia/2024-03-04.yaml", &week);
    let said = room.run(&["build", "--format", "docx"]);
    assert_eq!(said.status, 0, "{besides}: {}", said.stderr);
    room
}

#[test]
fn cases_are_told_as_far_as_they_are_written() {
    for (cases, expected) in [
        ("12", "本周查处案件12起。"),
        (
            "{ 件数: 12, 结果: { 罚没款: 3.2万元, 整改通知书: 12份, 暂扣: 3个 } }",
            "本周查处案件12起，罚没款3.2万元、整改通知书12份、暂扣3个。",
        ),
        ("[{ 案由: 占道经营, 件数: 8, 处理: 责令改正 }]", "本周查处案件8起。占道经营案件8起，责令改正。"),
        ("[{ 单位: 镇城管办, 案由: 无证经营 }]", "本周查处案件1起。镇城管办查处无证经营一案。"),
        // What several cases tell is added, in one unit.
        (
            "[{ 案由: 占道经营, 结果: { 罚没款: 1.2万元 } }, { 案由: 撒漏案, 件数: 2, 结果: { 罚没款: 5000元, 暂扣: 1辆 } }]",
            "本周查处案件3起，罚没款17000元。占道经营案件1起，罚没款1.2万元。撒漏案件2起，罚没款5000元、暂扣1辆。",
        ),
        // What is known only roughly is not.
        (
            "[{ 案由: 占道经营, 结果: { 通知书: 100余份 } }, { 案由: 撒漏, 结果: { 通知书: 3份 } }]",
            "本周查处案件2起。占道经营案件1起，通知书100余份。撒漏案件1起，通知书3份。",
        ),
        // Prose that tells a result says it once.
        (
            "{ 件数: 9, 各件: [{ 对象: 甲店, 案由: 未明码标价, 处理: 罚没款0.1万元, 结果: { 罚没款: 0.1万元 } }] }",
            "本周查处案件9起。其中，查处甲店未明码标价一案，罚没款0.1万元。",
        ),
    ] {
        let text = weekly(cases);
        let (_, told) = text.split_once("一、案件查处情况\n").unwrap();
        assert_eq!(told.lines().next(), Some(expected), "{cases}");
    }
}

#[test]
fn that_there_were_no_cases_is_told_where_the_record_says_so() {
    for cases in ["0", "[]", "{ 件数: 0 }", "{ 件数: 0, 结果: { 罚没款: 0万元 } }"] {
        let text = weekly(cases);
        assert!(text.contains("一、案件查处情况\n本周未查处案件。\n二、下一步工作\n"), "{cases}: {text}");
    }
    let silent = room("").word_text("output/jia/2024-03-04/weekly.docx");
    assert!(!silent.contains("案件"), "{silent}");
}
