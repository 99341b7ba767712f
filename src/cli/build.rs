//! `zhoubao build`: the papers.

use std::path::PathBuf;
use std::sync::atomic::Ordering;

use rayon::prelude::*;

use super::arguments::BuildOptions;
use super::exit::Exit;
use super::kinds::unknown_kind;
use super::offices::find_offices;
use super::persons::know_persons_around;
use super::reporters::report;
use super::threads::use_threads;
use super::{fonts, interrupt, package, usage, word_fonts};
use crate::archive::KnownFonts;
use crate::archive::making::{Order, Sealing, Watch, WeekOutcome, make_office, orphaned_offices};
use crate::record::edition::Edition;
use crate::record::find::OfficeFolder;
use crate::record::format::Format;
use crate::report::{Event, Report, Work};
use crate::workspace::{OfficeWorkspace, findings, findings_without_office, kinds, know_persons, open};
use crate::yaml::Problems;

pub(super) fn run(options: &BuildOptions) -> Exit {
    let report = report(options.messages.message_format);
    let work = Work::Build { lines: options.fragile };
    use_threads(options.jobs);
    let stop = interrupt::watch();
    let fonts = match fonts::find(&options.fonts) {
        Ok(fonts) => fonts,
        Err(diagnostic) => {
            know_persons_around(&options.paths);
            report.finding(diagnostic);
            return report.finish(work).into();
        }
    };
    let known_fonts = KnownFonts::new(&fonts);
    let out = options.out();
    let mut offices = find_offices(&options.paths, &report);
    if let Some(unknown) = unknown_kind(&options.kind, &offices) {
        know_persons_around(&options.paths);
        return usage::unknown_kind(unknown.asked, &unknown.known);
    }
    if let Some(format) = unmade_format(&options.format, &offices) {
        know_persons_around(&options.paths);
        return usage::unmade_format(format);
    }
    if options.paths == [PathBuf::from("data")] {
        let known = offices.iter().map(|folder| folder.name.as_str()).collect();
        report.findings(orphaned_offices(&out, &known));
    }
    if let Some(shard) = options.shard {
        let has_some = !offices.is_empty();
        offices.retain(|folder| shard.contains(&folder.name));
        if has_some && offices.is_empty() {
            report.emit(&Event::EmptyShard { shard });
        }
    }
    let order = order(options, &known_fonts);
    report.emit(&Event::Planned { weeks: offices.iter().map(|folder| folder.weeks.len()).sum() });
    let watch = Watch {
        stop: &stop,
        waiting: &|| report.emit(&Event::Waiting { out: &out }),
        week_done: &|| report.emit(&Event::Progress),
    };
    let mut packages = Packages::default();
    for folder in &offices {
        let errors = report.errors();
        let made = make(&order, options.edition, folder, &watch, &report);
        if stop.load(Ordering::Relaxed) {
            break;
        }
        let is_sound = report.errors() == errors && !folder.has_unread;
        if let (Some(year), Some(office), true) = (options.package, made, is_sound) {
            packages.sound += 1;
            packages.packed += usize::from(package::pack(&order, folder, &office, year, &report));
        }
        if !order.only_explain {
            package::tell_outdated(&order, &folder.name, &report);
        }
    }
    if stop.load(Ordering::Relaxed) {
        return report.finish_stopped(work).into();
    }
    if let Some(year) = options.package.filter(|_| packages.sound > 0 && packages.packed == 0) {
        package::nothing(year, &report);
    }
    report.finish(work).into()
}

/// How many offices could be packed for the records office, and how many had papers of the year.
#[derive(Default)]
struct Packages {
    sound: usize,
    packed: usize,
}

fn order<'a>(options: &BuildOptions, fonts: &'a KnownFonts<'a>) -> Order<'a> {
    let sealing = match (options.seal, options.unseal) {
        (true, _) => Sealing::Seal,
        (_, true) => Sealing::Unseal,
        _ => Sealing::Keep,
    };
    Order {
        fonts,
        out: options.out(),
        formats: options.format.clone(),
        kinds: options.kind.clone(),
        force: options.force,
        sealing,
        lines: options.fragile,
        only_explain: options.explain_stale,
    }
}

/// Makes the papers of an office's weeks that nothing keeps from being made. `None` where the office has errors.
fn make(
    order: &Order,
    edition: Edition,
    folder: &OfficeFolder,
    watch: &Watch,
    report: &Report,
) -> Option<OfficeWorkspace> {
    let mut problems = Problems::new();
    let opened = open(folder, &mut problems);
    if let Some(office) = &opened {
        problems.extend(word_fonts::unknown_widths(office, order.fonts.fonts));
    }
    report.emit(&Event::Office { name: &folder.name });
    if !problems.is_empty() {
        know_persons(std::slice::from_ref(folder));
    }
    report.findings(problems.into_vec());
    let Some(mut opened) = opened else {
        report.emit(&Event::Weeks { count: folder.weeks.len() });
        report.findings(folder.weeks.par_iter().flat_map_iter(|path| findings_without_office(path)).collect());
        return None;
    };
    if edition == Edition::Public
        && let Err(findings) = opened.publish()
    {
        report.emit(&Event::Weeks { count: folder.weeks.len() });
        report.findings(findings);
        return None;
    }
    let made = make_office(order, &opened, folder, watch, &mut |outcome| report_week(&folder.name, outcome, report));
    report.findings(made.unwrap_or_else(|finding| vec![finding]));
    Some(opened)
}

fn report_week(office: &str, outcome: WeekOutcome, report: &Report) {
    report.emit(&Event::Weeks { count: 1 });
    report.findings(outcome.findings);
    let week = &outcome.name;
    for file in outcome.files {
        match file {
            Ok(made) => report.emit(&Event::Paper { office, week, made: &made }),
            Err(error) => report.finding(findings::WRITE.finding(error.to_string()).help(error.help())),
        }
    }
    for stale in &outcome.stale {
        report.emit(&Event::Stale { office, week, stale });
    }
    for due in &outcome.held_up {
        report.emit(&Event::HeldUp { office, week, due });
    }
    for (due, masked) in &outcome.masked {
        report.emit(&Event::Masked { office, week, due, masked });
    }
    for (due, lines) in &outcome.lines {
        report.emit(&Event::Lines { office, week, due, lines });
    }
}

/// A format that was asked for and that no paper of any office has. `None` too where an office could not be read.
fn unmade_format(asked: &[Format], folders: &[OfficeFolder]) -> Option<Format> {
    let mut unmade: Vec<Format> = asked.iter().copied().filter(|format| !Format::BY_DEFAULT.contains(format)).collect();
    if unmade.is_empty() {
        return None;
    }
    for folder in folders {
        let office = open(folder, &mut Problems::new())?;
        for kind in office.generations().flat_map(|generation| kinds(&generation.office)) {
            unmade.retain(|format| !kind.formats.contains(format));
        }
    }
    unmade.first().copied().filter(|_| !folders.is_empty())
}
