//! What the built-in weekly says of complaints that an office only counts.

use crate::program::Room;

const OFFICE: &str = "\
名称: 甲县热线办
行政区: 甲县
简称: 甲县热线办
自称: 我办
上级: { 名称: 乙市热线办, 简称: 市热线办, 文内: 市热线办 }
周报名称: 甲县热线周报
取舍: { 办法: 四舍五入, 小数位: 2 }
投诉平台: [{ 名称: 热线, 计时长: 是 }, { 名称: 网站 }]
";

const WEEK: &str = "周期: { 起: 2024-03-04, 止: 2024-03-10 }\n期号: 9\n成文: 2024-03-11\n投诉:\n";

/// What is printed under 投诉办理情况 behind the week's days.
fn told(office: &str, complaints: &str) -> String {
    let week = format!("{WEEK}{complaints}");
    let room = Room::empty().file("data/jia/office.yaml", office).file("data/jia/2024-03-04.yaml", &week);
    let said = room.run(&["build", "--format", "docx"]);
    assert_eq!(said.status, 0, "{complaints}: {}", said.stderr);
    let text = room.word_text("output/jia/2024-03-04/weekly.docx");
    let (_, told) = text.split_once("一、投诉办理情况\n2024年3月4日—3月10日，").unwrap();
    told.lines().next().unwrap().to_owned()
}

const SHOP: &str = "{ 被投诉: 甲店, 转办: 乙局, 状态: 办结";

#[test]
fn what_is_counted_is_said_and_what_is_not_counted_is_not() {
    for (complaints, expected) in [
        ("  热线: 34\n  网站: []\n", "收到投诉34件。按平台分，热线34件，网站无投诉。"),
        ("  热线: 1\n  网站: 0\n", "收到投诉1件。按平台分，热线1件，网站无投诉。"),
        ("  热线: 0\n  网站: { 受理: 0 }\n", "热线、网站均未收到投诉。"),
        ("  热线: { 受理: 34 }\n  网站: []\n", "受理投诉34件。按平台分，热线受理34件，网站无投诉。"),
        // How many are open is not written, and not said.
        (
            "  热线: { 受理: 34, 办结: 30 }\n  网站: 0\n",
            "受理投诉34件，其中办结30件。按平台分，热线受理34件，网站无投诉。",
        ),
        // Of the website's twelve nobody says how many are closed: no total can be told.
        (
            "  热线: { 受理: 34, 办结: 30, 在办: 4, 不予受理: 1 }\n  网站: 12\n",
            "受理投诉46件，不予受理1件。按平台分，热线受理34件（办结30件、在办4件），不予受理1件；网站12件。",
        ),
        (
            "  热线: { 受理: 3, 办结: 3 }\n  网站: { 受理: 2, 办结: 2, 在办: 0 }\n",
            "受理投诉5件，已全部办结。按平台分，热线受理3件（已全部办结）；网站受理2件（已全部办结）。",
        ),
        ("  热线: { 受理: 1, 办结: 0 }\n  网站: []\n", "受理投诉1件，未办结。按平台分，热线受理1件，网站无投诉。"),
        (
            "  热线: { 接到: 2, 受理: 0, 不予受理: 2 }\n  网站: []\n",
            "接到投诉2件，均未受理。按平台分，热线接到2件，网站无投诉。",
        ),
        (
            "  热线: { 接到: 5, 受理: 5 }\n  网站: { 接到: 3, 受理: 2, 不予受理: 1, 办结: 0, 在办: 2 }\n",
            "接到投诉8件，其中受理7件。按平台分，热线接到5件，均已受理；\
             网站接到3件，其中受理2件（均在办理）、不予受理1件。",
        ),
        (
            "  热线: { 接到: 9, 受理: 7, 不予受理: 2, 办结: 5, 在办: 2 }\n  网站: []\n",
            "接到投诉9件，其中受理7件、不予受理2件。受理的投诉中，办结5件、在办2件。\
             按平台分，热线受理7件，网站无投诉。",
        ),
    ] {
        assert_eq!(told(OFFICE, complaints), expected, "{complaints}");
    }
}

#[test]
fn single_complaints_stand_beside_a_count() {
    for (complaints, expected) in [
        (
            format!("  热线: {{ 受理: 3, 各件: [{SHOP}, 办结时长: 30分钟 }}] }}\n  网站: []\n"),
            "受理投诉3件。按平台分，热线受理3件，网站无投诉。热线的3件中：投诉甲店，转乙局办理，已办结，办结时长30分钟。\
             热线有效投诉3件，其中1件记有办结时长，办结总时长30分钟。",
        ),
        // Where all are listed, their states are known.
        (
            format!("  热线: []\n  网站: {{ 受理: 2, 各件: [{SHOP} }}, {SHOP} }}] }}\n"),
            "受理投诉2件，已全部办结。按平台分，网站受理2件，热线无投诉。网站：投诉甲店2件，转乙局办理，已办结。",
        ),
        (
            format!("  热线: 12\n  网站: [{SHOP} }}]\n"),
            "收到投诉13件。按平台分，热线12件、网站1件。网站：投诉甲店，转乙局办理，已办结。",
        ),
    ] {
        assert_eq!(told(OFFICE, &complaints), expected, "{complaints}");
    }
}

#[test]
fn only_what_is_listed_stands_in_the_table() {
    let office = format!("{OFFICE}投诉附表: 1\n");
    let nine = format!("  热线: []\n  网站: {{ 受理: 9, 各件: [{SHOP} }}, {SHOP} }}] }}\n");
    let expected = "受理投诉9件。按平台分，网站受理9件，热线无投诉。其中2件的办理情况见附件。";
    assert_eq!(told(&office, &nine), expected);
    // Nothing is listed: there is no table to speak of.
    let counted = "  热线: 40\n  网站: 30\n";
    assert_eq!(told(&office, counted), "收到投诉70件。按平台分，热线40件、网站30件。");
}

/// An office with a template of its own is told which counts that leaves out.
#[test]
fn counts_that_no_template_prints_are_told() {
    let papers = "文书:\n  - { 代号: weekly, 模板: weekly, 每: 周 }\n";
    let template = "---\n标题: 周报\n---\n第{{ week.issue }}期，{{ week.period }}，{{ week.dated }}。收到投诉{{ complaints.total }}件。\n\
                    {% for platform in complaints.all %}{{ platform.name }}受理{{ platform.count }}件。{% endfor %}\n";
    let week = format!(
        "{WEEK}  热线: {{ 接到: 9, 受理: 7, 不予受理: 2, 办结: 5, 在办: 2 }}\n  网站: 3\n\
         查处案件: {{ 件数: 2, 结果: {{ 罚没款: 3万元 }} }}\n"
    );
    let room = Room::empty()
        .file("data/jia/office.yaml", format!("{OFFICE}{papers}"))
        .file("data/jia/templates/weekly.md", template)
        .file("data/jia/2024-03-04.yaml", week);
    let said = room.run(&["check"]);
    let told: Vec<&str> =
        said.stderr.lines().filter_map(|line| line.strip_prefix("建议[unprinted]: 记录里写了")).collect();
    let expected = ["「投诉」的「不予受理」", "「投诉」的「办结」", "「投诉」的「在办」", "「投诉」的「接到」"];
    let expected = ["「查处案件」的「件数」", "「查处案件」的「结果」"].iter().chain(&expected);
    let expected: Vec<String> = expected.map(|key| format!("{key}，没有一份模板印它")).collect();
    for line in &expected {
        assert_eq!(told.iter().filter(|told| *told == line).count(), 1, "{line}: {}", said.stderr);
    }
    assert_eq!(told.len(), expected.len(), "{told:?}");
}
