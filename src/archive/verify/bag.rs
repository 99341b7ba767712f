//! A bag on the disk (BagIt 1.0, RFC 8493): whether it is whole and holds what was put into it, and nothing else.
//!
//! One list does not prove another: the payload is proved by its checksums and its size, these by the checksums of the
//! files about it, and the papers by the manifest that is packed with them, which names every one of them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Component, Path, PathBuf};

use rayon::prelude::*;
use walkdir::WalkDir;

use super::stray::{files_below, foreign, in_bag, place};
use super::sums::{below, is_plain, read_bytes, read_sums, read_text};
use crate::archive::MOST_PAPER_BYTES;
use crate::archive::manifest::{self, MANIFEST};
use crate::diagnostic::{Diagnostic, Rule};
use crate::press::hash::Hash;
use crate::record::bytes::decode;
use crate::record::edition::Edition;
use crate::record::find::display;
use crate::workspace::findings::{DAMAGED, GONE};
use crate::yaml::bytes::unreadable;

/// The checksums of what is packed, and of the files about it (RFC 8493, 2.1.3 and 2.2.1).
const PAYLOAD_SUMS: &str = "manifest-sha256.txt";
const TAG_SUMS: &str = "tagmanifest-sha256.txt";
const INFO: &str = "bag-info.txt";

/// The files about the payload that have checksums of their own: all but the list of these.
const TAGS: [&str; 3] = [INFO, "bagit.txt", PAYLOAD_SUMS];

/// The folder of what is handed over.
const PAYLOAD: &str = "data";
const PAPERS: &str = "data/papers/";
const RECORDS: &str = "data/records/";

/// A bag as it lies there.
pub(in crate::archive) struct BagOnDisk {
    folder: PathBuf,
    /// The checksums of the payload, by place.
    payload: BTreeMap<String, String>,
    /// Those of the files about it.
    tags: BTreeMap<String, String>,
    /// What is wrong with the lists themselves.
    findings: Vec<Diagnostic>,
}

impl BagOnDisk {
    /// Reads the lists of a bag; `None` where the folder is none at all.
    pub(in crate::archive) fn read(folder: &Path) -> Option<Self> {
        let is_folder = folder.symlink_metadata().is_ok_and(|found| found.is_dir());
        if !is_folder || ![PAYLOAD_SUMS, TAG_SUMS].iter().any(|list| folder.join(list).symlink_metadata().is_ok()) {
            return None;
        }
        let mut findings = Vec::new();
        let payload = read_sums(folder, PAYLOAD_SUMS, &mut findings);
        let tags = read_sums(folder, TAG_SUMS, &mut findings);
        Some(Self { folder: folder.to_path_buf(), payload, tags, findings })
    }

    /// Whether it says of itself that it is the package of that name.
    pub(in crate::archive) fn is_named(&self, name: &str) -> bool {
        let info = read_text(&self.folder, INFO).unwrap_or_default();
        info.lines().any(|line| line.strip_prefix("External-Identifier: ") == Some(name))
    }

    /// The papers that it says it holds, by where they lie in the office's folder, with their checksums.
    pub(in crate::archive) fn papers(&self) -> BTreeMap<&str, &str> {
        let papers = self.payload.iter().filter_map(|(file, sum)| Some((file.strip_prefix(PAPERS)?, sum.as_str())));
        papers.collect()
    }

    /// All that is wrong with it; nothing where it is intact.
    pub(in crate::archive) fn verified(&self) -> Vec<Diagnostic> {
        let mut found = self.findings.clone();
        found.extend(self.misplaced());
        let listed: Vec<(&String, &String)> = self.payload.iter().chain(&self.tags).collect();
        let differing: Vec<Diagnostic> =
            listed.par_iter().filter_map(|(file, sum)| compare(&self.folder, file, sum)).collect();
        found.extend(differing);
        let unlisted = files_below(&self.folder, |_| false).into_iter().filter(|path| !self.is_own(path));
        found.extend(unlisted.map(|path| self.unlisted(&path)));
        found.extend(self.wrong_size());
        found.extend(self.unlike_manifest());
        found
    }

    /// Files in the wrong one of the two lists, or in none.
    fn misplaced(&self) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        for file in self.payload.keys().filter(|file| !file.starts_with("data/")) {
            found.push(self.wrong(&DAMAGED, PAYLOAD_SUMS, &format!("里有「{file}」，它不是移交的内容")));
        }
        for file in self.tags.keys().filter(|file| !TAGS.contains(&file.as_str())) {
            found.push(self.wrong(&DAMAGED, TAG_SUMS, &format!("里有「{file}」，它不该在这里")));
        }
        for tag in TAGS.iter().filter(|tag| !self.tags.contains_key(**tag)) {
            found.push(self.wrong(&DAMAGED, TAG_SUMS, &format!("里没有「{tag}」")));
        }
        found
    }

    /// A file that no list names. In the payload it makes the bag invalid (RFC 8493, 3: every payload file is listed); about
    /// it there may be others.
    fn unlisted(&self, path: &Path) -> Diagnostic {
        if !path.starts_with(self.folder.join(PAYLOAD)) {
            return foreign(path);
        }
        let message = format!("归档包里多了「{}」，{PAYLOAD_SUMS} 里没有它，这个包通不过核对", display(path));
        let help = "移到归档包外面；应当移交的，放回它原来的地方，把整个包移到别处，再用 --package 做一次";
        DAMAGED.finding(message).at(place(path), "").help(help)
    }

    fn is_own(&self, path: &Path) -> bool {
        let Some(file) = path.strip_prefix(&self.folder).ok().and_then(with_slashes) else { return false };
        file == TAG_SUMS || self.payload.contains_key(&file) || self.tags.contains_key(&file)
    }

    /// Where bag-info.txt counts other bytes or files than are listed: `Payload-Oxum: 3.2` (RFC 8493, 2.2.2).
    fn wrong_size(&self) -> Option<Diagnostic> {
        let info = read_text(&self.folder, INFO)?;
        let mut counts = info.lines().filter_map(|line| line.strip_prefix("Payload-Oxum:"));
        let (stated, more) = (counts.next().map(str::trim), counts.next());
        let mut bytes = 0;
        for file in self.payload.keys() {
            bytes += below(&self.folder, file).symlink_metadata().map_or(0, |found| found.len());
        }
        let counted = format!("{bytes}.{}", self.payload.len());
        let is_right = stated == Some(counted.as_str()) && more.is_none();
        (!is_right).then(|| self.wrong(&DAMAGED, INFO, &format!("说的大小和件数不对：实际是 {counted}")))
    }

    /// Where papers and records are others than the packed manifest names.
    fn unlike_manifest(&self) -> Vec<Diagnostic> {
        if !is_plain(&self.folder, &format!("data/{MANIFEST}")) {
            return vec![self.wrong(&GONE, "data", &format!("里没有「{MANIFEST}」，说不清装了哪些文书"))];
        }
        let known = match manifest::read(&self.folder.join("data")) {
            Ok(manifest) => manifest,
            Err(finding) => return vec![finding],
        };
        let papers = self.papers();
        let mut wrong: BTreeSet<String> = BTreeSet::new();
        for (paper, entry) in known.files() {
            if papers.get(paper.as_str()).is_none_or(|sum| *sum != entry.hash.to_string()) {
                wrong.insert(format!("{PAPERS}{paper}"));
            }
            // A paper that was corrected since came from records that are no longer; what is published is packed without.
            let has_records = known.papers.contains_key(paper) && entry.inputs.edition == Edition::Internal;
            let records = if has_records { entry.inputs.records.as_slice() } else { &[] };
            for (record, hash) in records {
                if !self.holds_record(record, *hash) {
                    wrong.insert(format!("{RECORDS}{record}"));
                }
            }
        }
        let is_known = |paper: &str| known.papers.contains_key(paper) || known.sent.contains_key(paper);
        let unknown = papers.keys().filter(|paper| !is_known(paper));
        wrong.extend(unknown.map(|paper| format!("{PAPERS}{paper}")));
        let what = format!("没有，或者与包里的「data/{MANIFEST}」不符");
        wrong.iter().map(|file| self.wrong(&DAMAGED, file, &what)).collect()
    }

    /// Whether it holds the record that papers were made from.
    fn holds_record(&self, record: &str, hash: Hash) -> bool {
        let file = format!("{RECORDS}{record}");
        let bytes = read_bytes(&self.folder, &file).filter(|_| self.payload.contains_key(&file));
        let text = bytes.and_then(|bytes| decode(record, &bytes).ok());
        text.is_some_and(|source| Hash::of_text(source.text()) == hash)
    }

    fn wrong(&self, rule: &'static Rule, file: &str, what: &str) -> Diagnostic {
        let path = below(&self.folder, file);
        in_bag(rule, format!("归档包里的「{}」{what}", display(&path)), &path)
    }
}

/// Whether a folder holds nothing but what is left of a bag that a run of ours was building or removing when it was killed:
/// files about the payload, and files that are listed and as they are listed, but for the one that was being written.
pub(in crate::archive) fn is_left_of_bag(folder: &Path) -> bool {
    if !folder.symlink_metadata().is_ok_and(|found| found.is_dir()) {
        return false;
    }
    let payload = read_sums(folder, PAYLOAD_SUMS, &mut Vec::new());
    let mut unlike = 0;
    for entry in WalkDir::new(folder) {
        let Ok(entry) = entry else { return false };
        if entry.file_type().is_dir() {
            continue;
        }
        let Some(file) = entry.path().strip_prefix(folder).ok().and_then(with_slashes) else { return false };
        if TAGS.contains(&file.as_str()) || file == TAG_SUMS {
            continue;
        }
        let Some(sum) = payload.get(&file) else { return false };
        unlike += usize::from(compare(folder, &file, sum).is_some());
    }
    unlike <= 1
}

/// A listed file against its checksum.
fn compare(folder: &Path, file: &str, sum: &str) -> Option<Diagnostic> {
    let path = below(folder, file);
    let shown = display(&path);
    if path.symlink_metadata().is_err() {
        return Some(in_bag(&GONE, format!("归档包里少了「{shown}」"), &path));
    }
    if !is_plain(folder, file) {
        return Some(in_bag(&DAMAGED, format!("归档包里的「{shown}」是链接，或者不是普通文件"), &path));
    }
    match Hash::of_file(&path, MOST_PAPER_BYTES) {
        Ok((_, hash)) if hash.to_string() == sum => None,
        Err(error) if error.is_of_machine() => {
            Some(unreadable(&format!("归档包里的「{shown}」读不出"), &error).at(place(&path), ""))
        }
        Ok(_) => Some(in_bag(&DAMAGED, format!("归档包里的「{shown}」与校验值不符"), &path)),
        Err(_) => Some(in_bag(&GONE, format!("归档包里的「{shown}」读不出"), &path)),
    }
}

/// A path in a bag as its lists write it.
fn with_slashes(path: &Path) -> Option<String> {
    let mut parts = Vec::new();
    for component in path.components() {
        let Component::Normal(part) = component else { return None };
        parts.push(part.to_str()?);
    }
    Some(parts.join("/"))
}
