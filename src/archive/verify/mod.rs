//! Whether an office's papers are those that its manifest names, and whether they come out the same again.

pub(super) mod packages;
mod part;
mod rebuild;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use rayon::prelude::*;

pub use rebuild::{Rebuilt, rebuild};

use super::manifest::{self, Entry};
use crate::diagnostic::Diagnostic;
use crate::press::hash::Hash;
use crate::record::find::display;
use crate::record::format::Format;
use crate::source::{Source, Span};
use crate::workspace::findings;
use crate::workspace::write::is_leftover;

/// What came of looking at an office's files.
#[derive(Debug, Default)]
pub struct Verified {
    /// How many files the manifest names.
    pub files: usize,
    pub findings: Vec<Diagnostic>,
}

/// The offices' folders in an output folder, sorted, and what lies beside them and does not belong there.
///
/// # Errors
/// Where the output folder cannot be read, or holds no papers with a manifest.
pub fn offices(out: &Path) -> Result<(Vec<PathBuf>, Vec<Diagnostic>), Diagnostic> {
    let entries = std::fs::read_dir(out).map_err(|_| unreadable(out, "打不开"))?;
    let mut paths = Vec::new();
    for entry in entries.flatten() {
        let is_hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
        if !is_hidden {
            paths.push(entry.path());
        }
    }
    paths.sort();
    let (folders, beside): (Vec<_>, Vec<_>) = paths.into_iter().partition(|path| path.is_dir());
    if !folders.iter().any(|folder| manifest::is_in(folder)) {
        return Err(unreadable(out, "里没有清单，没有可以核对的文书"));
    }
    Ok((folders, beside.iter().map(|path| foreign(path)).collect()))
}

fn unreadable(out: &Path, what: &str) -> Diagnostic {
    let message = format!("「{}」{what}", display(out));
    findings::UNREADABLE.finding(message).help("核对路径和权限；文书在别处的，用 --out 指出来")
}

/// An office whose papers are there and whose records are not.
#[must_use]
pub fn orphaned_office(folder: &Path) -> Option<Diagnostic> {
    let papers = manifest::read(folder).ok()?.papers;
    let message = format!("「{}」有 {} 个文件，没有这个指挥中心的记录", display(folder), papers.len());
    let finding =
        findings::UNREBUILT.finding(message).help("把它的数据文件夹放回 data；已经撤销的，把它的文书移到别处");
    (!papers.is_empty()).then_some(finding)
}

/// Reads every file in an office's output folder and compares it with the manifest; packages with their own checksums.
/// How files that were `rebuilt` differ was reported already.
#[must_use]
pub fn files(folder: &Path, rebuilt: &BTreeSet<String>) -> Verified {
    let known = match manifest::read(folder) {
        Ok(manifest) => manifest.papers,
        Err(finding) => return Verified { files: 0, findings: vec![finding] },
    };
    let differing = known.par_iter().filter_map(|(path, entry)| {
        let finding = compare(&folder.join(path), entry)?;
        let is_known = finding.rule == &findings::DAMAGED && rebuilt.contains(path);
        (!is_known).then_some(finding)
    });
    let mut findings: Vec<Diagnostic> = differing.collect();
    let expected: BTreeSet<PathBuf> = known.keys().map(|path| folder.join(path)).collect();
    let mut lying = files_below(folder, is_known);
    lying.retain(|path| !expected.contains(path));
    if !manifest::is_in(folder) && lying.iter().any(|path| is_paper(path)) {
        let message = format!("「{}」里有文书，没有清单", display(folder));
        findings
            .push(findings::MANIFEST.finding(message).help("从版本库取回 manifest.txt，或者再运行一次 zhoubao build"));
    }
    findings.extend(lying.iter().map(|path| foreign(path)));
    findings.extend(packages::verified(folder, &known));
    Verified { files: known.len(), findings }
}

fn is_paper(path: &Path) -> bool {
    Format::ALL.iter().any(|format| path.extension().is_some_and(|ending| ending == format.name()))
}

/// At a file that is no text: at its name alone.
fn place(path: &Path) -> Span {
    Span::new(&Source::new(display(path), ""), 0..0)
}

fn compare(path: &Path, entry: &Entry) -> Option<Diagnostic> {
    let sealed = if entry.sealed { "（已封存）" } else { "" };
    let Ok(bytes) = std::fs::read(path) else {
        let message = format!("清单里有「{}」{sealed}，文件不见了或读不出", display(path));
        let help = "运行 zhoubao build 会照原样重做；封存以后改过的，从备份取回";
        return Some(findings::GONE.finding(message).at(place(path), "").help(help));
    };
    if bytes.len() as u64 == entry.size && Hash::of_bytes(&bytes) == entry.hash {
        return None;
    }
    let size = bytes.len() as u64;
    let how = if size == entry.size {
        "内容不同".to_owned()
    } else {
        format!("大小不同：清单里 {} 字节，现在 {size} 字节", entry.size)
    };
    let message = format!("「{}」{sealed}与清单不符，{how}", display(path));
    let help = "文件损坏了，或者被改动过：要改的写进记录里；再运行一次 zhoubao build，会照原样重做";
    Some(findings::DAMAGED.finding(message).at(place(path), "").help(help))
}

fn foreign(path: &Path) -> Diagnostic {
    if is_leftover(path) {
        let message = format!("「{}」是没有写完的文件", display(path));
        let help = "上次没有做完：再运行一次 zhoubao build，它就会清掉";
        return findings::FOREIGN.finding(message).at(place(path), "").help(help);
    }
    let help =
        "不是 zhoubao 做的，或者上次没有做完，或者它的记录已经没有了：再运行一次 zhoubao build 还是这样的，不要报送";
    findings::FOREIGN.finding(format!("清单里没有「{}」", display(path))).at(place(path), "").help(help)
}

/// All files below a folder but for what `is_left_out`, each folder's by name.
fn files_below(folder: &Path, is_left_out: fn(&DirEntry) -> bool) -> Vec<PathBuf> {
    let entries = WalkDir::new(folder).min_depth(1).sort_by_file_name().into_iter();
    let kept = entries.filter_entry(|entry| !is_left_out(entry)).flatten();
    kept.filter(|entry| !entry.file_type().is_dir()).map(DirEntry::into_path).collect()
}

/// Whether an entry of an office's folder is a manifest or the folder of packages.
fn is_known(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    let is_packages = entry.file_type().is_dir() && name == packages::FOLDER;
    entry.depth() == 1 && (manifest::is_name(&name) || is_packages)
}
