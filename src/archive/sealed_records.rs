//! Records that may not change, since papers that were sent are made from them.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::making::below;
use super::manifest::{self, Entry, week_folder};
use super::seals::Seals;
use crate::diagnostic::Diagnostic;
use crate::record::find::OfficeFolder;

/// An office's records from which sealed papers are made: a week's own, and those that its papers compare it with.
#[derive(Debug)]
pub struct SealedRecords {
    office: PathBuf,
    /// The folders of sealed weeks.
    weeks: BTreeSet<String>,
    /// Files, from the office's folder on.
    records: BTreeSet<String>,
}

impl SealedRecords {
    /// Reads what the output folder `out` says of an office.
    ///
    /// # Errors
    /// The manifest or the seal that cannot be read.
    pub fn read(out: &Path, office: &OfficeFolder) -> Result<Self, Diagnostic> {
        let folder = out.join(&office.name);
        let (manifest, seals) = (manifest::read(&folder)?, Seals::read(&folder)?);
        let mut sealed = Self { office: office.path.clone(), weeks: BTreeSet::new(), records: BTreeSet::new() };
        for (path, entry) in manifest.sealed().chain(seals.papers()) {
            sealed.add(path, entry);
        }
        Ok(sealed)
    }

    fn add(&mut self, path: &str, entry: &Entry) {
        self.weeks.insert(week_folder(path).to_owned());
        self.records.extend(entry.inputs.records.iter().map(|(name, _)| name.clone()));
    }

    /// Whether a record is one of them, by its file or by what its papers are filed as.
    #[must_use]
    pub fn have(&self, file: &Path, filed_as: &str) -> bool {
        self.weeks.contains(filed_as) || self.records.contains(&below(&self.office, file))
    }
}
