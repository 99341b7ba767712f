//! The archive: what is made again and what is not, seals, and verification.

use std::fs;

use sha2::{Digest as _, Sha256};

use crate::program::{Room, Said, WEEK, WEEK_FILE, quiet_office, quiet_week};

const WEEKLY: &str = "output/panlong/2021-01-08/weekly.pdf";

/// The quiet office, which does not ask what became of the sample's open complaints.
fn office() -> String {
    quiet_office().replace("轻重: {", "轻重: { complaint-dropped: 不查,")
}

/// Three weeks of an office.
fn three_weeks() -> Room {
    Room::quiet()
        .file("data/panlong/office.yaml", office())
        .file("data/panlong/2021/2021-01-15.yaml", quiet_week("2021-01-15", "2021-01-21", 3))
        .file("data/panlong/2021/2021-01-22.yaml", quiet_week("2021-01-22", "2021-01-28", 4))
}

/// The files that a run made, not those that it left alone.
fn made(said: &Said) -> Vec<&str> {
    let lines = said.stdout.lines().filter(|line| !line.ends_with("（未变）"));
    lines.map(|line| line.strip_prefix("output/panlong/").unwrap()).collect()
}

fn sealed_lines(room: &Room) -> usize {
    room.manifest("panlong").lines().filter(|line| line.contains(" sealed sum=")).count()
}

/// The text of a manifest whose lines were changed, and whose checksums were changed with them.
fn with_sums(text: &str) -> String {
    let sum = |line: &str| match line.rsplit_once(" sum=") {
        Some((said, _)) => {
            let first = &Sha256::digest(said.as_bytes())[..8];
            let digits: String = first.iter().map(|byte| format!("{byte:02x}")).collect();
            format!("{said} sum={digits}\n")
        }
        None => format!("{line}\n"),
    };
    text.lines().map(sum).collect()
}

fn built(room: &Room, more: &[&str]) -> Said {
    let mut arguments = vec!["build"];
    arguments.extend(more);
    let said = room.run(&arguments);
    assert_eq!(said.status, 0, "{}", said.stderr);
    said
}

#[test]
fn touched_files_are_no_reason_to_make_anything() {
    let room = three_weeks();
    assert_eq!(made(&built(&room, &[])).len(), 10);
    let manifest = room.manifest("panlong");
    // As a new clone has them: another time, and the line ends of Windows.
    let room = room.file(WEEK_FILE, WEEK.replace('\n', "\r\n"));
    let before = fs::metadata(room.path(WEEKLY)).unwrap().modified().unwrap();
    let again = built(&room, &[]);
    assert!(made(&again).is_empty(), "{}", again.stdout);
    assert!(again.stderr.ends_with("10 个文件（其中 10 个未变），已认可 3 处"), "{}", again.stderr);
    assert_eq!(fs::metadata(room.path(WEEKLY)).unwrap().modified().unwrap(), before);
    assert_eq!(room.manifest("panlong"), manifest);
    assert_eq!(made(&built(&room, &["--force"])).len(), 10);
    assert_eq!(room.manifest("panlong"), manifest);
}

#[test]
fn only_what_is_printed_differently_is_made_again() {
    let room = three_weeks();
    built(&room, &[]);
    let room = room.file(WEEK_FILE, WEEK.replacen("周期:", "# 补一句说明\n周期:", 1));
    assert!(made(&built(&room, &[])).is_empty());
    let office = office().replace("电话: \"0871-60000000\"", "电话: \"0871-60000001\"");
    let room = room.file("data/panlong/office.yaml", &office);
    // Replies name whom to ask, weeklies do not.
    let replies = ["notice-6.docx", "notice-6.pdf", "notice-8.docx", "notice-8.pdf"];
    assert_eq!(made(&built(&room, &[])), replies.map(|file| format!("2021-01-08/{file}")));
    let room = room.file("data/panlong/office.yaml", format!("{office}# 一句说明\n"));
    assert!(made(&built(&room, &[])).is_empty());
    assert!(made(&built(&room, &[])).is_empty());
}

#[test]
fn why_papers_would_be_made_is_told_and_nothing_is_made() {
    let room = three_weeks();
    let said = room.run(&["build", "--explain-stale"]);
    assert_eq!(said.stdout.lines().count(), 10);
    assert!(said.stdout.contains("output/panlong/2021-01-08/weekly.pdf：清单里没有它\n"), "{}", said.stdout);
    assert!(!room.path("output").exists());
    built(&room, &[]);
    let before = room.tree("output");
    let room = room.file(WEEK_FILE, WEEK.replace("100余", "200余"));
    fs::remove_file(room.path("output/panlong/2021-01-15/weekly.pdf")).unwrap();
    fs::write(room.path("output/panlong/2021-01-22/weekly.pdf"), "not this").unwrap();
    let left = room.tree("output");
    let said = room.run(&["build", "--explain-stale"]);
    let week = "周记录「2021/2021-01-08.yaml」变了";
    let expected = [
        format!("output/panlong/2021-01-08/weekly.docx：{week}"),
        format!("output/panlong/2021-01-08/weekly.pdf：{week}"),
        "output/panlong/2021-01-15/weekly.pdf：文件不见了".to_owned(),
        "output/panlong/2021-01-22/weekly.pdf：文件被改动过，或者损坏了".to_owned(),
    ];
    assert_eq!(said.stdout.lines().collect::<Vec<_>>(), expected);
    assert!(said.stderr.ends_with("3 周，4 个文件要做，已认可 3 处"), "{}", said.stderr);
    assert_eq!(room.tree("output"), left);
    let json = room.run(&["build", "--explain-stale", "--message-format", "json"]).stdout;
    let stale: Vec<&str> = json.lines().filter(|line| line.contains("\"reason\":\"stale\"")).collect();
    assert_eq!(stale.len(), 4);
    assert!(stale[2].contains("\"causes\":[{\"code\":\"missing\",\"message\":\"文件不见了\"}]"), "{}", stale[2]);
    let room = room.file(WEEK_FILE, WEEK);
    assert_eq!(made(&built(&room, &[])).len(), 2);
    let (aside, after): (Vec<_>, Vec<_>) =
        room.tree("output").into_iter().partition(|(name, _)| name.contains(".aside-"));
    assert_eq!(after, before);
    assert_eq!(aside.len(), 1);
    assert_eq!(aside[0].1, b"not this");
}

/// A weekly's template that prints these words.
fn template(words: &str) -> String {
    format!("---\n标题: 周报\n---\n{words}\n")
}

/// The weekly's two files of the week that begins on `start`.
fn weeklies(start: &str) -> [String; 2] {
    ["docx", "pdf"].map(|format| format!("{start}/weekly.{format}"))
}

#[test]
fn a_dated_template_makes_only_the_weeks_from_its_day_on() {
    let room = three_weeks().file("data/panlong/templates/weekly.md", template("第一代。"));
    built(&room, &[]);
    let room = room.file("data/panlong/templates/weekly@2021-01-15.md", template("第二代。"));
    assert_eq!(made(&built(&room, &[])), [weeklies("2021-01-15"), weeklies("2021-01-22")].concat());
    let room = room.file("data/panlong/templates/weekly@2021-01-20.md", template("第三代。"));
    let said = room.run(&["build", "--explain-stale"]);
    assert!(said.stdout.contains("2021-01-22/weekly.pdf：模板「weekly@2021-01-20」变了\n"), "{}", said.stdout);
    assert_eq!(made(&built(&room, &[])), weeklies("2021-01-22"));
    for (start, words) in [("2021-01-08", "第一代"), ("2021-01-15", "第二代"), ("2021-01-22", "第三代")] {
        assert!(room.word_text(&format!("output/panlong/{start}/weekly.docx")).contains(words), "{start}");
    }
    let manifest = room.manifest("panlong");
    for (start, name) in [("2021-01-08", ""), ("2021-01-15", "@2021-01-15"), ("2021-01-22", "@2021-01-20")] {
        let path = format!("{start}/weekly.pdf");
        let line = manifest.lines().find(|line| line.contains(&path)).unwrap();
        assert!(line.contains(&format!(" template=weekly{name}:")), "{line}");
    }
}

#[test]
fn a_sealed_week_stays_as_it_was_sent() {
    let room = three_weeks();
    assert_eq!(room.run(&["build", WEEK_FILE, "--seal"]).status, 0);
    built(&room, &[]);
    let sealed = room.tree("output");
    assert_eq!(sealed_lines(&room), 6);
    let room = room.file(WEEK_FILE, WEEK.replace("100余", "200余"));
    for more in [&[][..], &["--force"]] {
        let mut arguments = vec!["build"];
        arguments.extend(more);
        let said = room.run(&arguments);
        assert_eq!(said.status, 1, "{}", said.stderr);
        let told = "错误[archive-sealed]: 「output/panlong/2021-01-08/weekly.pdf」已经封存，但是周记录「2021/2021-01-08.yaml」变了";
        assert!(said.stderr.contains(told), "{}", said.stderr);
        assert_eq!(room.tree("output"), sealed);
    }
    // A comment is a change of the record too: it is filed with the papers.
    let room = room.file(WEEK_FILE, WEEK.replacen("周期:", "# 补一句说明\n周期:", 1));
    assert_eq!(room.run(&["build"]).status, 1);
    let room = room.file(WEEK_FILE, WEEK.replace("100余", "200余"));
    let said = room.run(&["build", "--unseal"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    assert_eq!(made(&said), ["2021-01-08/weekly.docx", "2021-01-08/weekly.pdf"]);
    assert_eq!(sealed_lines(&room), 0);
}

#[test]
fn a_sealed_week_is_not_made_by_what_other_weeks_are_made_of() {
    let room = three_weeks().file("data/panlong/templates/weekly.md", template("第一代。"));
    assert_eq!(room.run(&["build", WEEK_FILE, "--seal"]).status, 0);
    let room = room.file("data/panlong/templates/weekly.md", template("改过的。"));
    let said = room.run(&["build"]);
    assert_eq!(said.status, 1);
    assert!(said.stderr.contains("2021-01-08/weekly.pdf」已经封存，但是模板「weekly」变了"), "{}", said.stderr);
    assert_eq!(made(&said).len(), 4, "the other weeks are made");
    // What takes hold later does not touch it.
    let room = room
        .file("data/panlong/templates/weekly.md", template("第一代。"))
        .file("data/panlong/templates/weekly@2021-01-15.md", template("改过的。"));
    assert_eq!(room.run(&["build"]).status, 0);
}

#[test]
fn a_sealed_file_is_put_back_only_as_it_was() {
    let room = three_weeks();
    built(&room, &["--seal"]);
    let sealed = room.tree("output");
    fs::remove_file(room.path(WEEKLY)).unwrap();
    assert_eq!(made(&built(&room, &[])), ["2021-01-08/weekly.pdf"]);
    assert_eq!(room.tree("output"), sealed);
    fs::write(room.path(WEEKLY), "changed by hand").unwrap();
    let said = room.run(&["build"]);
    assert_eq!(said.status, 1);
    assert!(said.stderr.contains("已经封存，但是文件被改动过，或者损坏了"), "{}", said.stderr);
    assert_eq!(fs::read(room.path(WEEKLY)).unwrap(), b"changed by hand");
    fs::remove_file(room.path(WEEK_FILE)).unwrap();
    let said = room.run(&["build"]);
    assert_eq!(said.status, 1);
    assert!(said.stderr.contains("已经封存，但是记录里已经没有它"), "{}", said.stderr);
    assert_eq!(sealed_lines(&room), 10);
}

#[test]
fn papers_whose_records_are_gone_are_told_and_stay() {
    let room = three_weeks();
    built(&room, &[]);
    fs::remove_file(room.path("data/panlong/2021/2021-01-22.yaml")).unwrap();
    let (until, from) = (WEEK.find("  - 编号: 8").unwrap(), WEEK.find("  - 编号: 8").unwrap() + 1);
    let end = from + WEEK[from..].find("\n\n").unwrap();
    let room = room.file(WEEK_FILE, format!("{}{}", &WEEK[..until], &WEEK[end..]));
    let said = room.run(&["build"]);
    for path in ["2021-01-08/notice-8.pdf", "2021-01-22/weekly.docx"] {
        let told = format!("警告[archive-orphan]: 「output/panlong/{path}」不再有对应的记录");
        assert!(said.stderr.contains(&told), "{}", said.stderr);
        assert!(room.path("output/panlong").join(path).exists());
        assert!(!room.manifest("panlong").contains(path));
    }
    // One week alone says nothing about others.
    let room = three_weeks();
    built(&room, &[]);
    fs::remove_file(room.path("data/panlong/2021/2021-01-22.yaml")).unwrap();
    assert!(!room.run(&["build", WEEK_FILE]).stderr.contains("archive-orphan"));
    assert!(room.manifest("panlong").contains("2021-01-22/weekly.pdf"));
}

#[test]
fn the_files_are_verified() {
    let room = three_weeks();
    built(&room, &[]);
    let said = room.run(&["verify"]);
    assert_eq!((said.status, said.stderr.as_str()), (0, "1 个指挥中心，核对 10 个文件，没有发现问题"));
    let mut bytes = fs::read(room.path(WEEKLY)).unwrap();
    bytes[5000] ^= 1;
    fs::write(room.path(WEEKLY), bytes).unwrap();
    fs::remove_file(room.path("output/panlong/2021-01-15/weekly.docx")).unwrap();
    let room = room
        .file("output/panlong/2021-01-15/周报（改）.docx", "mine")
        .file("output/panlong/2021-01-22/.zhoubao-a1b2c3.tmp", "half");
    let said = room.run(&["verify"]);
    assert_eq!(said.status, 1);
    for told in [
        "错误[archive-damaged]: 「output/panlong/2021-01-08/weekly.pdf」与清单不符，内容不同",
        "错误[archive-missing]: 清单里有「output/panlong/2021-01-15/weekly.docx」，文件不见了",
        "警告[archive-foreign]: 清单里没有「output/panlong/2021-01-15/周报（改）.docx」",
        "警告[archive-foreign]: 「output/panlong/2021-01-22/.zhoubao-a1b2c3.tmp」是没有写完的文件",
    ] {
        assert!(said.stderr.contains(told), "{}", said.stderr);
    }
    assert_eq!(made(&built(&room, &[])), ["2021-01-08/weekly.pdf", "2021-01-15/weekly.docx"]);
    assert!(!room.path("output/panlong/2021-01-22/.zhoubao-a1b2c3.tmp").exists());
    assert_eq!(fs::read(room.path("output/panlong/2021-01-15/周报（改）.docx")).unwrap(), b"mine");
    assert_eq!(room.run(&["verify", "--out", "nowhere"]).status, 1);
}

#[test]
fn papers_come_out_the_same_again_or_it_is_told_from_where_on_they_do_not() {
    let room = three_weeks();
    built(&room, &[]);
    let said = room.run(&["verify", "--rebuild"]);
    assert_eq!(said.stderr, "1 个指挥中心，核对 10 个文件，重做比对 10 个，已认可 3 处");
    let before = room.tree("output");
    let room = room.file(WEEK_FILE, WEEK.replace("100余", "200余"));
    let said = room.run(&["verify", "--rebuild"]);
    assert_eq!(said.status, 1);
    assert!(said.stderr.contains("错误[archive-differs]: 重做的「output/panlong/2021-01-08/weekly.docx」与原来的不同：word/document.xml，原来是「"), "{}", said.stderr);
    assert!(said.stderr.contains("从这里起不同：周记录「2021/2021-01-08.yaml」变了"), "{}", said.stderr);
    assert!(said.stderr.contains("重做的「output/panlong/2021-01-08/weekly.pdf」与原来的不同：第 "), "{}", said.stderr);
    assert_eq!(said.stderr.matches("错误[archive-differs]").count(), 2, "{}", said.stderr);
    assert_eq!(room.tree("output"), before);
}

#[test]
fn a_foreign_manifest_is_not_overwritten() {
    let room = Room::quiet().file("output/panlong/manifest.txt", "我的清单\n");
    let said = room.run(&["build"]);
    assert_eq!(said.status, 1);
    assert!(
        said.stderr.contains("错误[archive-manifest]: 清单「output/panlong/manifest.txt」不是 zhoubao 写的"),
        "{}",
        said.stderr
    );
    assert_eq!(room.manifest("panlong"), "我的清单\n");
    assert!(room.output().is_empty());
}

#[cfg(unix)]
#[test]
fn links_in_the_output_folder_lead_nowhere() {
    let room = Room::quiet().file("elsewhere/keep.txt", "mine");
    fs::create_dir_all(room.path("output/panlong")).unwrap();
    std::os::unix::fs::symlink(room.path("elsewhere"), room.path("output/panlong/2021-01-08")).unwrap();
    let said = room.run(&["build"]);
    assert_eq!(said.status, 3, "{}", said.stderr);
    assert_eq!(room.tree("elsewhere").len(), 1);
    fs::remove_dir_all(room.path("output")).unwrap();
    fs::create_dir(room.path("output")).unwrap();
    std::os::unix::fs::symlink(room.path("elsewhere"), room.path("output/panlong")).unwrap();
    assert_eq!(room.run(&["build"]).status, 3);
    assert_eq!(room.tree("elsewhere").len(), 1);
    // A file that is a link is replaced, not written through.
    fs::remove_file(room.path("output/panlong")).unwrap();
    fs::create_dir_all(room.path("output/panlong/2021-01-08")).unwrap();
    std::os::unix::fs::symlink(room.path("elsewhere/keep.txt"), room.path(WEEKLY)).unwrap();
    assert_eq!(room.run(&["build"]).status, 0);
    assert_eq!(fs::read(room.path("elsewhere/keep.txt")).unwrap(), b"mine");
    assert!(fs::symlink_metadata(room.path(WEEKLY)).unwrap().is_file());
}

#[test]
fn a_line_that_cannot_be_read_is_an_error_and_nothing_is_written() {
    let room = three_weeks();
    built(&room, &["--seal"]);
    let damaged = room.manifest("panlong").replace(" size=", " size=x");
    let room = room.file("output/panlong/manifest.txt", &damaged).file(WEEK_FILE, WEEK.replace("100余", "200余"));
    let before = room.tree("output");
    for command in ["build", "verify"] {
        let said = room.run(&[command]);
        assert_eq!(said.status, 1);
        assert!(
            said.stderr.contains("错误[archive-manifest]: 清单「output/panlong/manifest.txt」的第 "),
            "{}",
            said.stderr
        );
    }
    assert_eq!(room.tree("output"), before);
    fs::remove_file(room.path("output/panlong/manifest.txt")).unwrap();
    let said = room.run(&["verify"]);
    assert_eq!(said.status, 1, "{}", said.stderr);
}

#[test]
fn what_the_office_registers_and_no_paper_shows_breaks_no_seal() {
    let room = three_weeks();
    built(&room, &["--seal"]);
    let firms = "  - { 名称: 花之城雪山神话 }\n";
    let more = office().replace(firms, &format!("{firms}  - {{ 名称: 昆明新来旅行社有限公司 }}\n"));
    let room = room.file("data/panlong/office.yaml", &more);
    assert!(made(&built(&room, &[])).is_empty());
    let room = three_weeks();
    built(&room, &[]);
    let room = room.file("data/panlong/office.yaml", &more);
    assert_eq!(room.run(&["build", "--explain-stale"]).stdout, "");
}

#[test]
fn papers_without_records_are_missed_when_all_is_made_again() {
    let room = three_weeks();
    built(&room, &["--seal"]);
    fs::remove_file(room.path("data/panlong/2021/2021-01-22.yaml")).unwrap();
    let said = room.run(&["verify", "--rebuild"]);
    assert_eq!(said.status, 1);
    let told = "错误[archive-unrebuilt]: 清单里有 2 个文件没有重做，没有可以照着做的记录，第一个是「output/panlong/2021-01-22/weekly.docx」";
    assert!(said.stderr.contains(told), "{}", said.stderr);
    fs::rename(room.path("data/panlong"), room.path("data/other")).unwrap();
    let said = room.run(&["verify", "--rebuild"]);
    assert!(said.stderr.contains("「output/panlong」有 10 个文件，没有这个指挥中心的记录"), "{}", said.stderr);
    let said = room.run(&["build"]);
    assert_eq!(said.status, 1);
    assert!(
        said.stderr.contains("「output/panlong」有 10 个文件已经封存，但是没有这个指挥中心的记录"),
        "{}",
        said.stderr
    );
}

#[test]
fn a_file_that_was_changed_by_hand_is_made_again_and_told() {
    let room = three_weeks();
    built(&room, &[]);
    fs::write(room.path("output/panlong/2021-01-15/weekly.docx"), "changed by hand").unwrap();
    let said = built(&room, &[]);
    let told = "警告[archive-overwritten]: 「output/panlong/2021-01-15/weekly.docx」做好以后被改动过，或者损坏了，已经照记录重做";
    assert!(said.stderr.contains(told), "{}", said.stderr);
    assert_eq!(made(&said), ["2021-01-15/weekly.docx"]);
    let kept = fs::read_dir(room.path("output/panlong/2021-01-15")).unwrap().map(|entry| entry.unwrap().path());
    let kept: Vec<_> = kept.filter(|path| fs::read(path).unwrap() == b"changed by hand").collect();
    let name = kept[0].file_name().unwrap().to_str().unwrap();
    assert!(said.stderr.contains(&format!("改动过的那一份另存为「{name}」")), "{}", said.stderr);
}

#[test]
fn a_file_that_no_manifest_names_is_moved_aside_and_not_overwritten() {
    let room = three_weeks().file("output/panlong/2021-01-15/weekly.pdf", "%PDF-1.7 made by hand");
    let said = built(&room, &[]);
    let told = "警告[archive-overwritten]: 「output/panlong/2021-01-15/weekly.pdf」不是照记录做的，清单里没有它，已经另存为「weekly.aside-";
    assert!(said.stderr.contains(told), "{}", said.stderr);
    let kept = fs::read_dir(room.path("output/panlong/2021-01-15")).unwrap().map(|entry| entry.unwrap().path());
    let kept: Vec<_> = kept.filter(|path| fs::read(path).unwrap() == b"%PDF-1.7 made by hand").collect();
    assert_eq!(kept.len(), 1);
    // It is told by its own words as long as it lies there.
    let said = room.run(&["verify"]);
    let name = kept[0].file_name().unwrap().to_str().unwrap();
    let told = format!(
        "\
警告[archive-foreign]: 「output/panlong/2021-01-15/{name}」是做文书时另存的：它原来放在文书的位置上，不是照记录做的
 --> output/panlong/2021-01-15/{name}:1:1
  |
1 |
  | ^
  |
  = 帮助: 不要报送：里面改过的，要留的写进记录里再做；看过不用了，请自己删掉
1 个指挥中心，核对 10 个文件，错误 0 处，警告 1 处"
    );
    assert_eq!((said.status, said.stderr), (0, told));
    // What a run of ours has made before its manifest was lost is ours.
    let before = room.tree("output");
    fs::remove_file(room.path("output/panlong/manifest.txt")).unwrap();
    let room = room.file(WEEK_FILE, WEEK.replace("100余", "200余"));
    let said = built(&room, &[]);
    assert!(!said.stderr.contains("archive-overwritten"), "{}", said.stderr);
    assert_eq!(room.tree("output").len(), before.len());
}

#[test]
fn a_wrong_number_of_pages_is_found_and_put_right() {
    let room = three_weeks();
    built(&room, &[]);
    let right = room.manifest("panlong");
    let room = room.file("output/panlong/manifest.txt", right.replace(" pages=2 ", " pages=9 "));
    for command in ["build", "verify"] {
        let said = room.run(&[command]);
        assert_eq!(said.status, 1);
        assert!(said.stderr.contains("行读不出，或者被改动过"), "{}", said.stderr);
    }
    let room = room.file("output/panlong/manifest.txt", with_sums(&right.replace(" pages=2 ", " pages=9 ")));
    let said = room.run(&["verify", "--rebuild"]);
    assert_eq!(said.status, 1);
    assert!(said.stderr.contains("的面数是 9，实际是 2"), "{}", said.stderr);
    built(&room, &[]);
    assert_eq!(room.manifest("panlong"), right);
}

#[test]
fn packages_are_verified_and_a_strangers_file_in_one_is_kept() {
    let room = three_weeks();
    built(&room, &["--package", "2021"]);
    assert_eq!(room.run(&["verify"]).status, 0);
    let package = "output/panlong/package/panlong-2021";
    let paper = room.path(package).join("data/papers/2021-01-08/weekly.pdf");
    let right = fs::read(&paper).unwrap();
    fs::write(&paper, "damaged").unwrap();
    let said = room.run(&["verify"]);
    assert_eq!(said.status, 1);
    assert!(said.stderr.contains("错误[archive-damaged]: 归档包里的「"), "{}", said.stderr);
    fs::write(&paper, right).unwrap();
    let room = room.file(&format!("{package}/说明.txt"), "mine");
    assert!(room.run(&["verify"]).stderr.contains("清单里没有「output/panlong/package/panlong-2021/说明.txt」"));
    let said = room.run(&["build", "--package", "2021"]);
    assert_eq!(said.status, 1);
    assert!(
        said.stderr.contains("错误[package-place]: 「output/panlong/package/panlong-2021」没有动"),
        "{}",
        said.stderr
    );
    assert_eq!(fs::read(room.path(package).join("说明.txt")).unwrap(), b"mine");
    fs::remove_file(room.path(package).join("说明.txt")).unwrap();
    let room = room.file(WEEK_FILE, WEEK.replace("100余", "200余"));
    built(&room, &[]);
    let said = room.run(&["verify"]);
    assert!(
        said.stderr
            .contains("警告[package-old]: 归档包「output/panlong/package/panlong-2021」里的文书不是现在的这一份")
    );
    // What is packed is no office of its own.
    let said = room.run(&["check", "output", "data"]);
    assert!(said.stderr.contains("1 个指挥中心"), "{}", said.stderr);
}

#[cfg(unix)]
#[test]
fn a_limit_on_files_is_told_and_leaves_whole_files() {
    let room = three_weeks();
    let limited = format!("ulimit -f 100; exec '{}' build", env!("CARGO_BIN_EXE_zhoubao"));
    let mut shell = std::process::Command::new("bash");
    let output = shell.args(["-c", &limited]).current_dir(room.path(".")).output().unwrap();
    assert_eq!(output.status.code(), Some(3));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("错误[write]: 写不了「output/panlong/2021-01-08/weekly.pdf」"), "{told}");
    assert!(told.contains("磁盘满了或超出了限额"), "{told}");
    assert_eq!(room.run(&["verify"]).status, 0);
    built(&room, &[]);
}

#[test]
fn papers_without_their_manifest_are_an_error() {
    let room = three_weeks();
    built(&room, &["--seal"]);
    fs::remove_file(room.path("output/panlong/manifest.txt")).unwrap();
    fs::create_dir(room.path("output/yunling")).unwrap();
    let beside = room.path("output/yunling/manifest.txt");
    fs::write(&beside, with_sums("zhoubao-manifest 2\nend sum=")).unwrap();
    let said = room.run(&["verify"]);
    assert_eq!(said.status, 1);
    assert!(said.stderr.contains("错误[archive-manifest]: 「output/panlong」里有文书，没有清单"), "{}", said.stderr);
    // Alone, too.
    fs::remove_file(beside).unwrap();
    let said = room.run(&["verify"]);
    assert_eq!(said.status, 1);
    assert!(
        said.stderr.contains("错误[archive-unreadable]: 「output」里没有清单，没有可以核对的文书"),
        "{}",
        said.stderr
    );
}

#[test]
fn nothing_that_is_remembered_is_trusted_by_verify() {
    let mut room = Room::empty().file("data/panlong/office.yaml", office());
    // Fewer weeks are not remembered at all.
    for week in 0..16 {
        let start = chrono::NaiveDate::from_ymd_opt(2021, 1, 1).unwrap() + chrono::Days::new(7 * week);
        let end = start + chrono::Days::new(6);
        let record = quiet_week(&start.to_string(), &end.to_string(), u32::try_from(week).unwrap() + 1);
        room = room.file(&format!("data/panlong/2021/{start}.yaml"), record);
    }
    let cache = room.path("cache");
    let remembering = [("XDG_CACHE_HOME", cache.to_str().unwrap())];
    for _ in 0..2 {
        assert_eq!(room.run_with(&["build"], &remembering).status, 0);
    }
    assert!(!room.tree("cache").is_empty());
    // Another byte, the same size, the same time.
    let paper = room.path(WEEKLY);
    let written = fs::metadata(&paper).unwrap().modified().unwrap();
    let mut bytes = fs::read(&paper).unwrap();
    bytes[5000] ^= 1;
    fs::write(&paper, bytes).unwrap();
    fs::File::options().write(true).open(&paper).unwrap().set_modified(written).unwrap();
    let said = room.run_with(&["verify"], &remembering);
    assert_eq!(said.status, 1);
    assert!(said.stderr.contains("错误[archive-damaged]"), "{}", said.stderr);
}

#[test]
fn other_fonts_and_another_layout_make_all_papers_anew() {
    let room = three_weeks();
    built(&room, &[]);
    let manifest = room.manifest("panlong");
    let fonts = manifest.lines().find_map(|line| line.strip_prefix("fonts ")).unwrap();
    let (number, family) = (&fonts[..16], fonts[17..].split(':').next().unwrap());
    let layout = format!(" layout={} ", zhoubao::layout::VERSION);
    let of_another_layout = manifest.replace(&layout, " layout=0 ");
    let of_other_fonts = manifest.replace(number, "0123456789abcdef").replace(&format!(" {family}:"), " OtherFang:");
    for (changed, cause) in [(of_another_layout, "程序的版式版本从 0 变为"), (of_other_fonts, "字体变了：")]
    {
        assert_ne!(changed, manifest);
        fs::write(room.path("output/panlong/manifest.txt"), with_sums(&changed)).unwrap();
        let said = room.run(&["build", "--explain-stale"]);
        assert_eq!(
            said.stdout.lines().filter(|line| line.contains(cause)).count(),
            10,
            "{}{}",
            said.stdout,
            said.stderr
        );
        // They come out the same, and only their lines are other ones.
        built(&room, &[]);
        assert_eq!(room.manifest("panlong"), manifest);
    }
}
