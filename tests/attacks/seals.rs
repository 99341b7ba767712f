//! Ways in which a sealed week may lose its seal: something happens to its folder, its record is changed, a run follows.

use std::fs;

use crate::program::{Room, WEEK, WEEK_FILE};
use crate::sealed::{MANIFEST, SPOILT, Sealed};
use crate::tried;

/// What happens to the output folder. The attack knows the manifest before the week was sealed, and that since.
type Accident = fn(&Room, &str, &str);

const ACCIDENTS: [(&str, Accident); 17] = [
    ("nothing", |_, _, _| ()),
    ("manifest removed", |room, _, _| fs::remove_file(room.path(MANIFEST)).unwrap()),
    ("manifest emptied", |room, _, _| write(room, "")),
    ("manifest cut in half", |room, _, sealed| write(room, &sealed[..sealed.len() / 2])),
    ("manifest cut at a line", |room, _, sealed| write(room, sealed.rsplit_once("end sum=").unwrap().0)),
    ("older manifest copied in", |room, unsealed, _| write(room, unsealed)),
    ("older manifest joined behind", |room, unsealed, sealed| write(room, &format!("{sealed}{unsealed}"))),
    ("older manifest joined before", |room, unsealed, sealed| write(room, &format!("{unsealed}{sealed}"))),
    ("older manifest in conflict", |room, unsealed, sealed| {
        write(room, &format!("<<<<<<< HEAD\n{sealed}=======\n{unsealed}>>>>>>> other\n"));
    }),
    ("older manifest as a former shard's", |room, unsealed, _| {
        fs::write(room.path("output/panlong/manifest.1-of-1.txt"), unsealed).unwrap();
    }),
    ("sealed lines removed", |room, _, sealed| {
        let lines: Vec<&str> = sealed.lines().filter(|line| !line.contains(" sealed sum=")).collect();
        write(room, &lines.join("\n"));
    }),
    ("lines as of Windows", |room, _, sealed| write(room, &sealed.replace('\n', "\r\n"))),
    ("seals removed", |room, _, _| fs::remove_dir_all(room.path("output/panlong/seals")).unwrap()),
    ("seal changed", |room, _, _| {
        let seals = room.path("output/panlong/seals");
        let seal = fs::read_dir(seals).unwrap().next().unwrap().unwrap().path();
        fs::write(&seal, fs::read_to_string(&seal).unwrap().replace("size=1", "size=2")).unwrap();
    }),
    ("seals are a file", |room, _, _| {
        fs::remove_dir_all(room.path("output/panlong/seals")).unwrap();
        fs::write(room.path("output/panlong/seals"), "").unwrap();
    }),
    ("a paper spoilt", |room, _, _| fs::write(room.path("output/panlong/2021-01-08/weekly.pdf"), SPOILT).unwrap()),
    ("a paper removed", |room, _, _| fs::remove_file(room.path("output/panlong/2021-01-08/weekly.pdf")).unwrap()),
];

/// What a record is changed to.
type Change = fn() -> String;

/// What is done to the record.
const CHANGES: [(&str, Change); 4] = [
    ("", || WEEK.to_owned()),
    ("100余", || WEEK.replace("100余", "200余")),
    ("起", || WEEK.replace("起: 2021-01-08", "起: 2021-01-07")),
    ("a comment", || format!("{WEEK}\n# 又看了一遍\n")),
];

const COMMANDS: [&[&str]; 7] = [
    &["build"],
    &["build", WEEK_FILE],
    &["build", "--force"],
    &["build", "--format", "pdf"],
    &["build", "--kind", "weekly"],
    &["build", "--shard", "1/1"],
    &["build", "data/panlong/2021/2021-01-15.yaml"],
];

fn write(room: &Room, manifest: &str) {
    fs::write(room.path(MANIFEST), manifest).unwrap();
}

#[test]
fn a_sealed_week_keeps_its_seal() {
    let sealed = Sealed::new();
    let manifest = sealed.manifest();
    let mut attacks = Vec::new();
    for (what, accident) in ACCIDENTS {
        for (words, change) in CHANGES {
            attacks.extend(COMMANDS.map(|command| (what, accident, words, change, command)));
        }
    }
    for (what, accident, words, change, command) in tried(attacks, 80) {
        let room = sealed.copy();
        accident(&room, &sealed.unsealed, &manifest);
        let room = room.file(WEEK_FILE, change());
        let attack = format!("{what}, {words}, {}", command.join(" "));
        let said = room.run(command);
        assert!(matches!(said.status, 0 | 1), "{attack}: {}", said.stderr);
        sealed.has_held(&room, said.status, &attack);
    }
}
