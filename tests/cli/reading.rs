//! What lies where something is read and cannot be: an error that says so, and no papers of something else.

use crate::program::{OFFICE, Room, WEEK, WEEK_FILE, quiet_office, quiet_week};

const TEMPLATE: &str = include_str!("../../templates/weekly.md");

/// Whole outputs of a build in a room of which nothing else is to be told; nothing is made.
fn refused(room: &Room, status: i32, stderr: &str) {
    let said = room.run(&["build"]);
    assert_eq!((said.status, said.stderr.as_str(), said.stdout.as_str()), (status, stderr, ""));
    assert_eq!(room.output().len(), 0);
}

#[test]
fn a_template_whose_ending_is_typed_otherwise_is_an_error_and_not_the_built_in_one() {
    refused(
        &Room::quiet().file("data/panlong/templates/weekly.MD", TEMPLATE),
        1,
        "\
错误[template]: 模板「data/panlong/templates/weekly.MD」的文件名要以小写的 .md 结尾，没有用它
 |
 = 帮助: 写成 weekly.md 这样；不用了的删掉，或移到别处
1 个指挥中心，1 周，0 个文件，错误 1 处，警告 0 处
有错误的那一周没有出文书；改好后再运行一次即可",
    );
}

#[test]
fn a_file_where_the_folder_of_templates_should_be_is_an_error() {
    let room = Room::quiet().file("data/panlong/templates", TEMPLATE);
    let said = room.run(&["build"]);
    assert_eq!((said.status, room.output().len()), (1, 0));
    assert!(
        said.stderr.starts_with("错误[read-file]: 模板文件夹「data/panlong/templates」打不开：这不是文件夹"),
        "{}",
        said.stderr
    );
}

#[test]
fn two_templates_of_one_day_are_an_error() {
    let room = Room::quiet()
        .file("data/panlong/templates/weekly@2021-01-01.md", TEMPLATE)
        .file("data/panlong/templates/weekly@20210101.md", format!("{TEMPLATE}\n另一份。\n"));
    let said = room.run(&["build"]);
    assert_eq!((said.status, room.output().len()), (1, 0), "{}", said.stderr);
    assert!(said.stderr.starts_with("错误[template]: "), "{}", said.stderr);
}

#[test]
fn offices_that_are_one_on_another_system_are_an_error() {
    for (a, b) in [
        ("panlong", "PanLong"),
        ("lǜchūn", "lu\u{308}\u{300}chu\u{304}n"),
        ("\u{ac01}", "\u{1100}\u{1161}\u{11a8}"),
        ("\u{958}", "\u{915}\u{93c}"),
    ] {
        let room = Room::empty();
        let room = [a, b].into_iter().fold(room, |room, name| {
            room.file(&format!("data/{name}/office.yaml"), OFFICE)
                .file(&format!("data/{name}/2021/week.yaml"), quiet_week("2021-01-15", "2021-01-21", 3))
        });
        let said = room.run(&["check"]);
        assert_eq!(said.status, 1, "{}", said.stderr);
        assert!(said.stderr.contains("的名称只差大小写或字母的编码，在别的电脑上文书会混在一起"), "{}", said.stderr);
    }
}

#[test]
fn an_office_file_whose_name_is_typed_otherwise_is_told() {
    let room = Room::quiet().file("data/yunling/Office.yaml", OFFICE).file("data/yunling/2021/week.yaml", WEEK);
    let said = room.run(&["check"]);
    assert_eq!(said.status, 1);
    assert!(
        said.stderr.contains("「data/yunling/Office.yaml」的文件名不对，这个文件夹没有当作指挥中心"),
        "{}",
        said.stderr
    );
}

#[test]
fn a_paper_of_very_many_rows_is_refused_and_one_of_many_is_laid_out() {
    let template = |rows: usize| {
        format!(
            "---\n标题: 甲\n---\n| 甲 | 乙 |\n| - | - |\n{{% for i in range(end={rows}) %}}| {{{{ i }}}} | 一 |\n{{% endfor %}}\n"
        )
    };
    let room = Room::quiet().file("data/panlong/templates/weekly.md", template(60_000));
    let said = room.run(&["build", "--kind", "weekly"]);
    assert!(said.stderr.contains("填出来的段落和表格的格一共超过 100000 个，不像是一份文书"), "{}", said.stderr);
    assert_eq!(said.status, 1);
    let room = Room::quiet().file("data/panlong/templates/weekly.md", template(10_000));
    assert_eq!(room.run(&["build", "--kind", "weekly", "--format", "pdf"]).status, 0);
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::fs;
    use std::os::unix::fs::symlink;
    use std::process::Command;

    fn pipe(room: &Room, path: &str) {
        let _ = fs::remove_file(room.path(path));
        assert!(Command::new("mkfifo").arg(room.path(path)).status().unwrap().success());
    }

    #[test]
    fn a_folder_of_templates_that_leads_nowhere_is_an_error_and_not_the_built_in_one() {
        let room = Room::quiet();
        symlink("none", room.path("data/panlong/templates")).unwrap();
        refused(
            &room,
            1,
            "\
错误[read-file]: 模板文件夹「data/panlong/templates」打不开：这是一个通不到的链接
 |
 = 帮助: 把文件本身放在这里，或者删掉这个链接
1 个指挥中心，1 周，0 个文件，错误 1 处，警告 0 处
有错误的那一周没有出文书；改好后再运行一次即可",
        );
    }

    #[test]
    fn a_pipe_in_place_of_a_paper_or_a_manifest_hangs_nothing() {
        let room = Room::quiet();
        assert_eq!(room.run(&["build"]).status, 0);
        pipe(&room, "output/panlong/2021-01-08/weekly.pdf");
        let said = room.run(&["verify"]);
        assert_eq!(said.status, 1);
        assert!(
            said.stderr.starts_with(
                "错误[archive-missing]: 清单里有「output/panlong/2021-01-08/weekly.pdf」，读不出：这不是普通文件"
            ),
            "{}",
            said.stderr
        );
        pipe(&room, "output/panlong/manifest.txt");
        for command in ["verify", "build"] {
            let said = room.run(&[command]);
            assert_eq!(said.status, 1);
            assert!(
                said.stderr
                    .contains("错误[archive-manifest]: 清单「output/panlong/manifest.txt」读不出：这不是普通文件"),
                "{}",
                said.stderr
            );
        }
    }

    #[test]
    fn a_link_without_end_is_not_read() {
        let room = Room::quiet();
        fs::remove_file(room.path(WEEK_FILE)).unwrap();
        symlink("/dev/zero", room.path(WEEK_FILE)).unwrap();
        let said = room.run(&["check"]);
        assert_eq!(said.status, 1);
        assert!(said.stderr.contains(&format!("读不出 {WEEK_FILE}：这不是普通文件")), "{}", said.stderr);
    }

    #[test]
    fn nothing_is_told_of_weeks_in_a_folder_that_cannot_be_read() {
        let room = Room::quiet().file("data/panlong/2022/2022-01-07.yaml", quiet_week("2022-01-07", "2022-01-13", 1));
        assert_eq!(room.run(&["build", "--seal"]).status, 0);
        let manifest = room.manifest("panlong");
        fs::rename(room.path("data/panlong/2022"), room.path("2022")).unwrap();
        symlink("nowhere", room.path("data/panlong/2022")).unwrap();
        for arguments in [&["build"][..], &["build", WEEK_FILE], &["build", WEEK_FILE, "--package", "2021"]] {
            let said = room.run(arguments);
            assert_eq!(said.status, 1, "{}", said.stderr);
            assert_eq!(said.stderr.matches("错误[").count(), 1, "{}", said.stderr);
            assert!(said.stderr.contains("「data/panlong/2022」打不开"), "{}", said.stderr);
            assert_eq!(room.manifest("panlong"), manifest);
            assert!(!room.path("output/panlong/package").exists());
        }
    }

    #[test]
    fn a_years_folder_that_leads_nowhere_is_an_error() {
        let room = Room::quiet();
        symlink("none", room.path("data/panlong/2022")).unwrap();
        let said = room.run(&["check"]);
        assert!(said.stderr.contains("「data/panlong/2022」打不开：这是一个通不到的链接"), "{}", said.stderr);
        assert_eq!(said.status, 1);
    }

    #[test]
    fn an_output_that_is_full_ends_with_3() {
        let room = Room::sample().file("data/panlong/office.yaml", quiet_office());
        for script in ["\"$0\" fonts >/dev/full", "\"$0\" check 2>/dev/full"] {
            let mut shell = Command::new("sh");
            shell.args(["-c", script, env!("CARGO_BIN_EXE_zhoubao")]).current_dir(room.path(""));
            assert_eq!(shell.status().unwrap().code(), Some(3), "{script}");
        }
    }
}
