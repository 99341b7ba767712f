//! One week's papers: composed, set, and those written that are not right already.

use std::collections::BTreeMap;
use std::path::Path;

use rayon::prelude::*;

use super::cause::Cause;
use super::order::Sealing;
use super::outcome::{Made, Stale, WeekOutcome};
use super::output::{OnDisk, OutputFolder};
use super::paths::path_of;
use super::sealed::{self, unsealed};
use super::sound_week::Making;
use super::strangers::Stranger;
use super::task::{Task, WeekFile};
use super::writers::{ToWrite, Written};
use crate::archive::manifest::{Entry, Inputs, Seal};
use crate::archive::memo::SoundWeek;

use crate::diagnostic::Diagnostic;
use crate::press::Paper;
use crate::press::hash::Hash;
use crate::record::find::display;
use crate::record::format::Format;
use crate::workspace::{Composer, Due, findings};
use crate::yaml::rules;

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
pub(super) fn start(output: &OutputFolder, task: Task) -> Started {
    let Task { file, name, findings, sound, is_known } = task;
    let mut outcome = WeekOutcome { name, findings, ..WeekOutcome::default() };
    let Some(sound) = sound else { return Started { outcome, ..Started::default() } };
    if let Some(files) = Some(&sound).filter(|_| is_known).and_then(|week| fresh(output, &file, week)) {
        return Started { outcome, files, due: Some(sound.due), key: None };
    }
    let week = output.office.unchecked(&file.path).week;
    let Some(week) = week.filter(|week| Some(Hash::of_text(week.span.source().text())) == file.hash) else {
        outcome.findings.push(changed_meanwhile(&file));
        return Started { outcome, ..Started::default() };
    };
    outcome.name = output.office.filed_as(&week);
    Making { output, file: &file, week: &week, day: week.period.value.office_day() }.run(outcome)
}

/// What was checked is not what would be printed.
fn changed_meanwhile(file: &WeekFile) -> Diagnostic {
    let message = format!("「{}」在做文书的时候被改动了", display(&file.path));
    rules::FILE_UNREADABLE.finding(message).help("存好以后，再运行一次")
}

/// The files of a known week, where all are right and made from what there is now.
fn fresh(output: &OutputFolder, file: &WeekFile, week: &SoundWeek) -> Option<Vec<File>> {
    if output.order.force {
        return None;
    }
    let mut files = Vec::new();
    for due in output.wanted(&week.due) {
        let inputs = output.inputs_on_disk(file, due, &week.name)?;
        for format in output.order.formats(due) {
            let path = path_of(&week.name, due, format);
            let before = output.before.papers.get(&path).filter(|entry| entry.inputs == inputs)?;
            if output.on_disk(&path, before) != OnDisk::Right {
                return None;
            }
            let entry = Entry { seal: seal_after(output, before), ..before.clone() };
            files.push(File { due: due.clone(), format, path, entry, written: None });
        }
    }
    Some(files)
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
    /// What keeps one paper from being made holds up that paper alone; what is wrong with the record, or with a seal, all.
    fn run(&self, mut outcome: WeekOutcome) -> Started {
        let OutputFolder { office, order, .. } = self.output;
        let mut due = office.due(self.week);
        let composer = match office.composer(self.week) {
            Ok(composer) => composer,
            Err(findings) => {
                outcome.findings.extend(findings);
                return Started { outcome, due: Some(due), ..Started::default() };
            }
        };
        let papers = self.prepare(&composer, &due, &mut outcome);
        for paper in &papers {
            // What a paper has no table for is not due.
            if let Some(asked) = due.iter_mut().find(|asked| asked.is_same_paper(&paper.due)) {
                asked.formats.clone_from(&paper.due.formats);
            }
        }
        let broken = sealed::broken(self, &outcome.name, &due, &papers);
        if !broken.is_empty() {
            outcome.findings.extend(broken);
            return Started { outcome, due: Some(due), ..Started::default() };
        }
        if order.lines {
            outcome.lines = papers.iter().filter_map(|paper| Some((paper.due.clone(), paper.count_lines()?))).collect();
        }
        if order.only_explain {
            outcome.stale = self.stale(&outcome.name, &papers);
            return Started { outcome, due: Some(due), ..Started::default() };
        }
        let mut files = self.print(&papers, &mut outcome);
        for paper in papers.iter().filter(|paper| !paper.masked().is_empty()) {
            if files.iter().any(|file| file.bytes.is_some() && file.due.is_same_paper(&paper.due)) {
                outcome.masked.push((paper.due.clone(), paper.masked().to_vec()));
            }
        }
        if order.sealing == Sealing::Seal {
            match unsealed(self, &outcome) {
                None => files.iter_mut().for_each(|file| file.entry.seal = Seal::Sealed),
                Some(finding) => outcome.findings.push(finding),
            }
        }
        let files = files.into_iter().map(|printed| self.hand_over(printed, &mut outcome.findings)).collect();
        let key = self.file.key.filter(|_| outcome.findings.is_empty() && self.output.order.kinds.is_empty());
        Started { outcome, files, due: Some(due), key }
    }

    /// Hands a file that has to be written to the writers.
    fn hand_over(&self, printed: Printed, findings: &mut Vec<Diagnostic>) -> File {
        let Printed { due, format, path, entry, bytes } = printed;
        let written = bytes.map(|bytes| {
            let whole = self.output.folder.join(&path);
            let aside = self.stranger(&path, &whole, &bytes, findings).map(|stranger| stranger.to);
            self.output.writers.write(ToWrite { path: whole, bytes, aside, force: self.output.order.force })
        });
        File { due, format, path, entry, written }
    }

    /// What somebody else has made or changed of the file at `path`, and would be lost.
    fn stranger(&self, path: &str, whole: &Path, bytes: &[u8], findings: &mut Vec<Diagnostic>) -> Option<Stranger> {
        let before = self.output.before.papers.get(path);
        if before.is_some_and(|entry| self.output.on_disk(path, entry) != OnDisk::Damaged) {
            return None;
        }
        let stranger = Stranger::at(whole, bytes)?;
        match before {
            Some(_) => findings.push(stranger.changed(whole, self.place())),
            None if stranger.is_ours() => return None,
            None => findings.push(stranger.unknown(whole)),
        }
        Some(stranger)
    }

    /// Those of the papers that were asked for that can be made. What is wrong with the others is added to `outcome`.
    fn prepare(&self, composer: &Composer, due: &[Due], outcome: &mut WeekOutcome) -> Vec<Paper> {
        let OutputFolder { office, order, .. } = self.output;
        let wanted: Vec<&Due> = self.output.wanted(due).collect();
        let of_time = (&office.generation_for(self.week).office, self.week);
        let prepared = wanted.into_par_iter().map(|due| {
            let formats: Vec<Format> = order.formats(due).collect();
            (due, Paper::prepare(composer, due, &formats, of_time, order.fonts.fonts))
        });
        let mut papers = Vec::new();
        for (due, result) in prepared.collect::<Vec<_>>() {
            match result {
                Ok(mut paper) => {
                    let mut warnings = std::mem::take(&mut paper.warnings);
                    office.weigh(self.week, &mut warnings);
                    if warnings.iter().any(Diagnostic::holds_up) {
                        outcome.hold_up(due, warnings);
                    } else {
                        outcome.findings.extend(warnings);
                        papers.push(paper);
                    }
                }
                Err(findings) => outcome.hold_up(due, findings),
            }
        }
        papers
    }

    /// The papers in all formats in which they were asked for, and where each file lies below the office's folder.
    fn files<'p>(&self, name: &str, papers: &'p [Paper]) -> Vec<(&'p Paper, Format, String)> {
        let mut files = Vec::new();
        for paper in papers {
            for format in self.output.order.formats(&paper.due) {
                files.push((paper, format, path_of(name, &paper.due, format)));
            }
        }
        files
    }

    /// The files of all papers that can be printed in all their formats, with the bytes of those that have to be written.
    /// What is wrong with the others is added to `outcome`.
    fn print(&self, papers: &[Paper], outcome: &mut WeekOutcome) -> Vec<Printed> {
        let files = self.files(&outcome.name, papers).into_par_iter();
        let results = files.filter_map(|(paper, format, path)| {
            let result = self.print_file(paper, format, path)?;
            Some((&paper.due, result))
        });
        let mut printed = Vec::new();
        let mut is_seal_broken = false;
        for (due, result) in results.collect::<Vec<_>>() {
            match result {
                Ok(file) => printed.push(file),
                Err(finding) => {
                    is_seal_broken |= finding.rule == &findings::SEALED;
                    outcome.hold_up(due, vec![finding]);
                }
            }
        }
        printed.retain(|file| !is_seal_broken && !outcome.held_up.contains(&file.due));
        printed
    }

    /// One of them; `None` where it has no template.
    fn print_file(&self, paper: &Paper, format: Format, path: String) -> Option<Result<Printed, Diagnostic>> {
        let inputs = self.inputs(paper)?;
        let before = self.output.before.papers.get(&path);
        let (due, pages) = (paper.due.clone(), paper.pages(format));
        if let Some(entry) = before.filter(|entry| self.causes(&path, Some(entry), paper, &inputs).is_empty()) {
            let inputs = if entry.is_sealed() { entry.inputs.clone() } else { inputs };
            let entry = Entry { pages, inputs, ..entry.clone() };
            return Some(Ok(Printed { due, format, path, entry, bytes: None }));
        }
        let printed = paper.print(format, self.output.order.fonts.fonts).and_then(|bytes| {
            let hash = Hash::of_bytes(&bytes);
            let seal = before.filter(|before| before.hash == hash).map_or(Seal::None, |before| before.seal);
            let now = Entry {
                size: bytes.len() as u64,
                hash,
                pages,
                inputs,
                content: paper.content,
                program: env!("CARGO_PKG_VERSION").to_owned(),
                seal,
            };
            let entry = sealed::same(self, &path, before, now)?;
            Ok(Printed { due, format, path, entry, bytes: Some(bytes) })
        });
        Some(printed)
    }

    fn stale(&self, name: &str, papers: &[Paper]) -> Vec<Stale> {
        let mut stale = Vec::new();
        for (paper, format, path) in self.files(name, papers) {
            let Some(inputs) = self.inputs(paper) else { continue };
            let causes = self.causes(&path, self.output.before.papers.get(&path), paper, &inputs);
            if !causes.is_empty() {
                stale.push(Stale { due: paper.due.clone(), format, path: self.output.folder.join(path), causes });
            }
        }
        stale
    }

    /// Why the file has to be written; nothing where it is right.
    fn causes(&self, path: &str, before: Option<&Entry>, paper: &Paper, now: &Inputs) -> Vec<Cause> {
        let Some(entry) = before else { return vec![Cause::NeverMade] };
        if self.output.order.force && !entry.is_sealed() {
            return vec![Cause::Asked];
        }
        let mut causes = self.changes(entry, paper, now);
        if entry.is_sealed() {
            causes.clear();
        }
        match self.output.on_disk(path, entry) {
            OnDisk::Right => {}
            OnDisk::Missing => causes.push(Cause::Missing),
            OnDisk::Damaged => causes.push(Cause::Damaged),
        }
        causes
    }
}

/// The seal of a file that stays as it was, once this run is done.
fn seal_after(output: &OutputFolder, before: &Entry) -> Seal {
    match output.order.sealing {
        Sealing::Seal => Seal::Sealed,
        Sealing::Keep | Sealing::Unseal => before.seal,
    }
}

impl Started {
    /// Waits until the week's files are safe.
    pub(super) fn finish(self, output: &OutputFolder) -> Finished {
        let Self { mut outcome, files, due, key } = self;
        let mut entries = BTreeMap::new();
        let mut is_whole = true;
        for File { due, format, path, entry, written } in files {
            let whole = output.folder.join(&path);
            let fresh = match written.map(Written::wait) {
                None => true,
                Some(Ok(fresh)) => {
                    output.memo.wrote(&whole, entry.hash);
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
            output.memo.week_is_sound(key, SoundWeek { name: outcome.name.clone(), due: due.clone() });
        }
        Finished { outcome, entries, due }
    }
}
