//! Several machines share the work, and not all of them come to its end.

use std::fs;
use zhoubao::record::value::Date;

use crate::program::{Room, quiet_office, quiet_week};

type Tree = Vec<(String, Vec<u8>)>;

/// Offices that are alike, so that three shards have one each, with two weeks each.
fn offices(names: &[&str]) -> Room {
    names.iter().fold(Room::empty(), |room, name| {
        room.file(&format!("data/{name}/office.yaml"), quiet_office())
            .file(&format!("data/{name}/2021-01-15.yaml"), quiet_week("2021-01-15", "2021-01-21", 3))
            .file(&format!("data/{name}/2021-01-22.yaml"), quiet_week("2021-01-22", "2021-01-28", 4))
    })
}

/// Weeks of the sample office from that day on.
fn weeks(room: Room, first: Date, count: i64) -> Room {
    (0..count).fold(room, |room, nth| {
        let first = first.plus_days(7 * nth);
        let last = first.plus_days(6);
        let issue = first.day_of_year().div_ceil(7);
        room.file(&format!("data/panlong/{first}.yaml"), quiet_week(&first.to_string(), &last.to_string(), issue))
    })
}

fn shard(room: &Room, part: &str, expected: i32) {
    let said = room.run(&["build", "--shard", part]);
    assert_eq!(said.status, expected, "{part}: {}", said.stderr);
}

fn merged(room: &Room) -> Tree {
    let said = room.run(&["merge"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    room.tree("output")
}

/// What one machine makes of the same data.
fn single(room: &Room, expected: i32) -> Tree {
    let said = room.run(&["build", "--out", "single"]);
    assert_eq!(said.status, expected, "{}", said.stderr);
    room.tree("single")
}

#[test]
fn a_shard_that_never_ran_is_missed_though_no_other_has_its_offices() {
    let room = offices(&["东", "南 县", "西"]);
    shard(&room, "1/3", 0);
    shard(&room, "3/3", 0);
    let before = room.tree("output");
    let said = room.run(&["merge"]);
    assert_eq!(said.status, 1);
    assert!(said.stderr.contains("错误[archive-shards]: 缺了第 2/3 份：南 县\n"), "{}", said.stderr);
    assert!(room.tree("output") == before, "nothing is put together meanwhile");
    shard(&room, "2/3", 0);
    // Twice does no harm.
    shard(&room, "2/3", 0);
    assert!(merged(&room) == single(&room, 0));
    assert!(merged(&room) == single(&room, 0), "nothing is left to put together");
}

#[test]
fn weeks_and_offices_with_errors_keep_no_others_back() {
    let room = offices(&["东", "南", "西"])
        .file("data/东/2021-01-22.yaml", quiet_week("2021-01-22", "2021-01-28", 4).replace("2021-01-28", "2021-02-30"))
        .file("data/南/2021-01-15.yaml", "周期: {")
        .file("data/南/2021-01-22.yaml", "周期: {")
        .file("data/西/office.yaml", "名称: {");
    for part in ["1/3", "2/3", "3/3"] {
        shard(&room, part, 1);
    }
    let tree = merged(&room);
    assert!(tree == single(&room, 1));
    let names: Vec<&str> = tree.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["东/2021-01-15/weekly.docx", "东/2021-01-15/weekly.pdf", "东/manifest.txt"]);
}

#[test]
fn weeks_may_move_to_other_shards_before_all_is_put_together() {
    let room = weeks(Room::quiet(), Date::from_parts(2021, 6, 4).unwrap(), 6);
    let room = ["1/3", "2/3", "3/3"].iter().fold(room, |room, part| {
        shard(&room, part, 0);
        room
    });
    // Twelve weeks before them, and a word in one that was the first shard's and is the third's now.
    let moved = fs::read_to_string(room.path("data/panlong/2021-06-04.yaml")).unwrap();
    let room = weeks(room, Date::from_parts(2021, 2, 5).unwrap(), 12)
        .file("data/panlong/2021-06-04.yaml", moved.replace("出动人次: 0", "出动人次: 7"));
    for part in ["3/3", "1/3", "2/3"] {
        shard(&room, part, 0);
    }
    assert!(merged(&room) == single(&room, 0));
}

#[test]
fn a_shard_takes_its_word_back_in_offices_that_are_others_now() {
    let room = offices(&["南", "西"]);
    for part in ["1/2", "2/2"] {
        shard(&room, part, 0);
    }
    assert!(room.path("output/南/manifest.1-of-2.txt").exists());
    // 西 was the second shard's and still is; 南 was the first's and is the second's.
    let room = (0..4).fold(room.file("data/东/office.yaml", quiet_office()), |room, nth| {
        let first = Date::from_parts(2021, 2, 5).unwrap().plus_days(7 * nth);
        let last = first.plus_days(6);
        let issue = u32::try_from(nth).unwrap() + 5;
        room.file(&format!("data/东/{first}.yaml"), quiet_week(&first.to_string(), &last.to_string(), issue))
    });
    for part in ["1/2", "2/2"] {
        shard(&room, part, 0);
    }
    assert!(!room.path("output/南/manifest.1-of-2.txt").exists());
    assert!(merged(&room) == single(&room, 0));
}

#[test]
fn putting_together_is_taken_up_where_it_was_killed() {
    let room = weeks(Room::quiet(), Date::from_parts(2021, 6, 4).unwrap(), 6);
    for part in ["1/2", "2/2"] {
        shard(&room, part, 0);
    }
    let manifest = |index: u32| format!("output/panlong/manifest.{index}-of-2.txt");
    let texts = [1, 2].map(|index| fs::read_to_string(room.path(&manifest(index))).unwrap());
    let whole = merged(&room);
    let without_parts = |text: &str| {
        let lines: Vec<&str> = text.split_inclusive('\n').filter(|line| !line.starts_with("part ")).collect();
        assert_eq!(lines.len() + 2, text.lines().count());
        lines.concat()
    };
    // Killed before the second was removed.
    fs::write(room.path(&manifest(2)), without_parts(&texts[1])).unwrap();
    assert!(merged(&room) == whole);
    // Killed while they learnt to ask for nobody.
    fs::remove_file(room.path("output/panlong/manifest.txt")).unwrap();
    fs::write(room.path(&manifest(1)), without_parts(&texts[0])).unwrap();
    fs::write(room.path(&manifest(2)), &texts[1]).unwrap();
    assert!(merged(&room) == whole);
}

#[test]
fn a_shard_that_could_not_write_a_paper_has_not_finished() {
    let room = Room::quiet().file("output/panlong/2021-01-08", "in the way");
    shard(&room, "1/1", 3);
    let said = room.run(&["merge"]);
    assert_eq!(said.status, 1);
    assert!(said.stderr.contains("「output/panlong」的第 1/1 份没有做完"), "{}", said.stderr);
    fs::remove_file(room.path("output/panlong/2021-01-08")).unwrap();
    shard(&room, "1/1", 0);
    assert!(merged(&room) == single(&room, 0));
}

#[test]
fn one_machine_may_finish_what_several_began() {
    let room = weeks(Room::quiet(), Date::from_parts(2021, 6, 4).unwrap(), 6);
    for part in ["1/3", "3/3"] {
        shard(&room, part, 0);
    }
    let changed = fs::read_to_string(room.path("data/panlong/2021-06-04.yaml")).unwrap();
    let room = room.file("data/panlong/2021-06-04.yaml", changed.replace("出动人次: 0", "出动人次: 7"));
    let before = room.tree("output");
    let stale = room.run(&["build", "--explain-stale"]).stdout.lines().count();
    assert!(room.tree("output") == before);
    let said = room.run(&["build"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    let made = said.stdout.lines().filter(|line| !line.ends_with("（未变）")).count();
    assert!(0 < made && made == stale && made < said.stdout.lines().count(), "{made} made, {stale} stale");
    assert!(room.tree("output") == single(&room, 0));
    assert_eq!(room.run(&["verify"]).status, 0);
}
