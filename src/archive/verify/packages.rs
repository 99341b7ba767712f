//! Packages for the records office: whether each is whole, and whether it still is the year's papers.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::bag::BagOnDisk;
use super::stray::{foreign, place};
use crate::archive::MOST_PAPER_BYTES;
use crate::archive::manifest::week_folder;
use crate::archive::manifest::{self, Entry};
use crate::diagnostic::Diagnostic;
use crate::disk;
use crate::record::find::display;
use crate::record::series::day_of;
use crate::workspace::findings;
use crate::yaml::bytes::unreadable;

/// Below an office's output folder.
pub(super) const FOLDER: &str = "package";

/// What lies in the folder of packages, by path; `None` for what is no bag.
type Packages = BTreeMap<PathBuf, Option<BagOnDisk>>;

/// All that is wrong with the packages below an office's output folder, whose manifest names `papers`.
pub(super) fn verified(office: &Path, papers: &BTreeMap<String, Entry>) -> Vec<Diagnostic> {
    let packages = match read_all(office) {
        Ok(packages) => packages,
        Err(finding) => return vec![finding],
    };
    let mut findings = Vec::new();
    for (path, bag) in &packages {
        findings.extend(bag.as_ref().map_or_else(|| vec![foreign(path)], BagOnDisk::verified));
    }
    findings.extend(unlike_now(office, &packages, papers));
    findings
}

/// Packages below an office's output folder that are no longer what its manifest says; nothing where it has none.
///
/// # Errors
/// Where the manifest cannot be read.
pub fn outdated(office: &Path) -> Result<Vec<Diagnostic>, Diagnostic> {
    let packages = read_all(office)?;
    if packages.is_empty() {
        return Ok(Vec::new());
    }
    Ok(unlike_now(office, &packages, &manifest::read(office)?.with_sent()))
}

fn read_all(office: &Path) -> Result<Packages, Diagnostic> {
    let folder = office.join(FOLDER);
    let entries =
        disk::entries(&folder).map_err(|error| unreadable(&format!("文件夹「{}」打不开", display(&folder)), &error))?;
    Ok(entries.into_iter().flatten().map(|entry| (entry.path(), BagOnDisk::read(&entry.path()))).collect())
}

/// Papers that were made anew since they were packed, and papers that came later.
fn unlike_now(office: &Path, packages: &Packages, papers: &BTreeMap<String, Entry>) -> Vec<Diagnostic> {
    let mut packed: BTreeSet<&str> = BTreeSet::new();
    for bag in packages.values().flatten() {
        packed.extend(bag.papers().into_keys());
    }
    let mut findings = Vec::new();
    for (path, bag) in packages {
        let Some(bag) = bag else { continue };
        let is_other = |paper: &str, sum: &str| papers.get(paper).is_none_or(|entry| entry.hash.to_string() != sum);
        if bag.papers().into_iter().any(|(paper, sum)| is_other(paper, sum)) {
            let message = format!("归档包「{}」里的文书不是现在的这一份", display(path));
            let help = "文书在打包以后重做过，或者没有了：核对以后，再用 --package 做一次";
            findings.push(findings::PACKAGE_OLD.finding(message).at(place(path), "").help(help));
        }
        let Some(year) = year_of_package(path) else { continue };
        let unpacked = papers.keys().filter(|paper| !packed.contains(paper.as_str()));
        let missing: Vec<&String> = unpacked.filter(|paper| is_of_year(office, paper, year)).collect();
        if let Some(first) = missing.first() {
            let (package, paper, count) = (display(path), display(&office.join(first)), missing.len());
            let message = format!("归档包「{package}」里少了 {year} 年的 {count} 件文书，第一件是「{paper}」");
            let help = format!("是打包以后又做的：核对以后，再用 --package {year} 做一次");
            findings.push(findings::PACKAGE_OLD.finding(message).at(place(path), "").help(help));
        }
    }
    findings
}

/// The year in the name of a package.
fn year_of_package(path: &Path) -> Option<i16> {
    let (_, year) = path.file_name()?.to_str()?.rsplit_once('-')?;
    year.parse().ok().filter(|_| year.len() == 4)
}

/// From a week's first day to its last.
const LAST_DAY: i64 = 6;

/// Whether a paper belongs to a year: by the date that its PDF states; one without a date by the end of its week.
pub(in crate::archive) fn is_of_year(office: &Path, paper: &str, year: i16) -> bool {
    let is_pdf = Path::new(paper).extension().is_some_and(|ending| ending == "pdf");
    let day = day_of(week_folder(paper));
    // Papers are dated in the year in which their week begins or ends, or in the next.
    let Some(day) = day.filter(|day| is_pdf && (year - 1..=year).contains(&day.year())) else { return false };
    let path = office.join(paper);
    let is_file = path.symlink_metadata().is_ok_and(|found| found.is_file());
    let Some(bytes) = disk::bytes(&path, MOST_PAPER_BYTES).ok().filter(|_| is_file) else { return false };
    year_in_pdf(&bytes).unwrap_or_else(|| day.plus_days(LAST_DAY).year()) == year
}

/// The year of the date that a PDF of ours states of itself; it states 1970 where its paper has no date.
fn year_in_pdf(bytes: &[u8]) -> Option<i16> {
    const DATE: &[u8] = b"<xmp:CreateDate>";
    let at = bytes.windows(DATE.len()).position(|window| window == DATE)? + DATE.len();
    let year = std::str::from_utf8(bytes.get(at..at + 4)?).ok()?.parse().ok()?;
    (year != 1970).then_some(year)
}
