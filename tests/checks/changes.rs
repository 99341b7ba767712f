//! What of an office's data is different from a day on.

use zhoubao::diagnostic::Severity::{Error, Warning};
use zhoubao::record::generations;
use zhoubao::source::Source;
use zhoubao::yaml::Problems;

use super::fixture::{NEXT_WEEK, OFFICE, WEEK, changed, codes, found};
use super::papers::in_a_row_of;

/// From the second week on the office has another name, superior, code, roster and platform.
const CHANGE: &str = "\
变更:
  - 自: 2023-03-13
    名称: 青禾区文旅市场监管中心
    简称: 青禾区监管中心
    自称: 区监管中心
    上级: { 名称: 南渡市文旅市场监管中心, 简称: 南渡市监管中心, 文内: 市监管中心 }
    发文代字: 青文旅
    投诉平台: [{ 名称: 12301平台 }, { 名称: 12345政务服务便民热线 }, { 名称: “彩云”投诉平台, 计时长: 是 }]
    成员单位: [区文化和旅游局, 区市场监管局, 青禾公安分局, 区交通运输局, 区应急管理局]
    上报文书: [{ 名称: 青禾区旅游市场秩序整治工作周报, 报送: 市监管中心 }]
";

fn office(more: &str) -> String {
    format!("{OFFICE}{more}")
}

/// The second week as it is written after the change.
fn after() -> String {
    [
        ("“云游”", "“彩云”"),
        ("河东街道办事处", "区应急管理局"),
        ("上报: [涉旅案件办理情况统计表, ", "上报: ["),
        ("文号: 16", "文号: 1"),
    ]
    .into_iter()
    .fold(NEXT_WEEK.to_owned(), |text, (from, to)| changed(&text, from, to))
}

#[test]
fn weeks_before_and_after_a_change_are_each_held_to_their_own_office() {
    assert_eq!(found(&office(CHANGE), &[WEEK, &after()]), []);
    // Without the change, the same week is wrong; and so is one that goes on as before.
    let without = found(OFFICE, &[WEEK, &after()]);
    for code in ["reference-unknown", "number-backward"] {
        assert!(codes(&without).contains(&code), "{code}: {without:#?}");
    }
    let unaware = found(&office(CHANGE), &[WEEK, NEXT_WEEK]);
    let unknown = unaware.iter().filter(|finding| finding.code == "reference-unknown");
    let unknown: Vec<_> = unknown.map(|finding| (finding.file.as_str(), finding.text.as_str())).collect();
    let [platform, paper, unit] = ["“云游”投诉平台", "涉旅案件办理情况统计表", "河东街道办事处"];
    assert_eq!(unknown, [("2.yaml", platform), ("2.yaml", paper), ("2.yaml", unit)]);
    assert!(unaware.iter().all(|finding| finding.file == "2.yaml"));
}

#[test]
fn what_was_open_before_a_change_goes_on_after_it() {
    let open_notice = {
        let (before, rest) = WEEK.split_once("    上报: 2023-03-10\n").unwrap();
        let (_, after) = rest.split_once("\n\n现场受理").unwrap();
        format!("{before}    状态: 处理中\n\n现场受理{after}")
    };
    let (_, notice) = WEEK.split_once("通报单:\n").unwrap();
    let (notice, _) = notice.split_once("\n\n现场受理").unwrap();
    let notice = changed(&changed(notice, "上报: 2023-03-10", "上报: 2023-03-14"), "文号: 15", "文号: 1");
    let next = changed(&changed(&after(), "文号: 1", "文号: 2"), "通报单:\n", &format!("通报单:\n{notice}\n"));
    assert_eq!(found(&office(CHANGE), &[&open_notice, &next]), []);
    // Near: left out, it is missed.
    assert!(codes(&found(&office(CHANGE), &[&open_notice, &after()])).contains(&"notice-dropped"));

    // A complaint on a platform that the office then gave up, by its old name or its new one.
    let (closed, open) = ("状态: 办结, 办结时长: 25分钟", "状态: 处理中");
    let before = changed(WEEK, closed, open);
    for platform in ["“云游”投诉平台", "“彩云”投诉平台"] {
        let firm = "南渡市山海国际旅行社有限公司";
        let entry = format!("续办:\n  - {{ 平台: {platform}, 被投诉: {firm}, 转办: 区文化和旅游局, 状态: 处理中 }}\n");
        assert_eq!(found(&office(CHANGE), &[&before, &changed(&after(), "续办:\n", &entry)]), []);
    }
    let other = "续办:\n  - { 平台: 12301平台, 被投诉: 山海旅行社, 转办: 区文化和旅游局, 状态: 处理中 }\n";
    let other = found(&office(CHANGE), &[&before, &changed(&after(), "续办:\n", other)]);
    assert!(codes(&other).contains(&"carried-over-unknown"), "{other:#?}");
}

#[test]
fn a_unit_is_silent_only_while_it_is_a_member() {
    let roster = |from: &str, roster: &str| office(&format!("变更: [{{ 自: {from}, 成员单位: [{roster}] }}]\n"));
    let silent = |office: &str| {
        in_a_row_of(office, "paper-unit-silent", 6, |_, text| {
            changed(&text, "区交通运输局, 河东街道办事处]", "区交通运输局]")
        })
    };
    let without = "区文化和旅游局, 区市场监管局, 青禾公安分局, 区交通运输局";
    assert_eq!(silent(OFFICE).len(), 1);
    // It left after three weeks, or after five: it is no longer to be urged.
    assert_eq!(silent(&roster("2023-04-03", without)), []);
    assert_eq!(silent(&roster("2023-04-17", without)), []);
    // It came three weeks before the end.
    let late = roster("2023-04-03", &format!("{without}, 河东街道办事处"));
    assert_eq!(silent(&changed(&late, ", 河东街道办事处]\n\n", "]\n\n")), []);
    let four = roster("2023-03-27", &format!("{without}, 河东街道办事处"));
    assert_eq!(silent(&changed(&four, ", 河东街道办事处]\n\n", "]\n\n")).len(), 1);
}

#[test]
fn a_paper_that_is_given_up_is_not_missed() {
    let given_up =
        "变更: [{ 自: 2023-04-10, 上报文书: [{ 名称: 青禾区旅游市场秩序整治工作周报, 报送: 市指挥中心 }] }]\n";
    let missed = |office: &str| {
        in_a_row_of(office, "paper-sent-gap", 6, |at, text| {
            if at < 4 { text } else { changed(&text, "上报: [涉旅案件办理情况统计表, ", "上报: [") }
        })
    };
    assert_eq!(missed(OFFICE).len(), 1);
    assert_eq!(missed(&office(given_up)), []);
}

#[test]
fn slips_in_changes_are_told_at_their_places() {
    for (changes, code, severity, text) in [
        (
            "  - { 自: 2022-01-01, 简称: 青禾区监管中心 }\n  - { 自: 2021-07-01, 简称: 青禾区监管指挥中心 }\n",
            "office-change-order",
            Error,
            "2021-07-01",
        ),
        (
            "  - { 自: 2022-01-01, 简称: 青禾区监管中心 }\n  - { 自: 2022-01-01, 自称: 区监管中心 }\n",
            "office-change-order",
            Error,
            "2022-01-01",
        ),
        ("  - 自: 2022-01-01\n", "office-change-nothing", Warning, "自: 2022-01-01"),
        (
            "  - { 自: 2022-01-01, 简称: \"青禾区指挥中心\" }\n",
            "office-change-nothing",
            Warning,
            "{ 自: 2022-01-01, 简称: \"青禾区指挥中心\" }",
        ),
        // What is wrong with the new values is found as in the office's own, once.
        ("  - { 自: 2022-01-01, 文内: 市 }\n", "key-unknown", Error, "文内"),
        ("  - { 自: 2022-01-01, 认可: [] }\n", "key-unknown", Error, "认可"),
        ("  - { 自: 2022-01-01, 变更: [] }\n", "key-unknown", Error, "变更"),
        ("  - { 简称: 青禾区监管中心 }\n", "key-missing", Error, "{ 简称: 青禾区监管中心 }"),
        ("  - { 自: 2022-1-1, 简称: 青禾区监管中心 }\n", "value-wrong", Error, "2022-1-1"),
        ("  - { 自: 2022-01-01, 企业: 山海旅行社 }\n", "value-type", Error, "山海旅行社"),
        (
            "  - { 自: 2022-01-01, 成员单位: [甲局, 甲局] }\n  - { 自: 2023-01-01, 简称: 青禾区监管中心 }\n",
            "list-repeated",
            Error,
            "甲局",
        ),
    ] {
        let told = told(&office(&format!("变更:\n{changes}")));
        let expected = (code, severity, text.to_owned());
        assert_eq!(told, [expected], "{changes}");
    }
    // Wrong from the beginning, and not once more for every change.
    let wrong = changed(&office(CHANGE), "小数位: 2", "小数位: 二");
    assert_eq!(told(&wrong), [("value-wrong", Error, "二".to_owned())]);
}

/// Rule, severity and marked text of all that is told about an office's file.
fn told(office: &str) -> Vec<(&'static str, zhoubao::diagnostic::Severity, String)> {
    let mut problems = Problems::new();
    let Some(_) = generations(&Source::new("office.yaml", office), &mut problems) else {
        let told = problems.into_vec().into_iter();
        return told.map(|it| (it.rule.code, it.severity, it.primary.unwrap().span.text().to_owned())).collect();
    };
    found(office, &[]).into_iter().map(|it| (it.code, it.severity, it.text)).collect()
}

#[test]
fn a_slip_in_what_is_new_is_found_by_the_rules_of_the_office() {
    let found = found(&changed(&office(CHANGE), "报送: 市监管中心", "报送: 市监管中芯"), &[]);
    let told: Vec<_> = found.iter().map(|finding| (finding.code, finding.text.as_str())).collect();
    assert_eq!(told, [("office-sent-to", "市监管中芯")]);
}

type Parts = Vec<(&'static str, String)>;

/// The parts of each state of an office, the first state first.
fn parts(office: &str) -> Vec<Parts> {
    let all = generations(&Source::new("office.yaml", office), &mut Problems::new()).unwrap();
    all.into_iter().map(|generation| generation.parts).collect()
}

/// The keys of each state's parts that are different where `from` is changed to `to`.
fn different(known: &[Parts], text: &str, from: &str, to: &str) -> Vec<Vec<&'static str>> {
    let mut all = Vec::new();
    for (before, after) in known.iter().zip(parts(&changed(text, from, to))) {
        all.push(before.iter().zip(&after).filter(|(a, b)| a != b).map(|(a, _)| a.0).collect());
    }
    all
}

#[test]
fn parts_say_what_is_meant_and_not_how_it_is_written() {
    let text = office(CHANGE);
    let known = parts(&text);
    assert_eq!(known.len(), 2);
    let keys: Vec<_> = known[0].iter().map(|(key, _)| *key).collect();
    assert_eq!(keys[..4], ["名称", "行政区", "简称", "自称"]);
    assert!(["检查", "认可", "变更", "公文"].iter().all(|key| !keys.contains(key)));
    for (from, to) in [
        ("取舍: { 办法: 截断, 小数位: 2 }", "取舍:\n    办法: \"截断\"  # 一律舍去\n    小数位: '2'"),
        ("检查项目: [出动人次, 检查家次]", "检查项目:\n- 出动人次\n\n# 注\n- 检查家次"),
        ("首日: 星期一", "首日: 星期二"),
        ("\n", "\r\n"),
        ("退换货平台: “云游”退换货平台\n", "退换货平台: >-\n  “云游”退换货平台\n公文:\n"),
    ] {
        assert_eq!(parts(&text.replace(from, to)), known, "{to}");
    }
    // What is only in the change, and what is only before it.
    assert_eq!(different(&known, &text, "发文代字: 青文旅", "发文代字: 青文旅发"), [vec![], vec!["发文代字"]]);
    assert_eq!(different(&known, &text, "发文代字: 青旅指", "发文代字: 青旅办"), [vec!["发文代字"], vec![]]);
    assert_eq!(different(&known, &text, "小数位: 2", "小数位: 3"), [["取舍"], ["取舍"]]);
    // A text of the same characters, cut otherwise.
    assert_eq!(
        different(&known, &text, "[出动人次, 检查家次]", "[\"出动人次, 检查家次\"]"),
        [["检查项目"], ["检查项目"]]
    );
}
