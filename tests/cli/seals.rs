//! Seals: what was sent stays what was sent, whatever is copied, edited or run.

use std::fs;

use crate::program::{Room, WEEK, WEEK_FILE, copy_folder, quiet_office, quiet_week};

const OFFICE_FILE: &str = "data/panlong/office.yaml";
const MANIFEST: &str = "output/panlong/manifest.txt";

fn two_weeks() -> Room {
    Room::quiet()
        .file(OFFICE_FILE, quiet_office().replace("轻重: {", "轻重: { complaint-dropped: 不查,"))
        .file("data/panlong/2021/2021-01-15.yaml", quiet_week("2021-01-15", "2021-01-21", 3))
}

fn sealed() -> Room {
    let room = two_weeks();
    let said = room.run(&["build", WEEK_FILE, "--seal"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    assert_eq!(sealed_lines(&room), 6);
    room
}

fn sealed_lines(room: &Room) -> usize {
    room.manifest("panlong").matches(" sealed sum=").count()
}

/// The papers of the sealed week.
fn papers(room: &Room) -> Vec<(String, Vec<u8>)> {
    room.tree("output/panlong/2021-01-08")
}

fn changed() -> String {
    WEEK.replace("100余", "200余")
}

#[test]
fn a_folder_that_is_copied_in_once_more_takes_no_seal_away() {
    let room = two_weeks();
    assert_eq!(room.run(&["build", "--shard", "1/1", "--out", "elsewhere"]).status, 0);
    copy_folder(&room.path("elsewhere"), &room.path("output"));
    assert_eq!(room.run(&["build", WEEK_FILE, "--seal"]).status, 0);
    let sent = papers(&room);
    copy_folder(&room.path("elsewhere"), &room.path("output"));
    assert_eq!(sealed_lines(&room), 0, "the manifest was replaced");

    let verified = room.run(&["verify"]);
    assert_eq!(verified.status, 1);
    assert!(
        verified
            .stderr
            .contains("「output/panlong/2021-01-08/notice-6.docx」已经封存（output/panlong/seals/2021-01-08-")
    );
    assert!(verified.stderr.contains("清单里没有写着封存"), "{}", verified.stderr);

    let room = room.file(WEEK_FILE, changed());
    let built = room.run(&["build"]);
    assert_eq!(built.status, 1);
    assert!(built.stderr.contains("错误[archive-sealed]"), "{}", built.stderr);
    assert_eq!(papers(&room), sent);

    // Put back as the message says.
    let room = room.file(WEEK_FILE, WEEK);
    assert_eq!(room.run(&["build", WEEK_FILE, "--seal"]).status, 0);
    assert_eq!((sealed_lines(&room), room.run(&["verify"]).status), (6, 0));
    assert_eq!(papers(&room), sent);
}

#[test]
fn without_its_manifest_a_sealed_week_is_not_made_anew() {
    let room = sealed();
    let sent = papers(&room);
    fs::remove_file(room.path(MANIFEST)).unwrap();
    let room = room.file(WEEK_FILE, changed());
    for (command, told) in [
        (vec!["build"], "清单里没有这一份"),
        (vec!["build", "--force"], "清单里没有这一份"),
        (vec!["build", "--seal"], "已经封存，但是周记录「2021/2021-01-08.yaml」变了"),
    ] {
        fs::remove_file(room.path(MANIFEST)).unwrap_or_default();
        let said = room.run(&command);
        assert_eq!(said.status, 1, "{command:?}");
        assert!(said.stderr.contains(told), "{command:?} {}", said.stderr);
        assert_eq!(papers(&room), sent, "{command:?}");
    }
    let room = room.file(WEEK_FILE, WEEK);
    assert_eq!(room.run(&["build", "--seal"]).status, 0);
    assert_eq!(papers(&room), sent);
}

#[test]
fn a_sealed_record_is_not_made_as_another_week() {
    let room = sealed();
    let before = room.tree("output");
    let room = room.file(WEEK_FILE, WEEK.replace("起: 2021-01-08", "起: 2021-01-07"));
    for command in [vec!["build", WEEK_FILE], vec!["build"]] {
        let said = room.run(&command);
        assert_eq!(said.status, 1, "{}", said.stderr);
        let told = "「2021/2021-01-08.yaml」已经封存为 2021-01-08 这一期，现在写的是 2021-01-07";
        assert!(said.stderr.contains(told), "{}", said.stderr);
        assert!(!room.path("output/panlong/2021-01-07").exists());
    }
    assert_eq!(papers(&room).len(), 6);
    assert_eq!(before.len(), 8, "six papers, a manifest and a seal");
}

#[test]
fn a_week_alone_is_not_made_beside_a_sealed_one_whose_record_was_changed() {
    let room = sealed();
    let room = room.file(WEEK_FILE, WEEK.to_owned() + "\n# 又看了一遍\n");
    let said = room.run(&["build", "data/panlong/2021/2021-01-15.yaml"]);
    assert_eq!(said.status, 1);
    let told = "「output/panlong/2021-01-08」的文书已经封存，它的记录（2021/2021-01-08.yaml）却变了，或者不见了";
    assert!(said.stderr.contains(told), "{}", said.stderr);
}

#[test]
fn what_a_former_version_has_sealed_stays_sealed() {
    let room = sealed();
    let sent = papers(&room);
    let former: String = room
        .manifest("panlong")
        .replace("zhoubao-manifest 2", "zhoubao-manifest 1")
        .lines()
        .filter_map(|line| match line.rsplit_once(" sum=") {
            Some(("end", _)) => None,
            Some((said, _)) => Some(format!("{said}\n")),
            None => Some(format!("{line}\n")),
        })
        .collect();
    fs::remove_dir_all(room.path("output/panlong/seals")).unwrap();
    let room = room.file(MANIFEST, &former);
    assert_eq!(room.run(&["verify"]).status, 0, "it is read as it is");
    let room = room.file(WEEK_FILE, changed());
    assert_eq!(room.run(&["build"]).status, 1);
    assert_eq!((papers(&room), sealed_lines(&room)), (sent, 6));
    assert_eq!(room.tree("output/panlong/seals").len(), 1, "from now on it has a seal");
}

#[test]
fn a_seal_that_was_removed_is_missed_and_put_back() {
    let room = sealed();
    let seals = room.tree("output/panlong/seals");
    fs::remove_dir_all(room.path("output/panlong/seals")).unwrap();
    let said = room.run(&["verify"]);
    assert_eq!(said.status, 1);
    assert!(said.stderr.contains("写着已封存，seals 里却没有它的封存"), "{}", said.stderr);
    assert_eq!(room.run(&["build"]).status, 0);
    assert_eq!(room.tree("output/panlong/seals"), seals);
    // One that was changed says nothing that can be trusted.
    let (name, _) = &seals[0];
    let room = room.file(&format!("output/panlong/seals/{name}"), "zhoubao-seal 1\n");
    for command in ["build", "verify"] {
        let said = room.run(&[command]);
        assert_eq!(said.status, 1);
        assert!(said.stderr.contains("被改动过，或者不是封存的文件"), "{}", said.stderr);
    }
}

#[test]
fn a_corrected_paper_stays_beside_the_one_that_was_sent() {
    let room = sealed();
    let sent = papers(&room);
    let room = room.file(WEEK_FILE, changed());
    let said = room.run(&["build", WEEK_FILE, "--unseal"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    let kept: Vec<_> = papers(&room).into_iter().filter(|(name, _)| name.contains(".sent-")).collect();
    assert_eq!(kept.len(), 2, "the weekly, not the notices, which say the same");
    for (name, bytes) in &kept {
        let ending = name.rsplit_once('.').unwrap().1;
        assert!(sent.contains(&(format!("weekly.{ending}"), bytes.clone())), "{name}");
        assert!(room.manifest("panlong").contains(&format!("sent 2021-01-08/{name} ")));
    }
    assert_eq!(room.run(&["verify"]).status, 0);

    // It is missed when it is gone, until somebody says that it may be.
    let (name, bytes) = &kept[0];
    let file = format!("output/panlong/2021-01-08/{name}");
    fs::remove_file(room.path(&file)).unwrap();
    let said = room.run(&["verify"]);
    assert_eq!(said.status, 1);
    assert!(said.stderr.contains(&format!("清单里有「{file}」")), "{}", said.stderr);
    assert_eq!(room.run(&["build"]).status, 0);
    assert_eq!(room.run(&["verify"]).status, 1);
    assert_eq!(room.run(&["build", WEEK_FILE, "--unseal"]).status, 0);
    assert_eq!(room.run(&["verify"]).status, 0);
    assert!(!room.path(&file).exists() && !bytes.is_empty());
}

#[test]
fn a_paper_that_was_unsealed_first_and_changed_later_is_kept_too() {
    let room = sealed();
    let sent = papers(&room);
    assert_eq!(room.run(&["build", WEEK_FILE, "--unseal"]).status, 0);
    assert_eq!((papers(&room), sealed_lines(&room)), (sent.clone(), 0));
    assert_eq!(room.run(&["verify"]).status, 0);
    let room = room.file(WEEK_FILE, changed());
    assert_eq!(room.run(&["build"]).status, 0);
    assert_eq!(papers(&room).len(), 8);
    // Sealed again, and changed back: nothing is lost either.
    assert_eq!(room.run(&["build", "--seal"]).status, 0);
    assert_eq!(room.run(&["verify"]).status, 0);
    let room = room.file(WEEK_FILE, WEEK);
    assert_eq!(room.run(&["build"]).status, 1);
    assert_eq!(room.run(&["build", "--unseal"]).status, 0);
    let now = papers(&room);
    assert!(sent.iter().all(|paper| now.contains(paper)));
    assert_eq!(now.len(), 8, "the second pair is kept, the first is in its place again");
    assert_eq!(room.run(&["verify"]).status, 0);
}

#[test]
fn a_package_has_both_the_correction_and_what_was_sent() {
    let room = sealed().file(WEEK_FILE, changed());
    let said = room.run(&["build", "--unseal", "--package", "2021"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    let packed = room.tree("output/panlong/package/panlong-2021/data/papers/2021-01-08");
    let names: Vec<&str> = packed.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names.len(), 4, "{names:?}");
    assert!(names.iter().any(|name| name.starts_with("weekly.sent-")), "{names:?}");
    let said = room.run(&["verify"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
}

#[test]
fn the_papers_of_a_record_that_is_gone_are_kept_when_their_seal_is_taken_off() {
    let room = sealed();
    fs::remove_file(room.path(WEEK_FILE)).unwrap();
    assert_eq!(room.run(&["build"]).status, 1);
    assert_eq!(room.run(&["build", "--unseal"]).status, 0);
    let kept = papers(&room);
    assert_eq!(kept.iter().filter(|(name, _)| name.contains(".sent-")).count(), 6);
    assert_eq!(room.run(&["verify"]).status, 0);
}

#[test]
fn sealing_and_unsealing_again_and_again_leaves_the_last_word() {
    let room = sealed();
    for _ in 0..3 {
        assert_eq!(room.run(&["build", WEEK_FILE, "--unseal"]).status, 0);
        assert_eq!((sealed_lines(&room), room.run(&["verify"]).status), (0, 0));
        assert_eq!(room.run(&["build", WEEK_FILE, "--seal"]).status, 0);
        assert_eq!((sealed_lines(&room), room.run(&["verify"]).status), (6, 0));
    }
    // Part of a week unsealed: the rest stays sealed.
    assert_eq!(room.run(&["build", WEEK_FILE, "--unseal", "--kind", "notice"]).status, 0);
    assert_eq!((sealed_lines(&room), room.run(&["verify"]).status), (2, 0));
    let room = room.file(WEEK_FILE, changed());
    assert_eq!(room.run(&["build"]).status, 1);
}

#[test]
fn gits_conflict_marks_are_settled_and_the_seal_wins() {
    let room = two_weeks();
    assert_eq!(room.run(&["build"]).status, 0);
    let ours = room.manifest("panlong");
    assert_eq!(room.run(&["build", WEEK_FILE, "--seal"]).status, 0);
    let theirs = room.manifest("panlong");
    let room = room.file(MANIFEST, format!("<<<<<<< HEAD\n{ours}=======\n{theirs}>>>>>>> branch\n"));
    assert_eq!(room.run(&["build"]).status, 0);
    assert_eq!(room.manifest("panlong"), theirs);
}

#[test]
fn an_empty_or_cut_manifest_is_not_taken_for_a_whole_one() {
    let room = two_weeks();
    assert_eq!(room.run(&["build"]).status, 0);
    let whole = room.manifest("panlong");
    let half = &whole[..whole.len() / 2];
    let at_a_line = &whole[..whole.rfind("end sum=").unwrap()];
    for text in ["", "\n", half, at_a_line] {
        fs::write(room.path(MANIFEST), text).unwrap();
        for command in ["build", "verify"] {
            let said = room.run(&[command]);
            assert_eq!(said.status, 1, "{command} {text:?}");
            assert!(said.stderr.contains("错误[archive-manifest]"), "{}", said.stderr);
        }
    }
}
