//! `number`: which papers get which document numbers, and what is said of it.

use crate::program::{OFFICE, Room, Said, WEEK, WEEK_FILE, quiet_office, quiet_week};
use std::fs;

fn read(room: &Room, path: &str) -> String {
    fs::read_to_string(room.path(path)).unwrap()
}

/// The real week, whose second reply has no number yet.
fn without_second() -> String {
    let line = WEEK.lines().find(|line| line.starts_with("    文号: 2 ")).unwrap();
    WEEK.replace(&format!("{line}\n"), "")
}

/// What a run said, and how it ended.
fn whole(said: &Said) -> (i32, &str, &str) {
    (said.status, said.stdout.as_str(), said.stderr.as_str())
}

#[test]
fn a_reply_without_a_number_gets_the_next_one() {
    let room = Room::sample().file(WEEK_FILE, without_second());
    let checked = room.run(&["check"]);
    assert_eq!(checked.status, 1);
    assert!(checked.stderr.contains("错误[notice-number-missing]: 这里少了「文号」\n"), "{}", checked.stderr);

    let asked = room.run(&["number", "--dry-run"]);
    let would = format!("{WEEK_FILE}:38：notice-8 编为 盘旅调〔2021〕2号（没有写入）\n");
    assert_eq!(whole(&asked), (0, would.as_str(), "1 个指挥中心，1 周，会编 1 个文号，没有发现问题"));
    assert_eq!(read(&room, WEEK_FILE), without_second());

    let done = room.run(&["number"]);
    let does = format!("{WEEK_FILE}:38：notice-8 编为 盘旅调〔2021〕2号\n");
    assert_eq!(whole(&done), (0, does.as_str(), "1 个指挥中心，1 周，编好 1 个文号，没有发现问题"));
    assert_eq!(read(&room, WEEK_FILE), WEEK.replace("    文号: 2                         # 样例", "    文号: 2"));
    assert_eq!(room.tree("data/panlong").len(), 2, "nothing is left beside the record");
    assert_eq!(room.run(&["check"]).status, 0);

    let again = room.run(&["number"]);
    assert_eq!(whole(&again), (0, "", "1 个指挥中心，1 周，没有编文号，没有发现问题"));
}

#[test]
fn programs_read_what_was_given() {
    let room = Room::sample().file(WEEK_FILE, without_second());
    let said = room.run(&["number", WEEK_FILE, "--message-format", "json"]);
    let lines: Vec<serde_json::Value> = said.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let numbered = serde_json::json!({
        "reason": "numbered", "office": "panlong", "week": "2021-01-08", "kind": "notice", "number": 8, "unit": null,
        "item": null, "year": 2021, "document_number": 2, "text": "盘旅调〔2021〕2号", "file": WEEK_FILE, "line": 38,
        "written": true,
    });
    assert_eq!(lines[0], numbered);
    assert_eq!((&lines[1]["reason"], &lines[1]["numbered"], lines.len()), (&"finished".into(), &1.into(), 2));
}

/// An office whose weekly is a 公文, with a reminder to each silent unit.
fn numbered_office() -> String {
    let papers = "\n文书:\n  - { 代号: weekly, 模板: weekly, 版式: 公文 }\n  - { 代号: notice, 模板: notice, 每: 通报单 }\n  \
                  - { 代号: reminder, 模板: reminder, 每: 未报单位, 版式: 公文 }\n";
    format!("{}{papers}", quiet_office().replace("\n归档:", "\n# 归档:"))
}

/// A quiet week in which all but two units sent their report.
fn week_with_silent_units(start: &str, end: &str, issue: u32) -> String {
    let silent = ["区信访局", "区民宗局"];
    let (_, members) = OFFICE.split_once("成员单位:\n").unwrap();
    let names = members.lines().map_while(|line| line.strip_prefix("  - "));
    let sent: Vec<&str> = names.filter(|name| !silent.contains(name)).collect();
    format!(
        "{}报送: {{ 上报: [], 收到: [{{ 文书: 旅游市场秩序整治周报, 单位: [{}] }}] }}\n",
        quiet_week(start, end, issue),
        sent.join(", ")
    )
}

#[test]
fn papers_of_several_weeks_are_numbered_in_the_order_of_their_days() {
    let (second, third) = ("data/panlong/2021/2021-01-15.yaml", "data/panlong/2021/2021-01-22.yaml");
    let with_weekly = WEEK.replace("成文: 2021-01-15 ", "文号: 3\n成文: 2021-01-15 ");
    let room = Room::empty()
        .file(
            "data/panlong/office.yaml",
            format!("{}文号留用:\n  - {{ 年: 2021, 号: [5, 6], 用途: 督查通报 }}\n", numbered_office()),
        )
        .file(WEEK_FILE, with_weekly)
        .file(third, quiet_week("2021-01-22", "2021-01-28", 4))
        .file(second, week_with_silent_units("2021-01-15", "2021-01-21", 3).replace('\n', "\r\n"));
    let first = room.run(&["number", second, third]);
    let expected = format!(
        "{second}:4：weekly 编为 盘旅调〔2021〕4号\n\
         {second}:7：reminder-区信访局 编为 盘旅调〔2021〕7号\n\
         {second}:8：reminder-区民宗局 编为 盘旅调〔2021〕8号\n\
         {third}:4：weekly 编为 盘旅调〔2021〕9号\n"
    );
    assert_eq!(whole(&first), (0, expected.as_str(), "1 个指挥中心，2 周，编好 4 个文号，没有发现问题"));
    let numbers = "成文: 2021-01-21\r\n文号: 4\r\n各件文号:\r\n  reminder:\r\n    区信访局: 7\r\n    区民宗局: 8\r\n";
    let was = week_with_silent_units("2021-01-15", "2021-01-21", 3).replace('\n', "\r\n");
    assert_eq!(read(&room, second), was.replace("成文: 2021-01-21\r\n", numbers));
    // The first week has silent units too, which were not asked for.
    let checked = room.run(&["check"]);
    assert!(!checked.stderr.contains("[number-"), "{}", checked.stderr);
    assert_eq!(checked.stderr.matches("错误[").count(), 3, "{}", checked.stderr);
}

#[test]
fn each_year_begins_with_one_and_an_earlier_day_is_told() {
    let (old, new) = ("data/panlong/2021/2021-12-24.yaml", "data/panlong/2021/2021-12-31.yaml");
    let numbered = |text: String, number: u32| text.replace("执法检查", &format!("文号: {number}\n执法检查"));
    let room = Room::empty()
        .file("data/panlong/office.yaml", numbered_office())
        .file("data/panlong/2021/2021-12-17.yaml", numbered(quiet_week("2021-12-17", "2021-12-23", 51), 112))
        .file(old, quiet_week("2021-12-24", "2021-12-30", 52))
        .file(new, quiet_week("2021-12-31", "2022-01-06", 1));
    let said = room.run(&["number", new]);
    assert_eq!(said.stdout, format!("{new}:4：weekly 编为 盘旅调〔2022〕1号\n"));
    let said = room.run(&["number", "--year", "2022"]);
    assert_eq!(whole(&said), (0, "", "1 个指挥中心，3 周，没有编文号，没有发现问题"));
    let said = room.run(&["number"]);
    assert_eq!(said.stdout, format!("{old}:4：weekly 编为 盘旅调〔2021〕113号\n"));

    let late = room.file(old, quiet_week("2021-12-10", "2021-12-16", 50));
    let said = late.run(&["number"]);
    let told = format!("{old}:4：weekly 编为 盘旅调〔2021〕113号；112 号是 2021-12-23 的，比这一份晚\n");
    assert_eq!((said.status, said.stdout), (0, told));
}

#[test]
fn a_paper_whose_form_needs_none_gets_one_only_where_its_kind_is_named() {
    let room = Room::quiet();
    assert_eq!(room.run(&["number"]).stdout, "");
    let said = room.run(&["number", "--kind", "weekly"]);
    assert_eq!((said.status, said.stdout), (0, format!("{WEEK_FILE}:5：weekly 编为 盘旅调〔2021〕3号\n")));
    let unknown = room.run(&["number", "--kind", "weakly"]);
    let expected = "错误：「--kind <文种>」不能是「weakly」\n  帮助：是不是想写「weekly」？可以写：notice、weekly\n  \
                    zhoubao --help 列出全部命令和选项";
    assert_eq!(whole(&unknown), (2, "", expected));
}

#[test]
fn a_record_with_other_errors_gets_no_number_and_the_others_do() {
    let next = "data/panlong/2021/2021-01-15.yaml";
    let room = Room::empty()
        .file("data/panlong/office.yaml", numbered_office())
        .file(WEEK_FILE, without_second().replace("    上报: 2021-01-12\n", ""))
        .file(next, quiet_week("2021-01-15", "2021-01-21", 3));
    let said = room.run(&["number", next]);
    let expected = format!(
        "错误[number-unassigned]: 这一份通报单写了文号，没有写上报，不知道是哪一年的号，没有编文号\n  --> {WEEK_FILE}:23:9\n"
    );
    assert_eq!((said.status, said.stdout.as_str()), (1, ""));
    assert!(said.stderr.starts_with(&expected), "{}", said.stderr);

    let wrong = without_second().replace("成文: 2021-01-15 ", "文号: 1\n成文: 2021-01-15 ");
    let room = room.file(WEEK_FILE, wrong);
    let said = room.run(&["number"]);
    assert_eq!((said.status, said.stdout), (1, format!("{next}:4：weekly 编为 盘旅调〔2021〕2号\n")));
    assert!(said.stderr.contains("错误[number-repeated]: 文号 1 在 2021 年用了两次\n"), "{}", said.stderr);
    assert!(
        said.stderr.contains(&format!("错误[number-unassigned]: 「{WEEK_FILE}」里有要先改好的问题，没有编文号\n")),
        "{}",
        said.stderr
    );
}

#[test]
fn where_a_record_cannot_be_read_nobody_knows_the_last_number() {
    let next = "data/panlong/2021/2021-01-15.yaml";
    let room = Room::empty()
        .file("data/panlong/office.yaml", numbered_office())
        .file(WEEK_FILE, WEEK.replace("期号: 2 ", "期号: 二 "))
        .file(next, quiet_week("2021-01-15", "2021-01-21", 3));
    for more in [&["number", next][..], &["number", next, "--dry-run"]] {
        let said = room.run(more);
        assert_eq!((said.status, said.stdout.as_str()), (1, ""));
        let named = format!("错误[number-unassigned]: 「{WEEK_FILE}」读不出，不知道已经编到几号，没有编文号\n");
        assert!(said.stderr.contains(&named), "{}", said.stderr);
        assert!(said.stderr.contains("错误[value-wrong]"), "{}", said.stderr);
    }
    assert_eq!(read(&room, next), quiet_week("2021-01-15", "2021-01-21", 3));

    let room = room.file(WEEK_FILE, WEEK).file("data/panlong/2021/别处.yaml/1.txt", "");
    let said = room.run(&["number", next]);
    let expected = "错误[number-unassigned]: 「data/panlong」里有读不出的文件夹，不知道已经编到几号，没有编文号\n";
    assert_eq!(
        (said.status, said.stdout.as_str(), said.stderr.matches("错误[").count()),
        (1, "", 2),
        "{}",
        said.stderr
    );
    assert!(said.stderr.contains(expected), "{}", said.stderr);
}

#[test]
fn numbers_kept_for_other_papers_are_passed_over_and_void_ones_too() {
    let room = Room::quiet().file(WEEK_FILE, without_second());
    let kept = room.run(&["number", "data/panlong", "--reserve", "2", "--year", "2021", "--reason", "督查通报, 两份"]);
    let expected = "data/panlong/office.yaml:15：留用 2021 年的 2、3 号（督查通报, 两份）\n";
    assert_eq!(whole(&kept), (0, expected, "1 个指挥中心，登记了 2 个文号，没有发现问题"));
    let void = ["number", "data/panlong", "--void", "4", "--year", "2021", "--reason", "撤回"];
    let said = room.run(&void);
    let expected = "data/panlong/office.yaml:17：作废 2021 年的 4 号（撤回）\n";
    assert_eq!(whole(&said), (0, expected, "1 个指挥中心，登记了 1 个文号，没有发现问题"));
    let code = "发文代字: 盘旅调                    # 样例\n";
    let added = "文号留用:\n  - { 年: 2021, 号: [2, 3], 用途: '督查通报, 两份' }\n文号作废:\n  - { 年: 2021, 号: [4], 理由: 撤回 }\n";
    assert_eq!(read(&room, "data/panlong/office.yaml"), quiet_office().replace(code, &format!("{code}{added}")));

    let said = room.run(&["number"]);
    assert_eq!(said.stdout, format!("{WEEK_FILE}:38：notice-8 编为 盘旅调〔2021〕5号\n"));
    let checked = room.run(&["check"]);
    assert_eq!((checked.status, checked.stderr.as_str()), (0, "1 个指挥中心，1 周，已认可 3 处"));

    let again = room.run(&void);
    let told = "错误[number-unassigned]: 2021 年的 4 号已经在「文号作废」里，没有再写\n";
    assert!(again.status == 1 && again.stderr.starts_with(told), "{}", again.stderr);
    let used = room.run(&["number", "data/panlong", "--void", "5", "--year", "2021", "--reason", "撤回"]);
    let told = "错误[number-unassigned]: 2021 年的 5 号用着，没有作废\n";
    assert!(used.status == 1 && used.stderr.starts_with(told), "{}", used.stderr);
    let early = room.run(&["number", "data/panlong", "--void", "7", "--year", "2021", "--reason", "撤回"]);
    let told = "错误[number-unassigned]: 2021 年还没有编到 7 号，没有作废\n";
    assert!(early.status == 1 && early.stderr.starts_with(told), "{}", early.stderr);
}

#[test]
fn setting_numbers_aside_wants_to_know_of_which_office_which_year_and_why() {
    let room = Room::quiet().file("data/other/office.yaml", quiet_office());
    let several = room.run(&["number", "--reserve", "1", "--year", "2021", "--reason", "督查"]);
    let expected = "错误：留用、作废文号要写明是哪一个指挥中心，这里有 2 个\n  \
                    帮助：写上它的文件夹，例如 zhoubao number data/panlong --reserve 1 --year 2026 --reason 督查通报";
    assert_eq!(whole(&several), (2, "", expected));
    let see_help = "\n  zhoubao --help 列出全部命令和选项";
    let lacking = room.run(&["number", "data/panlong", "--reserve", "1"]);
    assert_eq!(whole(&lacking), (2, "", format!("错误：少了「--year <年份>、--reason <说明>」{see_help}").as_str()));
    let nothing = room.run(&["number", "data/panlong", "--void", "0", "--year", "2021", "--reason", "甲"]);
    assert_eq!(nothing.status, 2);
    let empty = room.run(&["number", "data/panlong", "--void", "1", "--year", "2021", "--reason", "甲\n乙"]);
    let expected = format!("错误：「--reason <说明>」的值写得不对\n  帮助：写成一行，不能是空的{see_help}");
    assert_eq!(whole(&empty), (2, "", expected.as_str()));
}

#[test]
fn what_was_sent_is_numbered_no_more() {
    let room = Room::quiet();
    assert_eq!(room.run(&["build", "--seal"]).status, 0);
    let said = room.run(&["number", "--kind", "weekly"]);
    let expected =
        format!("错误[number-unassigned]: 「{WEEK_FILE}」的文书已经封存，或者封存的文书用到它，没有编文号\n");
    assert!(said.status == 1 && said.stdout.is_empty() && said.stderr.starts_with(&expected), "{}", said.stderr);
    assert_eq!(read(&room, WEEK_FILE), WEEK);
    // Where the papers lie elsewhere.
    fs::rename(room.path("output"), room.path("papers")).unwrap();
    assert_eq!(room.run(&["number", "--kind", "weekly", "--out", "papers"]).status, 1);
    assert_eq!(room.run(&["build", "--out", "papers", "--unseal"]).status, 0);
    assert_eq!(room.run(&["number", "--kind", "weekly", "--out", "papers"]).status, 0);
}

#[test]
fn a_record_that_may_not_be_written_stays_as_it_is() {
    let room = Room::sample().file(WEEK_FILE, without_second());
    let path = room.path(WEEK_FILE);
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    let said = room.run(&["number"]);
    let expected = format!("错误[write-mend]: 「{WEEK_FILE}」是只读的，没有改\n");
    assert!(said.status == 3 && said.stdout.is_empty() && said.stderr.starts_with(&expected), "{}", said.stderr);
    assert_eq!(read(&room, WEEK_FILE), without_second());
}

#[test]
fn where_it_is_not_sure_how_to_write_the_line_is_told() {
    let odd = quiet_week("2021-01-08", "2021-01-14", 2).replace("成文: ", "? 成文\n: ");
    let room = Room::quiet().file(WEEK_FILE, &odd);
    let said = room.run(&["number", "--kind", "weekly"]);
    let expected = format!(
        "错误[number-unassigned]: 「{WEEK_FILE}」的写法少见，拿不准 1 号写在哪里，编到这里停下\n |\n \
         = 帮助: 请手工在最外层写一行「文号: 1」，再运行一次\n"
    );
    assert!(said.status == 1 && said.stdout.is_empty() && said.stderr.starts_with(&expected), "{}", said.stderr);
    assert_eq!(read(&room, WEEK_FILE), odd);
}

/// A paper whose template is broken is told; the others get their numbers.
#[test]
fn of_a_paper_that_cannot_be_made_nobody_knows_whether_it_needs_a_number() {
    let room = Room::quiet().file(WEEK_FILE, without_second());
    let room = room.file("data/panlong/templates/weekly.md", "---\n标题: \"{{ office.nmae }}\"\n---\n正文\n");
    let said = room.run(&["number"]);
    assert_eq!((said.status, said.stdout), (1, format!("{WEEK_FILE}:38：notice-8 编为 盘旅调〔2021〕2号\n")));
    let told = format!("错误[number-unassigned]: 「{WEEK_FILE}」的 weekly 还做不成，不知道要不要文号，没有编\n");
    assert!(said.stderr.contains(&told) && said.stderr.contains("错误[template]"), "{}", said.stderr);
    assert_eq!(room.run(&["number", "--kind", "notice"]).status, 0);
}

/// A reply that was given and numbered, and stands in the next week once more.
#[test]
fn a_reply_that_is_written_twice_takes_no_second_number() {
    let next = "data/panlong/2021/2021-01-15.yaml";
    let notice = WEEK.split("通报单:\n").nth(1).unwrap().split("  - 编号: 8").next().unwrap();
    let twice: String =
        notice.lines().filter(|line| !line.starts_with("    文号")).map(|line| format!("{line}\n")).collect();
    let week = format!("{}通报单:\n{twice}", quiet_week("2021-01-15", "2021-01-21", 3));
    let room = Room::quiet().file(next, &week);
    let said = room.run(&["number"]);
    assert_eq!((said.status, said.stdout.as_str()), (1, ""));
    assert!(said.stderr.contains("警告[notice-replied-twice]"), "{}", said.stderr);
    assert_eq!(read(&room, next), week);
}

/// Two at once: the second waits for the first, and goes when it is asked to.
#[cfg(unix)]
#[test]
fn a_run_waits_for_another_and_may_be_stopped_meanwhile() {
    use std::process::{Command, Stdio};
    let room = Room::sample().file(WEEK_FILE, without_second());
    let other = fs::File::open(room.path("data/panlong")).unwrap();
    other.lock().unwrap();
    let waiting = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_zhoubao"));
        let command = command.arg("number").current_dir(room.path(".")).stdout(Stdio::piped()).stderr(Stdio::piped());
        let run = command.spawn().unwrap();
        std::thread::sleep(std::time::Duration::from_millis(1500));
        run
    };
    let stopped = waiting();
    assert!(Command::new("sh").args(["-c", &format!("kill -TERM {}", stopped.id())]).status().unwrap().success());
    let said = stopped.wait_with_output().unwrap();
    assert_eq!((said.status.code(), said.stdout.len()), (Some(130), 0));
    assert_eq!(read(&room, WEEK_FILE), without_second());

    let run = waiting();
    other.unlock().unwrap();
    let said = run.wait_with_output().unwrap();
    let told = String::from_utf8(said.stderr).unwrap();
    assert!(told.starts_with("另一个 zhoubao 正在往「data/panlong」里写，等它做完……\n"), "{told}");
    let expected = format!("{WEEK_FILE}:38：notice-8 编为 盘旅调〔2021〕2号\n");
    assert_eq!((said.status.code(), String::from_utf8(said.stdout).unwrap()), (Some(0), expected));
}

const CASES_OFFICE: &str = "\
名称: 甲市市场监管局
行政区: 甲市
简称: 市市场监管局
自称: 我局
上级: { 名称: 乙省市场监管局, 简称: 省局, 文内: 省局 }
周报名称: 市场监管周报
取舍: { 办法: 四舍五入, 小数位: 1 }
发文代字: 甲市监
台账:
  - { 名称: 处罚案件, 量词: 件, 栏: [{ 名称: 文书号, 类型: 编号 }, { 名称: 结案, 类型: 日期, 可缺: 是 }] }
文书:
  - { 代号: weekly, 模板: weekly }
  - { 代号: decision, 模板: decision, 每: { 台账: 处罚案件, 当: 结案 } }
";

const DECISION: &str = "---\n版式: 公文\n标志: 甲市市场监管局文件\n标题: 决定\n\
    文号: \"{% if paper.document_number %}{{ office.document_code }}〔{{ week.dated | year }}〕{{ paper.document_number }}号{% endif %}\"\n\
    ---\n{{ item.文书号 }}已经结案。\n";

/// The form stands in the office's own template alone.
#[test]
fn a_paper_to_each_item_of_a_ledger_gets_a_number_under_the_items_name() {
    let file = "data/甲市/2026-03-02.yaml";
    let week = "周期: { 起: 2026-03-02, 止: 2026-03-08 }\n期号: 9\n成文: 2026-03-09\n\
                各件文号: { decision: { 甲罚〔2026〕4号: 7 } }\n台账:\n  处罚案件:\n    \
                - { 文书号: 甲罚〔2026〕4号, 结案: 2026-03-03 }\n    - { 文书号: \"甲罚[2026]5号\", 结案: 2026-03-04 }\n    \
                - { 文书号: 甲罚〔2026〕6号 }\n";
    let room = Room::empty()
        .file("data/甲市/office.yaml", CASES_OFFICE)
        .file("data/甲市/templates/decision.md", DECISION)
        .file(file, week);
    let said = room.run(&["number"]);
    let expected = format!("{file}:4：decision-甲罚-2026-5号 编为 甲市监〔2026〕8号\n");
    assert_eq!(whole(&said), (0, expected.as_str(), "1 个指挥中心，1 周，编好 1 个文号，没有发现问题"));
    assert_eq!(read(&room, file), week.replace("4号: 7 }", "4号: 7, '甲罚[2026]5号': 8 }"));
    assert_eq!(room.run(&["number"]).stdout, "");
}
