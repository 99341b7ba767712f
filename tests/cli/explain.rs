//! A writer asks where a figure of a paper comes from.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::program::{OFFICE, Room, WEEK, WEEK_FILE};

const YUNLING: [(&str, &str); 3] = [
    ("data/yunling/office.yaml", include_str!("../../data/yunling/office.yaml")),
    ("data/yunling/templates/weekly.md", include_str!("../../data/yunling/templates/weekly.md")),
    ("data/yunling/2022/2022-03-07.yaml", include_str!("../../data/yunling/2022/2022-03-07.yaml")),
];

fn both_offices() -> Room {
    YUNLING.into_iter().fold(Room::real(), |room, (path, content)| room.file(path, content))
}

fn figures(room: &Room, arguments: &[&str]) -> Vec<Value> {
    let said = room.run(&[&["explain", "--message-format", "json"], arguments].concat());
    assert_eq!(said.status, 0, "{}", said.stderr);
    let objects = said.stdout.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let (figures, last): (Vec<_>, Vec<_>) = objects.partition(|object| object["reason"] == "figure");
    assert_eq!(last.len(), 1);
    assert_eq!(last[0]["reason"], "finished");
    figures
}

/// What stands in the files at a figure's places.
fn at_places(figure: &Value) -> Vec<String> {
    let places = figure["spans"].as_array().unwrap().iter().map(|span| {
        let file = if span["file"].as_str().unwrap().ends_with("office.yaml") { OFFICE } else { WEEK };
        let number = |key: &str| usize::try_from(span[key].as_u64().unwrap()).unwrap();
        assert_eq!(number("line"), number("end_line"));
        let line = file.lines().nth(number("line") - 1).unwrap();
        line.chars().skip(number("column") - 1).take(number("end_column") - number("column")).collect()
    });
    places.collect()
}

#[test]
fn the_mean_is_told_with_its_sentence_its_rule_and_all_of_its_lines() {
    let said = Room::real().run(&["explain", "平均办结时长", WEEK_FILE]);
    let expected = "\
panlong 2021-01-08

平均办结时长：13.16
   |
   = 文中: weekly：有效投诉件6件，办结总时长1小时19分钟，平均办结时长【13.16】分钟。
   = 算法: 79 分钟 ÷ 6 件 = 13.166666…，截断到 2 位小数
  --> data/panlong/2021/2021-01-08.yaml:73:56
   |
73 | ... 文化和旅游局, 状态: 办结, 办结时长: 6分钟 }
   |                                         ^^^^^
74 | ... 游局, 状态: 办结, 办结时长: 3分钟 }
   |                                 ^^^^^
75 | ... 文化和旅游局, 状态: 办结, 办结时长: 7分钟 }
   |                                         ^^^^^
76 | ... 文化和旅游局, 状态: 办结, 办结时长: 7分钟 }
   |                                         ^^^^^
77 | ... 结, 办结时长: 12分钟 }
   |                   ^^^^^^
78 | ...办: 区指挥中心, 状态: 办结, 办结时长: 44分钟 }
   |                                          ^^^^^^
   |
  ::: data/panlong/office.yaml:25:11
   |
25 | 取舍: { 办法: 截断, 小数位: 2 }
   |               ^^^^          ^

";
    assert_eq!((said.status, said.stdout.as_str()), (0, expected), "{}", said.stderr);
}

#[test]
fn another_rounding_and_a_complaint_that_does_not_count_change_what_is_told() {
    let office = OFFICE.replace("办法: 截断, 小数位: 2", "办法: 四舍五入, 小数位: 1");
    let week = WEEK.replace("办结时长: 44分钟 }", "办结时长: 44分钟, 有效: 否 }");
    let room = Room::empty().file("data/panlong/office.yaml", office).file(WEEK_FILE, week);
    let mean = &figures(&room, &["平均办结时长"])[0];
    assert_eq!(mean["value"], "7");
    assert_eq!(mean["rule"], "35 分钟 ÷ 5 件 = 7，四舍五入到 1 位小数");
    assert_eq!(mean["spans"].as_array().unwrap().len(), 5 + 2);
}

#[test]
fn the_missing_units_are_one_list_with_the_roster_and_with_those_that_sent() {
    let found = figures(&Room::real(), &["未报送单位"]);
    let [missing] = &found[..] else { panic!("{found:#?}") };
    assert_eq!(missing["value"], "区农林局、区信访局、区民宗局");
    assert_eq!(missing["of"], "旅游市场秩序整治周报");
    assert_eq!(missing["paper"], serde_json::json!({ "kind": "weekly", "number": null, "unit": null, "item": null }));
    assert!(missing["text"].as_str().unwrap().contains("未收到区农林局、区信访局、区民宗局的周报"));
    let places = at_places(missing);
    assert_eq!(places[..5], ["区农林局", "是", "区信访局", "区民宗局", "区委宣传部"]);
    assert_eq!(places.len(), 3 + 1 + 28, "who is missing, that everybody has to send it, who did");
}

#[test]
fn figures_of_one_name_are_told_apart_and_those_not_printed_are_told_so() {
    let found = figures(&Room::real(), &["平台办结件数"]);
    let told: Vec<_> = found.iter().map(|it| (it["of"].as_str().unwrap(), it["value"].as_str().unwrap())).collect();
    let expected = [
        ("数字旅游平台", "0"),
        ("12301平台", "0"),
        ("12345市长投诉热线", "0"),
        ("智旅通投诉平台", "1"),
        ("“一机游”游客投诉平台", "6"),
    ];
    assert_eq!(told, expected);
    assert_eq!(at_places(&found[0]), ["数字旅游平台"], "a platform without complaints is a line of the week too");
    assert_eq!(at_places(&found[3]), ["办结"]);
    assert!(found.iter().all(|it| it["paper"].is_null() && it["text"].is_null()));

    let of_platform = figures(&Room::real(), &["智旅通投诉平台"]);
    let names: Vec<_> = of_platform.iter().filter_map(|it| it["name"].as_str()).collect();
    assert_eq!(names, ["平台投诉件数", "平台办结件数", "平台在办件数"]);
    let said = Room::real().run(&["explain", "平台办结件数"]);
    assert!(
        said.stdout.contains("平台办结件数（智旅通投诉平台）：1\n") && said.stdout.contains("文中: 这一期没有印出")
    );
}

#[test]
fn complaints_that_a_template_tells_together_are_a_figure() {
    let found = figures(&Room::real(), &["同类件数"]);
    let two: Vec<_> = found.iter().filter(|it| it["value"] == "2").collect();
    let [two] = two[..] else { panic!("{found:#?}") };
    assert_eq!(two["of"], "云南中青国际旅行社有限公司");
    let each = ["云南中青国际旅行社有限公司", "区文化和旅游局", "办结"];
    assert_eq!(at_places(two), [each, each].concat());
    let lines: Vec<_> = two["spans"].as_array().unwrap().iter().map(|span| span["line"].as_u64().unwrap()).collect();
    assert_eq!(lines, [75, 75, 75, 76, 76, 76], "the one of line 73 stands apart");
}

#[test]
fn a_table_is_told_by_its_row() {
    let said = both_offices().run(&["explain", "在办件数", "data/yunling"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    assert!(said.stdout.contains("文中: weekly：合计 | 3 | 2 | 【1】"), "{}", said.stdout);
    let platform = both_offices().run(&["explain", "平台投诉件数", "data/yunling"]);
    assert!(platform.stdout.contains("文中: weekly：1 | 云游平台 | 【2】 | 2 | 0"), "{}", platform.stdout);
}

#[test]
fn what_is_printed_is_found_as_it_is_printed() {
    let room = Room::real();
    let found = figures(&room, &["13.16"]);
    assert_eq!((found.len(), found[0]["name"].as_str()), (1, Some("平均办结时长")));
    let amount = figures(&room, &["42565.00"]);
    assert_eq!((amount[0]["name"].as_str(), amount[0]["rule"].as_str()), (Some("退货金额"), Some("照录")));
    assert_eq!(at_places(&amount[0]), ["42565.00"]);
    let roughly = figures(&room, &["100余"]);
    assert_eq!((roughly[0]["name"].as_str(), roughly[0]["of"].as_str()), (Some("执法检查"), Some("出动人次")));

    let organ = figures(&room, &["区委目督办"]);
    assert_eq!((organ[0]["name"].as_str(), organ[0]["rule"].as_str()), (None, Some("照录")));
    assert_eq!(at_places(&organ[0]), ["区委目督办"]);
    let date = figures(&room, &["2021年1月11日"]);
    assert_eq!(date[0]["rule"], "照录，按公文的写法印");
    assert_eq!(at_places(&date[0]), ["2021-01-11"]);

    let cut = room.run(&["explain", "13.1"]);
    assert_eq!((cut.status, cut.stdout.as_str()), (2, ""), "part of a figure is none");
}

#[test]
fn a_date_in_prose_marks_the_date_alone_and_telephones_beside_it_are_hidden() {
    let said = Room::real().run(&["explain", "2021年1月12日"]);
    let line = "文中: notice-8：【2021年1月12日】区指挥中心工作人员再次与投诉人梁某某（199****0002）取得联系";
    assert!(said.stdout.contains(line), "{}", said.stdout);
    assert!(!said.stdout.contains("19900000002"));
    let found = figures(&Room::real(), &["2021年1月12日"]);
    assert!(found.iter().all(|it| !it["text"].as_str().unwrap().contains("19900000002")));
}

/// A paragraph of a template with every figure that templates make themselves.
const RECKONED: &str = "\n\n共{{ complaints.total + complaints.total }}、{{ complaints.all | sum(key=\"count\") }}、\
    {{ complaints.all | mean(key=\"count\") }}、{{ complaints.total | share(of=4) }}、\
    {{ complaints.total | change(from=100) }}、{{ complaints.all | length }}。\n";

#[test]
fn without_a_name_all_figures_are_listed_and_the_help_names_each_of_them() {
    let next = format!("{}台账: {{ 隐患: 3 }}\n", include_str!("../../data/yunling/2022/2022-03-14.yaml"));
    let office = format!("{}台账: [{{ 名称: 隐患, 量词: 处 }}]\n", include_str!("../../data/yunling/office.yaml"));
    let template = format!("{}{RECKONED}", include_str!("../../data/yunling/templates/weekly.md"));
    // The third office counts its complaints, the fourth counts on, the fifth compares.
    let room = both_offices()
        .file("data/yunling/office.yaml", office)
        .file("data/yunling/2022/2022-03-14.yaml", next)
        .file("data/yunling/templates/weekly.md", template)
        .file("data/anhe/office.yaml", include_str!("../offices/anhe/office.yaml"))
        .file("data/anhe/2023-05-01.yaml", include_str!("../offices/anhe/2023-05-01.yaml"))
        .file("data/nanpu/office.yaml", include_str!("../offices/nanpu/office.yaml"))
        .file("data/nanpu/2024-03-04.yaml", include_str!("../offices/nanpu/2024-03-04.yaml"))
        .file("data/compared/office.yaml", COMPARING)
        .file("data/compared/2026-04.yaml", month(2026, 4, 20))
        .file("data/compared/2026-05.yaml", month(2026, 5, 24))
        .file("data/compared/2025-05.yaml", month(2025, 5, 40));
    let listed: BTreeSet<String> =
        figures(&room, &[]).iter().filter_map(|figure| Some(figure["name"].as_str()?.to_owned())).collect();
    let help = room.run(&["explain", "--help"]).stdout;
    let named = help.split_once("可以问的数：").unwrap().1;
    let named: BTreeSet<String> = named.split_whitespace().collect::<String>().split('、').map(str::to_owned).collect();
    assert_eq!(listed, named);

    let lone_path = room.run(&["explain", "data/panlong"]);
    assert_eq!(lone_path.status, 0, "{}", lone_path.stderr);
    assert!(lone_path.stdout.starts_with("panlong 2021-01-08\n  执法检查（出动人次）：100余\n"));
    assert!(lone_path.stdout.contains("\n  满意件数：15（这一期没有印出）\n") && !lone_path.stdout.contains("yunling"));
}

#[test]
fn a_misspelt_name_is_a_wrong_call_and_a_name_that_this_week_has_not_is_none() {
    let said = Room::real().run(&["explain", "平均办节时长"]);
    assert_eq!((said.status, said.stdout.as_str()), (2, ""));
    assert!(said.stderr.contains("是不是想写「平均办结时长」？"), "{}", said.stderr);
    assert!(said.stderr.contains("未报送单位"), "{}", said.stderr);

    let absent = Room::real().run(&["explain", "查处案件数"]);
    assert_eq!((absent.status, absent.stdout.as_str()), (0, "这里的各周都没有「查处案件数」\n"));
}

#[test]
fn a_week_with_an_error_is_told_and_the_others_are_explained() {
    let next = WEEK.replace("2021-01-08, 止: 2021-01-14", "2021-01-15, 止: 2021-01-21").replace("44分钟", "44分种");
    let room = Room::real().file("data/panlong/2021/2021-01-15.yaml", next);
    let said = room.run(&["explain", "平均办结时长"]);
    assert_eq!(said.status, 1);
    assert!(said.stdout.contains("平均办结时长：13.16") && !said.stdout.contains("2021-01-15"), "{}", said.stdout);
    assert!(said.stderr.contains("2021-01-15.yaml:78:"), "{}", said.stderr);
    let alone = room.run(&["explain", "平均办节时长", "data/panlong/2021/2021-01-15.yaml"]);
    assert_eq!(alone.status, 1, "nothing could be looked up: {}", alone.stderr);
}

const WEEKLY: &str = "data/panlong/templates/weekly.md";

#[test]
fn while_a_paper_cannot_be_composed_it_is_told_why_and_what_the_record_says_is_explained() {
    let room = Room::real();
    let broken =
        std::fs::read_to_string(room.path(WEEKLY)).unwrap().replace("署名: \"{{ office.name }}\"", "署名: \"\"");
    let room = room.file(WEEKLY, broken);
    // A figure, of which no sentence can be shown.
    let said = room.run(&["explain", "平均办结时长", WEEK_FILE]);
    assert_eq!(said.status, 1, "{}", said.stdout);
    assert!(said.stdout.contains("平均办结时长：13.16"), "{}", said.stdout);
    assert!(said.stdout.contains("算法: 79 分钟 ÷ 6 件"), "{}", said.stdout);
    assert!(said.stdout.contains("文中: 有文书没有做成，印不印还不知道"), "{}", said.stdout);
    assert!(said.stderr.contains("错误[") && said.stderr.contains("weekly.md"), "{}", said.stderr);
    // A value of the record that has no name.
    let value = room.run(&["explain", "2021-01-15", WEEK_FILE]);
    assert!(value.stdout.contains("照录"), "{}{}", value.stdout, value.stderr);
}

#[test]
fn a_record_with_an_error_is_explained_as_far_as_it_can_be_read() {
    let wrong = WEEK.replace("期号: 2 ", "统计截止: 2022-05-01\n期号: 2 ");
    let room = Room::real().file(WEEK_FILE, &wrong);
    let said = room.run(&["explain", "平均办结时长", WEEK_FILE]);
    assert_eq!(said.status, 1);
    assert!(said.stderr.contains("错误[week-counted-until]"), "{}", said.stderr);
    assert!(said.stdout.contains("平均办结时长：13.16"), "{}", said.stdout);
    assert!(said.stdout.contains("文中: 有文书没有做成，印不印还不知道"), "{}", said.stdout);
}

#[test]
fn a_fine_that_the_weekly_prints_is_told_with_its_sentence() {
    let office = "名称: 甲镇执法队\n行政区: 甲镇\n简称: 甲镇执法队\n自称: 我队\n\
                  上级: { 名称: 甲镇人民政府, 简称: 镇政府, 文内: 镇政府 }\n周报名称: 甲镇执法周报\n\
                  取舍: { 办法: 四舍五入, 小数位: 2 }\n";
    let week = "周期: { 起: 2024-03-04, 止: 2024-03-10 }\n期号: 9\n成文: 2024-03-11\n\
                查处案件: [{ 对象: 甲店, 案由: 无证经营, 罚款: 500 }]\n";
    let room = Room::empty().file("data/jia/office.yaml", office).file("data/jia/2024-03-04.yaml", week);
    for asked in ["罚款", "500"] {
        let said = room.run(&["explain", asked]).stdout;
        let told = "罚款（甲店）：500\n  |\n  = 文中: weekly：查处甲店无证经营一案，罚款【500】元。\n";
        assert!(said.contains(told), "{said}");
        assert!(!said.contains("模板计算"), "{said}");
    }
}

/// An office that compares its complaints.
const COMPARING: &str = "\
名称: 甲县热线办\n行政区: 甲县\n简称: 甲县热线办\n自称: 我办\n\
上级: { 名称: 甲县人民政府, 简称: 县政府, 文内: 县政府 }\n周报名称: 热线月报\n报送周期: 月\n\
取舍: { 办法: 四舍五入, 小数位: 2 }\n投诉平台: [{ 名称: 电话 }]\n投诉对比: [环比, 同比]\n投诉占比: 是\n";

fn month(year: u32, month: u32, complaints: u32) -> String {
    let days = if month == 4 { 30 } else { 31 };
    let period = format!("周期: {{ 起: {year}-0{month}-01, 止: {year}-0{month}-{days} }}");
    format!("{period}\n期号: {month}\n成文: {year}-0{}-03\n投诉: {{ 电话: {complaints} }}\n", month + 1)
}
