//! What has to be looked at: a week that was found sound, and is as it was, need not be read again.

use std::path::PathBuf;

use rayon::prelude::*;

use super::site::{Site, below};
use crate::archive::memo::SoundWeek;
use crate::diagnostic::Diagnostic;
use crate::press::hash::Hash;
use crate::record::bytes::MOST_BYTES;
use crate::record::find::OfficeFolder;
use crate::workspace::due;
use crate::workspace::{OfficeDesk, WeekDesk};

pub(super) struct Plan {
    pub(super) tasks: Vec<Task>,
    /// All weeks of the office were asked for.
    pub(super) is_complete: bool,
}

/// A week to be made. Its record is read again then: all weeks at once would fill the memory.
pub(super) struct Task {
    pub(super) file: WeekFile,
    /// The week's first day; empty where the record has none.
    pub(super) start: String,
    pub(super) findings: Vec<Diagnostic>,
    /// `None` where something keeps its papers from being made.
    pub(super) sound: Option<SoundWeek>,
    /// A run before this one has found nothing about the week by itself.
    pub(super) is_known: bool,
}

/// Where a week's record lies, and what it says.
pub(super) struct WeekFile {
    pub(super) path: PathBuf,
    /// The same from the office's folder on.
    pub(super) name: String,
    /// `None` where the file cannot be read.
    pub(super) hash: Option<Hash>,
    /// By which the next run knows it again.
    pub(super) key: Option<Hash>,
}

impl WeekFile {
    fn of(site: &Site, folder: &OfficeFolder, path: &PathBuf) -> Self {
        let (name, hash) = (below(&folder.path, path), hash(path));
        let key = hash.map(|hash| Hash::of_all([site.surroundings.as_ref(), name.as_bytes(), hash.as_ref()]));
        Self { path: path.clone(), name, hash, key }
    }
}

impl Task {
    fn known(file: WeekFile, week: SoundWeek, findings: Vec<Diagnostic>) -> Self {
        let is_held_up = findings.iter().any(Diagnostic::holds_up);
        let start = week.start.clone();
        Self { file, start, findings, sound: Some(week).filter(|_| !is_held_up), is_known: true }
    }

    fn read(site: &Site, file: WeekFile, opened: WeekDesk) -> Self {
        let start = opened.week.as_ref().map_or_else(String::new, |week| week.period.value.start().value.to_string());
        let due = opened.sound().map(|week| due(&site.desk.of_week(week).office, week));
        let sound = due.map(|due| SoundWeek { start: start.clone(), due });
        Self { file, start, findings: opened.findings, sound, is_known: false }
    }
}

pub(super) fn of(site: &Site, folder: &OfficeFolder) -> Plan {
    let neighbours = folder.neighbours();
    let files: Vec<WeekFile> = folder.weeks.par_iter().map(|path| WeekFile::of(site, folder, path)).collect();
    let among = among(site, folder, &neighbours, &files);
    let known = |file: &WeekFile| site.memo.sound_week(file.key.as_ref()?).filter(|_| !site.order.lines);
    let known: Vec<Option<SoundWeek>> = files.iter().map(known).collect();
    let is_known = among.is_some_and(|key| site.memo.office_is_known_sound(&key));
    let tasks = if is_known { each(site, files, known) } else { together(site, files, known, &neighbours, among) };
    Plan { tasks, is_complete: neighbours.is_empty() }
}

/// Where nothing is wrong among the weeks, only those are read that are not known.
fn each(site: &Site, files: Vec<WeekFile>, known: Vec<Option<SoundWeek>>) -> Vec<Task> {
    let pairs = files.into_par_iter().zip(known);
    let task = |(file, known): (WeekFile, Option<SoundWeek>)| {
        if let Some(week) = known {
            return Task::known(file, week, Vec::new());
        }
        let mut opened = site.desk.week(&file.path);
        if let Some(week) = &opened.week {
            site.desk.settle(week, Vec::new(), &mut opened.findings);
        }
        Task::read(site, file, opened)
    };
    pairs.map(task).collect()
}

/// All weeks are read, and looked at among one another.
fn together(
    site: &Site,
    files: Vec<WeekFile>,
    known: Vec<Option<SoundWeek>>,
    neighbours: &[PathBuf],
    among: Option<Hash>,
) -> Vec<Task> {
    let read = |(file, known): (&WeekFile, &Option<SoundWeek>)| match known {
        Some(_) => OfficeDesk::unchecked(&file.path),
        None => site.desk.week(&file.path),
    };
    let mut opened: Vec<WeekDesk> = files.par_iter().zip(&known).map(read).collect();
    let is_sound = site.desk.among_one_another(&mut opened, neighbours);
    if let Some(key) = among.filter(|_| is_sound) {
        site.memo.office_is_sound(key);
    }
    let task = |(file, (known, opened)): (WeekFile, (Option<SoundWeek>, WeekDesk))| match known {
        Some(week) => Task::known(file, week, opened.findings),
        None => Task::read(site, file, opened),
    };
    files.into_iter().zip(known.into_iter().zip(opened)).map(task).collect()
}

/// What findings among the weeks of an office depend on; `None` where a file cannot be read.
fn among(site: &Site, folder: &OfficeFolder, neighbours: &[PathBuf], files: &[WeekFile]) -> Option<Hash> {
    let others = neighbours.par_iter().map(|path| Some((below(&folder.path, path), hash(path)?)));
    let asked = files.par_iter().map(|file| Some((file.name.clone(), file.hash?)));
    let mut weeks = asked.chain(others).collect::<Option<Vec<_>>>()?;
    weeks.sort_unstable();
    let words = weeks.iter().flat_map(|(name, hash)| [name.as_bytes(), hash.as_ref()]);
    Some(Hash::of_all(std::iter::once(site.surroundings.as_ref()).chain(words)))
}

fn hash(path: &PathBuf) -> Option<Hash> {
    path.metadata().ok().filter(|metadata| metadata.is_file() && metadata.len() <= MOST_BYTES)?;
    Some(Hash::of_text(&std::fs::read_to_string(path).ok()?))
}
