//! Whatever one step does to a package on the disk, `verify` tells it.

use std::fs;
use std::path::Path;

use sha2::{Digest as _, Sha256};

use crate::program::Room;
use crate::tried;

const BAG: &str = "output/panlong/package/panlong-2021";
const PAYLOAD_SUMS: &str = "manifest-sha256.txt";
const TAG_SUMS: &str = "tagmanifest-sha256.txt";

/// One step.
#[derive(Debug, Clone)]
enum Attack {
    Remove(String),
    Change(String),
    Cut(String),
    /// A link in the place of a file, to another with the same bytes.
    Link(String),
    /// A folder in its place.
    Folder(String),
    Add(String),
    RemoveLine(String, usize),
    ChangeLine(String, usize),
    DoubleLine(String, usize),
    /// A file removed together with all lines that name it, and all lists counted anew.
    RemoveWithLines(String),
    /// A file changed, and all lists counted anew.
    ChangeWithLines(String),
}

fn all(files: &[(String, Vec<u8>)]) -> Vec<Attack> {
    let mut attacks = Vec::new();
    for (file, bytes) in files {
        for attack in [Attack::Remove, Attack::Change, Attack::Cut, Attack::Link, Attack::Folder] {
            attacks.push(attack(file.clone()));
        }
        let is_list = Path::new(file).extension().is_some_and(|ending| ending == "txt");
        if is_list {
            let lines = String::from_utf8_lossy(bytes).lines().count();
            for line in 0..lines {
                for attack in [Attack::RemoveLine, Attack::ChangeLine, Attack::DoubleLine] {
                    attacks.push(attack(file.clone(), line));
                }
            }
        }
        if file.starts_with("data/papers/") || file.starts_with("data/records/2021/") {
            attacks.push(Attack::RemoveWithLines(file.clone()));
            attacks.push(Attack::ChangeWithLines(file.clone()));
        }
    }
    for file in ["扫描件.jpg", "data/papers/2021-01-08/new.pdf", "data/.hidden", "fetch.txt"] {
        attacks.push(Attack::Add(file.to_owned()));
    }
    attacks
}

fn sum(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Makes all lists of a bag right again for the files that lie there.
fn count_anew(bag: &Path) {
    let list = fs::read_to_string(bag.join(PAYLOAD_SUMS)).unwrap();
    let (mut lines, mut bytes, mut count) = (String::new(), 0, 0);
    for (_, file) in list.lines().map(|line| line.split_at(66)) {
        if let Ok(content) = fs::read(bag.join(file)) {
            lines += &format!("{}  {file}\n", sum(&content));
            bytes += content.len();
            count += 1;
        }
    }
    fs::write(bag.join(PAYLOAD_SUMS), lines).unwrap();
    let info = fs::read_to_string(bag.join("bag-info.txt")).unwrap();
    let kept: Vec<&str> = info.lines().filter(|line| !line.starts_with("Payload-Oxum")).collect();
    fs::write(bag.join("bag-info.txt"), format!("{}\nPayload-Oxum: {bytes}.{count}\n", kept.join("\n"))).unwrap();
    let tags = ["bag-info.txt", "bagit.txt", PAYLOAD_SUMS];
    let lines: String = tags.iter().map(|tag| format!("{}  {tag}\n", sum(&fs::read(bag.join(tag)).unwrap()))).collect();
    fs::write(bag.join(TAG_SUMS), lines).unwrap();
}

fn with_line(path: &Path, at: usize, change: impl Fn(&str) -> String) {
    let text = fs::read_to_string(path).unwrap();
    let lines: Vec<String> = text
        .split_inclusive('\n')
        .enumerate()
        .map(|(number, line)| if number == at { change(line) } else { line.to_owned() })
        .collect();
    fs::write(path, lines.concat()).unwrap();
}

/// Another first character, and all else as it was.
fn changed(bytes: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    if let Some(first) = bytes.first_mut() {
        *first ^= 1;
    }
    bytes
}

fn make(bag: &Path, attack: &Attack) {
    match attack {
        Attack::Remove(file) => fs::remove_file(bag.join(file)).unwrap(),
        Attack::Change(file) => fs::write(bag.join(file), changed(&fs::read(bag.join(file)).unwrap())).unwrap(),
        Attack::Cut(file) => {
            let bytes = fs::read(bag.join(file)).unwrap();
            fs::write(bag.join(file), &bytes[..bytes.len() - 1]).unwrap();
        }
        Attack::Link(file) => link(bag, file),
        Attack::Folder(file) => {
            fs::remove_file(bag.join(file)).unwrap();
            fs::create_dir(bag.join(file)).unwrap();
        }
        Attack::Add(file) => fs::write(bag.join(file), "new").unwrap(),
        Attack::RemoveLine(file, at) => with_line(&bag.join(file), *at, |_| String::new()),
        Attack::ChangeLine(file, at) => {
            with_line(&bag.join(file), *at, |line| String::from_utf8(changed(line.as_bytes())).unwrap());
        }
        Attack::DoubleLine(file, at) => with_line(&bag.join(file), *at, |line| line.repeat(2)),
        Attack::RemoveWithLines(file) => {
            fs::remove_file(bag.join(file)).unwrap();
            count_anew(bag);
        }
        Attack::ChangeWithLines(file) => {
            fs::write(bag.join(file), changed(&fs::read(bag.join(file)).unwrap())).unwrap();
            count_anew(bag);
        }
    }
}

#[cfg(unix)]
fn link(bag: &Path, file: &str) {
    let elsewhere = bag.join("../../../../elsewhere");
    fs::rename(bag.join(file), &elsewhere).unwrap();
    std::os::unix::fs::symlink(elsewhere, bag.join(file)).unwrap();
}

#[cfg(not(unix))]
fn link(bag: &Path, file: &str) {
    fs::remove_file(bag.join(file)).unwrap();
}

#[test]
fn every_one_step_damage_of_a_package_is_told() {
    let room = Room::quiet();
    assert_eq!(room.run(&["build", "--package", "2021"]).status, 0);
    let intact = room.run(&["verify"]);
    assert!(intact.status == 0 && !intact.stderr.contains(BAG), "{}", intact.stderr);
    let (bag, files) = (room.path(BAG), room.tree(BAG));
    let mut missed = Vec::new();
    for attack in tried(all(&files), 60) {
        make(&bag, &attack);
        let said = room.run(&["verify"]);
        // What lies about the payload need not be listed (RFC 8493, 2.2.4), what is in it must be.
        let is_about = matches!(&attack, Attack::Add(file) if !file.starts_with("data/"));
        let is_told = said.stderr.contains(BAG) && said.status == i32::from(!is_about);
        if !is_told {
            missed.push((attack, said.status, said.stderr));
        }
        fs::remove_dir_all(&bag).unwrap();
        for (file, bytes) in &files {
            fs::create_dir_all(bag.join(file).parent().unwrap()).unwrap();
            fs::write(bag.join(file), bytes).unwrap();
        }
    }
    assert!(missed.is_empty(), "{missed:#?}");
}
