//! Damaged data: what the writer sees, and that nothing half-done is left.

use crate::program::{OFFICE, Room, WEEK, WEEK_FILE, quiet_week};

#[test]
fn a_slip_is_shown_with_its_line_and_the_fix() {
    let room = Room::sample().file(WEEK_FILE, WEEK.replace("止: 2021-01-14", "止: 2021-02-30"));
    let said = room.run(&["check"]);
    let expected = "\
错误[value-wrong]: 日期「2021-02-30」不存在：2021年2月没有30日
 --> data/panlong/2021/2021-01-08.yaml:2:25
  |
2 | 周期: { 起: 2021-01-08, 止: 2021-02-30 }
  |                             ^^^^^^^^^^
  |
  = 帮助: 2021年2月是 1 日到 28 日
1 个指挥中心，1 周，错误 1 处，警告 0 处，已认可 3 处";
    assert_eq!((said.status, said.stderr.as_str(), said.stdout.as_str()), (1, expected, ""));
}

#[test]
fn all_problems_of_all_files_are_told_and_only_the_good_weeks_are_made() {
    let other = quiet_week("2021-01-15", "2021-01-21", 3);
    let damaged =
        WEEK.replace("期号: 2", "期号: 〇").replace("状态: 处理中", "状态: 处里中").replace("  12301平台: []\n", "");
    let room = Room::sample()
        .file("data/panlong/2021/2021-01-15.yaml", other)
        .file("data/panlong/2021/2021-01-22.yaml", &damaged)
        .file("data/panlong/2021/2021-01-29.yaml", "周期: [");
    let said = room.run(&["build"]);
    assert_eq!(said.status, 1);
    let places: Vec<_> = said.stderr.lines().filter_map(|line| line.trim().strip_prefix("--> ")).collect();
    let files = |name: &str| places.iter().filter(|place| place.contains(name)).count();
    let errors = said.stderr.lines().filter(|line| line.starts_with("错误[")).count();
    assert_eq!((files("2021-01-22.yaml"), files("2021-01-29.yaml"), errors), (3, 1, 4), "{}", said.stderr);
    let made = room.output();
    assert_eq!(made.len(), 8);
    assert!(made.iter().all(|(name, _)| name.contains("2021-01-08/") || name.contains("2021-01-15/")));
    assert!(said.stderr.ends_with("有错误的那一周没有出文书；改好后再运行一次即可"), "{}", said.stderr);
}

#[test]
fn json_findings_carry_code_place_and_fix() {
    let room = Room::sample().file(WEEK_FILE, WEEK.replace("状态: 办结, 办结时长: 44分钟", "状态: 办结"));
    let said = room.run(&["check", "--message-format", "json"]);
    let found = said.stdout.lines().find(|line| line.contains("complaint-time-missing")).unwrap();
    let finding: serde_json::Value = serde_json::from_str(found).unwrap();
    assert_eq!((&finding["reason"], &finding["code"]), (&"diagnostic".into(), &"complaint-time-missing".into()));
    assert_eq!(finding["severity"], "error");
    let line = WEEK.lines().position(|line| line.contains("44分钟")).unwrap() + 1;
    assert_eq!(
        (finding["spans"][0]["line"].as_u64(), &finding["spans"][0]["primary"]),
        (Some(line as u64), &true.into())
    );
    assert!(finding["help"].as_str().unwrap().contains("办结时长"));
    assert_eq!(said.status, 1);
}

#[test]
fn papers_that_would_replace_each_other_are_refused() {
    let room = Room::sample().file("data/panlong/2021/again.yaml", WEEK);
    let said = room.run(&["build"]);
    assert!(said.stderr.contains("有两个文件的周期都从 2021-01-08 开始"), "{}", said.stderr);
    assert_eq!((said.status, room.output().len()), (1, 6));
    for file in [WEEK_FILE, "data/panlong/2021/again.yaml"] {
        let said = room.run(&["check", file]);
        assert!(
            said.stderr.contains(&format!("--> {file}:2:")) && said.stderr.contains("week-twice"),
            "{}",
            said.stderr
        );
    }
    let room = Room::sample().file(WEEK_FILE, WEEK.replace("编号: 8", "编号: 6"));
    let said = room.run(&["build"]);
    assert!(said.stderr.contains("通报单编号 6 写了两次"), "{}", said.stderr);
    assert_eq!((said.status, room.output().len()), (1, 0));
}

#[test]
fn notices_of_one_number_from_several_senders_each_have_a_reply() {
    let other = WEEK.replace("  - 编号: 8\n", "  - 编号: 6\n    来文单位: 五华区旅游市场监管综合指挥中心\n");
    let room = Room::sample().file(WEEK_FILE, other);
    let said = room.run(&["build", "--format", "pdf", "--kind", "notice"]);
    let made = ["output/panlong/2021-01-08/notice-6.pdf", "output/panlong/2021-01-08/notice-6-2.pdf"];
    assert_eq!((said.status, said.stdout), (0, made.map(|path| format!("{path}\n")).concat()), "{}", said.stderr);
}

#[cfg(unix)]
#[test]
fn a_linked_folder_is_not_passed_over_in_silence() {
    let room = Room::sample().file("elsewhere/2022.yaml", WEEK);
    std::os::unix::fs::symlink(room.path("elsewhere"), room.path("data/panlong/2022")).unwrap();
    let said = room.run(&["check"]);
    assert!(said.stderr.contains("警告[read-link]: 「data/panlong/2022」"), "{}", said.stderr);
    assert_eq!(said.status, 0);
}

#[test]
fn an_office_file_with_errors_holds_up_its_weeks_and_their_errors_are_told_too() {
    let office = crate::program::OFFICE.replace("办法: 截断", "办法: 截段");
    let room =
        Room::sample().file("data/panlong/office.yaml", office).file(WEEK_FILE, WEEK.replace("期号: 2", "期号: 二"));
    let said = room.run(&["build"]);
    assert!(said.stderr.contains("是不是想写「截断」？") && said.stderr.contains("期号"), "{}", said.stderr);
    assert_eq!((said.status, room.output().len()), (1, 0));
}

#[test]
fn a_character_that_no_font_has_is_an_error_where_it_stands() {
    let room = Room::sample().file(WEEK_FILE, WEEK.replace("姓名: 梁某某", "姓名: 梁\u{2A6D6}某"));
    let said = room.run(&["build"]);
    let line = WEEK.lines().position(|line| line.contains("梁某某")).unwrap() + 1;
    assert!(said.stderr.contains(&format!("{WEEK_FILE}:{line}:")), "{}", said.stderr);
    assert!(
        said.stderr.starts_with("错误[font-glyph]: 哪种字体里都没有「\u{2A6D6}」这个字（U+2A6D6）"),
        "{}",
        said.stderr
    );
    let made: Vec<_> = room.output().into_iter().map(|(name, _)| name).collect();
    let others = ["docx", "pdf"].map(|end| format!("panlong/2021-01-08/notice-6.{end}"));
    assert_eq!((said.status, &made[..]), (1, &others[..]), "he is named in the weekly and in the other reply");
}

#[test]
fn rare_characters_of_names_print_by_a_fallback() {
    let room = Room::sample().file(WEEK_FILE, WEEK.replace("刘某某", "镕喆旸堃㛃昇玥珺㎡"));
    assert_eq!(room.run(&["build"]).status, 0);
    assert!(
        room.word_text("output/panlong/2021-01-08/weekly.docx").contains("投诉人镕喆旸堃㛃昇玥珺㎡（19900000001）")
    );
}

#[test]
fn whatever_a_writer_types_prints_as_typed() {
    let hostile =
        "*甲*_乙_**丙** # 丁 <b>戊</b> [己](庚) `辛` &amp; \\ {{ 7*7 }} {% if x %} $x$ @ref ~ \"引\" 1. 壬 | - 癸";
    let week = WEEK.replace(
        "    反映: 有网民在{来源}留言，反映在{被投诉}游览、消费时与商家发生纠纷。        # 样例",
        &format!("    反映: |\n      1. {hostile}\n      # 子\n      - 丑\n          寅\n      > 卯\n      ---\n      #let 辰"),
    );
    let room = Room::real().file(WEEK_FILE, week);
    let said = room.run(&["build"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    let text = room.word_text("output/panlong/2021-01-08/notice-6.docx");
    let paragraphs: Vec<_> = text.lines().map(str::trim).collect();
    for typed in [&format!("1. {hostile}")[..], "# 子", "- 丑", "寅", "> 卯", "---", "#let 辰。"] {
        assert!(paragraphs.contains(&typed), "{typed} is not among {paragraphs:#?}");
    }
}

#[test]
fn what_would_leave_a_hole_or_cannot_be_is_an_error() {
    for (from, to, message) in [
        ("被投诉: 电力公司", "被投诉: \" \"", "这里是空白，文书里会缺字"),
        ("姓名: 刘某某", "姓名: \"刘\\n某\"", "这一项只能写一行，不能换行"),
        ("满意: 15", "满意: 16", "「满意」16 件，比退换货的件数还多"),
        ("状态: 办结, 办结时长: 44分钟", "状态: 处理中, 办结时长: 44分钟", "还在处理，却写了「办结时长」"),
    ] {
        let room = Room::sample().file(WEEK_FILE, WEEK.replace(from, to));
        let said = room.run(&["build"]);
        let line = WEEK.lines().position(|line| line.contains(from)).unwrap() + 1;
        assert!(said.stderr.contains(message), "{}", said.stderr);
        assert!(said.stderr.contains(&format!("{WEEK_FILE}:{line}:")), "{}", said.stderr);
        assert_eq!((said.status, room.output().len()), (1, 0));
    }
}

#[test]
fn what_would_be_told_or_filed_twice_is_an_error() {
    let platform = "  - { 名称: 数字旅游平台 }\n";
    let papers =
        "文书:\n  - { 代号: notice, 模板: notice, 每: 通报单 }\n  - { 代号: notice-6, 模板: weekly, 每: 周 }\n";
    for (office, week, message) in [
        (OFFICE.replace(platform, &platform.repeat(2)), WEEK.to_owned(), "「投诉平台」里的「数字旅游平台」写了两次"),
        (format!("{OFFICE}{papers}"), WEEK.to_owned(), "代号「notice-6」会与另一种文书写到同一个文件"),
        (OFFICE.to_owned(), WEEK.replace("- 区司法局", "- 区财政局"), "「单位」里的「区财政局」写了两次"),
        (OFFICE.to_owned(), WEEK.replace("44分钟", "4294967295分钟"), "超过一年"),
        (
            OFFICE.replace("名称: 数字旅游平台", "名称: 数字\t旅游平台"),
            WEEK.to_owned(),
            "看不见的制表符（Tab，U+0009）",
        ),
        (OFFICE.to_owned(), WEEK.replace("电力公司", "电力\t公司"), "看不见的制表符（Tab，U+0009）"),
        (OFFICE.to_owned(), WEEK.replace("电力公司", "电力\u{200b}公司"), "这里有一个看不见的字符（U+200B）"),
    ] {
        let room = Room::sample().file("data/panlong/office.yaml", office).file(WEEK_FILE, week);
        let said = room.run(&["build"]);
        assert!(said.stderr.contains(message), "{message}: {}", said.stderr);
        assert_eq!((said.status, room.output().len()), (1, 0));
    }
}

#[test]
fn a_superior_with_a_wrong_character_is_pointed_out() {
    let from = "    收到: 2021-01-11\n    来文单位: 昆明市旅游市场监管综合调渡指挥中心";
    let room = Room::sample().file(WEEK_FILE, WEEK.replacen("    收到: 2021-01-11", from, 1));
    let said = room.run(&["check"]);
    assert!(said.stderr.contains("与上级「昆明市旅游市场监管综合调度指挥中心」只差一个字"), "{}", said.stderr);
    assert!(said.stderr.contains(&format!("{WEEK_FILE}:12:11")), "{}", said.stderr);
    assert_eq!(said.status, 0);
}
