//! Papers whose records are gone.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::order::Sealing;
use super::output::{OnDisk, OutputFolder, write_finding};
use super::paths::path_of;
use super::sent;
use crate::archive::manifest::{self, Manifest, Seal, week_folder};
use crate::diagnostic::Diagnostic;
use crate::record::find::display;
use crate::workspace::Due;
use crate::workspace::findings;

/// What a run has learnt of the office's weeks.
pub(super) struct WeeksSeen {
    /// All weeks of the office were read.
    is_complete: bool,
    /// By the name by which they are filed, the files that are due; `None` where the week's record is damaged.
    weeks: BTreeMap<String, Option<BTreeSet<String>>>,
}

impl WeeksSeen {
    pub(super) fn new(is_complete: bool) -> Self {
        Self { is_complete, weeks: BTreeMap::new() }
    }

    pub(super) fn add(&mut self, name: &str, due: Option<&[Due]>) {
        self.is_complete &= !name.is_empty();
        let files = due.map(|due| due.iter().flat_map(|due| paths_of(name, due)).collect());
        self.weeks.insert(name.to_owned(), files);
    }

    /// Takes papers without a record out of the manifest and says so; sealed ones stay and are an error.
    ///
    /// # Errors
    /// Where a seal cannot be taken off, or a paper that was sent cannot be put aside.
    pub(super) fn orphans(
        &self,
        output: &mut OutputFolder,
        manifest: &mut Manifest,
    ) -> Result<Vec<Diagnostic>, Diagnostic> {
        let mut findings = Vec::new();
        let mut gone = BTreeSet::new();
        let mut sent = Vec::new();
        for (path, entry) in manifest.papers.iter().filter(|(path, _)| self.is_orphan(path)) {
            let file = output.folder.join(path);
            if entry.is_sealed() && output.order.sealing != Sealing::Unseal {
                findings.push(
                    findings::SEALED
                        .finding(format!(
                            "「{}」已经封存，但是记录里已经没有它（{}）",
                            display(&file),
                            entry.inputs.own_record()
                        ))
                        .help("把这一周的记录放回去；确实不要了，加上 --unseal 再运行"),
                );
                continue;
            }
            gone.insert(path.clone());
            if entry.seal != Seal::None {
                sent.push((path.clone(), entry.clone()));
            } else if file.exists() {
                findings.push(
                    findings::ORPHAN
                        .finding(format!(
                            "「{}」不再有对应的记录（{}），文件还在",
                            display(&file),
                            entry.inputs.own_record()
                        ))
                        .help("不要再报送它；核对无误后请自己删掉，程序不替你删"),
                );
            }
        }
        manifest.papers.retain(|path, _| !gone.contains(path));
        if !output.order.only_explain {
            output.seals.take_off(&gone).map_err(|error| write_finding(&error))?;
        }
        for (path, entry) in sent {
            if output.on_disk(&path, &entry) != OnDisk::Missing {
                sent::put_aside(output, manifest, (&path, &entry))?;
            }
        }
        Ok(findings)
    }

    /// Whether no record asks for that file.
    fn is_orphan(&self, path: &str) -> bool {
        match self.weeks.get(week_folder(path)) {
            Some(files) => files.as_ref().is_some_and(|files| !files.contains(path)),
            None => self.is_complete,
        }
    }
}

/// Where a paper's files lie below the office's folder.
fn paths_of(name: &str, due: &Due) -> Vec<String> {
    due.formats.iter().map(|format| path_of(name, due, *format)).collect()
}

/// Offices in an output folder that have papers, and of which there is no data: `known` are those that have.
#[must_use]
pub fn orphaned_offices(out: &Path, known: &BTreeSet<&str>) -> Vec<Diagnostic> {
    let mut folders = Vec::new();
    for entry in std::fs::read_dir(out).into_iter().flatten().flatten() {
        if entry.path().is_dir() && !known.contains(&*entry.file_name().to_string_lossy()) {
            folders.push(entry.path());
        }
    }
    folders.sort();
    folders.iter().filter_map(|folder| orphaned_office(folder)).collect()
}

/// Of an office without data, what lies there; `None` where no papers do.
fn orphaned_office(folder: &Path) -> Option<Diagnostic> {
    let papers = match manifest::read(folder) {
        Ok(manifest) => manifest.papers,
        Err(finding) => return Some(finding),
    };
    let sealed = papers.values().filter(|entry| entry.is_sealed()).count();
    let place = display(folder);
    match (papers.len(), sealed) {
        (0, _) => None,
        (all, 0) => Some(
            findings::ORPHAN
                .finding(format!("「{place}」有 {all} 个文件，没有这个指挥中心的记录"))
                .help("不要再报送它们；数据文件夹改了名称的，改回来；已经撤销的，把它的文书移到别处"),
        ),
        _ => Some(
            findings::SEALED
                .finding(format!("「{place}」有 {sealed} 个文件已经封存，但是没有这个指挥中心的记录"))
                .help("把它的数据文件夹放回 data；改了名称的，改回来"),
        ),
    }
}
