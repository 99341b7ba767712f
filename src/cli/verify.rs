//! `zhoubao verify`: whether the papers are those of the manifest, and come out the same again.

use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::LazyLock;

use super::arguments::VerifyOptions;
use super::exit::Exit;
use super::fonts;
use super::offices::find_offices;
use super::persons::know_persons_around;
use super::reporters::report;
use super::threads::use_threads;
use crate::archive::KnownFonts;
use crate::archive::verify::{files, offices, orphaned_office, rebuild};
use crate::record::edition::Edition;
use crate::record::find::OfficeFolder;
use crate::report::{Event, Report, Work};
use crate::workspace::{know_persons, open};
use crate::yaml::Problems;

pub(super) fn run(options: &VerifyOptions) -> Exit {
    let report = report(options.messages.message_format);
    let work = Work::Verify { rebuilt: options.rebuild };
    use_threads(options.jobs);
    let (folders, beside) = match offices(&options.out()) {
        Ok(found) => found,
        Err(finding) => {
            know_persons_around(&options.paths);
            report.finding(finding);
            return report.finish(work).into();
        }
    };
    // Verifying needs no record; but the names of papers may tell of persons in them.
    let persons = LazyCell::new(|| know_persons_around(&options.paths));
    if !beside.is_empty() {
        LazyCell::force(&persons);
    }
    report.findings(beside);
    let rebuilt = if options.rebuild { rebuild_all(options, &report) } else { BTreeMap::new() };
    for folder in folders {
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let compared = rebuilt.get(&name);
        if options.rebuild && options.paths.is_empty() && compared.is_none() {
            report.findings(orphaned_office(&folder).into_iter().collect());
        }
        let verified = files(&folder, compared.unwrap_or(&BTreeSet::new()));
        if verified.files > 0 {
            report.emit(&Event::Office { name: &name });
        }
        report.emit(&Event::Verified { files: verified.files });
        if !verified.findings.is_empty() && !options.rebuild {
            LazyCell::force(&persons);
        }
        report.findings(verified.findings);
    }
    report.finish(work).into()
}

/// Where the records are.
fn record_paths(options: &VerifyOptions) -> &[PathBuf] {
    static DATA: LazyLock<[PathBuf; 1]> = LazyLock::new(|| [PathBuf::from("data")]);
    if options.paths.is_empty() { &*DATA } else { &options.paths }
}

/// Makes the papers of all offices again; by office, those that could be compared.
fn rebuild_all(options: &VerifyOptions, report: &Report) -> BTreeMap<String, BTreeSet<String>> {
    let mut compared = BTreeMap::new();
    let fonts = match fonts::find(&options.fonts) {
        Ok(fonts) => fonts,
        Err(finding) => {
            know_persons_around(&options.paths);
            report.finding(finding);
            return compared;
        }
    };
    let known_fonts = KnownFonts::new(&fonts);
    let folders = find_offices(record_paths(options), report);
    for folder in folders {
        if let Some(files) = rebuild_office(&folder, &known_fonts, options, report) {
            compared.insert(folder.name, files);
        }
    }
    compared
}

/// Makes an office's papers again; those that could be compared, where any could.
fn rebuild_office(
    folder: &OfficeFolder,
    fonts: &KnownFonts,
    options: &VerifyOptions,
    report: &Report,
) -> Option<BTreeSet<String>> {
    let mut problems = Problems::new();
    let office = open(folder, &mut problems);
    report.emit(&Event::Office { name: &folder.name });
    report.emit(&Event::Weeks { count: folder.weeks.len() });
    if !problems.is_empty() {
        know_persons(std::slice::from_ref(folder));
    }
    report.findings(problems.into_vec());
    let mut office = office?;
    if options.edition == Edition::Public
        && let Err(findings) = office.publish()
    {
        report.findings(findings);
        return None;
    }
    match rebuild(&office, folder, fonts, &options.out()) {
        Ok(rebuilt) => {
            report.emit(&Event::Compared { files: rebuilt.files.len() });
            report.findings(rebuilt.findings);
            Some(rebuilt.files)
        }
        Err(finding) => {
            report.finding(finding);
            None
        }
    }
}
