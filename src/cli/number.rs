//! `zhoubao number`: the next document numbers, for papers that have none or for papers made elsewhere.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::arguments::NumberOptions;
use super::exit::Exit;
use super::kinds::unknown_kind;
use super::offices::find_offices;
use super::persons::know_persons_around;
use super::reporters::report;
use super::threads::use_threads;
use super::{interrupt, usage};
use crate::archive::SealedRecords;
use crate::record::find::OfficeFolder;
use crate::report::{Event, Report, Work};
use crate::workspace::know_persons;
use crate::workspace::numbering::{SetAsideWish, Watch, Which, Wish, number_papers, set_numbers_aside};

pub(super) fn run(options: &NumberOptions) -> Exit {
    let report = report(options.message_format.into());
    let is_written = !options.dry_run;
    let which = options.reserve.map(Which::Next).or(options.void.map(Which::Void));
    let work = if which.is_some() { Work::SetAside { is_written } } else { Work::Number { is_written } };
    use_threads(None);
    let stop = interrupt::watch();
    let offices = find_offices(&options.paths, &report);
    if let Some(unknown) = unknown_kind(&options.kind, &offices) {
        know_persons_around(&options.paths);
        return usage::unknown_kind(unknown.asked, &unknown.known);
    }
    if let (Some(which), Some(year), Some(why)) = (which, options.year, &options.reason) {
        let wish = SetAsideWish { year, which, why, writes: is_written };
        match offices.as_slice() {
            // That nothing was found has been told.
            [] => {}
            [office] => set_aside(office, &wish, &stop, &report),
            offices => return usage::several_offices(offices.len()),
        }
    } else {
        for folder in &offices {
            if stop.load(Ordering::Relaxed) {
                break;
            }
            number(folder, options, &stop, &report);
        }
    }
    if stop.load(Ordering::Relaxed) { report.finish_stopped(work).into() } else { report.finish(work).into() }
}

/// Numbers the papers of an office's weeks.
fn number(folder: &OfficeFolder, options: &NumberOptions, stop: &Arc<AtomicBool>, report: &Report) {
    report.emit(&Event::Office { name: &folder.name });
    report.emit(&Event::Weeks { count: folder.weeks.len() });
    let sealed = match SealedRecords::read(&options.out, folder) {
        Ok(sealed) => sealed,
        Err(finding) => {
            know_persons(std::slice::from_ref(folder));
            return report.finding(finding);
        }
    };
    let wish = Wish {
        kinds: &options.kind,
        year: options.year,
        writes: !options.dry_run,
        is_sealed: &|file, filed_as| sealed.have(file, filed_as),
    };
    let watch = Watch { stop, waiting: &|| report.emit(&Event::Waiting { out: &folder.path }) };
    let (office, is_written) = (folder.name.as_str(), wish.writes);
    let refused = number_papers(folder, &wish, &watch, &mut |assigned| {
        report.emit(&Event::Numbered { office, assigned, is_written });
    });
    if !refused.is_empty() {
        know_persons(std::slice::from_ref(folder));
    }
    report.findings(refused);
}

/// Sets numbers of an office aside.
fn set_aside(folder: &OfficeFolder, wish: &SetAsideWish, stop: &Arc<AtomicBool>, report: &Report) {
    report.emit(&Event::Office { name: &folder.name });
    let watch = Watch { stop, waiting: &|| report.emit(&Event::Waiting { out: &folder.path }) };
    match set_numbers_aside(folder, wish, &watch) {
        Ok(Some(numbers)) => {
            report.emit(&Event::SetAside { office: &folder.name, numbers: &numbers, is_written: wish.writes });
        }
        Ok(None) => {}
        Err(findings) => {
            know_persons(std::slice::from_ref(folder));
            report.findings(findings);
        }
    }
}
