//! A writer says where a title's lines end.

use crate::program::{OFFICE, Room, WEEK, WEEK_FILE};

/// Whether a Word file has a paragraph with these lines.
fn has_lines(xml: &str, lines: &[&str]) -> bool {
    let lines: Vec<String> = lines.iter().map(|line| format!("<w:t xml:space=\"preserve\">{line}</w:t>")).collect();
    xml.contains(&format!("<w:r><w:rPr><w:rFonts w:hint=\"eastAsia\"/></w:rPr>{}</w:r>", lines.join("<w:br/>")))
}

#[test]
fn a_mark_in_the_name_of_a_weekly_ends_a_line_of_its_title_and_is_not_printed() {
    let name = "周报名称: 盘龙区旅游市场秩序整治工作情况周报";
    assert!(OFFICE.contains(name));
    let office = OFFICE.replace(name, "周报名称: 盘龙区旅游市场｜秩序整治工作情况|周报");
    let room = Room::sample().file("data/panlong/office.yaml", office).file(WEEK_FILE, WEEK);
    let said = room.run(&["build", "--kind", "weekly"]);
    // The weekly is still the one of 上报文书 that has its name.
    assert_eq!((said.status, said.stderr.contains("周报」")), (0, false), "{}", said.stderr);
    let xml = room.word_xml("output/panlong/2021-01-08/weekly.docx");
    assert!(has_lines(&xml, &["盘龙区旅游市场", "秩序整治工作情况", "周报（第2期）"]));
    assert!(!xml.contains(['|', '｜']));
}

#[test]
fn a_mark_in_a_template_ends_lines_of_titles_of_papers_and_attachments_and_of_no_list_or_mark() {
    let template = "\
---
版式: 简报
标志: 旅游市场|监管简报
期号: （第2期）
标题: 旅游市场|监管|{{ office.district }}周报
---
甲。

```附件
名称: 投诉受理｜情况统计表
```

乙。
";
    let room = Room::sample().file("data/panlong/templates/weekly.md", template).file(WEEK_FILE, WEEK);
    let said = room.run(&["build", "--kind", "weekly", "--format", "docx"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    let xml = room.word_xml("output/panlong/2021-01-08/weekly.docx");
    assert!(has_lines(&xml, &["旅游市场", "监管", "盘龙区周报"]));
    assert!(has_lines(&xml, &["投诉受理", "情况统计表"]));
    let text = room.word_text("output/panlong/2021-01-08/weekly.docx");
    assert!(text.contains("旅游市场监管简报\n") && text.contains("附件：投诉受理情况统计表\n"), "{text}");
    assert!(!xml.contains(['|', '｜']));
}

#[test]
fn a_mark_in_a_title_is_printed_nowhere_else() {
    let name = "周报名称: 盘龙区旅游市场秩序整治工作情况周报";
    let office = OFFICE.replace(name, "周报名称: 盘龙区旅游市场|秩序整治工作情况周报");
    let template = "\
---
标题: \"{{ office.weekly_name }}\"
附注: \"（见《{{ office.weekly_name }}》）\"
附件: [\"投诉|情况统计表\"]
---
报送《{{ office.weekly_name }}》和《{{ office.weekly_name ~ \"附表\" }}》。竖线{{ \"|\" }}照印。

| 文书 |
|---|
| {{ office.weekly_name }} |

```附件
名称: 投诉|情况统计表
```

见《{{ office.weekly_name }}》。
";
    let room = Room::sample().file("data/panlong/office.yaml", office).file(WEEK_FILE, WEEK);
    let room = room.file("data/panlong/templates/weekly.md", template);
    let said = room.run(&["build", "--kind", "weekly", "--format", "docx"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    let xml = room.word_xml("output/panlong/2021-01-08/weekly.docx");
    assert!(has_lines(&xml, &["盘龙区旅游市场", "秩序整治工作情况周报"]));
    let text = room.word_text("output/panlong/2021-01-08/weekly.docx");
    let name = "盘龙区旅游市场秩序整治工作情况周报";
    assert!(text.contains(&format!("报送《{name}》和《{name}附表》。竖线|照印。\n")), "{text}");
    assert!(text.contains(&format!("\n{name}\n")) && text.contains(&format!("（见《{name}》）\n")), "{text}");
    // The name in the list is that of the 附件: it stands there once.
    assert!(text.contains("附件：投诉情况统计表\n") && !text.contains("2.投诉"), "{text}");
    assert_eq!(text.matches('|').count(), 1, "{text}");
}
