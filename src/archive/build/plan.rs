//! What has to be looked at: a week that was found sound, and is as it was, need not be read again.

use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::site::{Site, below};
use crate::archive::desk::{OfficeDesk, WeekDesk};
use crate::archive::hash::Hash;
use crate::archive::memo::SoundWeek;
use crate::archive::paper::{Due, due};
use crate::diagnostic::Diagnostic;
use crate::record::bytes::MOST_BYTES;
use crate::record::find::OfficeFolder;

pub(super) struct Plan {
    pub(super) tasks: Vec<Task>,
    /// All weeks of the office were asked for.
    pub(super) is_complete: bool,
}

/// A week to be made.
pub(super) struct Task {
    pub(super) file: WeekFile,
    pub(super) ready: Ready,
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

pub(super) enum Ready {
    /// Nothing is wrong with the week by itself. The findings are those among weeks.
    Known(SoundWeek, Vec<Diagnostic>),
    Read(Box<WeekDesk>),
}

impl Task {
    /// The week's first day and what is due for it, where nothing keeps its papers from being made.
    pub(super) fn start_and_due(&self, desk: &OfficeDesk) -> Option<(String, Vec<Due>)> {
        match &self.ready {
            Ready::Known(week, findings) => {
                let is_held_up = findings.iter().any(Diagnostic::holds_up);
                (!is_held_up).then(|| (week.start.clone(), week.due.clone()))
            }
            Ready::Read(opened) => {
                let week = opened.sound()?;
                Some((week.period.value.start().value.to_string(), due(&desk.of_week(week).office, week)))
            }
        }
    }
}

pub(super) fn of(site: &Site, folder: &OfficeFolder) -> Plan {
    let neighbours = folder.neighbours();
    let hashes = hashes(&folder.weeks);
    let names: Vec<String> = folder.weeks.iter().map(|path| below(&folder.path, path)).collect();
    let keys: Vec<Option<Hash>> = names
        .iter()
        .zip(&hashes)
        .map(|(name, hash)| Some(Hash::of_all([site.surroundings.as_ref(), name.as_bytes(), hash.as_ref()?.as_ref()])))
        .collect();
    let among = among(site, folder, &neighbours, &hashes);
    let known: Vec<Option<SoundWeek>> =
        keys.iter().map(|key| site.memo.sound_week(key.as_ref()?).filter(|_| !site.order.lines)).collect();
    let readies = if among.is_some_and(|key| site.memo.office_is_known_sound(&key)) {
        let read = |path: &Path| {
            let mut desk = site.desk.week(path);
            if let Some(week) = &desk.week {
                site.desk.settle(week, Vec::new(), &mut desk.findings);
            }
            desk
        };
        let pairs = folder.weeks.par_iter().zip(known);
        pairs
            .map(|(path, known)| {
                known.map_or_else(|| Ready::Read(Box::new(read(path))), |week| Ready::Known(week, Vec::new()))
            })
            .collect()
    } else {
        let pairs = folder.weeks.par_iter().zip(&known);
        let read =
            pairs.map(|(path, known)| if known.is_some() { OfficeDesk::unchecked(path) } else { site.desk.week(path) });
        let mut desks: Vec<WeekDesk> = read.collect();
        let is_sound = site.desk.among_one_another(&mut desks, &neighbours);
        if let Some(key) = among.filter(|_| is_sound) {
            site.memo.office_is_sound(key);
        }
        let pairs = desks.into_iter().zip(known);
        pairs
            .map(|(desk, known)| match known {
                Some(week) => Ready::Known(week, desk.findings),
                None => Ready::Read(Box::new(desk)),
            })
            .collect::<Vec<_>>()
    };
    let files = folder.weeks.iter().zip(names).zip(hashes.into_iter().zip(keys));
    let files = files.map(|((path, name), (hash, key))| WeekFile { path: path.clone(), name, hash, key });
    let tasks = files.zip(readies).map(|(file, ready)| Task { file, ready }).collect();
    Plan { tasks, is_complete: neighbours.is_empty() }
}

/// What findings among the weeks of an office depend on; `None` where a file cannot be read.
fn among(site: &Site, folder: &OfficeFolder, neighbours: &[PathBuf], hashes: &[Option<Hash>]) -> Option<Hash> {
    let others = self::hashes(neighbours);
    let weeks = folder.weeks.iter().zip(hashes).chain(neighbours.iter().zip(&others));
    let weeks = weeks.map(|(path, hash)| Some((below(&folder.path, path), (*hash)?)));
    let mut weeks = weeks.collect::<Option<Vec<_>>>()?;
    weeks.sort_unstable();
    let words = weeks.iter().flat_map(|(file, hash)| [file.as_bytes(), hash.as_ref()]);
    Some(Hash::of_all(std::iter::once(site.surroundings.as_ref()).chain(words)))
}

fn hashes(weeks: &[PathBuf]) -> Vec<Option<Hash>> {
    let hash = |path: &PathBuf| {
        path.metadata().ok().filter(|metadata| metadata.is_file() && metadata.len() <= MOST_BYTES)?;
        Some(Hash::of_text(&std::fs::read_to_string(path).ok()?))
    };
    weeks.par_iter().map(hash).collect()
}
