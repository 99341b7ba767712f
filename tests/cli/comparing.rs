//! A paper compares its week with the one before, and with the same one of the year before.

use std::fs;

use crate::program::{Room, Said, WEEK, quiet_office, quiet_week};

const TEMPLATE: &str = r#"---
标题: {{ office.weekly_name }}
主送: {{ office.superior.name }}：
署名: {{ office.name }}
日期: {{ week.dated | full_date }}
---
{{ week.this_period }}受理投诉{{ complaints.total }}件
{%- if before %}，较上期{{ complaints.total | change(from=before.complaints.total, unit="件") }}，其中办结{{ complaints.closed | change_percent(from=before.complaints.closed, zero="上期为0") }}{% endif %}
{%- if year_before %}，较上年同期{{ complaints.total | change(from=year_before.complaints.total, unit="件") }}{% endif %}。
{%- if before %}上期检查{{ before.inspections["检查家次"] }}家次。{% endif %}
"#;

const FIRST: &str = "data/panlong/2021/2021-01-08.yaml";
const SECOND: &str = "data/panlong/2021/2021-01-15.yaml";

/// A week with so many complaints, all of them closed.
fn week(start: &str, end: &str, issue: u32, complaints: usize) -> String {
    let closed = "{ 被投诉: 云南中青国际旅行社有限公司, 转办: 区文化和旅游局, 状态: 办结 }";
    let complaints = vec![closed; complaints].join(", ");
    quiet_week(start, end, issue).replace("智旅通投诉平台: []", &format!("智旅通投诉平台: [{complaints}]"))
}

/// An office whose papers are weeklies alone.
fn office() -> Room {
    let papers = "文书: [{ 代号: weekly, 模板: weekly, 每: 周 }]\n";
    let quiet =
        quiet_office().replace("轻重: {", "轻重: { complaint-twice: 不查, week-gap: 不查, issue-skipped: 不查,");
    Room::empty().file("data/panlong/office.yaml", quiet + papers).file("data/panlong/templates/weekly.md", TEMPLATE)
}

fn two_weeks(before: usize, now: usize) -> Room {
    office()
        .file(FIRST, week("2021-01-08", "2021-01-14", 2, before))
        .file(SECOND, week("2021-01-15", "2021-01-21", 3, now))
}

fn built(room: &Room) -> Said {
    let said = room.run(&["build"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    said
}

/// The sentence of the weekly of a week.
fn sentence(room: &Room, start: &str) -> String {
    let text = room.word_text(&format!("output/panlong/{start}/weekly.docx"));
    text.lines().find(|line| line.contains("受理投诉")).unwrap().to_owned()
}

#[test]
fn a_week_is_compared_with_the_one_before() {
    for (before, now, told) in [
        (3, 5, "本周受理投诉5件，较上期增加2件，其中办结上升66.66%。上期检查0家次。"),
        (5, 3, "本周受理投诉3件，较上期减少2件，其中办结下降40%。上期检查0家次。"),
        (3, 3, "本周受理投诉3件，较上期持平，其中办结持平。上期检查0家次。"),
        (0, 3, "本周受理投诉3件，较上期增加3件，其中办结上期为0。上期检查0家次。"),
        (0, 0, "本周受理投诉0件，较上期持平，其中办结持平。上期检查0家次。"),
    ] {
        let room = two_weeks(before, now);
        built(&room);
        assert_eq!(sentence(&room, "2021-01-15"), told);
        assert_eq!(sentence(&room, "2021-01-08"), format!("本周受理投诉{before}件。"), "nothing lies before it");
    }
}

#[test]
fn a_week_is_compared_with_the_one_52_weeks_before() {
    let room = two_weeks(3, 5)
        .file("data/panlong/2020/2020-01-17.yaml", week("2020-01-17", "2020-01-23", 3, 9))
        .file("data/panlong/2020/2020-02-01.yaml", week("2020-02-01", "2020-02-07", 5, 8));
    built(&room);
    let told = "本周受理投诉5件，较上期增加2件，其中办结上升66.66%，较上年同期减少4件。上期检查0家次。";
    assert_eq!(sentence(&room, "2021-01-15"), told);
    assert_eq!(sentence(&room, "2021-01-08"), "本周受理投诉3件。", "the week of 10 January 2020 is not recorded");
}

#[test]
fn a_paper_calls_another_week_as_it_is_seen_from_its_own() {
    let template = TEMPLATE.replace("较上期", "较{{ before.week.this_period }}");
    let template = template.replace("较上年同期", "较{{ year_before.week.this_period }}");
    let room = two_weeks(3, 5)
        .file("data/panlong/2020/2020-01-17.yaml", week("2020-01-17", "2020-01-23", 3, 9))
        .file("data/panlong/templates/weekly.md", template);
    built(&room);
    let told = "本周受理投诉5件，较上周增加2件，其中办结上升66.66%，较上年同期减少4件。上期检查0家次。";
    assert_eq!(sentence(&room, "2021-01-15"), told);
}

#[test]
fn where_a_week_is_missing_between_them_nothing_is_compared() {
    let room = office()
        .file(FIRST, week("2021-01-08", "2021-01-14", 2, 3))
        .file("data/panlong/2021/2021-01-22.yaml", week("2021-01-22", "2021-01-28", 4, 5));
    built(&room);
    assert_eq!(sentence(&room, "2021-01-22"), "本周受理投诉5件。");
}

#[test]
fn a_paper_is_made_anew_when_the_week_before_it_says_something_else() {
    let room = two_weeks(3, 5);
    built(&room);
    let manifest = room.manifest("panlong");
    let line = manifest.lines().find(|line| line.contains(" 2021-01-15/weekly.pdf ")).unwrap();
    let records: Vec<&str> = line.split(' ').filter_map(|word| word.strip_prefix("week=")).collect();
    let names: Vec<&str> = records.iter().map(|record| record.split_once(':').unwrap().0).collect();
    assert_eq!(names, ["2021/2021-01-15.yaml", "2021/2021-01-08.yaml"]);

    assert!(built(&room).stderr.contains("4 个文件（其中 4 个未变）"));
    let room = room.file(FIRST, week("2021-01-08", "2021-01-14", 2, 4));
    let said = room.run(&["build", "--explain-stale", SECOND]);
    assert!(said.stdout.contains("用到的另一期记录「2021/2021-01-08.yaml」变了"), "{} {}", said.stdout, said.stderr);
    built(&room);
    assert!(sentence(&room, "2021-01-15").contains("较上期增加1件"));

    // A remark in it changes no paper, and the next run knows that.
    let room = room.file(FIRST, week("2021-01-08", "2021-01-14", 2, 4) + "# 核对过\n");
    let before = room.output();
    built(&room);
    assert_eq!(room.output(), before);
    assert_eq!(room.run(&["verify", "--rebuild"]).status, 0);
}

#[test]
fn what_verify_makes_again_says_that_the_week_before_has_changed() {
    let room = two_weeks(3, 5);
    built(&room);
    assert_eq!(room.run(&["verify", "--rebuild"]).status, 0);
    let room = room.file(FIRST, week("2021-01-08", "2021-01-14", 2, 4));
    let said = room.run(&["verify", "--rebuild", SECOND]);
    assert_eq!(said.status, 1);
    assert!(said.stderr.contains("从这里起不同：用到的另一期记录「2021/2021-01-08.yaml」变了"), "{}", said.stderr);
}

#[test]
fn a_sealed_week_keeps_to_the_week_before_as_it_was_sent() {
    let room = two_weeks(3, 5);
    let said = room.run(&["build", "--seal", SECOND]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    assert_eq!(built(&room).status, 0, "the week before is no other week's record");

    let room = room.file(FIRST, week("2021-01-08", "2021-01-14", 2, 4));
    let said = room.run(&["build", SECOND]);
    assert_eq!(said.status, 1);
    let told = "「output/panlong/2021-01-15/weekly.docx」已经封存，但是用到的另一期记录「2021/2021-01-08.yaml」变了";
    assert!(said.stderr.contains(told), "{}", said.stderr);
    let alone = room.run(&["build", FIRST]);
    let told = "「output/panlong/2021-01-15」的文书已经封存，它的记录（2021/2021-01-08.yaml）却变了，或者不见了";
    assert!(alone.stderr.contains(told), "{}", alone.stderr);

    // Taking the seal off the week before leaves the other's in its place.
    let room = two_weeks(3, 5);
    assert_eq!(room.run(&["build", "--seal"]).status, 0);
    let said = room.run(&["build", "--unseal", FIRST]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    let sealed = room.manifest("panlong");
    let sealed: Vec<&str> = sealed.lines().filter(|line| line.contains(" sealed sum=")).collect();
    assert!(sealed.len() == 2 && sealed.iter().all(|line| line.contains("2021-01-15/")), "{sealed:#?}");
}

#[test]
fn a_package_holds_the_record_of_the_week_before() {
    let room = office()
        .file("data/panlong/2020/2020-12-25.yaml", week("2020-12-25", "2020-12-31", 52, 3))
        .file("data/panlong/2021/2021-01-01.yaml", week("2021-01-01", "2021-01-07", 1, 5));
    built(&room);
    let said = room.run(&["build", "--package", "2021"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    let records = room.tree("output/panlong/package/panlong-2021/data/records");
    let names: Vec<&str> = records.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["2020/2020-12-25.yaml", "2021/2021-01-01.yaml", "office.yaml", "templates/weekly.md"]);
    assert_eq!(room.run(&["verify"]).status, 0);
}

#[test]
fn explain_leads_into_the_other_week_s_file() {
    let room = two_weeks(1, 2);
    let said = room.run(&["explain", "模板增减", SECOND]);
    let of_both = [
        "模板增减：增加1件\n",
        "  = 算法: 2 − 1 = 1\n --> data/panlong/2021/2021-01-15.yaml:5:59\n",
        "\n ::: data/panlong/2021/2021-01-08.yaml:5:59\n",
        "模板增减：上升100%\n",
        "  = 算法: 2 − 1 = 1；1 ÷ 1 = 100%，截断到 2 位小数\n --> data/panlong/2021/2021-01-15.yaml:5:98\n",
    ];
    assert!(of_both.iter().all(|part| said.stdout.contains(part)), "{}", said.stdout);

    // A figure of the other week is told as that.
    let template = TEMPLATE.replace("上期检查", "上期受理{{ before.complaints.total }}件，检查");
    let room = room.file("data/panlong/templates/weekly.md", template);
    let said = room.run(&["explain", "投诉件数", SECOND]);
    assert!(
        said.stdout.contains("投诉件数：2\n") && said.stdout.contains("投诉件数（上一期）：1\n"),
        "{}",
        said.stdout
    );
}

#[test]
fn an_error_in_the_week_before_keeps_the_paper_from_being_made() {
    let broken = week("2021-01-08", "2021-01-14", 2, 3).replace("满意: 0", "满意: 一些");
    let room = two_weeks(3, 5).file(FIRST, broken);
    let said = room.run(&["check", SECOND]);
    let expected = "\
错误[week-compared]: 模板要用上一期的数，上一期的记录有错误：「data/panlong/2021/2021-01-08.yaml」
 --> data/panlong/2021/2021-01-15.yaml:1:5
  |
1 | 周期: { 起: 2021-01-15, 止: 2021-01-21 }
  |       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 这一期的文书没有做
  |
 ::: data/panlong/2021/2021-01-08.yaml:6:";
    assert_eq!(said.status, 1);
    assert!(said.stderr.contains(expected), "{}", said.stderr);
    let said = room.run(&["build"]);
    assert_eq!(said.status, 1);
    assert!(!room.path("output/panlong/2021-01-15").exists());

    // So it is where its prose cannot be filled in.
    let room = two_weeks(3, 5).file(FIRST, WEEK.replacen("投诉人{投诉人}", "投诉人{投诉入}", 1));
    let said = room.run(&["check", SECOND]);
    assert_eq!(
        said.stderr.matches("错误[week-compared]: 模板要用上一期的数，上一期的记录有错误").count(),
        1,
        "{}",
        said.stderr
    );
    assert!(said.stderr.contains("{投诉入}") && !said.stderr.contains("错误[prose-field]"), "{}", said.stderr);

    // Where not even its days can be read, it may be the week before; but not where that is known.
    let room = two_weeks(3, 5).file(FIRST, "周期: [\n");
    let said = room.run(&["check", SECOND]);
    let told = "模板要用上一期的数，有一份记录读不出周期，不知道是不是上一期：「data/panlong/2021/2021-01-08.yaml」";
    assert!(said.stderr.contains(told), "{}", said.stderr);
    let room = two_weeks(3, 5).file("data/panlong/2021/2021-01-22.yaml", "周期: [\n");
    let template = TEMPLATE.replace("year_before", "before");
    let room = room.file("data/panlong/templates/weekly.md", template);
    assert_eq!(room.run(&["build", SECOND]).status, 0);
}

#[test]
fn of_a_long_archive_only_the_weeks_are_made_anew_that_a_change_reaches() {
    let mut room = office();
    let day = |week: u32| {
        let days = 7 * week;
        format!("2021-{:02}-{:02}", 1 + days / 28, 1 + days % 28)
    };
    let path = |at: u32| format!("data/panlong/2021/{}.yaml", day(at));
    let record = |at: u32, complaints| {
        let (month, first) = (1 + 7 * at / 28, 1 + 7 * at % 28);
        week(&day(at), &format!("2021-{month:02}-{:02}", first + 6), at + 1, complaints)
    };
    for at in 0..20 {
        room = room.file(&path(at), record(at, 1));
    }
    let cache = room.path("cache").to_str().unwrap().to_owned();
    let run = |room: &Room, arguments: &[&str]| room.run_with(arguments, &[("XDG_CACHE_HOME", &cache)]);
    assert_eq!(run(&room, &["build"]).status, 0);
    assert!(run(&room, &["build"]).stderr.contains("40 个文件（其中 40 个未变）"));
    let room = room.file(&path(7), record(7, 2));
    let said = run(&room, &["build"]);
    assert!(said.stderr.contains("40 个文件（其中 36 个未变）"), "the week and the one behind it: {}", said.stderr);
    assert!(sentence(&room, &day(8)).contains("较上期减少1件"));
    assert!(run(&room, &["build"]).stderr.contains("40 个文件（其中 40 个未变）"));
}

#[test]
fn persons_of_the_week_before_are_hidden_like_this_one_s() {
    let template = TEMPLATE.replace("上期检查", "上期投诉人{{ before.notices[0].complainant }}，检查");
    let room = office().file(FIRST, WEEK).file(SECOND, week("2021-01-15", "2021-01-21", 3, 1));
    let room = room.file("data/panlong/templates/weekly.md", template);
    let said = room.run(&["explain", SECOND]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    let said = room.run(&["explain", "增加1件", SECOND]);
    let shown = said.stdout + &said.stderr;
    assert!(!shown.contains("19900000001"), "{shown}");
}

#[test]
fn what_is_not_there_is_asked_for_first() {
    let template = TEMPLATE.replace("{%- if before %}，较", "{%- if true %}，较");
    let room = two_weeks(3, 5).file("data/panlong/templates/weekly.md", template);
    let said = room.run(&["check", FIRST]);
    assert_eq!(said.status, 1);
    let told = "没有「before」这项内容";
    assert!(said.stderr.contains(told), "{}", said.stderr);
    assert!(said.stderr.contains("这一期没有它，用 {% if before %} 判断"), "{}", said.stderr);
}

#[test]
fn a_template_that_names_no_other_week_reads_none() {
    let room =
        two_weeks(3, 5).file("data/panlong/templates/weekly.md", TEMPLATE.split("{%- if before").next().unwrap());
    let room = room.file(FIRST, week("2021-01-08", "2021-01-14", 2, 3).replace("满意: 0", "满意: 一些"));
    assert_eq!(room.run(&["build", SECOND]).status, 0);
    let manifest = fs::read_to_string(room.path("output/panlong/manifest.txt")).unwrap();
    assert!(!manifest.contains("2021-01-08.yaml"), "{manifest}");
}

#[test]
fn a_change_is_found_by_its_number_alone() {
    let room = two_weeks(3, 5);
    for (asked, told) in [("66.66%", "办结【上升66.66%】"), ("2件", "较上期【增加2件】")] {
        let said = room.run(&["explain", asked, SECOND]);
        assert!(said.stdout.contains(told), "{} {}", said.stdout, said.stderr);
    }
    let said = room.run(&["explain", "6.66%", SECOND]);
    assert!(said.stderr.contains("没有「6.66%」这个数"), "{}", said.stderr);
}

#[test]
fn what_the_week_before_does_not_have_is_told_with_its_file() {
    let template = TEMPLATE
        .replace("上期检查{{ before.inspections[", "上期查处{{ before.cases.count }}起，检查{{ before.inspections[");
    let room = two_weeks(3, 5).file("data/panlong/templates/weekly.md", template);
    let said = room.run(&["check", SECOND]);
    assert_eq!(said.status, 1, "{}", said.stderr);
    for told in ["没有「cases」这个字段\n", &format!(" ::: {FIRST}:1:1\n"), "上一期的记录"] {
        assert!(said.stderr.contains(told), "{told}: {}", said.stderr);
    }
}
