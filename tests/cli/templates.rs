//! What `check` says of an office's own templates.

use crate::program::{OFFICE, Room};

const WEEKLY: &str = "---\n标题: 周报\n---\n{% if returns %}有退换货。{% endif %}{{ office.short }}。\n";

#[test]
fn a_name_that_nobody_has_is_found_where_no_week_comes_by() {
    let clean = Room::sample().file("data/panlong/templates/weekly.md", WEEKLY).run(&["check"]);
    assert!(!clean.stderr.contains("template"), "{}", clean.stderr);
    let slip =
        WEEKLY.replace("{% if returns %}有退换货。", "{% if not returns %}{{ office.retrns_platform }}无退换货。");
    let said = Room::sample().file("data/panlong/templates/weekly.md", slip).run(&["check"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    assert!(
        said.stderr.contains("警告[template-name]: 模板里写了「retrns_platform」，没有这项内容"),
        "{}",
        said.stderr
    );
    assert!(said.stderr.contains("data/panlong/templates/weekly.md:4:31"), "{}", said.stderr);
    assert!(said.stderr.contains("是不是想写「returns_platform」？"), "{}", said.stderr);
}

#[test]
fn a_count_that_a_loop_loses_is_told_with_what_to_write() {
    let template = include_str!("../../data/panlong/templates/weekly.md").to_owned()
        + "\n{% set n = 0 %}{% for p in complaints.all %}{% set n = n + p.count %}{% endfor %}共{{ n }}件。\n";
    let room = Room::real().file("data/panlong/templates/weekly.md", template);
    let said = room.run(&["check"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    assert!(said.stderr.contains("警告[template-set]: 循环里用 set 记下的「n」留不到这一轮以后"), "{}", said.stderr);
    assert!(said.stderr.contains("写成 {% set_global n = … %}"), "{}", said.stderr);
}

#[test]
fn a_template_that_makes_no_paper_is_told() {
    let said = Room::sample().file("data/panlong/templates/weeky.md", WEEKLY).run(&["check"]);
    assert!(said.stderr.contains("建议[template-unused]: 没有一种文书用模板「weeky」"), "{}", said.stderr);
    // A dated one is of the kind that its name begins with, and 文书 may name any.
    let papers = "文书:\n  - { 代号: bulletin, 模板: weeky, 每: 周 }\n";
    let said = Room::sample()
        .file("data/panlong/office.yaml", format!("{OFFICE}{papers}"))
        .file("data/panlong/templates/weeky@2021-01-01.md", WEEKLY)
        .run(&["check"]);
    assert!(!said.stderr.contains("template-unused"), "{}", said.stderr);
}

#[cfg(target_os = "linux")]
#[test]
fn a_machine_without_fonts_is_told_what_papers_would_need_and_checks_all_the_same() {
    let room = Room::sample();
    let home = room.path("nobody");
    let home = home.to_str().unwrap();
    let said = room.run_with(&["check"], &[("HOME", home), ("XDG_DATA_HOME", home)]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    // Where the system's own folders have all of them, nothing is missing.
    let fonts = room.run_with(&["fonts"], &[("HOME", home), ("XDG_DATA_HOME", home)]);
    assert_eq!(said.stderr.contains("建议[fonts-missing]: 这台电脑上缺少字体："), fonts.status != 0, "{}", said.stderr);
}
