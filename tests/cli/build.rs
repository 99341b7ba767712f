//! Building: what is made, where, and that it is always the same.

use crate::program::{OFFICE, Room, WEEK, WEEK_FILE};

const SIX: [&str; 6] = [
    "output/panlong/2021-01-08/weekly.docx",
    "output/panlong/2021-01-08/weekly.pdf",
    "output/panlong/2021-01-08/notice-6.docx",
    "output/panlong/2021-01-08/notice-6.pdf",
    "output/panlong/2021-01-08/notice-8.docx",
    "output/panlong/2021-01-08/notice-8.pdf",
];

#[test]
fn a_week_gives_six_files_and_a_second_run_leaves_them_alone() {
    let room = Room::sample();
    let first = room.run(&["build"]);
    assert_eq!(first.stdout, SIX.map(|path| format!("{path}\n")).concat());
    assert_eq!((first.status, first.stderr.as_str()), (0, "1 个指挥中心，1 周，6 个文件，已认可 6 处"));
    let second = room.run(&["build"]);
    assert_eq!(second.stdout, SIX.map(|path| format!("{path}（未变）\n")).concat());
    assert_eq!(second.stderr, "1 个指挥中心，1 周，6 个文件（其中 6 个未变），已认可 6 处");
    assert!(!room.run(&["build", "--force"]).stdout.contains("未变"));
}

#[test]
fn no_reply_is_due_for_an_open_notice() {
    let (before, rest) = WEEK.split_once("    上报: 2021-01-14\n").unwrap();
    let (_, after) = rest.split_once("\n\n现场受理").unwrap();
    let room = Room::sample().file(WEEK_FILE, format!("{before}    状态: 处理中\n\n现场受理{after}"));
    let said = room.run(&["build", "--format", "pdf"]);
    let made = ["output/panlong/2021-01-08/weekly.pdf", "output/panlong/2021-01-08/notice-6.pdf"];
    assert_eq!((said.status, said.stdout), (0, made.map(|path| format!("{path}\n")).concat()), "{}", said.stderr);
}

#[test]
fn json_is_one_object_a_line_as_the_contract_says() {
    let room = Room::sample();
    let said = room.run(&["build", "data", "--message-format", "json"]);
    let objects: Vec<serde_json::Value> = said.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let told: Vec<_> = objects
        .iter()
        .filter(|object| object["reason"] == "paper")
        .map(|object| (object["kind"].as_str().unwrap(), object["number"].as_u64(), object["format"].as_str().unwrap()))
        .collect();
    let expected = [("weekly", None), ("notice", Some(6)), ("notice", Some(8))];
    let expected: Vec<_> =
        expected.into_iter().flat_map(|(kind, number)| ["docx", "pdf"].map(|format| (kind, number, format))).collect();
    assert_eq!(told, expected);
    let last = objects.last().unwrap();
    assert_eq!((&last["reason"], &last["papers"], &last["errors"]), (&"finished".into(), &6.into(), &0.into()));
    assert_eq!((said.status, said.stderr.as_str()), (0, ""));
}

#[test]
fn formats_kinds_and_paths_choose_what_is_made() {
    let made = |arguments: &[&str]| {
        let room = Room::sample();
        assert_eq!(room.run(arguments).status, 0);
        room.output().into_iter().map(|(name, _)| name).collect::<Vec<_>>()
    };
    assert_eq!(made(&["build", "--kind", "weekly", "--format", "pdf"]), ["panlong/2021-01-08/weekly.pdf"]);
    assert_eq!(made(&["build", WEEK_FILE]).len(), 6);
    assert_eq!(made(&["build", "data/panlong/2021"]).len(), 6);
    assert_eq!(made(&["build", "data/panlong", "--kind", "notice"]).len(), 4);
}

#[test]
fn the_same_input_gives_the_same_bytes_wherever_and_however_it_is_built() {
    let bytes = |room: &Room, arguments: &[&str], environment: &[(&str, &str)]| {
        assert_eq!(room.run_with(arguments, environment).status, 0);
        room.output()
    };
    let expected = bytes(&Room::sample(), &["build"], &[]);
    let elsewhere = [("TZ", "Pacific/Kiritimati"), ("LC_ALL", "tr_TR.UTF-8"), ("LANG", "C")];
    assert_eq!(bytes(&Room::sample(), &["build", "--jobs", "1"], &elsewhere), expected);
    assert_eq!(bytes(&Room::sample(), &["build", "--jobs", "7", "--force"], &[]), expected);
    let windows = Room::sample().file(WEEK_FILE, format!("\u{feff}{}", WEEK.replace('\n', "\r\n")));
    let windows = windows.file("data/panlong/office.yaml", OFFICE.replace('\n', "\r\n"));
    assert_eq!(bytes(&windows, &["build"], &[]), expected);
}

#[test]
fn what_cannot_be_written_leaves_the_old_file_and_says_so() {
    let room = Room::sample();
    assert_eq!(room.run(&["build", "--kind", "weekly", "--format", "pdf"]).status, 0);
    let old = room.output();
    let room = room.file(WEEK_FILE, WEEK.replace("100余", "200余"));
    let folder = room.path("output/panlong/2021-01-08");
    std::fs::rename(&folder, room.path("aside")).unwrap();
    std::fs::write(&folder, "a file in the way").unwrap();
    let said = room.run(&["build", "--kind", "weekly", "--format", "pdf"]);
    assert_eq!(said.status, 3, "{}", said.stderr);
    assert!(said.stderr.starts_with("错误[write]: 写不了「output/panlong/2021-01-08/weekly.pdf」"), "{}", said.stderr);
    assert_eq!(std::fs::read(room.path("aside/weekly.pdf")).unwrap(), old[0].1);
    assert_eq!(room.output().len(), 1, "nothing half-written is left");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told_and_leaves_the_old_files() {
    if !std::path::Path::new("/dev/full").exists() {
        return;
    }
    let room = Room::sample();
    assert_eq!(room.run(&["build"]).status, 0);
    let old = room.output();
    let room = room.file(WEEK_FILE, WEEK.replace("100余", "200余"));
    // A limit of 8 blocks of 512 bytes on the size of any file stands for a disk that fills up.
    let script = format!("trap '' XFSZ; ulimit -f 8; exec '{}' build", env!("CARGO_BIN_EXE_zhoubao"));
    let output = std::process::Command::new("bash").args(["-c", &script]).current_dir(room.path("")).output().unwrap();
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(3), "{stderr}");
    assert!(stderr.contains("磁盘满了或超出了限额"), "{stderr}");
    let now = room.output();
    let names = |files: &[(String, Vec<u8>)]| files.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&now), names(&old), "nothing half-written is left");
    let is_pdf = |bytes: &[u8]| bytes.starts_with(b"%PDF");
    assert!(now.iter().zip(&old).all(|(now, old)| now == old || !is_pdf(&now.1)), "no PDF fits into the limit");
}

#[test]
fn a_folder_without_fonts_is_a_fault_of_the_machine() {
    let room = Room::sample().file("字体/readme.txt", "none");
    let said = room.run(&["build", "--fonts", "字体"]);
    assert_eq!(said.status, 3);
    assert!(
        said.stderr.starts_with("错误[fonts]: 「字体」里缺少字体：仿宋、楷体、黑体、小标宋、宋体"),
        "{}",
        said.stderr
    );
    assert!(room.output().is_empty());
}

#[test]
fn wrong_calls_are_told_in_chinese() {
    let room = Room::sample();
    for (arguments, message) in [
        (&["bild"][..], "错误：第 1 个词不是命令\n  帮助：是不是想写「build」？\n  zhoubao --help 列出全部命令和选项"),
        (
            &["build", "--frce"],
            "错误：第 2 个词不是这里的选项\n  帮助：是不是想写「--force」？\n  zhoubao --help 列出全部命令和选项",
        ),
        (
            &["build", "--format", "doc"],
            "错误：「--format <格式>」的值写得不对\n  帮助：是不是想写「docx」？\n  zhoubao --help 列出全部命令和选项",
        ),
        (
            &["check", "data", "--nothing=13812345678"],
            "错误：第 3 个词不是这里的选项\n  zhoubao --help 列出全部命令和选项",
        ),
        (&["check", "-x"], "错误：第 2 个词不是这里的选项\n  zhoubao --help 列出全部命令和选项"),
        (
            &["build", "--shard", "张三"],
            "错误：「--shard <i/n>」的值写得不对\n  帮助：写成 3/7 的样子：一共 7 份，做第 3 份\n  zhoubao --help 列出全部命令和选项",
        ),
        (&["build", "--jobs", "张三"], "错误：「--jobs <个数>」的值写得不对\n  zhoubao --help 列出全部命令和选项"),
        (
            &["check", "--explain", "papers-in-one-titel"],
            "错误：没有这条规则\n  帮助：是不是想写「papers-in-one-title」？\n  zhoubao check --explain 列出全部规则；代号在问题后面的方括号里",
        ),
        (
            &["build", "--kind", "wekly"],
            "错误：「--kind <文种>」不能是「wekly」\n  帮助：是不是想写「weekly」？可以写：notice、weekly\n  zhoubao --help 列出全部命令和选项",
        ),
        (
            &["build", "--kind", "weekly,年报"],
            "错误：「--kind <文种>」不能是「年报」\n  帮助：可以写：notice、weekly\n  zhoubao --help 列出全部命令和选项",
        ),
    ] {
        let said = room.run(arguments);
        assert_eq!((said.status, said.stderr.as_str(), said.stdout.as_str()), (2, message, ""));
    }
    let said = room.run(&["check", "没有 这里"]);
    assert!(said.stderr.starts_with("错误[read-file]: 找不到「没有 这里」"), "{}", said.stderr);
    assert_eq!(said.status, 1);
}
