//! An office while numbers are given: all its records read, and nobody else at it.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;

use super::refusal;
use super::used::Used;
use crate::diagnostic::Diagnostic;
use crate::disk::Lock;
use crate::record::find::{OFFICE_FILE, OfficeFolder, display};
use crate::record::week::Week;
use crate::workspace::fix::failed;
use crate::workspace::{CheckedWeek, OfficeWorkspace, open};
use crate::yaml::Problems;

/// How a run is watched and stopped.
pub struct Watch<'a> {
    pub stop: &'a AtomicBool,
    /// Called once where another run is at work in the folder.
    pub waiting: &'a dyn Fn(),
}

impl Watch<'_> {
    pub(super) fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }
}

/// An office of which all records could be read.
pub(super) struct Opened {
    pub(super) office: OfficeWorkspace,
    /// The records that were asked for, by their files.
    pub(super) paths: Vec<PathBuf>,
    /// The same, with what was found in reading them.
    pub(super) weeks: Vec<CheckedWeek>,
    pub(super) neighbours: Vec<Week>,
    pub(super) used: Used,
    /// `None` where nothing will be written.
    _lock: Option<Lock>,
}

impl Opened {
    /// Waits until nobody else gives numbers in the office, and reads it then. `None` where the wait was given up.
    ///
    /// # Errors
    /// What keeps anybody from knowing which numbers are used.
    pub(super) fn open(folder: &OfficeFolder, watch: &Watch, writes: bool) -> Result<Option<Self>, Vec<Diagnostic>> {
        let lock = if writes { lock(folder, watch)? } else { None };
        if writes && lock.is_none() {
            return Ok(None);
        }
        // What is wrong with folders has been told by whoever has found this one.
        let folder = folder.looked_at_again(&mut Problems::new());
        let mut problems = Problems::new();
        let office = open(&folder, &mut problems);
        let mut findings: Vec<Diagnostic> = problems.into_vec().into_iter().filter(Diagnostic::holds_up).collect();
        if folder.has_unread {
            findings.push(refusal::unread_folder(&folder.path));
        }
        let Some(office) = office else { return Err(findings) };
        let weeks: Vec<CheckedWeek> = folder.weeks.par_iter().map(|path| office.unchecked(path)).collect();
        let others: Vec<CheckedWeek> = folder.neighbours.par_iter().map(|path| office.unchecked(path)).collect();
        for (path, read) in folder.weeks.iter().zip(&weeks).chain(folder.neighbours.iter().zip(&others)) {
            if let Some(week) = &read.week {
                findings.extend(numbers_of_no_year(week));
            } else {
                findings.extend(read.findings.iter().filter(|found| found.holds_up()).cloned());
                findings.push(refusal::unknown(path));
            }
        }
        if !findings.is_empty() {
            return Err(findings);
        }
        let neighbours: Vec<Week> = others.into_iter().filter_map(|read| read.week).collect();
        let all = neighbours.iter().chain(weeks.iter().filter_map(|read| read.week.as_ref()));
        let used = Used::by(&office, all);
        Ok(Some(Self { office, paths: folder.weeks, weeks, neighbours, used, _lock: lock }))
    }

    /// All weeks of the office.
    pub(super) fn all_weeks(&self) -> impl Iterator<Item = &Week> {
        self.neighbours.iter().chain(self.weeks.iter().filter_map(|read| read.week.as_ref()))
    }
}

/// `None` where the wait was given up.
fn lock(folder: &OfficeFolder, watch: &Watch) -> Result<Option<Lock>, Vec<Diagnostic>> {
    match Lock::take(&folder.path, watch.waiting, || watch.is_stopped()) {
        Ok(Some(lock)) if !lock.is_held() => Err(vec![refusal::no_lock(&folder.path)]),
        Ok(lock) => Ok(lock),
        Err(error) => Err(vec![failed(&display(&folder.path.join(OFFICE_FILE)), &error)]),
    }
}

fn numbers_of_no_year(week: &Week) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for notice in week.notices.iter().filter(|notice| notice.reported.is_none()) {
        findings.extend(notice.document_number.as_ref().map(|number| refusal::of_no_year(&number.span)));
    }
    findings
}
