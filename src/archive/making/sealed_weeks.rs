//! Sealed weeks before any paper is made: seals that are put back or taken off, and those that are in doubt.

use std::collections::{BTreeMap, BTreeSet};

use super::order::Sealing;
use super::output::{OnDisk, OutputFolder, write_finding};
use super::paths::path_of;
use super::task::{Task, hash};
use crate::archive::manifest::{Entry, week_folder};
use crate::archive::seals::Unborne;
use crate::diagnostic::Diagnostic;
use crate::press::hash::Hash;
use crate::record::find::{OfficeFolder, display};
use crate::workspace::findings;

/// Settles what this run does to seals, and keeps papers of weeks from being made whose seal is in doubt. What is found is
/// added to `found`.
///
/// # Errors
/// Where a seal cannot be taken off.
pub(super) fn settle(
    output: &mut OutputFolder,
    tasks: &mut [Task],
    folder: &OfficeFolder,
    found: &mut Vec<Diagnostic>,
) -> Result<(), Diagnostic> {
    match output.order.sealing {
        Sealing::Keep => {}
        Sealing::Seal => put_back(output, tasks),
        Sealing::Unseal => take_off(output, tasks)?,
    }
    let doubtful = in_doubt(output, found);
    let sealed = SealedRecords::read(output);
    for task in tasks.iter_mut() {
        if doubtful.contains(&task.name) {
            task.sound = None;
        } else if let Some(finding) = sealed.as_another_week(task) {
            task.findings.push(finding);
            task.sound = None;
        }
    }
    found.extend(without_records(output, tasks, folder));
    Ok(())
}

/// Seals of the weeks that are sealed by this run count again where their papers are still those that were sent.
fn put_back(output: &mut OutputFolder, tasks: &[Task]) {
    let weeks: BTreeSet<&str> = tasks.iter().filter(|task| task.sound.is_some()).map(|task| &*task.name).collect();
    let mut sent: Vec<(String, Entry)> = Vec::new();
    for Unborne { path, sealed, .. } in output.seals.unborne(&output.before) {
        if weeks.contains(week_folder(path)) && output.on_disk(path, sealed) == OnDisk::Right {
            sent.push((path.to_owned(), sealed.clone()));
        }
    }
    output.before.papers.extend(sent);
}

/// Takes the seals off the papers that are asked for, and forgets sent files that somebody has removed.
fn take_off(output: &mut OutputFolder, tasks: &[Task]) -> Result<(), Diagnostic> {
    let in_doubt = output.seals.unborne(&output.before).into_iter().map(|unborne| (unborne.path, unborne.sealed));
    let sealed: Vec<(&str, &Entry)> =
        output.before.sealed().map(|(path, entry)| (path.as_str(), entry)).chain(in_doubt).collect();
    let papers: BTreeSet<String> = tasks.iter().flat_map(|task| asked_for(output, &sealed, task)).collect();
    if !output.order.only_explain {
        output.seals.take_off(&papers).map_err(|error| write_finding(&error))?;
    }
    for path in &papers {
        output.before.take_seal_off(path);
    }
    let weeks: BTreeSet<&str> = tasks.iter().map(|task| &*task.name).collect();
    let is_left = |path: &str, entry: &Entry| {
        !weeks.contains(week_folder(path)) || output.on_disk(path, entry) != OnDisk::Missing
    };
    let left = output.before.sent.iter().filter(|(path, entry)| is_left(path, entry));
    output.before.sent = left.map(|(path, entry)| (path.clone(), entry.clone())).collect();
    Ok(())
}

/// Those of the `sealed` papers that are of a task's week, or of the week that its record was when they were sealed, as far
/// as they are asked for.
fn asked_for(output: &OutputFolder, sealed: &[(&str, &Entry)], task: &Task) -> Vec<String> {
    let Some(sound) = &task.sound else { return Vec::new() };
    let mut wanted = BTreeSet::new();
    for due in output.wanted(&sound.due) {
        wanted.extend(output.order.formats(due).map(|format| path_of(&task.name, due, format)));
    }
    let takes_all = output.order.kinds.is_empty() && output.order.formats.is_empty();
    let mut papers = Vec::new();
    for (path, entry) in sealed {
        let is_of_week = week_folder(path) == task.name && (takes_all || wanted.contains(*path));
        let was_of_record = week_folder(path) != task.name && names(entry, &task.file.name);
        if is_of_week || was_of_record {
            papers.push((*path).to_owned());
        }
    }
    papers
}

fn names(entry: &Entry, record: &str) -> bool {
    entry.inputs.own_record() == record
}

/// The weeks of which a seal says something else than the manifest.
fn in_doubt(output: &OutputFolder, found: &mut Vec<Diagnostic>) -> BTreeSet<String> {
    let mut weeks = BTreeMap::new();
    for unborne in output.seals.unborne(&output.before) {
        weeks.entry(week_folder(unborne.path).to_owned()).or_insert(unborne);
    }
    found.extend(weeks.values().map(|unborne| unborne.finding(&output.folder)));
    weeks.into_keys().collect()
}

/// The weeks as which each record was sealed, by the record's name.
struct SealedRecords(BTreeMap<String, BTreeSet<String>>);

impl SealedRecords {
    fn read(output: &OutputFolder) -> Self {
        let mut weeks: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (path, entry) in output.before.sealed() {
            let record = entry.inputs.own_record().to_owned();
            weeks.entry(record).or_default().insert(week_folder(path).to_owned());
        }
        Self(weeks)
    }

    /// A record that was sealed as one week is not made as another.
    fn as_another_week(&self, task: &Task) -> Option<Diagnostic> {
        let name = Some(&task.name).filter(|name| !name.is_empty())?;
        let week = self.0.get(&task.file.name)?.iter().find(|week| *week != name)?;
        let message = format!("「{}」已经封存为 {week} 这一期，现在写的是 {name}", task.file.name);
        Some(findings::SEALED.finding(message).help("把「周期」改回去；另一期的记录，另存一个文件"))
    }
}

/// Sealed weeks that this run does not look at, whose records are not there as they were.
fn without_records(output: &OutputFolder, tasks: &[Task], folder: &OfficeFolder) -> Vec<Diagnostic> {
    if folder.neighbours.is_empty() || folder.has_unread {
        return Vec::new();
    }
    let asked: BTreeSet<&str> = tasks.iter().map(|task| task.name.as_str()).collect();
    let mut left: BTreeMap<&str, &Entry> = BTreeMap::new();
    for (path, entry) in output.before.sealed().filter(|(path, _)| !asked.contains(week_folder(path))) {
        left.entry(week_folder(path)).or_insert(entry);
    }
    if left.is_empty() {
        return Vec::new();
    }
    let mut present: BTreeSet<Hash> = folder.neighbours.iter().filter_map(|path| hash(path)).collect();
    // Weeks that are looked at may be those with which the others were compared.
    present.extend(tasks.iter().filter_map(|task| task.file.hash));
    let mut found = Vec::new();
    for (week, entry) in left {
        if let Some((record, _)) = entry.inputs.records.iter().find(|(_, hash)| !present.contains(hash)) {
            let message = format!(
                "「{}」的文书已经封存，它的记录（{record}）却变了，或者不见了",
                display(&output.folder.join(week))
            );
            let help = "把记录改回去，或者放回去；确实要更正，用 --unseal 运行那一周";
            found.push(findings::SEALED.finding(message).help(help));
        }
    }
    found
}
