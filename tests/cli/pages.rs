//! What a clerk is told of a paper's pages.

use crate::program::Room;

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
