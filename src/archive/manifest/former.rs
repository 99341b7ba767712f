//! Manifests of single shards, `manifest.2-of-3.txt`, of which former versions left several in one office's folder. They
//! are taken over once: whoever writes there joins their lines to its own `manifest.txt` and removes them.

use std::collections::{BTreeMap, BTreeSet};

use super::entry::Entry;
use super::escape::unescaped;
use super::lines::Manifest;
use super::parse::Unusable;

/// Whether a file of that name was a shard's manifest.
pub(super) fn is_name(name: &str) -> bool {
    let numbers = name.strip_prefix("manifest.").and_then(|rest| rest.strip_suffix(".txt"));
    let Some((index, count)) = numbers.and_then(|numbers| numbers.split_once("-of-")) else { return false };
    matches!((index.parse::<u32>(), count.parse::<u32>()), (Ok(index), Ok(count)) if (1..=count).contains(&index))
}

/// The first words of a shard's lines about how far it had come.
const PROGRESS: [&str; 3] = ["part", "unfinished", "doubtful"];

/// What a shard said of an office's papers.
pub(super) struct FormerShard {
    manifest: Manifest,
    /// Files that it may have been writing when it was stopped, whatever other manifests say of them.
    doubtful: BTreeSet<String>,
}

impl FormerShard {
    /// Reads a shard's manifest, which has more lines than others have: of how far the shard had come.
    ///
    /// # Errors
    /// Where it cannot be used.
    pub(super) fn parse(text: &str) -> Result<Self, Unusable> {
        let doubtful = text.lines().filter_map(|line| unescaped(line.strip_prefix("doubtful ")?.trim_end()));
        let is_progress = |line: &&str| PROGRESS.iter().any(|word| line.split(' ').next() == Some(word));
        let lines: Vec<&str> = text.lines().map(|line| if is_progress(&line) { "" } else { line }).collect();
        Ok(Self { manifest: Manifest::parse(&lines.join("\n"))?, doubtful: doubtful.collect() })
    }
}

/// What the office's own manifest and those of shards say together.
pub(super) fn join(own: Manifest, shards: Vec<FormerShard>, is_right: impl Fn(&str, &Entry) -> bool) -> Manifest {
    let mut joined = Manifest::default();
    let mut entries: BTreeMap<String, Vec<Entry>> = BTreeMap::new();
    let mut doubtful = BTreeSet::new();
    let mut manifests = vec![own];
    for FormerShard { mut manifest, doubtful: files } in shards {
        manifest.settle(&is_right);
        manifests.push(manifest);
        doubtful.extend(files);
    }
    for Manifest { papers, sent, offices, fonts, remaking: _, is_former } in manifests {
        joined.is_former |= is_former;
        joined.sent.extend(sent);
        joined.offices.extend(offices);
        joined.fonts.extend(fonts);
        for (path, entry) in papers {
            let known = entries.entry(path).or_default();
            if !known.contains(&entry) {
                known.push(entry);
            }
        }
    }
    for (path, said) in entries {
        let is_doubtful = doubtful.contains(&path);
        let entry = the_one_that_holds(said, is_doubtful, |entry| is_right(&path, entry));
        joined.papers.extend(entry.map(|entry| (path, entry)));
    }
    joined
}

/// Of several lines about one file a sealed one holds, else the one of which the file is; of a file that is doubtful no
/// other line holds.
fn the_one_that_holds(mut said: Vec<Entry>, is_doubtful: bool, is_right: impl Fn(&Entry) -> bool) -> Option<Entry> {
    if said.len() == 1 && !is_doubtful {
        return said.pop();
    }
    let is_sealed = said.iter().any(Entry::is_sealed);
    said.retain(|entry| entry.is_sealed() || !is_sealed);
    match said.iter().position(is_right) {
        Some(at) => Some(said.swap_remove(at)),
        None => said.into_iter().next().filter(|_| is_sealed),
    }
}
