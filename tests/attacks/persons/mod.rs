//! Persons' data in every form, at every place of an office's files, shown by every command in every format: nothing of it
//! may be told. All persons and numbers are made up.
//!
//! A run holds a form at all places, each in a week of its own: so one run tries as many placements as there are places.

mod elsewhere;
mod forms;
mod places;
mod runs;
#[cfg(unix)]
mod terminal;

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use forms::{Form, forms};
use places::{PLACES, weeks};
use runs::{RUNS, Run};

use crate::program::Room;
use crate::tried;

/// So many of the runs does a short try make, each of all places: every way of asking once.
const SHORT: usize = RUNS.len();

#[test]
fn nobody_is_told_wherever_he_stands_and_whatever_is_asked() {
    let mut attacks: Vec<(Form, &Run)> = Vec::new();
    for form in forms() {
        attacks.extend(RUNS.iter().map(|run| (form.clone(), run)));
    }
    let all = attacks.len() * PLACES.len();
    let attacks = tried(attacks, SHORT);
    let placements = AtomicUsize::new(0);
    let leaks = Mutex::new(Vec::new());
    let next = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while let Some((form, run)) = attacks.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let found = leaks_of(form, run);
                    // A long try is watched while it goes on.
                    found.iter().take(3).for_each(|leak| println!("{leak}"));
                    placements.fetch_add(PLACES.len(), Ordering::Relaxed);
                    leaks.lock().unwrap().extend(found);
                }
            });
        }
    });
    let leaks = leaks.into_inner().unwrap();
    let placements = placements.into_inner();
    println!("{placements} placements of {all} tried, {} leaks", leaks.len());
    assert!(placements >= 400 && all >= 6_000, "{placements} of {all}");
    assert!(leaks.is_empty(), "{} leaks:\n{}", leaks.len(), leaks.join("\n"));
}

/// What a run tells of a form, in lines for people.
fn leaks_of(form: &Form, run: &Run) -> Vec<String> {
    let mut room = Room::empty().file("data/panlong/office.yaml", crate::program::quiet_office());
    for (path, content) in weeks(form) {
        room = room.file(&path, content);
    }
    let told = (run.tell)(&room);
    found_in(&told, form).into_iter().map(|line| format!("{} × {}: {line}", form.name, run.name)).collect()
}

/// The lines of what was told in which a form's data can be read.
fn found_in(told: &str, form: &Form) -> Vec<String> {
    told.lines().filter(|line| tells(line, form)).map(|line| around(line, form)).collect()
}

fn tells(line: &str, form: &Form) -> bool {
    let plain = plain(line);
    form.secrets.iter().any(|secret| plain.contains(secret.as_str()))
}

/// A long line is JSON: what stands around the first secret.
fn around(line: &str, form: &Form) -> String {
    let chars: Vec<char> = line.chars().collect();
    let at = (0..chars.len().max(1)).rev().step_by(20).find(|at| {
        let rest: String = chars[*at..].iter().collect();
        tells(&rest, form)
    });
    let start = at.unwrap_or_default().saturating_sub(60);
    chars[start..].iter().take(200).collect()
}

/// A line as a reader takes it in: narrow, and without what separates the groups of a number.
fn plain(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    for c in unescaped(line).chars() {
        let c = match c {
            '！'..='～' => char::from_u32(u32::from(c) - 0xfee0).unwrap(),
            c => c,
        };
        if c.is_alphanumeric() || c == '*' || c == '|' || c == ':' {
            plain.push(c);
        }
    }
    plain
}

/// Escapes of JSON and of addresses read.
fn unescaped(line: &str) -> String {
    let percent = percent_encoding::percent_decode_str(line).decode_utf8_lossy().into_owned();
    let mut read = String::new();
    let mut rest = percent.as_str();
    while let Some((before, behind)) = rest.split_once("\\u") {
        read.push_str(before);
        match behind.get(..4).and_then(|digits| u32::from_str_radix(digits, 16).ok()).and_then(char::from_u32) {
            Some(c) => {
                read.push(c);
                rest = &behind[4..];
            }
            None => rest = behind,
        }
    }
    read.push_str(rest);
    read
}
