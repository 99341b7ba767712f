//! `zhoubao build`: the papers.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::PathBuf;
use std::sync::atomic::Ordering;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};
use rayon::prelude::*;

use super::Exit;
use super::arguments::{BuildOptions, FormatName};
use super::report::Report;
use super::{fonts, interrupt, package, usage, use_threads};
use crate::archive::KnownFonts;
use crate::archive::making::{Order, Sealing, Watch, WeekOutcome, office, without_data};
use crate::record::Problems;
use crate::record::find::{OfficeFolder, display, find};
use crate::workspace::{Format, OfficeDesk, findings, findings_without_office, kinds, open};

/// Below this many weeks a progress bar only flickers.
const WORTH_A_BAR: usize = 8;

pub(super) fn run(options: &BuildOptions) -> Exit {
    let mut report = Report::new(options.messages.message_format).with_lines(options.fragile);
    use_threads(options.jobs);
    let stop = interrupt::watch();
    let fonts = match fonts::find(&options.fonts) {
        Ok(fonts) => fonts,
        Err(diagnostic) => {
            report.findings(vec![diagnostic]);
            return report.finish(true);
        }
    };
    let fonts = KnownFonts::of(&fonts);
    let mut problems = Problems::new();
    let mut offices = find(&options.paths, &mut problems);
    report.findings(problems.into_vec());
    if let Some(unknown) = unknown_kind(&options.kind, &offices) {
        return usage::unknown_kind(unknown.asked, &unknown.known);
    }
    if options.paths == [PathBuf::from("data")] {
        let known = offices.iter().map(|folder| folder.name.as_str()).collect();
        report.findings(without_data(&options.out, &known));
    }
    if let Some(shard) = options.shard {
        let has_some = !offices.is_empty();
        offices.retain(|folder| shard.contains(&folder.name));
        if has_some && offices.is_empty() {
            anstream::eprintln!("第 {shard} 份没有分到指挥中心，没有要做的：指挥中心按名称分到各份，不一定每份都有");
        }
    }
    let order = order(options, &fonts);
    let bar = progress(&report, offices.iter().map(|folder| folder.weeks.len()).sum());
    let watch = Watch {
        stop,
        waiting: &|| {
            let message = format!("另一个 zhoubao 正在往「{}」里写，等它做完……", display(&options.out));
            bar.suspend(|| anstream::eprintln!("{message}"));
        },
        week_done: &|| bar.inc(1),
    };
    let (mut sound, mut packed) = (0, 0);
    for folder in &offices {
        let errors = report.errors();
        let desk = make(&order, folder, &watch, &mut report, &bar);
        if stop.load(Ordering::Relaxed) {
            break;
        }
        if let (Some(year), Some(desk), true) = (options.package, desk, report.errors() == errors) {
            sound += 1;
            packed += usize::from(bar.suspend(|| package::pack(&order, folder, &desk, year, &mut report)));
        }
    }
    bar.finish_and_clear();
    if stop.load(Ordering::Relaxed) {
        return report.interrupted();
    }
    if let Some(year) = options.package.filter(|_| sound > 0 && packed == 0) {
        package::nothing(year, &mut report);
    }
    report.finish(true)
}

fn order<'a>(options: &BuildOptions, fonts: &'a KnownFonts<'a>) -> Order<'a> {
    let sealing = match (options.seal, options.unseal) {
        (true, _) => Sealing::Seal,
        (_, true) => Sealing::Unseal,
        _ => Sealing::Keep,
    };
    Order {
        fonts,
        out: options.out.clone(),
        formats: formats(&options.format),
        kinds: options.kind.clone(),
        force: options.force,
        sealing,
        lines: options.fragile,
        only_explain: options.explain_stale,
    }
}

/// Makes the papers of those weeks of an office that have no errors. `None` where the office has.
fn make(
    order: &Order,
    folder: &OfficeFolder,
    watch: &Watch,
    report: &mut Report,
    bar: &ProgressBar,
) -> Option<OfficeDesk> {
    let mut problems = Problems::new();
    let desk = open(folder, &mut problems);
    bar.suspend(|| {
        report.office(&folder.name);
        report.findings(problems.into_vec());
    });
    let Some(desk) = desk else {
        report.weeks += folder.weeks.len();
        let findings = folder.weeks.par_iter().flat_map_iter(|path| findings_without_office(path)).collect();
        bar.suspend(|| report.findings(findings));
        return None;
    };
    let mut tell = |outcome: WeekOutcome| bar.suspend(|| told(&folder.name, outcome, report));
    let about_office = office(order, &desk, folder, watch, &mut tell).unwrap_or_else(|finding| vec![finding]);
    bar.suspend(|| report.findings(about_office));
    Some(desk)
}

fn told(office: &str, outcome: WeekOutcome, report: &mut Report) {
    report.weeks += 1;
    report.findings(outcome.findings);
    for file in outcome.files {
        match file {
            Ok(made) => report.paper(office, &outcome.start, &made),
            Err(error) => report.findings(vec![findings::WRITE.finding(error.to_string()).help(error.help())]),
        }
    }
    for stale in &outcome.stale {
        report.stale(office, &outcome.start, stale);
    }
    for (due, lines) in &outcome.lines {
        report.lines(office, &outcome.start, due, lines);
    }
}

/// A kind of papers that was asked for and that no office makes.
struct UnknownKind<'a> {
    asked: &'a str,
    known: BTreeSet<String>,
}

/// `None` too where an office could not be read: it may be the one that makes them.
fn unknown_kind<'a>(asked: &'a [String], offices: &[OfficeFolder]) -> Option<UnknownKind<'a>> {
    if asked.is_empty() {
        return None;
    }
    let of_office = |folder: &OfficeFolder| {
        let desk = open(folder, &mut Problems::new())?;
        Some(desk.generations().flat_map(|generation| kinds(&generation.office)).collect::<Vec<_>>())
    };
    let known: BTreeSet<String> =
        offices.iter().map(of_office).collect::<Option<Vec<_>>>()?.into_iter().flatten().collect();
    let unknown = asked.iter().find(|kind| !known.is_empty() && !known.contains(*kind))?;
    Some(UnknownKind { asked: unknown, known })
}

fn formats(names: &[FormatName]) -> Vec<Format> {
    let asked: Vec<Format> = names.iter().map(|name| Format::from(*name)).collect();
    Format::ALL.into_iter().filter(|format| asked.is_empty() || asked.contains(format)).collect()
}

/// A bar on the terminal where there is much to do; nothing elsewhere.
fn progress(report: &Report, weeks: usize) -> ProgressBar {
    if weeks < WORTH_A_BAR || !report.is_for_people() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:40} {pos}/{len} 周，每秒 {rate} 周，剩余 {eta}")
        .unwrap_or_else(|_| ProgressStyle::default_bar())
        .with_key("rate", |state: &ProgressState, text: &mut dyn Write| {
            let _ = write!(text, "{:.1}", state.per_sec());
        });
    ProgressBar::with_draw_target(Some(weeks as u64), ProgressDrawTarget::stderr()).with_style(style)
}
