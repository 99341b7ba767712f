//! Where the time of one paper goes, warm and on one thread: the real week's weekly report, both formats.
//!
//! `cargo bench --bench stages` prints medians and exits with 1 where the bar is missed. Machines are noisy: run it
//! on a quiet one.

use std::hint::black_box;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use zhoubao::archive::{self, Starts};
use zhoubao::layout::fonts::Fonts;
use zhoubao::record::Problems;
use zhoubao::record::find::find;
use zhoubao::{layout, pdf, word};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Issue 4: both formats of a four-page paper.
const MOST: Duration = Duration::from_millis(12);
const RUNS: usize = 60;

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

fn timed<T>(times: &mut Vec<Duration>, work: impl FnOnce() -> T) -> T {
    let started = Instant::now();
    let made = black_box(work());
    times.push(started.elapsed());
    made
}

fn main() -> ExitCode {
    let Ok(()) = rayon::ThreadPoolBuilder::new().num_threads(1).build_global() else { return ExitCode::from(2) };
    let data = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/data/panlong"));
    let mut problems = Problems::new();
    let offices = find(&[data], &mut problems);
    let Some((folder, desk)) = offices.first().and_then(|folder| Some((folder, archive::open(folder, &mut problems)?)))
    else {
        eprintln!("data/panlong cannot be read");
        return ExitCode::from(2);
    };
    let weeks = desk.weeks(&folder.weeks, &mut Starts::default());
    let Some(week) = weeks.into_iter().find_map(|week| week.week) else {
        eprintln!("no week in data/panlong");
        return ExitCode::from(2);
    };
    let (Ok(fonts), Ok(composer)) = (Fonts::find(None), desk.composer(&week)) else {
        eprintln!("no fonts, or a week that cannot be composed: make fonts");
        return ExitCode::from(2);
    };

    let [mut composing, mut setting, mut docx, mut export, mut whole] = [const { Vec::new() }; 5];
    let mut pages = 0;
    for run in 0..RUNS {
        let Ok(mut document) = composer.compose("weekly", "weekly", None) else { return ExitCode::from(2) };
        // No two papers are alike: nothing may be gained from having made the same one before.
        if let Some(zhoubao::document::Block::Paragraph(first)) = document.body.first_mut() {
            *first = first.clone().then(&zhoubao::document::Text::engine(&format!("第{run}次。")));
        }
        timed(&mut composing, || composer.compose("weekly", "weekly", None).is_ok());
        let started = Instant::now();
        let Ok(galley) = timed(&mut setting, || layout::set(&document, &fonts)) else { return ExitCode::from(2) };
        let word = timed(&mut docx, || word::write(&galley, &fonts));
        let pdf = timed(&mut export, || pdf::write(&galley, &fonts));
        whole.push(started.elapsed());
        if word.is_err() || pdf.is_err() {
            return ExitCode::from(2);
        }
        pages = galley.pages.len();
    }
    println!("one paper of {pages} pages, warm, one thread, median of {RUNS}:");
    let ms = |name: &str, times: Vec<Duration>| {
        let time = median(times);
        println!("{name:<24} {:>7.2} ms", time.as_secs_f64() * 1000.0);
        time
    };
    ms("composing", composing);
    ms("layout, with breaking", setting);
    ms("docx", docx);
    ms("PDF export", export);
    let total = ms("layout and both formats", whole);
    println!(
        "{} {:.1} ms, at most {:.0}",
        if total <= MOST { "met   " } else { "MISSED" },
        total.as_secs_f64() * 1000.0,
        MOST.as_secs_f64() * 1000.0
    );
    if total <= MOST { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
