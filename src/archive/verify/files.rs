//! An office's files, each against its line of the manifest.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::DirEntry;

use super::packages;
use super::stray::{files_below, foreign, place};
use crate::archive::MOST_PAPER_BYTES;
use crate::archive::manifest::{self, Entry};
use crate::archive::seals::{self, Seals};
use crate::diagnostic::Diagnostic;
use crate::disk::{self, ReadError};
use crate::press::hash::Hash;
use crate::record::find::display;
use crate::record::format::Format;
use crate::workspace::findings;
use crate::yaml::bytes::unreadable;

/// What came of looking at an office's files.
#[derive(Debug, Default)]
pub struct Verified {
    /// How many files the manifest names.
    pub files: usize,
    pub findings: Vec<Diagnostic>,
}

/// Reads every file in an office's output folder and compares it with the manifest; packages with their own checksums.
/// How files that were `rebuilt` differ was reported already.
#[must_use]
pub fn files(folder: &Path, rebuilt: &BTreeSet<String>) -> Verified {
    let (known, seals) = match (manifest::read(folder), Seals::read(folder)) {
        (Ok(known), Ok(seals)) => (known, seals),
        (Err(finding), Ok(_)) | (Ok(_), Err(finding)) => return Verified { files: 0, findings: vec![finding] },
        (Err(manifest), Err(seals)) => return Verified { files: 0, findings: vec![manifest, seals] },
    };
    let files: BTreeMap<&String, &Entry> = known.files().collect();
    let differing = files.par_iter().filter_map(|(path, entry)| {
        let finding = compare(&folder.join(path), entry)?;
        let is_known = finding.rule == &findings::DAMAGED && rebuilt.contains(*path);
        (!is_known).then_some(finding)
    });
    let mut findings: Vec<Diagnostic> = differing.collect();
    findings.extend(seals.unborne(&known).iter().map(|unborne| unborne.finding(folder)));
    let unnamed = if known.is_former { Vec::new() } else { seals.unnamed(&known) };
    findings.extend(unnamed.first().map(|(path, _)| without_seal(&folder.join(path))));
    let expected: BTreeSet<PathBuf> = files.keys().map(|path| folder.join(path)).collect();
    let mut lying = files_below(folder, is_known);
    lying.retain(|path| !expected.contains(path));
    if !manifest::is_in(folder) && lying.iter().any(|path| is_paper(path)) {
        let message = format!("「{}」里有文书，没有清单", display(folder));
        findings
            .push(findings::MANIFEST.finding(message).help("从版本库取回 manifest.txt，或者再运行一次 zhoubao build"));
    }
    findings.extend(lying.iter().map(|path| foreign(path)));
    findings.extend(packages::verified(folder, &known.with_sent()));
    Verified { files: files.len(), findings }
}

fn is_paper(path: &Path) -> bool {
    Format::ALL.iter().any(|format| path.extension().is_some_and(|ending| ending == format.word()))
}

/// A sealed paper whose seal somebody has removed.
fn without_seal(path: &Path) -> Diagnostic {
    let message = format!("清单里「{}」写着已封存，{} 里却没有它的封存", display(path), seals::FOLDER);
    let help = "从版本库或备份取回它；清单可靠的，再运行一次 zhoubao build，会照清单补上";
    findings::SEALED.finding(message).at(place(path), "").help(help)
}

fn compare(path: &Path, entry: &Entry) -> Option<Diagnostic> {
    let sealed = if entry.is_sealed() { "（已封存）" } else { "" };
    let found = match disk::size(path) {
        // What is of another size differs, however long it would take to read.
        Ok(size) if size != entry.size || size > MOST_PAPER_BYTES => Ok((size, None)),
        Ok(_) => Hash::of_file(path, MOST_PAPER_BYTES).map(|(size, hash)| (size, Some(hash))),
        Err(error) => Err(error),
    };
    let (size, hash) = match found {
        Ok(found) => found,
        Err(error) => return Some(unread(path, sealed, &error)),
    };
    if size == entry.size && hash == Some(entry.hash) {
        return None;
    }
    let how = if size == entry.size {
        "内容不同".to_owned()
    } else {
        format!("大小不同：清单里 {} 字节，现在 {size} 字节", entry.size)
    };
    let message = format!("「{}」{sealed}与清单不符，{how}", display(path));
    let help = "文件损坏了，或者被改动过：要改的写进记录里；再运行一次 zhoubao build，会照原样重做";
    Some(findings::DAMAGED.finding(message).at(place(path), "").help(help))
}

fn unread(path: &Path, sealed: &str, error: &ReadError) -> Diagnostic {
    if error.is_of_machine() {
        return unreadable(&format!("清单里有「{}」{sealed}，读不出", display(path)), error).at(place(path), "");
    }
    let reason = if error.is_missing() { "文件不见了".to_owned() } else { format!("读不出：{error}") };
    let message = format!("清单里有「{}」{sealed}，{reason}", display(path));
    let help = "运行 zhoubao build 会照原样重做；封存以后改过的，从备份取回";
    findings::GONE.finding(message).at(place(path), "").help(help)
}

/// Whether an entry of an office's folder is a manifest, or the folder of packages or of seals.
fn is_known(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    let is_kept_for_itself = entry.file_type().is_dir() && (name == packages::FOLDER || name == seals::FOLDER);
    entry.depth() == 1 && (manifest::is_name(&name) || is_kept_for_itself)
}
