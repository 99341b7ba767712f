//! Several machines share the work by whole offices, and what former versions have left of cut ones is taken over.

use std::fs;

use crate::program::{Room, Said, WEEK, WEEK_FILE, quiet_office, quiet_week};

type Tree = Vec<(String, Vec<u8>)>;

/// Offices of two weeks each.
fn offices(names: &[&str]) -> Room {
    names.iter().fold(Room::empty(), |room, name| {
        room.file(&format!("data/{name}/office.yaml"), quiet_office())
            .file(&format!("data/{name}/2021-01-15.yaml"), quiet_week("2021-01-15", "2021-01-21", 3))
            .file(&format!("data/{name}/2021-01-22.yaml"), quiet_week("2021-01-22", "2021-01-28", 4))
    })
}

/// One office in the second of four parts, three in the fourth, none in the third.
const OFFICES: [&str; 5] = ["东", "南 县", "南", "西", "北"];

fn shard(room: &Room, part: &str, more: &[&str], expected: i32) -> Said {
    let said = room.run(&[&["build", "--shard", part], more].concat());
    assert_eq!(said.status, expected, "{part}: {}", said.stderr);
    said
}

/// What one machine makes of the same data.
fn single(room: &Room, expected: i32) -> Tree {
    let said = room.run(&["build", "--out", "single"]);
    assert_eq!(said.status, expected, "{}", said.stderr);
    room.tree("single")
}

#[test]
fn parts_that_are_copied_together_are_what_one_machine_makes() {
    let room = offices(&OFFICES);
    let expected = single(&room, 0);
    for count in [1, 2, 4, 7] {
        let mut together = Tree::new();
        for index in 1..=count {
            let out = format!("{count}/{index}");
            shard(&room, &format!("{index}/{count}"), &["--out", &out], 0);
            together.extend(room.tree(&out));
        }
        together.sort();
        assert!(together == expected, "{count}: each file is in just one part");
    }
}

#[test]
fn parts_may_be_made_in_one_folder_in_any_order_and_twice() {
    let room = offices(&OFFICES);
    for part in ["4/4", "2/4", "4/4", "1/4", "3/4"] {
        shard(&room, part, &[], 0);
    }
    assert!(room.tree("output") == single(&room, 0));
    assert_eq!(room.run(&["verify"]).status, 0);
    assert_eq!(room.run(&["build", "--explain-stale"]).stdout, "", "nothing is missing");
}

#[test]
fn a_part_without_an_office_says_so_and_is_no_error() {
    let room = offices(&OFFICES);
    let said = shard(&room, "3/4", &[], 0);
    let told = "第 3/4 份没有分到指挥中心，没有要做的：指挥中心按名称分到各份，不一定每份都有\n";
    assert!(said.stderr.starts_with(told), "{}", said.stderr);
    assert_eq!((said.stdout.as_str(), room.tree("output").len()), ("", 0));
    // A folder without any office is another matter.
    let empty = Room::empty().file("data/说明.txt", "");
    let said = empty.run(&["build", "--shard", "3/4"]);
    assert!(said.status == 1 && !said.stderr.contains("没有分到"), "{}", said.stderr);
}

#[test]
fn weeks_and_offices_with_errors_keep_no_others_back() {
    let room = offices(&["东", "南 县", "西"])
        .file("data/东/2021-01-22.yaml", quiet_week("2021-01-22", "2021-01-28", 4).replace("2021-01-28", "2021-02-30"))
        .file("data/南 县/2021-01-15.yaml", "周期: {")
        .file("data/西/office.yaml", "名称: {");
    for (part, expected) in [("1/4", 1), ("2/4", 1), ("3/4", 0), ("4/4", 1)] {
        shard(&room, part, &[], expected);
    }
    let tree = room.tree("output");
    assert!(tree == single(&room, 1));
    assert_eq!(tree.len(), 6, "two weeks' papers, two manifests");
}

#[test]
fn what_a_part_has_left_undone_one_machine_makes() {
    let room = offices(&OFFICES);
    shard(&room, "1/4", &[], 0);
    shard(&room, "2/4", &[], 0);
    let missing = room.run(&["build", "--explain-stale"]).stdout;
    assert_eq!(missing.lines().count(), 12, "{missing}");
    assert!(missing.lines().all(|line| ["南/", "西/", "北/"].iter().any(|office| line.contains(office))), "{missing}");
    let said = room.run(&["build"]);
    assert_eq!(said.stdout.lines().filter(|line| line.ends_with("（未变）")).count(), 8, "{}", said.stdout);
    assert!(room.tree("output") == single(&room, 0));
}

#[test]
fn a_part_sees_whole_offices_and_so_finds_papers_without_records_seals_and_packs() {
    let room = offices(&["东", "西"]);
    shard(&room, "1/2", &["--seal", "--package", "2021"], 0);
    assert!(room.path("output/东/package/东-2021/bagit.txt").exists());
    assert_eq!(room.manifest("东").matches(" sealed sum=").count(), 4);
    shard(&room, "2/2", &[], 0);
    for office in ["东", "西"] {
        fs::remove_file(room.path(&format!("data/{office}/2021-01-22.yaml"))).unwrap();
    }
    assert!(shard(&room, "1/2", &[], 1).stderr.contains("错误[archive-sealed]: 「output/东/2021-01-22/weekly"));
    assert!(shard(&room, "2/2", &[], 0).stderr.contains("警告[archive-orphan]: 「output/西/2021-01-22/weekly"));
}

const MANIFEST: &str = "output/panlong/manifest.txt";
const WEEKLY: &str = "output/panlong/2021-01-08/weekly.pdf";

fn former(index: usize) -> String {
    format!("output/panlong/manifest.{index}-of-2.txt")
}

/// A line as a former version wrote it.
fn as_former(line: &str) -> &str {
    match line.rsplit_once(" sum=") {
        Some(("end", _)) => "",
        Some((said, _)) => said,
        None => line.strip_suffix("2").filter(|header| *header == "zhoubao-manifest ").map_or(line, |_| HEADER),
    }
}

const HEADER: &str = "zhoubao-manifest 1";

/// The sample office as a former version left it: each of two shards has some of the lines. And what one machine makes.
fn cut_in_two() -> (Room, Tree) {
    let room = Room::quiet().file("data/panlong/2021/2021-01-15.yaml", quiet_week("2021-01-15", "2021-01-21", 3));
    assert_eq!(room.run(&["build"]).status, 0);
    let whole = room.tree("output");
    let manifest = room.manifest("panlong");
    fs::remove_file(room.path(MANIFEST)).unwrap();
    let room = [1, 2].iter().fold(room, |room, index| {
        let is_other = |line: &str| line.starts_with("paper ") && (line.contains(" 2021-01-08/") == (*index == 2));
        let lines: Vec<&str> = manifest.lines().filter(|line| !is_other(line)).map(as_former).collect();
        let text = format!("{}\npart 1 panlong\npart 2 panlong\n", lines.join("\n"));
        room.file(&former(*index), text)
    });
    (room, whole)
}

/// The next build makes nothing, and leaves what one machine makes.
fn takes_all_over(room: &Room, whole: &Tree) {
    let said = room.run(&["build"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    assert!(said.stdout.lines().all(|line| line.ends_with("（未变）")), "{}", said.stdout);
    assert!(room.tree("output") == *whole);
}

#[test]
fn manifests_of_former_shards_become_one() {
    let (room, whole) = cut_in_two();
    let before = room.tree("output");
    assert_eq!(room.run(&["verify"]).status, 0, "read as they are");
    assert_eq!(room.run(&["build", "--explain-stale"]).stdout, "");
    assert!(room.tree("output") == before, "nobody has written yet");
    takes_all_over(&room, &whole);
    // A shard of today is as good as any other run.
    let (room, whole) = cut_in_two();
    shard(&room, "1/1", &[], 0);
    assert!(room.tree("output") == whole);
}

#[test]
fn taking_over_goes_on_where_it_was_killed() {
    let (room, whole) = cut_in_two();
    let texts = [1, 2].map(|index| fs::read_to_string(room.path(&former(index))).unwrap());
    takes_all_over(&room, &whole);
    // Killed before the first of the two was removed, or before the second was.
    let room = room.file(&former(1), &texts[0]).file(&former(2), &texts[1]);
    takes_all_over(&room, &whole);
    let room = room.file(&former(2), &texts[1]);
    takes_all_over(&room, &whole);
}

#[test]
fn a_former_shard_breaks_no_seal_and_brings_no_older_line_back() {
    let (room, _) = cut_in_two();
    let old = fs::read_to_string(room.path(&former(1))).unwrap();
    assert_eq!(room.run(&["build", "--seal"]).status, 0);
    let sealed = room.tree("output");
    let room = room.file(&former(1), &old);
    assert_eq!(room.run(&["build"]).status, 0);
    assert!(room.tree("output") == sealed);
    // The shard's manifest is older than the paper.
    let room = room.file(WEEK_FILE, WEEK.replace("100余", "200余"));
    assert_eq!(room.run(&["build", "--unseal"]).status, 0);
    let newer = room.tree("output");
    let room = room.file(&former(1), &old);
    takes_all_over(&room, &newer);
}

#[test]
fn what_a_killed_former_shard_has_written_is_not_listed_where_nobody_makes_it_again() {
    let (room, whole) = cut_in_two();
    assert_eq!(room.run(&["build"]).status, 0);
    let killed = "zhoubao-manifest 1\npart 1 panlong\nunfinished\ndoubtful 2021-01-08/weekly.pdf\n";
    let room = room
        .file(&former(1), killed)
        .file("output/panlong/.zhoubao-1-of-2.lock", "")
        .file(WEEKLY, "%PDF-1.7 by zhoubao, of the killed run")
        .file(WEEK_FILE, WEEK.replacen("周期:", "周期期:", 1));
    assert_eq!(room.run(&["build"]).status, 1);
    assert!(!room.manifest("panlong").contains(" 2021-01-08/weekly.pdf "), "it is not what it was");
    assert!(room.manifest("panlong").contains(" 2021-01-08/weekly.docx "));
    let room = room.file(WEEK_FILE, WEEK);
    let said = room.run(&["build"]);
    let made: Vec<&str> = said.stdout.lines().filter(|line| !line.ends_with("（未变）")).collect();
    assert_eq!(made, [WEEKLY]);
    assert!(room.tree("output") == whole);
}
