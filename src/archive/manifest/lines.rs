//! What a manifest says.

use std::collections::BTreeMap;

use super::entry::{Entry, Seal};
use crate::press::hash::{Hash, Short};

/// What is known of an office's papers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Manifest {
    /// By where they lie below the office's folder, with `/` between folders.
    pub papers: BTreeMap<String, Entry>,
    /// Files that were sent and are no longer what their records give: they are kept beside those that took their place.
    pub sent: BTreeMap<String, Entry>,
    /// What the entries' offices were, part by part.
    pub offices: BTreeMap<Short, BTreeMap<String, Short>>,
    /// What the entries' fonts were: names and hashes, in the order in which they are asked.
    pub fonts: BTreeMap<Short, Vec<(String, Hash)>>,
    /// Lines of files that a run may be writing anew just now: they are true, or their files are being replaced.
    pub remaking: BTreeMap<String, Entry>,
    /// A former version wrote it, which kept no seals beside it.
    pub is_former: bool,
}

impl Manifest {
    /// What a run that was killed was about to write anew holds where its file is as it was. It breaks no seal.
    pub fn settle(&mut self, is_right: impl Fn(&str, &Entry) -> bool) {
        for (path, entry) in std::mem::take(&mut self.remaking) {
            if !self.papers.get(&path).is_some_and(Entry::is_sealed) && is_right(&path, &entry) {
                self.papers.insert(path, entry);
            }
        }
    }

    /// The papers of the week whose folder is `week`.
    pub fn week<'a>(&'a self, week: &'a str) -> impl Iterator<Item = (&'a String, &'a Entry)> {
        self.papers
            .range(week.to_owned()..)
            .take_while(move |(path, _)| path.starts_with(week))
            .filter(move |(path, _)| path.strip_prefix(week).is_some_and(|rest| rest.starts_with('/')))
    }

    /// All files that it names, whether records still give them or not.
    pub fn files(&self) -> impl Iterator<Item = (&String, &Entry)> {
        self.papers.iter().chain(&self.sent)
    }

    /// The same as [`files`](Self::files), by path.
    #[must_use]
    pub fn with_sent(&self) -> BTreeMap<String, Entry> {
        self.files().map(|(path, entry)| (path.clone(), entry.clone())).collect()
    }

    /// The papers of sealed weeks.
    pub fn sealed(&self) -> impl Iterator<Item = (&String, &Entry)> {
        self.papers.iter().filter(|(_, entry)| entry.is_sealed())
    }

    /// Takes the seal off the paper at `path`.
    pub fn take_seal_off(&mut self, path: &str) {
        if let Some(entry) = self.papers.get_mut(path).filter(|entry| entry.is_sealed()) {
            entry.seal = Seal::TakenOff;
        }
    }
}

/// The folder in which a paper lies, named as its week is filed.
#[must_use]
pub fn week_folder(path: &str) -> &str {
    path.split_once('/').map_or(path, |(folder, _)| folder)
}
