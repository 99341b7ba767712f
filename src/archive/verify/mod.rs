//! Whether an office's papers are those that its manifest names, and whether they come out the same again.

mod part;
mod rebuild;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

pub use rebuild::{Rebuilt, rebuild};

use super::findings;
use super::hash::Hash;
use super::manifest::{self, Entry};
use super::write::is_leftover;
use crate::diagnostic::Diagnostic;
use crate::record::find::display;

/// The folder of an office's packages, which have checksums of their own.
const PACKAGES: &str = "package";

/// What came of looking at an office's files.
#[derive(Debug, Default)]
pub struct Verified {
    /// How many files the manifest names.
    pub files: usize,
    pub findings: Vec<Diagnostic>,
}

/// The offices' folders in an output folder, sorted.
///
/// # Errors
/// Where the output folder cannot be read.
pub fn offices(out: &Path) -> Result<Vec<PathBuf>, Diagnostic> {
    let entries = std::fs::read_dir(out).map_err(|_| {
        let message = format!("文件夹「{}」打不开", display(out));
        findings::UNREADABLE.finding(message).help("核对路径和权限；文书在别处的，用 --out 指出来")
    })?;
    let mut folders: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(|path| path.is_dir()).collect();
    folders.sort();
    Ok(folders)
}

/// Reads every file in an office's output folder and compares it with the manifest.
#[must_use]
pub fn files(folder: &Path) -> Verified {
    let known = match manifest::find(folder) {
        Ok(found) => found.together().papers,
        Err(finding) => return Verified { files: 0, findings: vec![finding] },
    };
    let mut findings: Vec<Diagnostic> =
        known.par_iter().filter_map(|(path, entry)| compare(&folder.join(path), entry)).collect();
    let expected: BTreeSet<PathBuf> = known.keys().map(|path| folder.join(path)).collect();
    let mut lying = Vec::new();
    collect(folder, 0, &mut lying);
    lying.retain(|path| !expected.contains(path));
    findings.extend(lying.iter().map(|path| foreign(path)));
    Verified { files: known.len(), findings }
}

fn compare(path: &Path, entry: &Entry) -> Option<Diagnostic> {
    let sealed = if entry.sealed { "（已封存）" } else { "" };
    let Ok(bytes) = std::fs::read(path) else {
        let message = format!("清单里有「{}」{sealed}，文件不见了或读不出", display(path));
        let help = "运行 zhoubao build 会照原样重做；封存以后改过的，从备份取回";
        return Some(findings::GONE.finding(message).help(help));
    };
    if bytes.len() as u64 == entry.size && Hash::of(&bytes) == entry.hash {
        return None;
    }
    let size = bytes.len() as u64;
    let how = if size == entry.size {
        "内容不同".to_owned()
    } else {
        format!("大小不同：清单里 {} 字节，现在 {size} 字节", entry.size)
    };
    let message = format!("「{}」{sealed}与清单不符，{how}", display(path));
    let help = "文件损坏了，或者被改动过：改动要写进记录里；移走它再运行 zhoubao build，会照原样重做";
    Some(findings::DAMAGED.finding(message).help(help))
}

fn foreign(path: &Path) -> Diagnostic {
    if is_leftover(path) {
        let message = format!("「{}」是没有写完的文件", display(path));
        return findings::FOREIGN.finding(message).help("上次没有做完：再运行一次 zhoubao build，它就会清掉");
    }
    let help = "不是 zhoubao 做的，或者它的记录已经没有了：不要报送；不用的删掉，有用的移到别处";
    findings::FOREIGN.finding(format!("清单里没有「{}」", display(path))).help(help)
}

/// Folders below an office's: a week's, and no deeper.
const DEEPEST: usize = 8;

/// All files below a folder but for manifests and packages.
fn collect(folder: &Path, depth: usize, files: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    let mut entries: Vec<_> = entries.flatten().collect();
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let is_known = depth == 0 && (manifest::is_name(&name) || is_folder && name == PACKAGES);
        if is_folder && depth < DEEPEST && !is_known {
            collect(&entry.path(), depth + 1, files);
        } else if !is_folder && !is_known {
            files.push(entry.path());
        }
    }
}
