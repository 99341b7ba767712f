//! Engines that stop a program ask it first.

#![cfg(unix)]

use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};
use zhoubao::record::value::Date;

use crate::program::{Room, quiet_week};

#[test]
fn asked_to_end_it_finishes_what_is_in_hand_and_the_next_run_goes_on() {
    let room = (0..300).fold(Room::quiet(), |room, nth| {
        let first = Date::from_parts(2015, 1, 2).unwrap().plus_days(7 * nth);
        let last = first.plus_days(6);
        let text = quiet_week(&first.to_string(), &last.to_string(), u32::try_from(nth % 52).unwrap() + 1);
        room.file(&format!("data/panlong/{}/{first}.yaml", first.year()), text)
    });
    let mut command = Command::new(env!("CARGO_BIN_EXE_zhoubao"));
    command.args(["build", "--shard", "1/1"]).current_dir(room.path("")).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut running = command.spawn().unwrap();
    let mut told = BufReader::new(running.stdout.take().unwrap()).lines();
    told.next().unwrap().unwrap();
    assert!(Command::new("sh").args(["-c", &format!("kill -TERM {}", running.id())]).status().unwrap().success());
    let first = 1 + told.map_while(Result::ok).count();
    assert_eq!(running.wait().unwrap().code(), Some(130));

    let said = room.run(&["verify"]);
    assert_eq!(said.status, 0, "all files are whole and in the manifest: {}", said.stderr);
    let said = room.run(&["build", "--shard", "1/1"]);
    let fresh = said.stdout.lines().filter(|line| line.ends_with("（未变）")).count();
    let all = said.stdout.lines().count();
    assert!(first <= fresh && fresh < all, "{first} told, {fresh} of {all} were there");
    assert_eq!(room.run(&["build", "--out", "single"]).status, said.status);
    assert!(room.tree("output") == room.tree("single"));
}
