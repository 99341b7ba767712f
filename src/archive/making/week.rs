//! One week's papers: composed, set, and those written that are not right already.

use std::collections::BTreeMap;

use crate::record::value::Date;
use rayon::prelude::*;

use super::cause::{Cause, differences};
use super::plan::{Task, WeekFile};
use super::sealed;
use super::site::{OnDisk, Site, path_of};
use super::writers::Written;
use super::{Made, Sealing, Stale, WeekOutcome};
use crate::archive::manifest::{Entry, Inputs};
use crate::archive::memo::SoundWeek;
use crate::diagnostic::Diagnostic;
use crate::press::hash::Hash;
use crate::press::{self, Set};
use crate::record::find::display;
use crate::record::rules;
use crate::record::week::Week;
use crate::workspace::OfficeDesk;
use crate::workspace::findings;
use crate::workspace::{Due, Format, due};

/// A week whose files may still be on their way to the disk.
#[derive(Default)]
pub(super) struct Started {
    outcome: WeekOutcome,
    files: Vec<File>,
    /// All that is due, whatever of it was asked for; `None` where that cannot be known.
    due: Option<Vec<Due>>,
    /// By which the week is known again, where nothing is wrong with it.
    key: Option<Hash>,
}

/// A week that is done.
pub(super) struct Finished {
    pub(super) outcome: WeekOutcome,
    pub(super) entries: BTreeMap<String, Entry>,
    pub(super) due: Option<Vec<Due>>,
}

/// One file of a paper.
struct File {
    due: Due,
    format: Format,
    path: String,
    entry: Entry,
    /// `None` where it was right already.
    written: Option<Written>,
}

/// Makes a week, up to writing its files.
pub(super) fn start(site: &Site, task: Task) -> Started {
    let Task { file, start, findings, sound, is_known } = task;
    let mut outcome = WeekOutcome { start, findings, ..WeekOutcome::default() };
    let Some(sound) = sound else { return Started { outcome, ..Started::default() } };
    if let Some(files) = Some(&sound).filter(|_| is_known).and_then(|week| fresh(site, &file, week)) {
        return Started { outcome, files, due: Some(sound.due), key: None };
    }
    let week = OfficeDesk::unchecked(&file.path).week;
    let Some(week) = week.filter(|week| Some(Hash::of_text(week.span.source().text())) == file.hash) else {
        outcome.findings.push(changed_meanwhile(&file));
        return Started { outcome, ..Started::default() };
    };
    let first = week.period.value.start().value;
    outcome.start = first.to_string();
    Making { site, file: &file, week: &week, day: first }.run(outcome)
}

/// What was checked is not what would be printed.
fn changed_meanwhile(file: &WeekFile) -> Diagnostic {
    let message = format!("「{}」在做文书的时候被改动了", display(&file.path));
    rules::FILE_UNREADABLE.finding(message).help("存好以后，再运行一次")
}

/// The files of a known week, where all are right and made from what there is now.
fn fresh(site: &Site, file: &WeekFile, week: &SoundWeek) -> Option<Vec<File>> {
    let day = week.start.parse().ok().filter(|_| !site.order.force)?;
    let mut files = Vec::new();
    for due in site.wanted(&week.due) {
        let inputs = site.inputs(file, due, day)?;
        for format in &site.order.formats {
            let path = path_of(&week.start, due, *format);
            let entry = site.before.papers.get(&path).filter(|entry| entry.inputs == inputs)?;
            if site.on_disk(&path, entry) != OnDisk::Right {
                return None;
            }
            let entry = Entry { sealed: sealed_after(site, Some(entry)), ..entry.clone() };
            files.push(File { due: due.clone(), format: *format, path, entry, written: None });
        }
    }
    Some(files)
}

/// A sound week while its papers are made.
pub(super) struct Making<'a> {
    pub(super) site: &'a Site<'a>,
    pub(super) file: &'a WeekFile,
    week: &'a Week,
    day: Date,
}

/// A paper's file, with its bytes where they have to be written.
struct Printed {
    due: Due,
    format: Format,
    path: String,
    entry: Entry,
    bytes: Option<Vec<u8>>,
}

impl Making<'_> {
    /// If one of the papers cannot be made, none is written.
    fn run(&self, mut outcome: WeekOutcome) -> Started {
        let due = due(&self.site.desk.of_week(self.week).office, self.week);
        let sets = match self.set(&due) {
            Ok((sets, warnings)) => {
                outcome.findings.extend(warnings);
                sets
            }
            Err(findings) => {
                outcome.findings.extend(findings);
                return Started { outcome, due: Some(due), ..Started::default() };
            }
        };
        let broken = sealed::broken(self, &outcome.start, &due, &sets);
        if !broken.is_empty() {
            outcome.findings.extend(broken);
            return Started { outcome, due: Some(due), ..Started::default() };
        }
        if self.site.order.lines {
            outcome.lines = sets.iter().map(|set| (set.due.clone(), set.galley.count_lines())).collect();
        }
        if self.site.order.only_explain {
            outcome.stale = self.stale(&outcome.start, &sets);
            return Started { outcome, due: Some(due), ..Started::default() };
        }
        outcome.findings.extend(self.overwritten(&outcome.start, &sets));
        let files = match self.print(&outcome.start, &sets) {
            Ok(files) => files,
            Err(finding) => {
                outcome.findings.push(finding);
                return Started { outcome, due: Some(due), ..Started::default() };
            }
        };
        let write = |Printed { due, format, path, entry, bytes }| {
            let whole = self.site.folder.join(&path);
            let written = bytes.map(|bytes| self.site.writers.write(whole, bytes, self.site.order.force));
            File { due, format, path, entry, written }
        };
        let files = files.into_iter().map(write).collect();
        let key = self.file.key.filter(|_| outcome.findings.is_empty() && self.site.order.kinds.is_empty());
        Started { outcome, files, due: Some(due), key }
    }

    /// The papers that were asked for, and what to warn of.
    fn set(&self, due: &[Due]) -> Result<(Vec<Set>, Vec<Diagnostic>), Vec<Diagnostic>> {
        let desk = self.site.desk;
        let composer = desk.composer(self.week)?;
        let wanted: Vec<&Due> = self.site.wanted(due).collect();
        let fonts = self.site.order.fonts.fonts;
        let results: Vec<_> = wanted.into_par_iter().map(|due| press::set(&composer, due, self.week, fonts)).collect();
        let (mut sets, mut warnings) = (Vec::new(), Vec::new());
        let mut findings: Vec<Diagnostic> = Vec::new();
        for result in results {
            match result {
                Ok(mut set) => {
                    warnings.append(&mut set.warnings);
                    sets.push(set);
                }
                Err(found) => found.into_iter().for_each(|finding| {
                    if !findings.contains(&finding) {
                        findings.push(finding);
                    }
                }),
            }
        }
        desk.weigh(self.week, &mut warnings);
        if findings.is_empty() && !warnings.iter().any(Diagnostic::holds_up) {
            return Ok((sets, warnings));
        }
        findings.extend(warnings);
        Err(findings)
    }

    /// The files of all papers, with the bytes of those that have to be written.
    fn print(&self, start: &str, sets: &[Set]) -> Result<Vec<Printed>, Diagnostic> {
        let formats = &self.site.order.formats;
        let pairs: Vec<_> = sets.iter().flat_map(|set| formats.iter().map(move |format| (set, *format))).collect();
        let fonts = self.site.order.fonts.fonts;
        let files = pairs.into_par_iter().filter_map(|(set, format)| {
            let path = path_of(start, &set.due, format);
            let inputs = self.site.inputs(self.file, &set.due, self.day)?;
            let before = self.site.before.papers.get(&path);
            let due = set.due.clone();
            if let Some(entry) = before.filter(|entry| self.causes(&path, Some(entry), set, &inputs).is_empty()) {
                let sealed = sealed_after(self.site, before);
                let inputs = if entry.sealed && sealed { entry.inputs.clone() } else { inputs };
                let entry = Entry { inputs, sealed, pages: set.galley.pages.len(), ..entry.clone() };
                return Some(Ok(Printed { due, format, path, entry, bytes: None }));
            }
            let made = press::print(&set.galley, format, fonts).and_then(|bytes| {
                let entry = Entry {
                    size: bytes.len() as u64,
                    hash: Hash::of(&bytes),
                    pages: set.galley.pages.len(),
                    inputs,
                    content: set.content,
                    program: env!("CARGO_PKG_VERSION").to_owned(),
                    sealed: sealed_after(self.site, before),
                };
                let entry = sealed::same(self, &path, before, entry)?;
                Ok(Printed { due, format, path, entry, bytes: Some(bytes) })
            });
            Some(made)
        });
        files.collect()
    }

    /// Files that somebody has changed by hand, or that are damaged, and that will be as they were.
    fn overwritten(&self, start: &str, sets: &[Set]) -> Vec<Diagnostic> {
        let formats = &self.site.order.formats;
        let paths = sets.iter().flat_map(|set| formats.iter().map(|format| path_of(start, &set.due, *format)));
        let is_changed = |path: &String| {
            let entry = self.site.before.papers.get(path);
            entry.is_some_and(|entry| self.site.on_disk(path, entry) == OnDisk::Damaged)
        };
        let told = paths.filter(is_changed).map(|path| {
            let file = display(&self.site.folder.join(path));
            let message = format!("「{file}」做好以后被改动过，或者损坏了，已经照记录重做");
            findings::OVERWRITTEN
                .finding(message)
                .at(self.place(), "这一周")
                .help("手工的改动不再有了：要改的写进记录里")
        });
        told.collect()
    }

    fn stale(&self, start: &str, sets: &[Set]) -> Vec<Stale> {
        let mut stale = Vec::new();
        for set in sets {
            for format in &self.site.order.formats {
                let path = path_of(start, &set.due, *format);
                let Some(inputs) = self.site.inputs(self.file, &set.due, self.day) else { continue };
                let causes = self.causes(&path, self.site.before.papers.get(&path), set, &inputs);
                if !causes.is_empty() {
                    let path = self.site.folder.join(path);
                    stale.push(Stale { due: set.due.clone(), format: *format, path, causes });
                }
            }
        }
        stale
    }

    /// Why the file has to be written; nothing where it is right.
    fn causes(&self, path: &str, before: Option<&Entry>, set: &Set, now: &Inputs) -> Vec<Cause> {
        let Some(entry) = before else { return vec![Cause::NeverMade] };
        if self.site.order.force && !self.site.is_sealed(entry) {
            return vec![Cause::Asked];
        }
        let mut causes = self.changes(entry, set, now);
        if self.site.is_sealed(entry) {
            causes.clear();
        }
        match self.site.on_disk(path, entry) {
            OnDisk::Right => {}
            OnDisk::Missing => causes.push(Cause::Missing),
            OnDisk::Damaged => causes.push(Cause::Damaged),
        }
        causes
    }

    /// What has changed since the file was made, as far as it shows in the file.
    pub(super) fn changes(&self, entry: &Entry, set: &Set, now: &Inputs) -> Vec<Cause> {
        let mut changes = differences(entry, now, &self.site.before, &self.site.here);
        if entry.content == set.content {
            changes.retain(|change| matches!(change, Cause::Fonts(_) | Cause::Layout(..)));
        } else if changes.is_empty() {
            changes.push(Cause::Program(entry.program.clone()));
        }
        changes
    }

    pub(super) fn inputs(&self, due: &Due) -> Option<Inputs> {
        self.site.inputs(self.file, due, self.day)
    }

    /// Where findings about the whole week point.
    pub(super) fn place(&self) -> crate::source::Span {
        self.week.period.span.clone()
    }
}

/// Whether a file is sealed once this run is done.
fn sealed_after(site: &Site, before: Option<&Entry>) -> bool {
    match site.order.sealing {
        Sealing::Keep => before.is_some_and(|entry| entry.sealed),
        Sealing::Seal => true,
        Sealing::Unseal => false,
    }
}

impl Started {
    /// Waits until the week's files are safe.
    pub(super) fn finish(self, site: &Site) -> Finished {
        let Self { mut outcome, files, due, key } = self;
        let mut entries = BTreeMap::new();
        let mut is_whole = true;
        for File { due, format, path, entry, written } in files {
            let whole = site.folder.join(&path);
            let fresh = match written.map(Written::wait) {
                None => true,
                Some(Ok(fresh)) => {
                    site.memo.wrote(&whole, entry.hash);
                    fresh
                }
                Some(Err(error)) => {
                    is_whole = false;
                    outcome.files.push(Err(error));
                    continue;
                }
            };
            let (sha256, pages) = (entry.hash.to_string(), entry.pages);
            outcome.files.push(Ok(Made { due, format, path: whole, sha256, pages, fresh }));
            entries.insert(path, entry);
        }
        if let (Some(key), Some(due), true) = (key, &due, is_whole) {
            site.memo.week_is_sound(key, SoundWeek { start: outcome.start.clone(), due: due.clone() });
        }
        Finished { outcome, entries, due }
    }
}
