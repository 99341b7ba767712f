//! Papers whose records are gone.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::site::{Site, path_of};
use crate::archive::manifest::{self, Entry, Manifest};
use crate::diagnostic::Diagnostic;
use crate::record::find::display;
use crate::workspace::findings;
use crate::workspace::{Due, Format};

/// What a run has learnt of the office's weeks.
pub(super) struct Known {
    /// All weeks of the office were read.
    is_complete: bool,
    /// By first day the files that are due; `None` where the week's record is damaged.
    weeks: BTreeMap<String, Option<BTreeSet<String>>>,
}

impl Known {
    pub(super) fn new(is_complete: bool) -> Self {
        Self { is_complete, weeks: BTreeMap::new() }
    }

    pub(super) fn add(&mut self, start: &str, due: Option<&[Due]>) {
        self.is_complete &= !start.is_empty();
        let paths = |due: &Due| Format::ALL.map(|format| path_of(start, due, format));
        let files = due.map(|due| due.iter().flat_map(paths).collect());
        self.weeks.insert(start.to_owned(), files);
    }

    /// Takes papers without a record out of the manifest and tells of them; sealed ones stay and are an error.
    pub(super) fn orphans(&self, site: &Site, manifest: &mut Manifest) -> Vec<Diagnostic> {
        let is_orphan = |path: &str| match self.weeks.get(week_of(path)) {
            Some(files) => files.as_ref().is_some_and(|files| !files.contains(path)),
            None => self.is_complete,
        };
        let orphans: Vec<(String, Entry)> = manifest
            .papers
            .iter()
            .filter(|(path, _)| is_orphan(path))
            .map(|(path, entry)| (path.clone(), entry.clone()))
            .collect();
        let mut findings = Vec::new();
        for (path, entry) in orphans {
            let file = site.folder.join(&path);
            if site.is_sealed(&entry) {
                findings.push(
                    findings::SEALED
                        .finding(format!(
                            "「{}」已经封存，但是记录里已经没有它（{}）",
                            display(&file),
                            entry.inputs.week
                        ))
                        .help("把这一周的记录放回去；确实不要了，加上 --unseal 再运行"),
                );
                continue;
            }
            manifest.papers.remove(&path);
            if file.exists() {
                findings.push(
                    findings::ORPHAN
                        .finding(format!("「{}」不再有对应的记录（{}），文件还在", display(&file), entry.inputs.week))
                        .help("不要再报送它；核对无误后请自己删掉，程序不替你删"),
                );
            }
        }
        findings
    }
}

/// Offices in an output folder that have papers, and of which there is no data: `known` are those that have.
#[must_use]
pub fn without_data(out: &Path, known: &BTreeSet<&str>) -> Vec<Diagnostic> {
    let folders = std::fs::read_dir(out).into_iter().flatten().flatten().map(|entry| entry.path());
    let is_known = |folder: &PathBuf| folder.file_name().is_some_and(|name| known.contains(&*name.to_string_lossy()));
    let mut folders: Vec<PathBuf> = folders.filter(|folder| folder.is_dir() && !is_known(folder)).collect();
    folders.sort();
    let told = folders.iter().filter_map(|folder| {
        let papers = manifest::read(folder).ok()?.papers;
        let sealed = papers.values().filter(|entry| entry.sealed).count();
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
    });
    told.collect()
}

/// The folder in which a paper lies, named by its week's first day.
fn week_of(path: &str) -> &str {
    path.split_once('/').map_or(path, |(start, _)| start)
}
