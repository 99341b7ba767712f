//! A week to be made.

use std::path::{Path, PathBuf};

use super::paths::below;
use crate::archive::memo::SoundWeek;
use crate::diagnostic::Diagnostic;
use crate::disk;
use crate::press::hash::Hash;
use crate::record::bytes::MOST_BYTES;
use crate::workspace::{CheckedWeek, OfficeWorkspace};

/// A week to be made. Its record is read again then: all weeks at once would fill the memory.
pub(super) struct Task {
    pub(super) file: WeekFile,
    /// By which the week's papers are filed; empty where the record has no period.
    pub(super) name: String,
    pub(super) findings: Vec<Diagnostic>,
    /// `None` where something keeps its papers from being made.
    pub(super) sound: Option<SoundWeek>,
    /// A run before this one has found nothing about the week by itself.
    pub(super) is_known: bool,
}

/// Where a week's record lies, and what it says.
pub(super) struct WeekFile {
    pub(super) path: PathBuf,
    /// The file's path from the office's folder on.
    pub(super) name: String,
    /// `None` where the file cannot be read.
    pub(super) hash: Option<Hash>,
    /// The next run knows the week again by this.
    pub(super) key: Option<Hash>,
}

impl WeekFile {
    /// A week's file in the office's `folder`. `surroundings`: what findings about the week depend on besides the week itself.
    pub(super) fn read(surroundings: &Hash, folder: &Path, path: &Path) -> Self {
        let (name, hash) = (below(folder, path), hash(path));
        let key = hash.map(|hash| Hash::of_all([surroundings.as_ref(), name.as_bytes(), hash.as_ref()]));
        Self { path: path.to_path_buf(), name, hash, key }
    }
}

impl Task {
    pub(super) fn known(file: WeekFile, week: SoundWeek, findings: Vec<Diagnostic>) -> Self {
        let is_held_up = findings.iter().any(Diagnostic::holds_up);
        let name = week.name.clone();
        Self { file, name, findings, sound: Some(week).filter(|_| !is_held_up), is_known: true }
    }

    pub(super) fn read(office: &OfficeWorkspace, file: WeekFile, opened: CheckedWeek) -> Self {
        let name = opened.week.as_ref().map_or_else(String::new, |week| office.filed_as(week));
        let due = opened.sound().map(|week| office.due(week));
        let sound = due.map(|due| SoundWeek { name: name.clone(), due });
        Self { file, name, findings: opened.findings, sound, is_known: false }
    }
}

/// Of a record's text; `None` where it cannot be read.
pub(super) fn hash(path: &Path) -> Option<Hash> {
    Some(Hash::of_text(&disk::text(path, MOST_BYTES).ok()?))
}
