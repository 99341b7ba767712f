//! What a clerk is told of a paper's pages.

use crate::program::{OFFICE, Room};

/// Three organs and a title of five lines leave no room for text on page 1.
const CROWDED: &str = "\
---
版式: 公文
标志: [某某区文化和旅游局, 某某区市场监督管理局, 某某区公安分局, 某某区交通运输局]
标志后缀: 文件
文号: 某文旅发〔2021〕1号
标题: 某某区文化和旅游局、某某区市场监督管理局、某某区公安分局、某某区交通运输局关于印发《关于进一步加强旅游市场综合监管和规范旅游市场经营秩序工作的实施方案（2021年至2025年）》及其任务分解表和考核办法的通知
主送: 各成员单位：
---
第一段。
";

#[test]
fn a_paper_without_text_on_page_1_is_made_and_warned_of() {
    let room = Room::sample().file("data/panlong/templates/weekly.md", CROWDED);
    let said = room.run(&["build", "--kind", "weekly", "data/panlong"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    assert!(said.stderr.contains("警告[page-first]") && said.stderr.contains("首页没有正文"), "{}", said.stderr);
    assert!(said.stdout.contains("weekly.pdf"), "{}", said.stdout);
}

#[test]
fn lines_that_may_break_elsewhere_are_listed_on_request() {
    let room = Room::sample();
    let said = room.run(&["build", "--fragile", "data/panlong"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    assert!(said.stderr.contains("行：断行不稳的 0 行"), "{}", said.stderr);
    let json = room.run(&["build", "--fragile", "--message-format", "json", "data/panlong"]);
    let told = json.stdout.lines().filter(|line| line.contains("\"reason\":\"lines\""));
    assert_eq!(told.count(), 3, "{}", json.stdout);
}

#[test]
fn what_is_set_closer_to_save_a_page_is_told_on_request() {
    let room = Room::real();
    let said = room.run(&["build", "--fragile", "--kind", "weekly", "data/panlong"]);
    let told = "排紧了：panlong/2021-01-08/weekly 1 段收紧字距，共 4 面；照常排是 5 面，末面只有落款和几行正文";
    assert!(said.stdout.contains(told), "{}", said.stdout);
    let json = room.run(&["build", "--fragile", "--kind", "weekly", "--message-format", "json", "data/panlong"]);
    let told = r#""closed_up":{"lines_a_page":22,"pitch":null,"paragraphs":1,"pages":4,"pages_else":5}"#;
    assert!(json.stdout.contains(told), "{}", json.stdout);
}

/// Seventeen lines and a signature are a line too many for page 1, and no paragraph has a line to give.
const A_LINE_TOO_MANY: &str = "\
---
标题: 周报
署名: 盘龙区文化和旅游局
日期: 2021年1月15日
---
{% for line in range(end=17) %}
区内旅游市场秩序平稳，没有收到投诉。

{% endfor %}
";

#[test]
fn an_office_may_want_22_lines_a_page_whatever_that_costs() {
    let fixed = OFFICE.replace("公文:\n", "公文:\n  行距: 不变\n");
    assert_ne!(fixed, OFFICE);
    for (office, pages, told) in [
        (OFFICE, 1, r#""closed_up":{"lines_a_page":23,"pitch":27.65,"paragraphs":0,"pages":1,"pages_else":2}"#),
        (&fixed, 2, r#""closed_up":null"#),
    ] {
        let room = Room::sample().file("data/panlong/office.yaml", office);
        let room = room.file("data/panlong/templates/weekly.md", A_LINE_TOO_MANY);
        let json = room.run(&["build", "--fragile", "--kind", "weekly", "--message-format", "json", "data/panlong"]);
        let has_pages = json.stdout.contains(&format!(r#""pages":{pages},"#));
        assert!(json.stdout.contains(told) && has_pages, "{}{}", json.stdout, json.stderr);
    }
}

/// A table of so many columns, each with a number of 15 characters, 7.5 characters of type wide.
fn wide_table(columns: usize, settings: &str) -> String {
    let cells = |text: &str| format!("|{}\n", format!("{text}|").repeat(columns));
    let rows = [cells("罚没款"), cells("---"), cells("123456789012.00")].concat();
    format!("---\n标题: 统计表\n---\n情况如下。\n\n{settings}{rows}")
}

#[test]
fn a_number_that_no_column_has_room_for_is_told_with_what_to_write() {
    // Four such columns fit on a page of 37 characters, six on one of 53, a seventh if the digits stand a little closer.
    let upright = "警告[table-number-parted]: weekly「统计表」有一张 5 列的表排不开，有 5 个数断成了两行，例如「123456789012.00」";
    let turned = "警告[table-number-parted]: weekly「统计表」有一张 8 列的表排不开";
    let landscape = "```表\n横排: 是\n```\n";
    for (columns, settings, told, help) in [
        (4, "", None, ""),
        (5, "", Some(upright), "帮助: 把表转过来，写一行「横排: 是」"),
        (6, landscape, None, ""),
        (8, landscape, Some(turned), "帮助: 横排也排不开：表里减少几列，或者金额改用万元"),
    ] {
        let room = Room::sample().file("data/panlong/templates/weekly.md", wide_table(columns, settings));
        let said = room.run(&["build", "--kind", "weekly", "data/panlong"]);
        assert_eq!(said.status, 0, "{}", said.stderr);
        let is_told = said.stderr.contains("table-number-parted");
        assert_eq!(is_told, told.is_some(), "{columns}: {}", said.stderr);
        for words in told.into_iter().chain([help]) {
            assert!(said.stderr.contains(words), "{columns}: {}", said.stderr);
        }
    }
}
