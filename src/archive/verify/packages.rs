//! Packages for the records office: against their own checksums, and against the papers of now.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::stray::{files_below, foreign, place};
use crate::archive::manifest::Entry;
use crate::archive::{MOST_MANIFEST_BYTES, MOST_PAPER_BYTES};
use crate::diagnostic::Diagnostic;
use crate::disk;
use crate::press::hash::Hash;
use crate::record::find::display;
use crate::workspace::findings;
use crate::yaml::bytes::unreadable;

/// Below an office's output folder.
pub(super) const FOLDER: &str = "package";

/// The checksums of what is packed, and of the files about it (RFC 8493, 2.1.3 and 2.2.1).
const CHECKSUMS: [&str; 2] = ["manifest-sha256.txt", "tagmanifest-sha256.txt"];

pub(super) fn verified(office: &Path, papers: &BTreeMap<String, Entry>) -> Vec<Diagnostic> {
    let folder = office.join(FOLDER);
    let packages: Vec<PathBuf> = match disk::entries(&folder) {
        Ok(entries) => entries.into_iter().flatten().map(|entry| entry.path()).collect(),
        Err(error) => return vec![unreadable(&format!("文件夹「{}」打不开", display(&folder)), &error)],
    };
    packages.iter().flat_map(|package| one(package, papers)).collect()
}

fn one(package: &Path, papers: &BTreeMap<String, Entry>) -> Vec<Diagnostic> {
    let Some(sums) = sums(package) else { return vec![foreign(package)] };
    let mut findings: Vec<Diagnostic> =
        sums.par_iter().filter_map(|(file, sum)| compare(&package.join(file), sum)).collect();
    findings.extend(files(package).iter().filter(|path| !is_own(package, &sums, path)).map(|path| foreign(path)));
    let packed = sums.iter().filter_map(|(file, sum)| Some((file.strip_prefix("data/papers/")?, sum)));
    let is_old =
        packed.into_iter().any(|(paper, sum)| papers.get(paper).is_some_and(|entry| entry.hash.to_string() != *sum));
    if is_old {
        let message = format!("归档包「{}」里的文书不是现在的这一份", display(package));
        let help = "文书在打包以后重做过：核对以后，再用 --package 做一次";
        findings.push(findings::PACKAGE_OLD.finding(message).at(place(package), "").help(help));
    }
    findings
}

/// A file in a package that is none of its own.
pub(in crate::archive) fn foreign_file(package: &Path) -> Option<PathBuf> {
    let sums = sums(package)?;
    files(package).into_iter().find(|path| !is_own(package, &sums, path))
}

fn files(package: &Path) -> Vec<PathBuf> {
    files_below(package, |_| false)
}

fn is_own(package: &Path, sums: &BTreeMap<String, String>, path: &Path) -> bool {
    path == package.join(CHECKSUMS[1]) || sums.keys().any(|file| package.join(file) == path)
}

/// By file, below the package; `None` where the folder is none.
fn sums(package: &Path) -> Option<BTreeMap<String, String>> {
    let mut sums = BTreeMap::new();
    for list in CHECKSUMS {
        for line in disk::text(&package.join(list), MOST_MANIFEST_BYTES).ok()?.lines() {
            let (sum, file) = line.split_once("  ").or_else(|| line.split_once(' '))?;
            let file = file.trim_start().replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%");
            sums.insert(file, sum.to_owned());
        }
    }
    Some(sums)
}

fn compare(path: &Path, sum: &str) -> Option<Diagnostic> {
    let (rule, message) = match Hash::of_file(path, MOST_PAPER_BYTES) {
        Ok((_, hash)) if hash.to_string() == sum => return None,
        Err(error) if error.is_of_machine() => {
            return Some(unreadable(&format!("归档包里的「{}」读不出", display(path)), &error).at(place(path), ""));
        }
        Ok(_) => (&findings::DAMAGED, format!("归档包里的「{}」与校验值不符", display(path))),
        Err(_) => (&findings::GONE, format!("归档包里少了「{}」", display(path))),
    };
    Some(rule.finding(message).at(place(path), "").help("再用 --package 做一次；已经移交的，从备份取回"))
}
