//! Records that are no weeks beside one another: a bureau that reports since 1 January every month, and an office of weeks
//! with papers of a month and since the beginning of the year.

use std::fs;

use crate::program::{Room, Said};

const BUREAU: &str = "\
名称: 平川县应急管理局
行政区: 平川县
简称: 县应急局
自称: 我局
上级: { 名称: 江北市应急管理局, 简称: 市应急局, 文内: 市局 }
周报名称: 平川县安全生产工作情况
报送周期: 累计
取舍: { 办法: 四舍五入, 小数位: 1 }
检查项目: [{ 名称: 检查企业, 角色: 检查, 量词: 家次 }]
";

const SINCE_JANUARY: &str = r#"---
标题: {{ office.weekly_name }}
主送: {{ office.superior.name }}：
署名: {{ office.name }}
日期: {{ week.dated | full_date }}
---
{{ week.period }}（{% if week.cumulative %}今年以来{% endif %}，截至{{ week.last_day }}），{{ week.this_period }}检查{{ inspections["检查企业"] }}家次
{%- if before %}，比截至{{ before.week.last_day }}时多{{ inspections["检查企业"] - before.inspections["检查企业"] }}家次{% endif %}
{%- if year_before %}，上年{{ year_before.week.this_period }}为{{ year_before.inspections["检查企业"] }}家次{% endif %}。
"#;

/// A record since 1 January.
fn since(last: &str, issue: u32, inspected: u32) -> String {
    let year = &last[..4];
    format!(
        "周期: {{ 起: {year}-01-01, 止: {last}, 累计: 是 }}\n期号: {issue}\n成文: {last}\n执法检查: {{ 检查企业: {inspected} }}\n"
    )
}

/// The bureau with its records until some days.
fn bureau(records: &[(&str, u32, u32)]) -> Room {
    let mut room = Room::empty().file("data/县/office.yaml", BUREAU);
    for (last, issue, inspected) in records {
        room = room.file(&format!("data/县/{last}.yaml"), since(last, *issue, *inspected));
    }
    room
}

/// What the office's Word files are called, folder by folder.
fn made(room: &Room) -> Vec<String> {
    let names = room.output().into_iter().map(|(name, _)| name);
    let mut papers: Vec<String> =
        names.filter_map(|name| Some(name.strip_prefix("县/")?.strip_suffix(".docx")?.to_owned())).collect();
    papers.sort();
    papers
}

/// What is told, without the places.
fn told(said: &Said) -> Vec<&str> {
    said.stderr.lines().filter(|line| line.contains("]: ")).collect()
}

#[test]
fn each_report_since_the_first_of_january_is_filed_by_its_days() {
    let room = bureau(&[("2026-03-31", 1, 120), ("2026-04-30", 2, 166), ("2026-05-31", 3, 201)]);
    let said = room.run(&["build"]);
    assert_eq!((said.status, told(&said)), (0, Vec::new()), "{}", said.stderr);
    let folders = ["2026-01-01--2026-03-31", "2026-01-01--2026-04-30", "2026-01-01--2026-05-31"];
    assert_eq!(made(&room), folders.map(|folder| format!("{folder}/weekly")));
    let april = room.word_text("output/县/2026-01-01--2026-04-30/weekly.docx");
    assert!(april.contains("2026年1月1日—4月30日，平川县应急管理局主要工作情况：检查企业166家次。"), "{april}");
    let again = room.run(&["build"]);
    assert!(again.stderr.contains("6 个文件（其中 6 个未变），没有发现问题"), "{}", again.stderr);
    assert_eq!(room.run(&["verify", "--rebuild"]).status, 0);
    let explained = room.run(&["explain", "166", "data/县"]);
    assert!(explained.stdout.contains("2026-01-01--2026-04-30"), "{}", explained.stdout);
}

#[test]
fn a_report_is_compared_with_the_shorter_one_and_the_same_of_the_year_before() {
    let records = [("2025-04-30", 2, 150), ("2026-03-31", 1, 120), ("2026-04-30", 2, 166), ("2026-05-31", 3, 201)];
    let room = bureau(&records).file("data/县/templates/weekly.md", SINCE_JANUARY);
    let said = room.run(&["build"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    for (last, sentence) in [
        ("03-31", "2026年1月1日—3月31日（今年以来，截至3月31日），1—3月检查120家次。"),
        (
            "04-30",
            "2026年1月1日—4月30日（今年以来，截至4月30日），1—4月检查166家次，比截至3月31日时多46家次，上年1—4月为150家次。",
        ),
        ("05-31", "2026年1月1日—5月31日（今年以来，截至5月31日），1—5月检查201家次，比截至4月30日时多35家次。"),
    ] {
        let printed = room.word_text(&format!("output/县/2026-01-01--2026-{last}/weekly.docx"));
        assert!(printed.contains(sentence), "{printed}");
    }
    // The record of March is one of those that the paper of April was made from.
    let march = since("2026-03-31", 1, 121);
    let room = room.file("data/县/2026-03-31.yaml", march);
    let stale = room.run(&["build", "--explain-stale"]);
    assert!(stale.stdout.contains("2026-01-01--2026-04-30/weekly.docx"), "{}", stale.stdout);
    assert!(!stale.stdout.contains("2026-01-01--2026-05-31/weekly.docx"), "{}", stale.stdout);
}

#[test]
fn a_copy_of_last_month_whose_end_was_not_changed_is_told() {
    let room = bureau(&[("2026-03-31", 1, 120)]).file("data/县/四月.yaml", since("2026-03-31", 2, 166));
    let said = room.run(&["build"]);
    assert_eq!(said.status, 1);
    assert_eq!(told(&said), ["错误[week-twice]: 有两个文件都从 2026-01-01 累计到 2026-03-31，文书会互相覆盖"]);
}

#[test]
fn a_bureau_that_forgets_to_say_so_is_told_what_to_write() {
    let april = since("2026-04-30", 2, 166).replace(", 累计: 是", "");
    let room = bureau(&[("2026-03-31", 1, 120)]).file("data/县/四月.yaml", april);
    let said = room.run(&["check"]);
    assert_eq!(told(&said), ["警告[week-length]: 周期不是累计的一期：2026-01-01 至 2026-04-30"]);
    assert!(said.stderr.contains("本机构按累计报：在「周期」里写上 累计: 是"), "{}", said.stderr);
}

#[test]
fn a_sealed_report_stays_as_it_was_while_the_next_one_comes() {
    let room = bureau(&[("2026-03-31", 1, 120)]);
    assert_eq!(room.run(&["build", "--seal"]).status, 0);
    let before = room.output();
    let room = room.file("data/县/2026-04-30.yaml", since("2026-04-30", 2, 166));
    assert_eq!(room.run(&["build"]).status, 0);
    let after = room.output();
    let is_kept = |name: &str| name.contains("--2026-03-31/");
    for (name, bytes) in before.iter().filter(|(name, _)| is_kept(name)) {
        assert!(after.contains(&(name.clone(), bytes.clone())), "{name}");
    }
    // Its record overwritten by the next month's is no silent change.
    fs::remove_file(room.path("data/县/2026-04-30.yaml")).unwrap();
    let room = room.file("data/县/2026-03-31.yaml", since("2026-04-30", 2, 166));
    let said = room.run(&["build"]);
    assert_eq!(said.status, 1);
    let refused = "错误[archive-sealed]: 「2026-03-31.yaml」已经封存为 2026-01-01--2026-03-31 这一期，现在写的是 2026-01-01--2026-04-30";
    assert!(said.stderr.contains(refused), "{}", said.stderr);
}

#[test]
fn an_office_that_changes_in_april_has_its_new_name_in_the_report_until_april() {
    let change = "变更:\n  - { 自: 2026-04-01, 名称: 平川县应急管理和消防局 }\n";
    let room = bureau(&[("2026-03-31", 1, 120), ("2026-04-30", 2, 166)])
        .file("data/县/office.yaml", format!("{BUREAU}{change}"));
    let said = room.run(&["build"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    for (last, name) in [("03-31", "平川县应急管理局"), ("04-30", "平川县应急管理和消防局")] {
        let printed = room.word_text(&format!("output/县/2026-01-01--2026-{last}/weekly.docx"));
        assert!(printed.contains(&format!("，{name}主要工作情况")), "{printed}");
    }
}

/// An office of weeks, with a paper of the month and one since the beginning of the year.
const WEEKS: &str = "\
名称: 乙县综合治理中心
行政区: 乙县
简称: 乙县治理中心
自称: 我中心
上级: { 名称: 丙市综合治理中心, 简称: 市治理中心, 文内: 市中心 }
周报名称: 综合治理周报
报送周期: 周
取舍: { 办法: 四舍五入, 小数位: 1 }
检查项目: [{ 名称: 检查企业, 角色: 检查, 量词: 家次 }]
文书:
  - { 代号: weekly, 模板: weekly }
  - { 代号: monthly, 模板: weekly, 报送周期: 月 }
  - { 代号: since, 模板: weekly, 报送周期: 累计 }
";

fn record(period: &str, issue: u32, dated: &str, inspected: u32) -> String {
    format!("周期: {{ {period} }}\n期号: {issue}\n成文: {dated}\n执法检查: {{ 检查企业: {inspected} }}\n")
}

/// June 2026 begins on a Monday: a week, the month and half a year.
fn june() -> Room {
    Room::empty()
        .file("data/县/office.yaml", WEEKS)
        .file("data/县/第22周.yaml", record("起: 2026-05-25, 止: 2026-05-31", 22, "2026-06-01", 21))
        .file("data/县/第23周.yaml", record("起: 2026-06-01, 止: 2026-06-07", 23, "2026-06-08", 23))
        .file("data/县/五月.yaml", record("起: 2026-05-01, 止: 2026-05-31", 5, "2026-06-02", 90))
        .file("data/县/六月.yaml", record("起: 2026-06-01, 止: 2026-06-30", 6, "2026-07-02", 95))
        .file("data/县/累计五月.yaml", record("起: 2026-01-01, 止: 2026-05-31, 累计: 是", 1, "2026-06-02", 400))
        .file("data/县/累计六月.yaml", record("起: 2026-01-01, 止: 2026-06-30, 累计: 是", 2, "2026-07-02", 495))
}

#[test]
fn weeks_months_and_since_january_stand_in_one_folder_each_with_its_own_paper() {
    let room = june();
    let said = room.run(&["build"]);
    assert_eq!((said.status, told(&said)), (0, Vec::new()), "{}", said.stderr);
    assert_eq!(
        made(&room),
        [
            "2026-01-01--2026-05-31/since",
            "2026-01-01--2026-06-30/since",
            "2026-05-01-month/monthly",
            "2026-05-25/weekly",
            "2026-06-01-month/monthly",
            "2026-06-01/weekly"
        ]
    );
    for (file, sentence) in [
        ("2026-06-01/weekly", "2026年6月1日—6月7日，乙县综合治理中心主要工作情况：检查企业23家次。"),
        ("2026-06-01-month/monthly", "2026年6月1日—6月30日，乙县综合治理中心主要工作情况：检查企业95家次。"),
        ("2026-01-01--2026-06-30/since", "2026年1月1日—6月30日，乙县综合治理中心主要工作情况：检查企业495家次。"),
    ] {
        let printed = room.word_text(&format!("output/县/{file}.docx"));
        assert!(printed.contains(sentence), "{printed}");
    }
    assert!(room.run(&["build"]).stderr.contains("12 个文件（其中 12 个未变），没有发现问题"));
    assert_eq!(room.run(&["verify", "--rebuild"]).status, 0);
}

#[test]
fn gaps_and_numbers_are_looked_for_among_records_of_one_kind() {
    for (file, with, expected) in [
        // A month is missing, and its number with it.
        (
            "六月",
            record("起: 2026-07-01, 止: 2026-07-31", 7, "2026-08-02", 95),
            "警告[week-gap]: 2026-06-01 至 2026-06-30 这 30 天没有周报",
        ),
        ("六月", record("起: 2026-06-01, 止: 2026-06-30", 8, "2026-07-02", 95), "警告[issue-skipped]: 期号从 5 跳到 8"),
        (
            "第23周",
            record("起: 2026-06-01, 止: 2026-06-07", 22, "2026-06-08", 23),
            "错误[issue-repeated]: 期号 22 与前一周相同",
        ),
        (
            "累计六月",
            record("起: 2026-01-01, 止: 2026-06-30, 累计: 是", 1, "2026-07-02", 495),
            "错误[issue-repeated]: 期号 1 与前一期相同",
        ),
        // Two weeks of which one was typed too long overlap as before.
        (
            "第22周",
            record("起: 2026-05-25, 止: 2026-06-01", 22, "2026-06-02", 21),
            "错误[week-overlap]: 周期从 2026-06-01 开始，前一份却到 2026-06-01 才止，重叠了",
        ),
    ] {
        let room = june().file(&format!("data/县/{file}.yaml"), with);
        let said = room.run(&["check"]);
        assert!(told(&said).contains(&expected), "{}", said.stderr);
    }
}

#[test]
fn a_record_of_which_no_paper_is_made_is_told_with_the_line_to_write() {
    let office = WEEKS.replace("  - { 代号: since, 模板: weekly, 报送周期: 累计 }\n", "");
    let said = june().file("data/县/office.yaml", office).run(&["build"]);
    assert_eq!(said.status, 1);
    let told = "错误[week-without-paper]: 周期是累计的一期，office.yaml 里没有一种文书是照它做的";
    assert_eq!(said.stderr.matches(told).count(), 2, "{}", said.stderr);
    let help = "例如 - { 代号: since, 模板: weekly, 报送周期: 累计 }";
    assert!(said.stderr.contains(help), "{}", said.stderr);
}
