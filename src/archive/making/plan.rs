//! What has to be looked at: a week that was found sound, and is as it was, need not be read again.

use rayon::prelude::*;

use super::output::OutputFolder;
use super::paths::below;
use super::task::{Task, WeekFile, hash};
use crate::archive::memo::SoundWeek;
use crate::press::hash::Hash;
use crate::record::find::OfficeFolder;
use crate::workspace::CheckedWeek;

pub(super) struct Plan {
    pub(super) tasks: Vec<Task>,
    /// All weeks of the office were asked for.
    pub(super) is_complete: bool,
}

/// What is known of a week before it is read.
struct Candidate {
    file: WeekFile,
    /// A run before this one has found nothing about it by itself.
    known: Option<SoundWeek>,
}

pub(super) fn for_folder(output: &OutputFolder, folder: &OfficeFolder) -> Plan {
    let mut candidates: Vec<Candidate> = folder
        .weeks
        .par_iter()
        .map(|path| Candidate { file: WeekFile::read(&output.surroundings, &folder.path, path), known: None })
        .collect();
    if !output.order.lines {
        for Candidate { file, known } in &mut candidates {
            *known = file.key.as_ref().and_then(|key| output.memo.sound_week(key));
        }
    }
    let among = among(output, folder, &candidates);
    let is_sound = among.is_some_and(|key| output.memo.office_is_known_sound(&key));
    let tasks = if is_sound { each(output, candidates) } else { together(output, candidates, folder, among) };
    Plan { tasks, is_complete: folder.neighbours.is_empty() && !folder.has_unread }
}

/// Where nothing is wrong among the weeks, only those are read that are not known.
fn each(output: &OutputFolder, candidates: Vec<Candidate>) -> Vec<Task> {
    candidates.into_par_iter().map(|candidate| alone(output, candidate)).collect()
}

fn alone(output: &OutputFolder, Candidate { file, known }: Candidate) -> Task {
    if let Some(week) = known {
        return Task::known(file, week, Vec::new());
    }
    let mut opened = output.office.week(&file.path);
    if let Some(week) = &opened.week {
        output.office.settle(week, Vec::new(), &mut opened.findings);
    }
    Task::read(output.office, file, opened)
}

/// All weeks are read, and looked at among one another.
fn together(
    output: &OutputFolder,
    candidates: Vec<Candidate>,
    folder: &OfficeFolder,
    among: Option<Hash>,
) -> Vec<Task> {
    let read = candidates.par_iter().map(|candidate| match &candidate.known {
        Some(_) => output.office.unchecked(&candidate.file.path),
        None => output.office.week(&candidate.file.path),
    });
    let mut weeks: Vec<CheckedWeek> = read.collect();
    let is_sound = output.office.among_one_another(&mut weeks, folder);
    if let Some(key) = among.filter(|_| is_sound) {
        output.memo.office_is_sound(key);
    }
    let mut tasks = Vec::with_capacity(candidates.len());
    for (Candidate { file, known }, week) in candidates.into_iter().zip(weeks) {
        tasks.push(match known {
            Some(known) => Task::known(file, known, week.findings),
            None => Task::read(output.office, file, week),
        });
    }
    tasks
}

/// What findings among the weeks of an office depend on; `None` where a file or folder cannot be read.
fn among(output: &OutputFolder, folder: &OfficeFolder, candidates: &[Candidate]) -> Option<Hash> {
    if folder.has_unread {
        return None;
    }
    let others = folder.neighbours.par_iter().map(|path| Some((below(&folder.path, path), hash(path)?)));
    let asked = candidates.par_iter().map(|Candidate { file, .. }| Some((file.name.clone(), file.hash?)));
    let mut weeks = asked.chain(others).collect::<Option<Vec<_>>>()?;
    weeks.sort_unstable();
    let words = weeks.iter().flat_map(|(name, hash)| [name.as_bytes(), hash.as_ref()]);
    Some(Hash::of_all(std::iter::once(output.surroundings.as_ref()).chain(words)))
}
