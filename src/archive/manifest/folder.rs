//! The manifest that lies in an office's output folder.

use std::path::{Path, PathBuf};

use super::entry::Entry;
use super::former::{self, FormerShard};
use super::lines::Manifest;
use super::parse::Unusable;
use crate::archive::MOST_MANIFEST_BYTES;
use crate::diagnostic::Diagnostic;
use crate::disk::{self, ReadError};
use crate::record::find::display;
use crate::workspace::findings;
use crate::yaml::bytes::unreadable;

/// The manifest's name in an office's folder.
pub const MANIFEST: &str = "manifest.txt";

/// What lies in an office's folder.
#[derive(Debug, Default)]
pub struct Found {
    /// All that is known of its papers.
    pub manifest: Manifest,
    /// The text of its `manifest.txt`; empty where there is none.
    pub text: String,
    /// Manifests of single shards, which former versions have left: what they say is part of `manifest`. They are to be
    /// removed once it is written.
    pub former: Vec<PathBuf>,
}

/// Reads what is known of the papers in an office's folder; nothing where there is no such folder. `is_right` says whether
/// a file is as an entry says.
///
/// # Errors
/// The file that cannot be read or is no manifest.
pub fn find(folder: &Path, is_right: impl Fn(&str, &Entry) -> bool) -> Result<Found, Diagnostic> {
    let entries = match disk::entries(folder) {
        Ok(Some(entries)) => entries,
        Ok(None) => return Ok(Found::default()),
        Err(error) => {
            return Err(unreadable(&format!("文件夹「{}」打不开，里面的清单读不到", display(folder)), &error));
        }
    };
    let (mut own, mut shards) = ((Manifest::default(), String::new()), Vec::new());
    let mut paths = Vec::new();
    for entry in entries {
        let name = entry.file_name();
        if name == MANIFEST {
            own = read_file(&entry.path(), Manifest::parse)?;
        } else if name.to_str().is_some_and(former::is_name) {
            shards.push(read_file(&entry.path(), FormerShard::parse)?.0);
            paths.push(entry.path());
        }
    }
    let (mut manifest, text) = own;
    manifest.settle(&is_right);
    if !shards.is_empty() {
        manifest = former::join(manifest, shards, &is_right);
    }
    Ok(Found { manifest, text, former: paths })
}

/// What is known of the papers in an office's folder, for whoever writes nothing there.
///
/// # Errors
/// The file that cannot be read or is no manifest.
pub fn read(folder: &Path) -> Result<Manifest, Diagnostic> {
    Ok(find(folder, |path, entry| entry.is_of(&folder.join(path)))?.manifest)
}

/// Whether a folder has a manifest.
#[must_use]
pub fn is_in(folder: &Path) -> bool {
    let mut entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries.any(|entry| entry.file_name().to_str().is_some_and(is_name))
}

/// Whether a file of that name in an office's folder is a manifest.
#[must_use]
pub fn is_name(name: &str) -> bool {
    name == MANIFEST || former::is_name(name)
}

/// What `parse` reads of a file, and its text.
fn read_file<T>(path: &Path, parse: fn(&str) -> Result<T, Unusable>) -> Result<(T, String), Diagnostic> {
    let text = disk::text(path, MOST_MANIFEST_BYTES).map_err(|error| unread(path, &error))?;
    match parse(&text) {
        Ok(read) => Ok((read, text)),
        Err(why) => Err(finding(path, why)),
    }
}

fn finding(path: &Path, why: Unusable) -> Diagnostic {
    match why {
        Unusable::NoManifest => unusable(path, "不是 zhoubao 写的", "这个文件名留给清单：给原来的文件改名，再做一次"),
        Unusable::Newer => unusable(path, "是更新的程序写的", "换用新版的 zhoubao"),
        Unusable::Line(line) => unusable(
            path,
            &format!("的第 {line} 行读不出，或者被改动过"),
            "从版本库取回清单；没有备份的，删掉这一行（它写的文书若已封存，不要再运行 build），再做一次",
        ),
        Unusable::Cut => unusable(
            path,
            "不完整，末尾缺了",
            "从版本库取回清单，或者从那台机器再复制一次；没有备份的，移走它再做一次，文书会照记录核对",
        ),
    }
}

fn unread(path: &Path, error: &ReadError) -> Diagnostic {
    if error.is_of_machine() {
        return unreadable(&format!("清单「{}」读不出", display(path)), error);
    }
    unusable(path, &format!("读不出：{error}"), "从版本库取回，或者移走它再做一次")
}

fn unusable(path: &Path, what: &str, help: &str) -> Diagnostic {
    findings::MANIFEST.finding(format!("清单「{}」{what}", display(path))).help(help)
}
