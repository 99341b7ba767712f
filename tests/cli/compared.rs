//! An office says of which figures the built-in weekly tells 环比, 同比 and shares: 对比 and 占比 in office.yaml.

use crate::program::Room;

const OFFICE: &str = "\
名称: 青原县城管局
行政区: 青原县
简称: 县城管局
自称: 我局
上级: { 名称: 青原县人民政府, 简称: 县政府, 文内: 县政府 }
周报名称: 城管月报
报送周期: 月
取舍: { 办法: 四舍五入, 小数位: 2 }
投诉平台: [{ 名称: 热线 }, { 名称: 网站 }]
投诉对比: [环比, 同比]
投诉占比: 是
案件对比: [环比]
检查项目: [{ 名称: 商户, 角色: 检查, 量词: 家次, 对比: [环比] }]
台账:
  - 名称: 工单
    量词: 件
    栏: [{ 名称: 类型, 取值: [咨询, 求助] }]
    数:
      - { 名称: 工单数, 计: 条, 对比: [环比] }
      - { 名称: 各类, 计: 条, 按: 类型, 占比: 是, 对比: [环比] }
      - { 名称: 按期数, 单位: 件 }
      - { 名称: 按期率, 比: [按期数, 工单数], 对比: [环比] }
文书: [{ 代号: weekly, 模板: weekly }, { 代号: since, 模板: weekly, 报送周期: 累计 }]
";

/// A month's record, or that of the months from January on.
fn record(period: &str, issue: u32, dated: &str, figures: &str) -> String {
    let inspected = if figures.contains("执法检查") { "" } else { "执法检查: { 商户: 0 }\n" };
    format!("周期: {{ {period} }}\n期号: {issue}\n成文: {dated}\n{inspected}{figures}")
}

fn april(figures: &str) -> String {
    record("起: 2026-04-01, 止: 2026-04-30", 4, "2026-05-06", figures)
}

fn may(figures: &str) -> String {
    record("起: 2026-05-01, 止: 2026-05-31", 5, "2026-06-03", figures)
}

const APRIL: &str = "\
执法检查: { 商户: 200 }
查处案件: 4
投诉: { 热线: 20, 网站: 10 }
台账: { 工单: { 条数: 10, 各类: { 咨询: 10 }, 按期数: 9 } }
";

const MAY: &str = "\
执法检查: { 商户: 212 }
查处案件: 5
投诉: { 热线: 24, 网站: 10 }
台账: { 工单: { 条数: 8, 各类: { 咨询: 6, 求助: 2 }, 按期数: 8 } }
";

fn room(april_figures: &str, may_figures: &str) -> Room {
    Room::empty()
        .file("data/局/office.yaml", OFFICE)
        .file("data/局/2026-04.yaml", april(april_figures))
        .file("data/局/2026-05.yaml", may(may_figures))
}

/// The paper of May.
fn weekly(room: &Room) -> String {
    let said = room.run(&["build", "--format", "docx"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    room.word_text("output/局/2026-05-01/weekly.docx")
}

#[track_caller]
fn contains(text: &str, expected: &[&str]) {
    for part in expected {
        assert!(text.contains(part), "{part}: {text}");
    }
}

#[test]
fn each_figure_that_the_office_compares_is_told_with_its_change() {
    let text = weekly(&room(APRIL, MAY));
    contains(
        &text,
        &[
            // 12 of 200.
            "检查商户212家次（环比增加12家次、上升6%）",
            // 34 after 30: 4 of 30 are 13.333… %; of the year before there is no record. 24 of 34 are 70.588… %.
            "收到投诉34件（环比增加4件、上升13.33%）。按平台分，热线24件（占70.59%）、网站10件（占29.41%）。",
            // 1 of 4.
            "本月查处案件5起（环比增加1起、上升25%）。",
            "工单数8件（环比减少2件、下降20%）",
            // 4 of 10 less; nobody asked for help in April.
            "各类：咨询6件（占75%，环比减少4件、下降40%）、求助2件（占25%，环比增加2件，上月为0）；",
            // All after 9 of 10.
            "按期率100%（环比上升10个百分点）。",
        ],
    );
    assert!(!text.contains("同比"), "{text}");
}

#[test]
fn the_year_before_stands_beside_the_month_before() {
    let last_year = record("起: 2025-05-01, 止: 2025-05-31", 5, "2025-06-03", "投诉: { 热线: 40, 网站: 0 }\n");
    let text = weekly(&room(APRIL, MAY).file("data/局/2025-05.yaml", last_year));
    // 34 after 40: 6 of 40.
    contains(&text, &["收到投诉34件（环比增加4件、上升13.33%，同比减少6件、下降15%）。"]);
}

#[test]
fn what_was_nothing_and_what_stays_the_same_is_said_in_words() {
    for (before, now, told) in [
        ("热线: 0, 网站: []", "热线: 3, 网站: []", "收到投诉3件（环比增加3件，上月为0）。"),
        ("热线: 3, 网站: []", "热线: 0, 网站: []", "热线、网站均未收到投诉（环比减少3件、下降100%）。"),
        ("热线: 3, 网站: 1", "热线: 4, 网站: []", "收到投诉4件（环比持平）。"),
        ("热线: 0, 网站: 0", "热线: 0, 网站: 0", "热线、网站均未收到投诉（环比持平）。"),
        // 1 of 30000 is 0.00 %: so little is no percentage.
        ("热线: 30000, 网站: 0", "热线: 30001, 网站: 0", "收到投诉30001件（环比增加1件）。"),
    ] {
        let text = weekly(&room(&format!("投诉: {{ {before} }}\n"), &format!("投诉: {{ {now} }}\n")));
        contains(&text, &[told]);
    }
}

#[test]
fn where_there_is_nothing_to_compare_with_nothing_is_said_and_the_writer_is_told() {
    let room = room("投诉: { 热线: 20, 网站: 10 }\n执法检查: { 商户: 100余 }\n", MAY);
    let text = weekly(&room);
    contains(
        &text,
        &["检查商户212家次。", "本月查处案件5起。", "工单数8件，", "收到投诉34件（环比增加4件、上升13.33%）"],
    );
    let said = room.run(&["check", "data/局/2026-05.yaml"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    let told: Vec<&str> = said.stderr.lines().filter(|line| line.starts_with("建议")).collect();
    assert_eq!(
        told,
        [
            "建议[comparison-missing]: 上一期没有可比的数，周报里不印这几个数的环比：查处案件、商户、工单数、各类、按期率",
            "建议[comparison-missing]: 没有上年同期的记录，周报里不印同比",
        ]
    );
}

#[test]
fn a_period_since_january_is_compared_with_the_shorter_one_and_has_a_title_of_its_own() {
    let since = |end: &str, issue, dated: &str, cases: u32| {
        let figures = format!("查处案件: {cases}\n投诉: {{ 热线: 0, 网站: 0 }}\n");
        record(&format!("起: 2026-01-01, 止: {end}, 累计: 是"), issue, dated, &figures)
    };
    let room = room(APRIL, MAY)
        .file("data/局/1-4.yaml", since("2026-04-30", 4, "2026-05-06", 110))
        .file("data/局/1-5.yaml", since("2026-05-31", 5, "2026-06-03", 132));
    weekly(&room);
    let text = room.word_text("output/局/2026-01-01--2026-05-31/since.docx");
    // 22 of 110.
    contains(
        &text,
        &["青原县城管局2026年1—5月工作情况（第5期）\n", "1—5月查处案件132起（较1—4月增加22起、上升20%）。"],
    );
    assert!(!text.contains("城管月报"), "{text}");
    let office = OFFICE.replace("报送周期: 累计 }", "报送周期: 累计, 标题: \"全县城管{期间}进展（第{期号}期）\" }");
    let room = room.file("data/局/office.yaml", office);
    weekly(&room);
    let text = room.word_text("output/局/2026-01-01--2026-05-31/since.docx");
    assert!(text.starts_with("全县城管2026年1—5月进展（第5期）\n"), "{text}");
    let misspelt = room.file("data/局/office.yaml", OFFICE.replace("累计 }", "累计, 标题: \"城管{其间}进展\" }"));
    let said = misspelt.run(&["check"]);
    contains(&said.stderr, &["「{其间}」不是这里能用的字段", "是不是想写「{期间}」？"]);
}

#[test]
fn explain_tells_how_a_change_was_reckoned() {
    let room = room(APRIL, MAY);
    let said = room.run(&["explain", "13.33%", "data/局/2026-05.yaml"]).stdout;
    contains(
        &said,
        &[
            "环比增减（投诉件数）：13.33%\n",
            "文中: weekly：2026年5月1日—5月31日，收到投诉34件（环比增加4件、上升【13.33%】）。\n",
            "算法: 4 ÷ 30 = 13.333333…%，四舍五入到 2 位小数\n",
            "data/局/2026-04.yaml",
        ],
    );
    let said = room.run(&["explain", "占比", "data/局/2026-05.yaml"]).stdout;
    contains(&said, &["占比（热线，平台投诉件数）：70.59%\n", "算法: 24 ÷ 总件数 34，四舍五入到 2 位小数\n"]);
}

#[test]
fn the_record_before_is_an_input_of_the_paper() {
    let room = room(APRIL, MAY);
    weekly(&room);
    let manifest = room.manifest("局");
    let line = manifest.lines().find(|line| line.contains(" 2026-05-01/weekly.docx ")).unwrap();
    assert!(line.contains("week=2026-05.yaml:") && line.contains("week=2026-04.yaml:"), "{line}");
    let without = OFFICE.replace("投诉对比: [环比, 同比]\n", "").replace("案件对比: [环比]\n", "");
    let without = without.replace(", 对比: [环比]", "");
    let room = room.file("data/局/office.yaml", without);
    weekly(&room);
    let manifest = room.manifest("局");
    let line = manifest.lines().find(|line| line.contains(" 2026-05-01/weekly.docx ")).unwrap();
    assert!(!line.contains("week=2026-04.yaml:"), "an office that compares nothing reads no other month: {line}");
}

#[test]
fn slips_in_what_is_declared_are_told() {
    for (from, to, told) in [
        ("投诉对比: [环比, 同比]", "投诉对比: [环必]", "没有「环必」这种写法"),
        ("投诉对比: [环比, 同比]", "投诉对比: []", "这里什么也没有写"),
        ("计: 条, 对比: [环比] }", "计: 条, 占比: 是 }", "「工单数」没有写「按」，没有各部分可以算占比"),
        (
            "按期率, 比: [按期数, 工单数], 对比",
            "按期率, 比: [按期数, 工单数], 占比: 是, 对比",
            "「按期率」没有写「按」",
        ),
    ] {
        assert!(OFFICE.contains(from), "{from}");
        let said = room(APRIL, MAY).file("data/局/office.yaml", OFFICE.replacen(from, to, 1)).run(&["check"]);
        assert_eq!(said.status, 1, "{}", said.stderr);
        contains(&said.stderr, &[told]);
    }
}
