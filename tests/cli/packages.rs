//! A year's papers for the records office: which belong to it, what comes along, and what is said where it cannot be made.

use crate::program::{OFFICE, Room, WEEK_FILE, quiet_week};

const BAG: &str = "panlong/package/panlong-2021";
const OFFICE_FILE: &str = "data/panlong/office.yaml";

/// The places of what a package hands over, below its `data`.
fn payload(room: &Room, bag: &str) -> Vec<String> {
    let within = format!("{bag}/data/");
    room.output().into_iter().filter_map(|(name, _)| Some(name.strip_prefix(&within)?.to_owned())).collect()
}

fn papers(room: &Room, bag: &str) -> Vec<String> {
    payload(room, bag).into_iter().filter_map(|name| Some(name.strip_prefix("papers/")?.to_owned())).collect()
}

fn text(room: &Room, name: &str) -> String {
    let file = room.output().into_iter().find(|(found, _)| found == name);
    String::from_utf8(file.unwrap_or_else(|| panic!("no {name}")).1).unwrap()
}

#[test]
fn a_package_is_named_after_the_papers_and_left_alone_by_the_next_build() {
    let room = Room::sample();
    let first = room.run(&["build", "--format", "pdf", "--package", "2021"]);
    assert_eq!(first.status, 0, "{}", first.stderr);
    assert_eq!(first.stdout.lines().last(), Some(format!("output/{BAG}（归档包，3 件）").as_str()));
    let before = room.output();
    let second = room.run(&["build", "--format", "pdf", "--package", "2021"]);
    assert_eq!(second.stdout.lines().last(), Some(format!("output/{BAG}（归档包，3 件，未变）").as_str()));
    assert!(room.output() == before);
    assert_eq!(text(&room, &format!("{BAG}/bagit.txt")), "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
}

#[test]
fn a_paper_belongs_to_the_year_of_its_date() {
    let room = Room::sample()
        .file("data/panlong/2021/2021-12-24.yaml", quiet_week("2021-12-24", "2021-12-30", 51))
        .file("data/panlong/2021/2021-12-31.yaml", quiet_week("2021-12-31", "2022-01-06", 1));
    assert_eq!(room.run(&["build", "--format", "pdf", "--package", "2021"]).status, 0);
    let old = ["2021-01-08/notice-6.pdf", "2021-01-08/notice-8.pdf", "2021-01-08/weekly.pdf", "2021-12-24/weekly.pdf"];
    assert_eq!(papers(&room, BAG), old);
    assert_eq!(room.run(&["build", "--format", "pdf", "--package", "2022"]).status, 0);
    let new = "panlong/package/panlong-2022";
    assert_eq!(papers(&room, new), ["2021-12-31/weekly.pdf"]);
    // Its record comes along, and none of the others.
    let records: Vec<_> = payload(&room, new).into_iter().filter(|name| name.starts_with("records/")).collect();
    assert_eq!(records, ["records/2021/2021-12-31.yaml", "records/office.yaml"]);
}

#[test]
fn a_build_of_one_week_packs_the_whole_year_or_says_which_paper_is_missing() {
    let other = "data/panlong/2021/2021-01-15.yaml";
    let room = Room::sample().file(other, quiet_week("2021-01-15", "2021-01-21", 3));
    let said = room.run(&["build", other, "--package", "2021"]);
    assert_eq!(said.status, 1);
    assert!(said.stderr.contains("错误[package-paper]: 「output/panlong/2021-01-08/"), "{}", said.stderr);
    assert!(payload(&room, BAG).is_empty());
    assert_eq!(room.run(&["build", WEEK_FILE]).status, 0);
    assert_eq!(room.run(&["build", other, "--package", "2021"]).status, 0);
    assert_eq!(papers(&room, BAG).len(), 4);
}

#[test]
fn a_week_with_errors_keeps_its_office_from_being_packed() {
    let room = Room::sample();
    assert_eq!(room.run(&["build", "--package", "2021"]).status, 0);
    let before = room.output();
    let room = room.file("data/panlong/2021/2021-01-15.yaml", "周期: 下周\n");
    let said = room.run(&["build", "--package", "2021"]);
    assert_eq!(said.status, 1);
    assert!(!said.stdout.contains("归档包"), "{}", said.stdout);
    assert!(room.output() == before, "the package of before is still there");
}

#[test]
fn templates_come_along_only_where_a_paper_of_the_year_was_made_by_them() {
    let weekly = "---\n标题: 周报\n署名: 指挥中心\n日期: \"{{ week.dated | full_date }}\"\n---\n{{ office.short }}。\n";
    let room = Room::sample()
        .file("data/panlong/templates/weekly.md", weekly)
        .file("data/panlong/templates/weekly@2022-01-01.md", weekly.replace("周报", "周情"));
    let said = room.run(&["build", "--package", "2021"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    let held = payload(&room, BAG);
    assert!(held.contains(&"records/templates/weekly.md".to_owned()), "{held:?}");
    assert!(!held.iter().any(|name| name.contains('@')), "{held:?}");
}

#[test]
fn what_the_archival_codes_lack_is_told_with_the_fix() {
    let (before, rest) = OFFICE.split_once("归档: ").unwrap();
    let (_, after) = rest.split_once('\n').unwrap();
    let without = Room::sample().file(OFFICE_FILE, format!("{before}{after}"));
    let said = without.run(&["build", "--package", "2021"]);
    assert_eq!(said.status, 0);
    assert!(said.stderr.contains("警告[package-code]: 没有写「归档」，目录里的档号空着"), "{}", said.stderr);
    assert!(said.stderr.contains("归档: { 全宗号: X043, 保管期限: 30年, 机构代码: BGS }"), "{}", said.stderr);
    assert_eq!(papers(&without, BAG).len(), 3);
    // Nobody asks for codes who packs nothing.
    assert!(!without.run(&["build"]).stderr.contains("package-code"));

    let partly = OFFICE.replace("保管期限: 30年", "保管期限: { weekly: 10年 }");
    let said = Room::sample().file(OFFICE_FILE, partly).run(&["build", "--package", "2021"]);
    assert!(said.stderr.contains("没有写 notice 的保管期限，目录里它们的档号空着"), "{}", said.stderr);
}

#[test]
fn a_percent_sign_in_a_files_name_is_encoded_in_the_manifest_and_nowhere_else() {
    let name = "data/panlong/2021/第3期 100%.yaml";
    let room = Room::sample().file(name, quiet_week("2021-01-15", "2021-01-21", 3));
    assert_eq!(room.run(&["build", "--package", "2021"]).status, 0);
    assert!(payload(&room, BAG).contains(&"records/2021/第3期 100%.yaml".to_owned()));
    let manifest = text(&room, &format!("{BAG}/manifest-sha256.txt"));
    assert!(manifest.lines().any(|line| line.ends_with("  data/records/2021/第3期 100%25.yaml")), "{manifest}");
}

#[test]
fn a_year_has_four_digits_and_papers() {
    let room = Room::sample();
    for wrong in ["21", "2021年", "", "20210"] {
        assert_eq!(room.run(&["build", "--package", wrong]).status, 2, "{wrong}");
    }
    let said = room.run(&["build", "--package", "2012"]);
    assert_eq!(said.status, 0);
    assert!(said.stderr.contains("警告[package-empty]: 没有一份文书是 2012 年的，没有做归档包"), "{}", said.stderr);
}

#[test]
fn only_papers_that_match_the_manifest_and_the_records_are_packed() {
    use std::fs;
    let packs = ["build", "--package", "2021"];
    let refused = |room: &Room, arguments: &[&str], paper: &str, why: &str| {
        let said = room.run(arguments);
        let message = format!("错误[package-paper]: 「output/panlong/2021-01-08/{paper}」{why}，归档包没有做");
        assert!(said.status == 1 && said.stderr.contains(&message), "{}", said.stderr);
        assert!(papers(room, BAG).is_empty());
    };
    // A damaged PDF, of which a run in another format knows nothing.
    let room = Room::sample();
    assert_eq!(room.run(&["build"]).status, 0);
    let weekly = room.path("output/panlong/2021-01-08/weekly.pdf");
    let right = fs::read(&weekly).unwrap();
    fs::write(&weekly, [&right[..], b"%"].concat()).unwrap();
    let word_only = ["build", "--format", "docx", "--package", "2021"];
    refused(&room, &word_only, "weekly.pdf", "与清单不符，损坏了或者被改动过");
    fs::write(&weekly, right).unwrap();
    // A weekly that is older than its record.
    let room = room.file(WEEK_FILE, crate::program::WEEK.replace("100余", "200余"));
    let notices_only = ["build", "--kind", "notice", "--package", "2021"];
    refused(&room, &notices_only, "weekly.pdf", "不是照现在的记录、office.yaml 和模板做的");
    assert_eq!(room.run(&packs).status, 0);
    assert_eq!(papers(&room, BAG).len(), 3);
}

#[test]
fn what_is_no_intact_package_of_ours_is_never_replaced() {
    use std::fs;
    let at = format!("output/{BAG}");
    let kept = |room: &Room, why: &str| {
        let before = room.tree(&at);
        let said = room.run(&["build", "--package", "2021"]);
        let message = format!("错误[package-place]: 「{at}」没有动，归档包没有做：");
        assert_eq!(said.status, 1, "{}", said.stderr);
        assert!(said.stderr.contains(&message) && said.stderr.contains(why), "{}", said.stderr);
        assert!(room.tree(&at) == before);
    };
    kept(&Room::sample().file(&format!("{at}/扫描件.jpg"), "mine"), "它不是归档包");
    let room = Room::sample();
    assert_eq!(room.run(&["build", "--package", "2021"]).status, 0);
    fs::write(room.path(&format!("{at}/data/records/office.yaml")), "changed").unwrap();
    kept(&room, "与校验值不符");
    fs::remove_file(room.path(&format!("{at}/data/records/office.yaml"))).unwrap();
    kept(&room, "归档包里少了");
}

#[test]
fn a_week_that_came_after_packing_is_told_by_verify_and_build() {
    let room = Room::sample();
    assert_eq!(room.run(&["build", "--package", "2021"]).status, 0);
    let room = room.file("data/panlong/2021/2021-01-15.yaml", quiet_week("2021-01-15", "2021-01-21", 3));
    let message = format!(
        "警告[package-old]: 归档包「output/{BAG}」里少了 2021 年的 1 件文书，第一件是「output/panlong/2021-01-15/weekly.pdf」"
    );
    for command in ["build", "verify", "build"] {
        let said = room.run(&[command]);
        assert!(said.status == 0 && said.stderr.contains(&message), "{command}: {}", said.stderr);
    }
    assert!(!room.run(&["build", "--package", "2021"]).stderr.contains("package-old"));
    assert!(!room.run(&["verify"]).stderr.contains("package-old"));
}

#[test]
fn a_paper_of_the_next_year_is_not_missing_from_this_one_s_package() {
    let room = Room::sample();
    assert_eq!(room.run(&["build", "--package", "2021"]).status, 0);
    let room = room.file("data/panlong/2021/2021-12-31.yaml", quiet_week("2021-12-31", "2022-01-06", 1));
    let said = room.run(&["build"]);
    assert!(said.status == 0 && !said.stderr.contains("package-old"), "{}", said.stderr);
}

#[test]
fn no_line_of_a_list_is_followed_out_of_the_package() {
    use std::fs;
    let room = Room::sample().file("secret.txt", "not ours");
    assert_eq!(room.run(&["build", "--package", "2021"]).status, 0);
    let list = room.path(&format!("output/{BAG}/manifest-sha256.txt"));
    let right = fs::read_to_string(&list).unwrap();
    let outside = [
        "data/../../../../../secret.txt".to_owned(),
        room.path("secret.txt").display().to_string(),
        "data/gone/../../../nothing".to_owned(),
    ];
    for file in outside {
        fs::write(&list, format!("{right}{}  {file}\n", "0".repeat(64))).unwrap();
        let said = room.run(&["verify"]);
        assert_eq!(said.status, 1);
        assert!(said.stderr.contains("行指到归档包外面去了，没有读"), "{}", said.stderr);
    }
}

#[test]
fn a_file_more_in_the_payload_is_an_error_and_one_beside_it_a_warning() {
    let room = Room::quiet();
    assert_eq!(room.run(&["build", "--package", "2021"]).status, 0);
    let at = format!("output/{BAG}");
    let room = room.file(&format!("{at}/说明.txt"), "of the records office");
    let said = room.run(&["verify"]);
    assert_eq!(said.status, 0);
    assert!(said.stderr.contains(&format!("警告[archive-foreign]: 清单里没有「{at}/说明.txt」")), "{}", said.stderr);
    let room = room.file(&format!("{at}/data/papers/扫描件.pdf"), "mine");
    let said = room.run(&["verify"]);
    assert_eq!(said.status, 1);
    let told = format!(
        "错误[archive-damaged]: 归档包里多了「{at}/data/papers/扫描件.pdf」，manifest-sha256.txt 里没有它，这个包通不过核对\n"
    );
    assert!(said.stderr.contains(&told), "{}", said.stderr);
    assert!(said.stderr.contains("帮助: 移到归档包外面；应当移交的，放回它原来的地方"), "{}", said.stderr);
}

#[test]
fn what_is_left_beside_a_package_goes_only_where_it_is_ours() {
    use std::fs;
    let room = Room::sample();
    let packs = ["build", "--package", "2021"];
    assert_eq!(room.run(&packs).status, 0);
    let (at, before) = (format!("output/{BAG}"), room.output());
    let [new, old] = ["new", "old"].map(|state| format!("output/panlong/package/.zhoubao-panlong-2021.{state}"));
    // As a run leaves them that was killed while it built the one, or removed the other.
    for leftover in [&new, &old] {
        crate::program::copy_folder(&room.path(&at), &room.path(leftover));
        fs::remove_file(room.path(&format!("{leftover}/data/records/office.yaml"))).unwrap();
        fs::write(room.path(&format!("{leftover}/data/manifest.txt")), "zhoubao").unwrap();
    }
    assert_eq!(room.run(&packs).status, 0);
    assert!(room.output() == before);
    // Somebody's own files are looked at, and stay.
    for leftover in [new, old] {
        let strange = format!("{leftover}/data/papers/扫描件.jpg");
        crate::program::copy_folder(&room.path(&at), &room.path(&leftover));
        fs::write(room.path(&strange), "mine").unwrap();
        let said = room.run(&packs);
        let told =
            format!("错误[package-place]: 「{leftover}」没有动，归档包没有做：它不是没有做完的归档包，里面有别的文件");
        assert!(said.status == 1 && said.stderr.contains(&told), "{}", said.stderr);
        assert_eq!(fs::read(room.path(&strange)).unwrap(), b"mine");
        fs::remove_dir_all(room.path(&leftover)).unwrap();
    }
    assert_eq!(room.run(&packs).status, 0);
    assert!(room.output() == before);
}
