//! Limits of processes: few descriptors, no threads, small files, an output that is full or closed. What can be done
//! without is; else the run ends with 3, so that CI tries again, and never with a panic.

use std::fs;
use std::process::Command;

use crate::guard::{Nobody, shell};
use crate::program::Room;
use crate::tried;

/// A room with papers, of which there is nothing to say.
fn made() -> Room {
    let room = Room::quiet();
    let said = room.run(&["build"]);
    assert_eq!(said.status, 0, "{}", said.stderr);
    room
}

const COMMANDS: [&str; 8] = [
    "check",
    "build --force",
    "verify",
    "verify --rebuild",
    "explain",
    "schema data/panlong",
    "fonts",
    "check --explain",
];

/// Runs a script in the room; its status.
fn status(room: &Room, script: &str) -> String {
    let ended = shell(script, &room.path(""));
    let panicked = fs::read_to_string(room.path("err")).is_ok_and(|text| text.contains("panicked"));
    if panicked { "a panic".to_owned() } else { ended.status.map_or(ended.why, |status| status.to_string()) }
}

/// Fails where a script ends otherwise than it may.
fn hold(attacks: Vec<(String, &[&str])>) {
    let mut broken = Vec::new();
    for (script, allowed) in attacks {
        let found = status(&made(), &script);
        if !allowed.contains(&found.as_str()) {
            broken.push(format!("{script}: {found}"));
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn an_output_that_is_full_closed_or_read_no_further_is_no_panic() {
    let mut attacks: Vec<(String, &[&str])> = Vec::new();
    for command in COMMANDS {
        for format in ["", " --message-format json", " --message-format sarif", " --message-format github"] {
            let has_format = command.starts_with("build") || command == "check" || command.starts_with("verify");
            if format.is_empty() || has_format {
                let run = format!("\"$ZHOUBAO\" {command}{format}");
                attacks.push((format!("{run} >/dev/full 2>err"), &["0", "3"]));
                attacks.push((format!("{run} 2>/dev/full"), &["0", "3"]));
                attacks.push((format!("{run} >&- 2>err"), &["0", "3"]));
                attacks.push((format!("{run} 2>&-"), &["0", "3"]));
                attacks.push((format!("({run}; echo $? >status) 2>err | true; exit $(cat status)"), &["0", "3"]));
                attacks.push((
                    format!("({run} 2>&1 >/dev/null; echo $? >status) | true; exit $(cat status)"),
                    &["0", "3"],
                ));
            }
        }
    }
    for wrong in ["", "--nonsense", "build --kind 无", "explain 无", "check --explain 无"] {
        attacks.push((format!("\"$ZHOUBAO\" {wrong} >/dev/full 2>/dev/full"), &["2", "3"]));
        attacks.push((format!("(\"$ZHOUBAO\" {wrong} 2>&1; echo $? >status) | true; exit $(cat status)"), &["2"]));
    }
    attacks.push(("\"$ZHOUBAO\" --help >/dev/full 2>err".to_owned(), &["3"]));
    attacks.push(("\"$ZHOUBAO\" fonts >/dev/full 2>err".to_owned(), &["3"]));
    attacks.push(("\"$ZHOUBAO\" check >/dev/null 2>/dev/full".to_owned(), &["3"]));
    hold(tried(attacks, 24));
}

#[test]
fn with_too_few_descriptors_a_run_ends_with_3() {
    let mut attacks: Vec<(String, &[&str])> = Vec::new();
    for most in 4..32 {
        for command in COMMANDS {
            attacks.push((format!("prlimit --nofile={most} \"$ZHOUBAO\" {command} >out 2>err"), &["0", "3"]));
        }
    }
    hold(tried(attacks, 24));
}

#[test]
fn a_machine_that_refuses_threads_is_worked_on_with_one() {
    let Some(nobody) = Nobody::new(0) else {
        eprintln!("passed over: the limit of processes does not hold for root, and there is no way to be another");
        return;
    };
    let fonts = zhoubao::layout::fonts::own_folder().unwrap();
    for most in [1, 2, 5] {
        for command in ["check", "build --force", "verify --rebuild", "explain"] {
            let room = made();
            let copied = Command::new("cp").arg("-r").arg(&fonts).arg(room.path("share")).status().unwrap();
            assert!(copied.success());
            nobody.hand_over(&room.path(""));
            let before = nobody.words().join(" ");
            let named = if command == "check" || command == "explain" { "" } else { " --fonts share" };
            let script = format!(
                "prlimit --nproc={most} {before} env HOME=/nonexistent \"$ZHOUBAO\" {command}{named} >out 2>err"
            );
            let found = status(&room, &script);
            let said = fs::read_to_string(room.path("err")).unwrap();
            assert_eq!(found, "0", "{most} threads, {command}: {said}");
        }
    }
}

#[test]
fn files_that_may_not_grow_end_with_3() {
    hold(vec![
        ("ulimit -f 8; \"$ZHOUBAO\" build --force >/dev/null 2>/dev/null".to_owned(), &["3"]),
        ("ulimit -f 0; \"$ZHOUBAO\" check >out 2>err".to_owned(), &["3"]),
        ("ulimit -f 0; \"$ZHOUBAO\" schema --out schemas >out 2>err".to_owned(), &["3"]),
    ]);
}
