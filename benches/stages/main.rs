//! Where the time of one paper goes, warm and on one thread: the real week's weekly report, both formats.
//!
//! What lies within a writer and cannot be timed there, packing and deflating, is done once more by itself.
//! `cargo bench --bench stages` prints medians and exits with 1 where the bar is missed. Machines are noisy: run it
//! on a quiet one.

mod again;

use std::hint::black_box;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use sha2::{Digest as _, Sha256};
use zhoubao::compose::Topic;
use zhoubao::document::{Block, Document, Engine, Level, Text};
use zhoubao::layout::breaking::{self, Measure, measure};
use zhoubao::layout::fonts::{Advances, Fonts, Role};
use zhoubao::layout::page;
use zhoubao::record::find::find;
use zhoubao::workspace;
use zhoubao::yaml::Problems;
use zhoubao::{layout, pdf, word};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Both formats of a four-page paper, on the machine for which bars are stated (`benches/fixed_work.py`).
const MOST_MS: f64 = 3.0;
const RUNS: usize = 60;
/// Which blocks of the weekly are left out.
const LEFT_OUT: std::ops::Range<usize> = 4..6;

fn median(times: &[Duration]) -> Duration {
    let mut times = times.to_vec();
    times.sort_unstable();
    times[times.len() / 2]
}

fn timed<T>(times: &mut Vec<Duration>, work: impl FnOnce() -> T) -> T {
    let started = Instant::now();
    let made = black_box(work());
    times.push(started.elapsed());
    made
}

/// No two papers are alike, so that nothing is gained from having made the same one before: 60 other characters in a
/// paragraph of its own, and 6 in a heading.
fn make_unlike(document: &mut Document, run: usize) {
    let mut state = run as u64 + 1;
    let mut characters = |count: usize| -> String {
        let next = |_| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let at = usize::try_from(state >> 33).unwrap_or(0) % COMMON.chars().count();
            COMMON.chars().nth(at).unwrap_or('一')
        };
        (0..count).map(next).collect()
    };
    let mut text = |count| Text::engine(Engine::Separator, &characters(count));
    document.body.push(Block::Heading { level: Level::One, text: text(6) });
    document.body.push(Block::Paragraph(text(60)));
}

/// Characters that every font has.
const COMMON: &str = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面\
    而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些";

/// Breaks every paragraph of the body once more, and nothing else.
fn break_alone(document: &Document, fonts: &Fonts, times: &mut Vec<Duration>) {
    let texts = document.body.iter().filter_map(|block| match block {
        Block::Paragraph(text) | Block::Heading { text, .. } => Some(text.plain()),
        Block::Led { lead, text, .. } => Some(lead.plain() + &text.plain()),
        Block::Table(_) | Block::Chart(_) => None,
    });
    let em = page::BODY_SIZE.twip();
    let (width, first, tracking) = (page::TEXT_WIDTH.pt().twip(), page::INDENT, page::GRID_TRACKING);
    let measured: Vec<_> = texts
        .map(|text| {
            measure::cells(text.chars(), em, |character| {
                fonts.measure(Role::FangSong, character).unwrap_or(Advances {
                    face: fonts.role(Role::FangSong),
                    found: 1.0,
                    named: 1.0,
                })
            })
        })
        .collect();
    timed(times, || {
        measured.iter().map(|cells| breaking::lock(cells, Measure { em, width, first, tracking }).len()).sum::<usize>()
    });
}

/// How much slower this machine is, as `benches/run.py` measured it before; 1 where it did not.
fn scale() -> f64 {
    std::env::var("BENCH_SCALE").ok().and_then(|it| it.parse().ok()).unwrap_or(1.0)
}

fn main() -> ExitCode {
    let Ok(()) = rayon::ThreadPoolBuilder::new().num_threads(1).build_global() else { return ExitCode::from(2) };
    let data = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/data/panlong"));
    let mut problems = Problems::new();
    let offices = find(&[data], &mut problems);
    let Some((folder, office)) =
        offices.first().and_then(|folder| Some((folder, workspace::open(folder, &mut problems)?)))
    else {
        eprintln!("data/panlong cannot be read");
        return ExitCode::from(2);
    };
    let weeks = office.weeks(folder);
    let Some(week) = weeks.into_iter().find_map(|week| week.week) else {
        eprintln!("no week in data/panlong");
        return ExitCode::from(2);
    };
    let mut finding = Vec::new();
    let (Ok(fonts), Ok(composer)) = (timed(&mut finding, || Fonts::find(None)), office.composer(&week)) else {
        eprintln!("no fonts, or a week that cannot be composed: make fonts");
        return ExitCode::from(2);
    };
    let Ok(folder) = tempfile::tempdir() else { return ExitCode::from(3) };

    let [mut composing, mut breaking, mut setting, mut docx, mut zip, mut export] = [const { Vec::new() }; 6];
    let [mut deflate, mut hashing, mut writing, mut whole, mut first] = [const { Vec::new() }; 5];
    let mut pages = 0;
    for run in 0..RUNS {
        let Ok(mut document) = composer.compose("weekly", "weekly", Topic::Week) else { return ExitCode::from(2) };
        make_unlike(&mut document, run);
        // Four pages of text: the rest of the real week is left out.
        document.body.drain(LEFT_OUT);
        if run == 0 {
            let made = timed(&mut first, || layout::set(&document, &fonts).map(|it| pdf::write(&it, &fonts).is_ok()));
            if made.is_err() {
                return ExitCode::from(2);
            }
        }
        break_alone(&document, &fonts, &mut breaking);
        timed(&mut composing, || composer.compose("weekly", "weekly", Topic::Week).is_ok());
        let started = Instant::now();
        let Ok(galley) = timed(&mut setting, || layout::set(&document, &fonts)) else { return ExitCode::from(2) };
        let word = timed(&mut docx, || word::write(&galley, &fonts));
        let pdf = timed(&mut export, || pdf::write(&galley, &fonts));
        whole.push(started.elapsed());
        let (Ok(word), Ok(pdf)) = (word, pdf) else { return ExitCode::from(2) };
        if again::zip(&word, &mut zip).is_err() {
            return ExitCode::from(2);
        }
        again::deflate(&pdf, &mut deflate);
        timed(&mut hashing, || (Sha256::digest(&word), Sha256::digest(&pdf)));
        let files = [("docx", &word), ("pdf", &pdf)];
        let written = timed(&mut writing, || {
            files
                .iter()
                .all(|(form, bytes)| workspace::whole(&folder.path().join(format!("{run}.{form}")), bytes).is_ok())
        });
        if !written {
            return ExitCode::from(3);
        }
        pages = galley.pages.len();
    }
    println!("one paper of {pages} pages, warm, one thread, median of {RUNS}:");
    let ms = |name: &str, times: Vec<Duration>| {
        let [time, least] =
            [median(&times), times.into_iter().min().unwrap_or_default()].map(|it| it.as_secs_f64() * 1000.0);
        println!("{name:<36} {time:>7.2} ms, least {least:.2}");
    };
    let total = median(&whole);
    ms("fonts found, once a process", finding);
    ms("first paper, its fonts read", first);
    ms("composing", composing);
    ms("layout, with breaking", setting);
    ms("... breaking lines", breaking);
    ms("docx", docx);
    ms("... zip", zip);
    ms("PDF", export);
    ms("... deflating its streams", deflate);
    ms("hashing both files", hashing);
    ms("writing both files, to the disk", writing);
    ms("layout and both formats", whole);
    let most = MOST_MS * scale();
    let total = total.as_secs_f64() * 1000.0;
    println!("{} {total:.2} ms, at most {most:.2}", if total <= most { "met   " } else { "MISSED" });
    if total <= most { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
