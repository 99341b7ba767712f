//! A thousand calls at once.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use zhoubao::record::find::find;
use zhoubao::workspace::numbering::{SetAsideWish, Watch, Which, Wish, number_papers, set_numbers_aside};
use zhoubao::yaml::Problems;

use crate::TEMPLATE;
use crate::program::Room;

const WEEKS: u32 = 20;
const KINDS: u32 = 50;
const THREADS: usize = 8;
/// Of so many calls one is a process of its own.
const ONE_PROCESS_IN: usize = 25;

fn office() -> String {
    let mut office = "名称: 甲县旅游办\n行政区: 甲县\n简称: 甲县旅游办\n自称: 县旅游办\n\
        上级: { 名称: 乙市旅游办, 简称: 乙市旅游办, 文内: 市旅游办 }\n周报名称: 甲县旅游周报\n发文代字: 甲旅\n\
        取舍: { 办法: 截断, 小数位: 2 }\n文书:\n"
        .to_owned();
    for kind in 0..KINDS {
        office.push_str(&format!("  - {{ 代号: k{kind}, 模板: paper }}\n"));
    }
    office
}

/// The weeks of 2026 from 5 January on.
fn week(at: u32) -> String {
    let start = zhoubao::record::value::Date::from_iso("2026-01-05").unwrap().plus_days(i64::from(7 * at));
    let end = start.plus_days(6);
    format!("周期: {{ 起: {start}, 止: {end} }}\n期号: {}\n成文: {end}   # 星期日\n", at + 1)
}

fn room() -> Room {
    let mut room = Room::empty().file("data/jia/office.yaml", office()).file("data/jia/templates/paper.md", TEMPLATE);
    for at in 0..WEEKS {
        room = room.file(&format!("data/jia/{at}.yaml"), week(at));
    }
    room
}

/// The numbers that one call gives to a kind's paper of a week.
fn call(file: &Path, kind: &str) -> Vec<u32> {
    let folders = find(&[file.to_path_buf()], &mut Problems::new());
    let kinds = [kind.to_owned()];
    let wish = Wish { kinds: &kinds, year: None, writes: true, is_sealed: &|_, _| false };
    let stop = AtomicBool::new(false);
    let mut numbers = Vec::new();
    let refused = number_papers(&folders[0], &wish, &Watch { stop: &stop, waiting: &|| {} }, &mut |assigned| {
        numbers.push(assigned.number);
    });
    assert!(refused.is_empty(), "{refused:#?}");
    numbers
}

/// The same by a process.
fn call_process(room: &Room, file: &str, kind: &str) -> Vec<u32> {
    let said = room.run(&["number", file, "--kind", kind, "--message-format", "json"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    let lines = said.stdout.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    lines.filter_map(|it| u32::try_from(it["document_number"].as_u64()?).ok()).collect()
}

#[test]
fn a_thousand_calls_give_a_thousand_numbers_without_a_gap() {
    let room = room();
    // Neighbouring calls are for other weeks and other kinds.
    let mut calls: Vec<(u32, u32)> = (0..WEEKS * KINDS).map(|at| (at % WEEKS, at / WEEKS)).collect();
    calls.sort_by_key(|(week, kind)| (week * 7 + kind * 13) % 31);
    let (next, given) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    std::thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| {
                while let Some((week, kind)) = calls.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let (file, kind) = (format!("data/jia/{week}.yaml"), format!("k{kind}"));
                    let is_process = (given.lock().unwrap().len() + 1).is_multiple_of(ONE_PROCESS_IN);
                    let numbers =
                        if is_process { call_process(&room, &file, &kind) } else { call(&room.path(&file), &kind) };
                    assert_eq!(numbers.len(), 1, "{file} {kind}");
                    given.lock().unwrap().extend(numbers);
                }
            });
        }
    });
    let given = given.into_inner().unwrap();
    assert_eq!(given.len(), calls.len());
    let all: BTreeSet<u32> = given.into_iter().collect();
    assert_eq!(all, (1..=WEEKS * KINDS).collect());

    // The files say the same, and all else as it was.
    let mut written = BTreeSet::new();
    for at in 0..WEEKS {
        let text = std::fs::read_to_string(room.path(&format!("data/jia/{at}.yaml"))).unwrap();
        let is_number = |line: &&str| line.starts_with("  k") || line.starts_with("文号: ");
        for line in text.lines().filter(is_number) {
            written.insert(line.rsplit_once(": ").unwrap().1.parse::<u32>().unwrap());
        }
        let rest: String =
            text.split_inclusive('\n').filter(|line| !is_number(line) && *line != "各件文号:\n").collect();
        assert_eq!(rest, week(at));
    }
    assert_eq!(written, all);
    let files: Vec<String> = room.tree("data/jia").into_iter().map(|(name, _)| name).collect();
    assert_eq!(files.len(), 20 + 2, "nothing is left beside them: {files:?}");
}

#[test]
fn numbers_that_are_kept_at_once_are_kept_once() {
    let room = room();
    let folder = room.path("data/jia");
    let kept = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for thread in 0..THREADS {
            let (folder, kept) = (&folder, &kept);
            scope.spawn(move || {
                for turn in 0..5 {
                    let folders = find(std::slice::from_ref(folder), &mut Problems::new());
                    let why = format!("第 {thread} 处 {turn}");
                    let wish = SetAsideWish { year: 2026, which: Which::Next(2), why: &why, writes: true };
                    let stop = AtomicBool::new(false);
                    let watch = Watch { stop: &stop, waiting: &|| {} };
                    let done = set_numbers_aside(&folders[0], &wish, &watch).unwrap().unwrap();
                    kept.lock().unwrap().extend(done.numbers);
                }
            });
        }
    });
    let mut kept = kept.into_inner().unwrap();
    kept.sort_unstable();
    assert_eq!(kept, (1..=80).collect::<Vec<u32>>());
    assert_eq!(call(&room.path("data/jia/0.yaml"), "k0"), [81]);
}

/// A run that was killed holds nothing up: the system takes its lock back.
#[cfg(unix)]
#[test]
fn a_run_that_was_killed_holds_nothing_up() {
    let room = room();
    let mut killed = Command::new(env!("CARGO_BIN_EXE_zhoubao"))
        .args(["number", "data/jia"])
        .current_dir(room.path("."))
        .stdout(std::process::Stdio::null())
        .spawn()
        .unwrap();
    std::thread::sleep(std::time::Duration::from_millis(300));
    killed.kill().unwrap();
    killed.wait().unwrap();
    let said = room.run(&["number", "data/jia"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    let mut numbers = BTreeSet::new();
    for at in 0..WEEKS {
        let text = std::fs::read_to_string(room.path(&format!("data/jia/{at}.yaml"))).unwrap();
        let values = text.lines().filter_map(|line| line.rsplit_once(": ")).map(|it| it.1.parse::<u32>());
        numbers.extend(values.skip(2).flatten());
    }
    assert_eq!(numbers, (1..=WEEKS * KINDS).collect(), "without a gap");
}
