//! `zhoubao build`: the papers.

use std::collections::BTreeSet;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use rayon::prelude::*;

use super::Exit;
use super::arguments::{BuildOptions, FormatName};
use super::fonts;
use super::package;
use super::report::Report;
use super::usage;
use crate::archive::findings;
use crate::archive::{Format, Job, OfficeDesk, WeekDesk, WeekOutcome, findings_without_office, kinds, open};
use crate::record::Problems;
use crate::record::find::{OfficeFolder, find};

/// Below this many weeks a progress bar only flickers.
const WORTH_A_BAR: usize = 8;
/// Weeks that are made before their results are told: bounds memory, and keeps the order of what is told.
const BATCH: usize = 64;

pub(super) fn run(options: &BuildOptions) -> Exit {
    let mut report = Report::new(options.messages.message_format).with_lines(options.fragile);
    if let Some(jobs) = options.jobs {
        // Fails only where a pool stands already, which a fresh process has not.
        let _ = rayon::ThreadPoolBuilder::new().num_threads(usize::from(jobs)).build_global();
    }
    let fonts = match fonts::find(&options.fonts) {
        Ok(fonts) => fonts,
        Err(diagnostic) => {
            report.findings(vec![diagnostic]);
            return report.finish(true);
        }
    };
    let job = Job {
        fonts: &fonts,
        out: options.out.clone(),
        formats: formats(&options.format),
        kinds: options.kind.clone(),
        force: options.force,
    };

    let mut problems = Problems::new();
    let offices = find(&options.paths, &mut problems);
    report.findings(problems.into_vec());
    let mut opened = Vec::with_capacity(offices.len());
    for folder in offices {
        let mut problems = Problems::new();
        let desk = open(&folder, &mut problems);
        report.office(&folder.name);
        report.findings(problems.into_vec());
        opened.push((folder, desk));
    }
    if let Some(unknown) = unknown_kind(&options.kind, &opened) {
        return usage::unknown_kind(unknown.asked, &unknown.known);
    }
    let mut sound = Vec::new();
    let bar = progress(&report, opened.iter().map(|(office, _)| office.weeks.len()).sum());
    for (folder, desk) in &opened {
        let Some(desk) = desk else {
            report.weeks += folder.weeks.len();
            report.findings(folder.weeks.par_iter().flat_map_iter(|path| findings_without_office(path)).collect());
            continue;
        };
        let errors = report.errors();
        let mut weeks = desk.weeks(folder);
        while !weeks.is_empty() {
            let batch = weeks.drain(..weeks.len().min(BATCH)).collect();
            make(&job, desk, batch, &mut report, &bar);
        }
        sound.extend((report.errors() == errors).then_some((folder, desk)));
    }
    bar.finish_and_clear();
    package::run(options, &fonts, &sound, &mut report);
    report.finish(true)
}

/// A kind of papers that was asked for and that no office makes.
struct UnknownKind<'a> {
    asked: &'a str,
    known: BTreeSet<&'a str>,
}

/// `None` too where an office could not be read: it may be the one that makes them.
fn unknown_kind<'a>(asked: &'a [String], opened: &'a [(OfficeFolder, Option<OfficeDesk>)]) -> Option<UnknownKind<'a>> {
    let desks: Vec<&OfficeDesk> = opened.iter().map(|(_, desk)| desk.as_ref()).collect::<Option<_>>()?;
    let known: BTreeSet<&str> = desks.iter().flat_map(|desk| kinds(&desk.office)).collect();
    let unknown = asked.iter().find(|kind| !known.is_empty() && !known.contains(kind.as_str()))?;
    Some(UnknownKind { asked: unknown, known })
}

fn formats(names: &[FormatName]) -> Vec<Format> {
    let asked: Vec<Format> = names.iter().map(|name| Format::from(*name)).collect();
    Format::ALL.into_iter().filter(|format| asked.is_empty() || asked.contains(format)).collect()
}

/// Makes the papers of those weeks that have no errors.
fn make(job: &Job, desk: &OfficeDesk, batch: Vec<WeekDesk>, report: &mut Report, bar: &ProgressBar) {
    let made: Vec<(String, WeekOutcome)> = batch
        .into_par_iter()
        .map(|mut opened| {
            let mut outcome = opened.sound().map_or_else(WeekOutcome::default, |week| job.week(desk, week));
            opened.findings.extend(std::mem::take(&mut outcome.findings));
            bar.inc(1);
            let start = opened.week.map_or_else(String::new, |week| week.period.value.start().value.to_string());
            (start, WeekOutcome { findings: opened.findings, ..outcome })
        })
        .collect();
    bar.suspend(|| {
        for (week, outcome) in made {
            report.weeks += 1;
            report.findings(outcome.findings);
            for file in outcome.files {
                match file {
                    Ok(made) => report.paper(&desk.name, &week, &made),
                    Err(error) => {
                        report.findings(vec![findings::WRITE.finding(error.to_string()).help(error.help())]);
                    }
                }
            }
            for (due, lines) in &outcome.lines {
                report.lines(&desk.name, &week, due, lines);
            }
        }
    });
}

/// A bar on the terminal where there is much to do; nothing elsewhere.
fn progress(report: &Report, weeks: usize) -> ProgressBar {
    if weeks < WORTH_A_BAR || !report.is_for_people() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:40} {pos}/{len} 周，剩余 {eta}")
        .unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::with_draw_target(Some(weeks as u64), ProgressDrawTarget::stderr()).with_style(style)
}
