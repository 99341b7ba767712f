//! Finished lines against those that were measured with LibreOffice (`tests/layout/*.txt`: tracking in twips or
//! `fragile`, a tab, the line; a blank line ends a paragraph). `measure.py` beside this file measures; after a change
//! that it approves of, `SNAPSHOTS=overwrite cargo test --test breaking` writes the files anew.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may fail")]

use std::fmt::Write as _;
use std::path::Path;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use snapbox::Data;
use zhoubao::layout::Twip;
use zhoubao::layout::breaking::measure::{Cell, cells};
use zhoubao::layout::breaking::spread::{GAP, spread};
use zhoubao::layout::breaking::{Break, Measure, lock};
use zhoubao::layout::fonts::{Advances, FaceId, Fonts, Role};

static FONTS: LazyLock<Fonts> = LazyLock::new(|| Fonts::find(None).expect("the free fonts are installed"));

const BODY: Measure = Measure { em: Twip(320), width: Twip(8844), first: Twip(630), tracking: Twip(-5) };

fn measured(text: &str, em: Twip) -> Vec<Cell> {
    let role = Role::FangSong;
    cells(text.chars(), em, |character| {
        FONTS.measure(role, character).unwrap_or(Advances { face: FONTS.role(role), found: 1.0, named: 1.0 })
    })
}

/// The lines of a paragraph with where each begins.
fn lines(cells: &[Cell], measure: Measure) -> Vec<(usize, Break)> {
    let breaks = lock(cells, measure);
    let starts = std::iter::once(0).chain(breaks.iter().map(|line| line.end));
    starts.zip(breaks.iter().copied()).collect()
}

/// Breaks the paragraphs of a fixture again and writes the lines as the fixture does.
fn broken_again(fixture: &str) -> String {
    let mut ours = String::new();
    for paragraph in fixture.trim_end().split("\n\n") {
        let text: String =
            paragraph.split('\n').filter_map(|line| line.split_once('\t')).map(|(_, line)| line).collect();
        let cells = measured(&text, BODY.em);
        for (start, line) in lines(&cells, BODY) {
            let tracking = if line.fragile { "fragile".to_owned() } else { line.tracking.0.to_string() };
            let text: String = cells[start..line.end].iter().map(|cell| cell.character).collect();
            writeln!(ours, "{tracking}\t{text}").unwrap();
        }
        ours.push('\n');
    }
    ours
}

#[test]
fn lines_are_those_that_were_measured() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/layout");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(!files.is_empty());
    for file in files {
        let ours = broken_again(&std::fs::read_to_string(&file).unwrap());
        snapbox::assert_data_eq!(ours, Data::read_from(&file, None).raw());
    }
}

/// The share of a fixture's lines of which something holds, in thousandths.
fn share(fixture: &str, holds: impl Fn(&str) -> bool) -> usize {
    let trackings: Vec<_> = fixture.lines().filter_map(|line| line.split_once('\t')).map(|(first, _)| first).collect();
    trackings.iter().filter(|tracking| holds(tracking)).count() * 1000 / trackings.len()
}

#[test]
fn few_lines_have_tracking_of_their_own_and_none_of_the_real_week_is_fragile() {
    let week = include_str!("../layout/weekly-2021-01-08.txt");
    assert_eq!(share(week, |tracking| tracking == "fragile"), 0);
    assert!(share(week, |tracking| tracking != "-5") <= 50);
    for hostile in [include_str!("../layout/hostile-1.txt"), include_str!("../layout/hostile-2.txt")] {
        assert!(share(hostile, |tracking| tracking == "fragile") <= 15);
        assert!(share(hostile, |tracking| tracking != "-5") <= 270);
    }
}

#[test]
fn what_fits_on_no_line_is_broken_all_the_same() {
    for (whole, fewest) in [
        ("a".repeat(300), 5),
        (" ".repeat(300), 1),
        ("，".repeat(100), 3),
        ("\u{a0}".repeat(200), 2),
        ("—".repeat(99), 3),
    ] {
        let cells = measured(&whole, BODY.em);
        let lines = lines(&cells, BODY);
        assert!((fewest..=fewest + 4).contains(&lines.len()), "{} lines of {whole:?}", lines.len());
    }
}

#[test]
fn narrow_cells_break_too() {
    for width in [60, 240, 1200, 2400] {
        let measure = Measure { em: Twip(240), width: Twip(width), first: Twip(0), tracking: Twip(0) };
        for text in ["“一机游”游客投诉平台（6件）", "12345.67", "《关于〈通知〉的通知》——"]
        {
            let cells = measured(text, measure.em);
            let ends: Vec<_> = lock(&cells, measure).into_iter().map(|line| line.end).collect();
            assert!(ends.is_sorted() && ends.last() == Some(&cells.len()), "{ends:?}");
        }
    }
}

/// For `measure.py`: breaks the paragraphs of the file that `GIVEN` names and writes the lines to the one that `MADE`
/// names; says how long breaking took.
#[test]
#[ignore = "a part of measure.py"]
fn for_measuring() {
    let given = std::fs::read_to_string(std::env::var_os("GIVEN").unwrap()).unwrap();
    let given: Vec<Value> = serde_json::from_str(&given).unwrap();
    let mut took = Duration::ZERO;
    let made: Vec<_> = given.iter().map(|paragraph| answer(paragraph, &mut took)).collect();
    let lines: usize = made.iter().filter_map(|answer| answer["lines"].as_array()).map(Vec::len).sum();
    eprintln!("{lines} lines broken in {took:?}");
    std::fs::write(std::env::var_os("MADE").unwrap(), serde_json::to_string(&made).unwrap()).unwrap();
}

fn answer(paragraph: &Value, took: &mut Duration) -> Value {
    let twips = |key: &str| Twip(i32::try_from(paragraph[key].as_i64().unwrap()).unwrap());
    let measure =
        Measure { em: twips("em"), width: twips("width"), first: twips("first"), tracking: twips("tracking") };
    let cells = measured(paragraph["text"].as_str().unwrap(), measure.em);
    let started = Instant::now();
    let lines = lines(&cells, measure);
    *took += started.elapsed();
    let own = FONTS.role(Role::FangSong);
    let face = |face: FaceId| if face == own { String::new() } else { FONTS.face(face).family.clone() };
    let lines: Vec<_> = lines
        .into_iter()
        .map(|(start, line)| {
            json!({
                "start": start, "end": line.end, "tracking": line.tracking.0, "fragile": line.fragile,
                "places": places(&cells[start..line.end], start == 0, line.end == cells.len(), line.tracking, measure),
            })
        })
        .collect();
    json!({ "faces": cells.iter().map(|cell| face(cell.face)).collect::<Vec<_>>(), "lines": lines })
}

/// Where the characters of a justified line stand, in pt from the left edge of the paragraph's widest line.
fn places(line: &[Cell], is_first: bool, is_last: bool, tracking: Twip, measure: Measure) -> Vec<f64> {
    let left = if is_first { measure.first.0.max(0) } else { (-measure.first.0).max(0) };
    let width = Twip(if is_first { measure.width.0 - measure.first.0 } else { measure.width.0 });
    let mut x = f64::from(left) / 20.0;
    let advances = spread(line, measure.em, tracking, GAP, (!is_last).then_some(width));
    let step = |advance: f32| {
        let here = x;
        x += f64::from(advance);
        here
    };
    advances.into_iter().map(step).collect()
}
