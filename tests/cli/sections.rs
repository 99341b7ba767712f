//! Sections stand where the record or the office's template says, and the paper numbers them.

use crate::program::Room;

const OFFICE: &str = "\
名称: 甲镇人民政府
行政区: 甲镇
简称: 甲镇
自称: 我镇
上级: { 名称: 乙县人民政府, 简称: 县政府, 文内: 县政府 }
周报名称: 甲镇工作周报
取舍: { 办法: 四舍五入, 小数位: 1 }
检查项目: [检查家次]
投诉平台: [{ 名称: 热线 }]
";

const WEEK: &str = "\
周期: { 起: 2025-03-03, 止: 2025-03-09 }
期号: 10
成文: 2025-03-10
执法检查: { 检查家次: 12 }
投诉: { 热线: 3 }
查处案件: 2
";

const TEMPLATE: &str = "\
---
标题: 甲镇工作周报
---
执法检查{{ inspections[\"检查家次\"] }}，投诉{{ complaints.total }}，案件{{ cases.count }}。

";

fn office_with(sections: &str) -> Room {
    Room::empty()
        .file("data/甲镇/office.yaml", OFFICE)
        .file("data/甲镇/2025-03-03.yaml", format!("{WEEK}章节:\n{sections}"))
}

/// The paper of such a week, without its title and what stands at its end.
fn body(room: &Room) -> Vec<String> {
    let said = room.run(&["build"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    let text = room.word_text("output/甲镇/2025-03-03/weekly.docx");
    text.lines().filter(|line| !line.is_empty()).skip(1).map(str::to_owned).collect()
}

#[test]
fn each_place_is_where_its_name_says() {
    let mut sections = String::new();
    for place in ["末尾", "报送后", "查处案件后", "投诉后", "来文后", "执法检查后", "开头"] {
        sections += &format!("  - {{ 位置: {place}, 正文: 写在{place}。 }}\n");
    }
    sections += "  - { 位置: 开头, 标题: 总体情况, 正文: 总体平稳。 }\n  - { 标题: 其他, 正文: 不写位置。 }\n";
    let expected = [
        "乙县人民政府：",
        "写在开头。",
        "2025年3月3日—3月9日，甲镇人民政府主要工作情况：检查12家次。现将本周工作情况报告如下：",
        "一、总体情况",
        "总体平稳。",
        "写在执法检查后。",
        "写在来文后。",
        "二、投诉办理情况",
        "2025年3月3日—3月9日，收到投诉3件。",
        "写在投诉后。",
        "三、案件查处情况",
        "本周查处案件2起。",
        "写在查处案件后。",
        "写在报送后。",
        "写在末尾。",
        "四、其他",
        "不写位置。",
        "甲镇人民政府",
        "2025年3月10日",
    ];
    assert_eq!(body(&office_with(&sections)), expected);
}

#[test]
fn a_wrong_place_is_told_with_those_that_there_are() {
    let said = office_with("  - { 位置: 投诉, 正文: 已完成。 }\n").run(&["check"]);
    assert_eq!(said.status, 1);
    assert!(said.stderr.contains("投诉后"), "{}", said.stderr);
}

#[test]
fn an_office_takes_sections_by_title_or_place_into_its_own_template() {
    let template = format!(
        "{TEMPLATE}\
{{% for section in [it for it in sections if it.title == \"宣传引导\"] %}}
# {{{{ section.title }}}}

{{{{ section.text | sentence }}}}

{{% for item in section.list %}}
{{{{ item | sentence }}}}

{{% endfor %}}
{{% for part in section.parts %}}
## {{{{ part.title }}}}

{{{{ part.text | sentence }}}}
{{% endfor %}}
{{% endfor %}}
{{% for section in [it for it in sections if it.position == \"末尾\" and not it.title] %}}
{{% for line in section.lines %}}
{{{{ line.text }}}}

{{% endfor %}}
{{% endfor %}}
"
    );
    let sections = "  - 正文: |
      1.甲。
      2.乙。
  - 标题: 三、宣传引导
    正文: |
      一、进社区。
      二、进学校。
    列表: [东门, 2、西门]
    分节: [{ 标题: （三）复查, 正文: 已完成 }]
";
    let room = office_with(sections).file("data/甲镇/templates/weekly.md", template);
    let expected = [
        "执法检查12，投诉3，案件2。",
        "一、宣传引导",
        "（一）进社区。",
        "（二）进学校。",
        "1.东门。",
        "2.西门。",
        "（三）复查",
        "已完成。",
        "1.甲。",
        "2.乙。",
    ];
    assert_eq!(body(&room), expected);
}

#[test]
fn what_a_template_leaves_out_of_sections_is_told() {
    let sections = "  - 标题: 宣传引导
    正文: 已完成。
    列表: [东门]
    表: { 表头: [社区], 行: [[西门]] }
    分节: [{ 标题: 复查, 正文: 已完成。 }]
";
    let template = format!(
        "{TEMPLATE}{{% for section in sections %}}\n# {{{{ section.title }}}}\n\n{{{{ section.text }}}}\n{{% endfor %}}\n"
    );
    let said = office_with(sections).file("data/甲镇/templates/weekly.md", template).run(&["check"]);
    let told = said.stderr.lines().filter_map(|line| line.strip_prefix("建议[unprinted]: 记录里写了"));
    let told: Vec<&str> = told.filter(|key| key.contains("章节")).collect();
    let without = |key: &str| format!("「章节」的「{key}」，没有一份模板印它");
    assert_eq!(told, [without("分节"), without("列表"), without("表")]);
    let said = office_with(sections).run(&["check"]);
    assert!(!said.stderr.contains("[unprinted]"), "{}", said.stderr);
}

#[test]
fn names_of_persons_in_sections_are_hidden_where_they_are_shown() {
    let sections = "  - 标题: 宣传引导\n    分节:\n      - 列表: [联系电话13800001234]\n";
    let said = office_with(sections).run(&["check"]);
    assert!(!said.stderr.contains("13800001234") && said.stderr.contains("列表"), "{}", said.stderr);
}

#[test]
fn editors_know_the_keys_at_every_depth() {
    let said = Room::empty().run(&["schema"]);
    let schema: serde_json::Value = serde_json::from_str(&said.stdout).unwrap();
    let text = schema.to_string();
    for words in ["分节", "列表", "表头", "投诉后", "下面的（1）（2）"] {
        assert!(text.contains(words), "{words}");
    }
}

#[test]
fn numbers_with_half_a_bracket_are_numbers() {
    let room = office_with("  - 标题: 其他\n    正文: |\n      1）检查酒店。\n      2）检查网吧。\n");
    let told = room.run(&["check"]);
    assert!(!told.stderr.contains("]: "), "{}", told.stderr);
    let printed = body(&room).join("\n");
    assert!(printed.contains("（1）检查酒店。\n（2）检查网吧。"), "{printed}");
}

#[test]
fn a_table_of_many_columns_is_turned_unless_the_record_says_otherwise() {
    let table = |columns: usize, more: &str| {
        let head: Vec<String> = (1..=columns).map(|at| format!("第{at}社区")).collect();
        let row: Vec<String> = (1..=columns).map(|at| at.to_string()).collect();
        format!("  - 标题: 各社区\n    表: {{ 表头: [{}], 行: [[{}]]{more} }}\n", head.join(", "), row.join(", "))
    };
    for (columns, more, is_turned) in [(8, "", false), (9, "", true), (9, ", 横排: 否", false), (3, ", 横排: 是", true)]
    {
        let room = office_with(&table(columns, more));
        assert_eq!(room.run(&["build"]).status, 0);
        let xml = room.word_xml("output/甲镇/2025-03-03/weekly.docx");
        assert_eq!(xml.contains(r#"w:orient="landscape""#), is_turned, "{columns} {more}");
    }
}

#[test]
fn the_heading_of_a_numbered_paragraph_is_in_the_face_of_headings() {
    let room = office_with(
        "  - 标题: 其他\n    正文: |\n      （一）加强巡查。出动40人次。\n      （二）出动40人次。查处2起。\n",
    );
    let printed = body(&room).join("\n");
    assert!(printed.contains("（一）加强巡查。出动40人次。\n（二）出动40人次。查处2起。"), "{printed}");
    let xml = room.word_xml("output/甲镇/2025-03-03/weekly.docx");
    let run = |words: &str| {
        let at = xml.find(&format!(">{words}<")).unwrap_or_else(|| panic!("{words} is no run of its own"));
        let from = xml[..at].rfind("<w:r>").unwrap();
        xml[from..at].to_owned()
    };
    // What differs from the paragraph's face is said of the run.
    assert!(run("（一）加强巡查。").contains("w:eastAsia="), "{xml}");
    assert!(!run("出动40人次。").contains("w:eastAsia="));
    assert!(xml.contains("（二）出动40人次。查处2起。"));
}
