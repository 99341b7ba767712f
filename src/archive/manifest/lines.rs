//! What a manifest says.

use std::collections::BTreeMap;

use super::entry::Entry;
use crate::press::hash::{Hash, Short};

/// The first line of its text.
pub(super) const HEADER: &str = "zhoubao-manifest 1";

/// What is known of an office's papers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Manifest {
    /// By where they lie below the office's folder, with `/` between folders.
    pub papers: BTreeMap<String, Entry>,
    /// What the entries' offices were, part by part.
    pub offices: BTreeMap<Short, BTreeMap<String, Short>>,
    /// What the entries' fonts were: names and hashes, in the order in which they are asked.
    pub fonts: BTreeMap<Short, Vec<(String, Hash)>>,
    /// Lines of files that a run may be writing anew just now: they are true, or their files are being replaced.
    pub remaking: BTreeMap<String, Entry>,
    /// Lines about papers that cannot be read, counted from 1.
    pub broken: Vec<usize>,
}

impl Manifest {
    /// What a run that was killed was about to write anew holds where its file is as it was.
    pub fn settle(&mut self, is_right: impl Fn(&str, &Entry) -> bool) {
        let left = std::mem::take(&mut self.remaking);
        self.papers.extend(left.into_iter().filter(|(path, entry)| is_right(path, entry)));
    }

    /// The papers of the week whose folder is `week`.
    pub fn week<'a>(&'a self, week: &'a str) -> impl Iterator<Item = (&'a String, &'a Entry)> {
        self.papers
            .range(week.to_owned()..)
            .take_while(move |(path, _)| path.starts_with(week))
            .filter(move |(path, _)| path.strip_prefix(week).is_some_and(|rest| rest.starts_with('/')))
    }
}
