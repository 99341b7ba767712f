//! `check --fix`: what is changed, shown and kept.

use crate::program::{OFFICE, Room, WEEK, WEEK_FILE};
use std::fs;

fn read(room: &Room, path: &str) -> Vec<u8> {
    fs::read(room.path(path)).unwrap()
}

/// The last line up to what was found, where that is nothing but what the sample acknowledges.
fn without_acknowledged(stderr: &str) -> &str {
    let last = stderr.lines().next_back().unwrap_or_default();
    let (counted, found) = last.rsplit_once('，').unwrap_or_default();
    assert!(found == "没有发现问题" || found.starts_with("已认可"), "{stderr}");
    &last[..counted.len() + '，'.len_utf8()]
}

fn slips() -> String {
    WEEK.replace("期号: 2 ", "期号：２ ").replace("收到: 2021-01-11", "收到: 2021年1月11日")
}

#[test]
fn what_is_certain_is_fixed_after_it_is_shown() {
    let room = Room::sample().file(WEEK_FILE, slips());
    let said = room.run(&["check", "--fix"]);
    let expected = format!(
        "\
--- {WEEK_FILE}
+++ {WEEK_FILE}
@@ -1,5 +1,5 @@
 # 2021年第2期周报的记录。投诉人已隐去真名真号；标有“样例”的是真实周报没有写、为演示编的。
 周期: {{ 起: 2021-01-08, 止: 2021-01-14 }}
-期号：２                             # 样例
+期号: 2                             # 样例
 成文: 2021-01-15                    # 样例
 
@@ -9,5 +9,5 @@
 通报单:
   - 编号: 6
-    收到: 2021年1月11日
+    收到: 2021-01-11
     来源: 人民网地方领导留言板
     投诉人: {{ 姓名: 刘某某, 电话: \"199****0001\" }}
已改正 {WEEK_FILE}：3 处，原文件在 {WEEK_FILE}.bak
"
    );
    assert_eq!(said.stdout, expected);
    assert_eq!((said.status, without_acknowledged(&said.stderr)), (0, "1 个指挥中心，1 周，改正 3 处，"));
    assert_eq!(read(&room, WEEK_FILE), WEEK.as_bytes());
    assert_eq!(read(&room, &format!("{WEEK_FILE}.bak")), slips().as_bytes());

    let again = room.run(&["check", "--fix"]);
    assert_eq!((again.status, again.stdout.as_str()), (0, ""));
    assert_eq!(without_acknowledged(&again.stderr), "1 个指挥中心，1 周，");
    assert!(!room.path(&format!("{WEEK_FILE}.bak1")).exists());
}

#[test]
fn what_is_only_likely_waits_for_a_yes() {
    let damaged = WEEK.replace("被投诉: 电力公司", "被投拆: 电力公司");
    let room = Room::sample().file(WEEK_FILE, &damaged);
    let listed = room.run(&["check", "--fix"]);
    assert_eq!((listed.status, listed.stdout.as_str()), (1, ""));
    assert!(listed.stderr.contains("  = 改正: 改为「被投诉」；zhoubao check --fix 会问过你再改"), "{}", listed.stderr);
    assert_eq!(read(&room, WEEK_FILE), damaged.as_bytes());

    let done = room.run(&["check", "--fix", "--yes", WEEK_FILE]);
    assert_eq!((done.status, without_acknowledged(&done.stderr)), (0, "1 个指挥中心，1 周，改正 1 处，"));
    assert_eq!(read(&room, WEEK_FILE), WEEK.as_bytes());
}

#[test]
fn line_ends_marks_and_other_encodings() {
    let crlf = |text: &str| format!("\u{feff}{}", text.replace('\n', "\r\n"));
    let windows = Room::sample().file(WEEK_FILE, crlf(&slips())).file("data/panlong/office.yaml", crlf(OFFICE));
    assert_eq!(windows.run(&["check", "--fix"]).status, 0);
    assert_eq!(read(&windows, WEEK_FILE), crlf(WEEK).as_bytes());

    let file = "data/盘龙 指挥中心/2021 年/第 2 期.yaml";
    let (gb18030, _, _) = encoding_rs::GB18030.encode(WEEK);
    let room = Room::empty().file("data/盘龙 指挥中心/office.yaml", OFFICE).file(file, &gb18030);
    let said = room.run(&["check", "--fix"]);
    let expected =
        format!("--- {file}\n+++ {file}\n  （编码改为 UTF-8，文字不变）\n已改正 {file}：1 处，原文件在 {file}.bak\n");
    assert_eq!((said.status, said.stdout), (0, expected));
    assert_eq!((read(&room, file), read(&room, &format!("{file}.bak"))), (WEEK.as_bytes().to_vec(), gb18030.to_vec()));
}

#[test]
fn one_slip_may_hide_the_next() {
    let damaged = slips()
        .replace("    收到: 2021-01-12", "    收到：2021-01-12")
        .replace("执法检查: {", "执法检查:{")
        .replace("推诿诱导: 0 }", "推诿诱导: ０ ｝")
        .replace("电力公司", "电力\u{200b}公司");
    let room = Room::sample().file(WEEK_FILE, damaged);
    let said = room.run(&["check", "--fix"]);
    assert_eq!((said.status, said.stdout.matches("已改正").count()), (0, 1), "{}", said.stderr);
    assert_eq!(read(&room, WEEK_FILE), WEEK.as_bytes());
}

#[test]
fn the_office_s_own_file_is_fixed_too_and_templates_are_left_alone() {
    let room = Room::sample()
        .file("data/panlong/office.yaml", OFFICE.replace("小数位: 2 }", "小数位: 2 ｝"))
        .file("data/panlong/templates/weekly.md", "+++\n标题：甲\n+++\n");
    let template = read(&room, "data/panlong/templates/weekly.md");
    room.run(&["check", "--fix", "--yes"]);
    assert_eq!(read(&room, "data/panlong/office.yaml"), OFFICE.as_bytes());
    assert_eq!(read(&room, "data/panlong/templates/weekly.md"), template);
}

#[test]
fn no_backup_is_ever_replaced() {
    let room = Room::sample().file(WEEK_FILE, slips()).file(&format!("{WEEK_FILE}.bak"), "older");
    let said = room.run(&["check", "--fix", "--message-format", "json"]);
    let fixed: serde_json::Value = serde_json::from_str(said.stdout.lines().next().unwrap()).unwrap();
    let backup = format!("{WEEK_FILE}.bak1");
    let diff = fixed["diff"].as_str().unwrap();
    assert!(diff.starts_with(&format!("--- {WEEK_FILE}\n")) && diff.contains("\n-期号：２ "), "{diff}");
    let expected =
        serde_json::json!({"reason": "fixed", "file": WEEK_FILE, "edits": 3, "backup": backup, "diff": diff});
    assert_eq!(fixed, expected);
    assert_eq!(read(&room, &format!("{WEEK_FILE}.bak")), b"older");
    assert_eq!(read(&room, &backup), slips().as_bytes());
    let said = room.run(&["check"]);
    assert_eq!(without_acknowledged(&said.stderr), "1 个指挥中心，1 周，", "backups are no weeks");
}

#[test]
fn a_file_that_may_not_be_written_is_left_as_it_is() {
    let room = Room::sample().file(WEEK_FILE, slips());
    let path = room.path(WEEK_FILE);
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    let said = room.run(&["check", "--fix"]);
    assert_eq!(said.status, 3, "{}", said.stderr);
    let message = format!("错误[write-mend]: 「{WEEK_FILE}」是只读的，没有改");
    assert!(said.stderr.starts_with(&message), "{}", said.stderr);
    assert_eq!(read(&room, WEEK_FILE), slips().as_bytes());
    assert!(!room.path(&format!("{WEEK_FILE}.bak")).exists());
}

#[cfg(unix)]
#[test]
fn links_and_permissions_stay() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let room = Room::sample().file("elsewhere/real.yaml", slips());
    let (real, link) = (room.path("elsewhere/real.yaml"), room.path(WEEK_FILE));
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
    fs::remove_file(&link).unwrap();
    symlink(&real, &link).unwrap();
    assert_eq!(room.run(&["check", "--fix"]).status, 0);
    assert!(link.symlink_metadata().unwrap().is_symlink());
    assert_eq!(fs::read(&real).unwrap(), WEEK.as_bytes());
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&real), mode(&room.path(&format!("{WEEK_FILE}.bak")))), (0o640, 0o640));
}

#[test]
fn a_value_keeps_its_quotes_and_an_acknowledged_finding_stays() {
    let damaged =
        WEEK.replace("\"19900000001\"", "'１９９０００００００１'").replace("金额: 42565.00", "金额: \"¥42,565.00\"");
    let room = Room::sample().file(WEEK_FILE, damaged);
    assert_eq!(room.run(&["check", "--fix", "--yes"]).status, 0);
    let expected = WEEK.replace("\"19900000001\"", "'19900000001'").replace("42565.00", "\"42565.00\"");
    assert_eq!(String::from_utf8(read(&room, WEEK_FILE)).unwrap(), expected);
}

#[test]
fn wrong_calls() {
    let room = Room::sample();
    let said = room.run(&["check", "--yes"]);
    assert_eq!(said.status, 2);
    assert!(said.stderr.starts_with("错误：少了「--fix」"), "{}", said.stderr);
}

/// The sample with one more section in it, whose text stands as `text` in the file, fixed.
fn section_fixed(text: &str) -> String {
    let with = |text: &str| format!("{WEEK}章节:\n  - 标题: 其他工作\n    正文: {text}\n");
    let room = Room::sample().file(WEEK_FILE, with(text));
    room.run(&["check", "--fix", "--yes"]);
    let now = String::from_utf8(read(&room, WEEK_FILE)).unwrap();
    now.split_once("    正文: ").unwrap().1.trim_end().to_owned()
}

#[test]
fn behind_escapes_only_the_slip_is_changed() {
    for (typed, fixed) in [
        ("'商家称''不退''，共检查１２家商户。'", "'商家称‘不退’，共检查12家商户。'"),
        (r#""第一行。\n第二行共检查１２家商户。""#, r#""第一行。\n第二行共检查12家商户。""#),
        (r#""\u7b2c一批共检查１２家商户。""#, r#""\u7b2c一批共检查12家商户。""#),
        ("\"第一批\\\n      共检查１２家商户。\"", "\"第一批\\\n      共检查12家商户。\""),
    ] {
        assert_eq!(section_fixed(typed), fixed);
    }
}

#[test]
fn no_fix_makes_a_file_that_cannot_be_read() {
    assert_eq!(section_fixed("ｎｕｌｌ"), "ｎｕｌｌ");
}

#[test]
fn no_place_is_fixed_twice_in_one_run() {
    let fixed = section_fixed("会议回复盖章单位。");
    assert!(fixed == "会议回覆盖章单位。" || fixed == "会议回复盖章单位。", "{fixed}");
}

#[test]
fn an_address_is_fixed_whole() {
    assert_eq!(section_fixed("详见ｈｔｔｐｓ：／／ａ．ｃｎ／１，共１２家。"), "详见https://a.cn/1，共12家。");
    assert_eq!(section_fixed("第一批：１２家。"), "第一批：12家。");
}

#[test]
fn registered_names_are_not_fixed_in_one_file_only() {
    let office = OFFICE.replace("名称: 12301", "名称: １２３０１");
    assert_ne!(office, OFFICE);
    let room = Room::sample().file("data/panlong/office.yaml", &office);
    room.run(&["check", "--fix", "--yes", "data/panlong/office.yaml"]);
    assert_eq!(String::from_utf8(read(&room, "data/panlong/office.yaml")).unwrap(), office);
}

#[test]
fn a_tab_becomes_what_stands_beside_it_or_nothing() {
    let damaged = WEEK.replacen("    收到: 2021-01-11", "\t收到: 2021-01-11", 1);
    let room = Room::sample().file(WEEK_FILE, damaged);
    room.run(&["check", "--fix", "--yes"]);
    assert_eq!(String::from_utf8(read(&room, WEEK_FILE)).unwrap(), WEEK);
}

#[test]
fn big5_is_not_taken_for_gb18030() {
    let (big5, _, damaged) =
        encoding_rs::BIG5.encode("週期: { 起: 2021-01-08, 止: 2021-01-14 }\n期號: 2\n通報單: []\n");
    assert!(!damaged);
    let room = Room::sample().file(WEEK_FILE, &big5);
    let said = room.run(&["check", "--fix", "--yes"]);
    assert_eq!((said.status, read(&room, WEEK_FILE)), (1, big5.to_vec()));
    assert!(said.stderr.contains("拿不准是哪一种编码"), "{}", said.stderr);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    use std::process::{Command, Stdio};
    let room = Room::sample();
    for arguments in [&["check", "--message-format", "json"][..], &["explain"], &["schema"], &["--help"]] {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let mut program = Command::new(env!("CARGO_BIN_EXE_zhoubao"));
        let said = program.args(arguments).current_dir(room.path(".")).stdout(Stdio::from(full)).output().unwrap();
        let stderr = String::from_utf8_lossy(&said.stderr);
        assert_eq!(said.status.code(), Some(3), "{arguments:?}: {stderr}");
        assert!(stderr.contains("标准输出写不进去"), "{stderr}");
    }
}

#[test]
fn figures_are_told_to_people_or_as_json() {
    let said = Room::sample().run(&["explain", "--message-format", "sarif"]);
    assert_eq!((said.status, said.stdout.as_str()), (2, ""));
    assert!(said.stderr.starts_with("错误：「--message-format"), "{}", said.stderr);
    assert!(said.stderr.contains("human、json"), "{}", said.stderr);
}

#[test]
fn no_fix_drops_invents_or_guesses_a_letter_or_a_digit() {
    for (right, typed) in [
        ("\"19900000001\"", "1.99E+10"),
        ("\"19900000001\"", "12345转8"),
        ("\"19900000001\"", "12345 8"),
        ("\"19900000001\"", "+86 19900000001"),
        ("止: 2021-01-14", "止: 2021-03-31"),
        ("起: 2021-01-08", "起: 2021-01-01"),
        ("期号: 2 ", "期号: 第2期 "),
        ("期号: 2 ", "期号: 02 "),
        ("期号: 2 ", "期号: 2O "),
        ("期号: 2 ", "期号: 2，3 "),
        ("金额: 42565.00", "金额: 42565.00元"),
        ("金额: 42565.00", "金额: 4.2565万元"),
        ("金额: 42565.00", "金额: 42565.5"),
        ("收到: 2021-01-11", "收到: 2O21-01-11"),
        ("收到: 2021-01-11", "收到: 2020-01-11"),
    ] {
        let damaged = WEEK.replacen(right, typed, 1);
        assert_ne!(damaged, WEEK, "{right}");
        let room = Room::sample().file(WEEK_FILE, &damaged);
        let said = room.run(&["check", "--fix", "--yes"]);
        assert_eq!(String::from_utf8(read(&room, WEEK_FILE)).unwrap(), damaged, "{typed}: {}", said.stdout);
        let is_told = ["错误[", "警告[", "建议["].iter().any(|severity| said.stderr.contains(severity));
        assert!(is_told, "{typed}: {}", said.stderr);
    }
}

#[test]
fn utf_32_is_converted_where_it_is_whole_and_refused_where_it_is_not() {
    let little = |text: &str| text.chars().flat_map(|c| u32::from(c).to_le_bytes()).collect::<Vec<u8>>();
    let big = |text: &str| text.chars().flat_map(|c| u32::from(c).to_be_bytes()).collect::<Vec<u8>>();
    let marked = format!("\u{feff}{WEEK}");
    for whole in [little(&marked), big(&marked), little(WEEK), big(WEEK)] {
        let room = Room::sample().file(WEEK_FILE, &whole);
        assert!(room.run(&["check"]).stderr.contains("不是 UTF-8 编码，看来是 UTF-32"));
        let said = room.run(&["check", "--fix", "--yes"]);
        assert_eq!((said.status, read(&room, WEEK_FILE)), (0, WEEK.as_bytes().to_vec()), "{}", said.stderr);
    }
    let cut = little(&marked)[..4001].to_vec();
    let no_character = [little(&marked), vec![0, 0, 0x11, 0]].concat();
    let with_nul = little(&format!("{marked}\0"));
    let unmarked = big(WEEK)[..4001].to_vec();
    for damaged in [cut, no_character, with_nul, unmarked] {
        let room = Room::sample().file(WEEK_FILE, &damaged);
        let said = room.run(&["check", "--fix", "--yes"]);
        assert_eq!((said.status, read(&room, WEEK_FILE)), (1, damaged), "{}", said.stderr);
    }
}

#[cfg(unix)]
#[test]
fn a_record_with_a_second_name_is_left_alone() {
    let room = Room::sample().file(WEEK_FILE, slips());
    fs::hard_link(room.path(WEEK_FILE), room.path("data/panlong/other-name")).unwrap();
    let said = room.run(&["check", "--fix"]);
    assert_eq!(said.status, 3, "{}", said.stderr);
    let message = format!("错误[write-mend]: 「{WEEK_FILE}」是硬链接，同一个文件有 2 个名称，没有改");
    assert!(said.stderr.contains(&message), "{}", said.stderr);
    assert_eq!(read(&room, WEEK_FILE), slips().as_bytes());
    assert!(!room.path(&format!("{WEEK_FILE}.bak")).exists());
}

#[cfg(target_os = "linux")]
#[test]
fn owner_group_and_extended_attributes_stay() {
    use rustix::fs::{XattrFlags, getxattr, setxattr};
    use std::os::unix::fs::MetadataExt as _;
    let room = Room::sample().file(WEEK_FILE, slips());
    let path = room.path(WEEK_FILE);
    // Only the administrator may give files away; where tests run as somebody else the owner is his own.
    let _ = std::os::unix::fs::chown(&path, Some(1234), Some(4321));
    let has_attributes = setxattr(&path, "user.note", b"kept", XattrFlags::empty()).is_ok();
    let before = fs::metadata(&path).unwrap();
    assert_eq!(room.run(&["check", "--fix"]).status, 0);
    let after = fs::metadata(&path).unwrap();
    assert_eq!(read(&room, WEEK_FILE), WEEK.as_bytes());
    assert_eq!((after.uid(), after.gid(), after.mode()), (before.uid(), before.gid(), before.mode()));
    let mut value = [0; 16];
    let length = getxattr(&path, "user.note", &mut value).unwrap_or(0);
    assert_eq!(&value[..length], if has_attributes { &b"kept"[..] } else { b"" });
}
