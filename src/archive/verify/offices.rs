//! The offices of which there are papers.

use std::path::{Path, PathBuf};

use super::stray::foreign;
use crate::archive::manifest;
use crate::diagnostic::Diagnostic;
use crate::disk;
use crate::record::find::display;
use crate::workspace::findings;
use crate::yaml::bytes::unreadable;

/// The offices' folders in an output folder, sorted, and what lies beside them and does not belong there.
///
/// # Errors
/// Where the output folder cannot be read, or holds no papers with a manifest.
pub fn offices(out: &Path) -> Result<(Vec<PathBuf>, Vec<Diagnostic>), Diagnostic> {
    let entries = match disk::entries(out) {
        Ok(entries) => entries.ok_or_else(|| unusable(out, "打不开"))?,
        Err(error) if error.is_of_machine() => {
            return Err(unreadable(&format!("「{}」打不开", display(out)), &error));
        }
        Err(error) => return Err(unusable(out, &format!("打不开：{error}"))),
    };
    let mut paths = Vec::new();
    for entry in entries {
        let is_hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
        if !is_hidden {
            paths.push(entry.path());
        }
    }
    let (folders, beside): (Vec<_>, Vec<_>) = paths.into_iter().partition(|path| path.is_dir());
    // Of a folder that cannot be opened it is reported when its manifest is read.
    let may_have_papers = |folder: &PathBuf| manifest::is_in(folder) || disk::entries(folder).is_err();
    if !folders.iter().any(may_have_papers) {
        return Err(unusable(out, "里没有清单，没有可以核对的文书"));
    }
    Ok((folders, beside.iter().map(|path| foreign(path)).collect()))
}

fn unusable(out: &Path, what: &str) -> Diagnostic {
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
