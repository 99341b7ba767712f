//! Where offices and their weeks lie on the disk.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, FilterEntry, WalkDir};

use super::folder_names::key;
use crate::diagnostic::Diagnostic;
use crate::disk::{self, ReadError};
pub use crate::yaml::bytes::display;
use crate::yaml::bytes::unreadable;
use crate::yaml::{Problems, rules};

/// The file that makes a folder an office.
pub const OFFICE_FILE: &str = "office.yaml";
/// The folder in which an office keeps templates of its own.
pub const TEMPLATES: &str = "templates";

/// An office's folder and the weeks to work on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeFolder {
    /// The folder's name, by which the office's papers are filed.
    pub name: String,
    pub path: PathBuf,
    /// Sorted.
    pub weeks: Vec<PathBuf>,
    /// The office's other weeks, which were not asked for. Sorted.
    pub neighbours: Vec<PathBuf>,
    /// There may be more weeks: some of its folders could not be read.
    pub has_unread: bool,
}

impl OfficeFolder {
    /// The office that lies in `path`, with all its weeks.
    #[must_use]
    pub fn whole(path: &Path) -> Self {
        let (mut weeks, mut problems) = (Vec::new(), Problems::new());
        collect_weeks(path, &mut weeks, &mut problems);
        Self { has_unread: problems.errors() > 0, ..Self::new(path, weeks) }
    }

    /// An office of which some weeks were asked for. What else it has is not known yet.
    fn new(path: &Path, weeks: Vec<PathBuf>) -> Self {
        Self { name: folder_name(path), path: path.to_path_buf(), weeks, neighbours: Vec::new(), has_unread: false }
    }

    /// The same weeks of the office, with the neighbours that it has now.
    #[must_use]
    pub fn looked_at_again(&self, problems: &mut Problems) -> Self {
        let mut again = Self::new(&self.path, self.weeks.clone());
        again.name.clone_from(&self.name);
        again.find_neighbours(problems);
        again
    }

    /// Finds the office's other weeks. What cannot be read among them is an error too, whichever weeks were asked for: they
    /// are held against all others.
    fn find_neighbours(&mut self, problems: &mut Problems) {
        let (mut all, mut found) = (Vec::new(), Problems::new());
        collect_weeks(&self.path, &mut all, &mut found);
        self.has_unread = found.errors() > 0;
        problems.extend_by_new(found);
        if all != self.weeks {
            let asked: BTreeSet<PathBuf> = self.weeks.iter().map(|path| real(path)).collect();
            all.retain(|path| !asked.contains(&real(path)));
            self.neighbours = all;
        }
    }
}

/// The offices and weeks under `paths`, each of which is a data folder, an office's folder or one week's file.
///
/// What cannot be found or read is reported in `problems`; the rest is still returned, sorted by name.
#[must_use]
pub fn find(paths: &[PathBuf], problems: &mut Problems) -> Vec<OfficeFolder> {
    let mut offices: Vec<OfficeFolder> = Vec::new();
    for path in paths {
        if path.is_file() {
            add_week(path, &mut offices, problems);
        } else if path.is_dir() {
            let before = offices.len();
            let known = problems.errors();
            add_offices(path, &mut offices, problems);
            if offices.len() > before || problems.errors() > known {
                continue;
            }
            if let Some(folder) = owner(path) {
                let mut weeks = Vec::new();
                collect_weeks(path, &mut weeks, problems);
                offices.push(OfficeFolder::new(&folder, weeks));
            } else {
                let message = format!("「{}」下面没有 {OFFICE_FILE}", display(path));
                let help = format!("每个指挥中心一个文件夹，里面要有 {OFFICE_FILE}");
                problems.push(rules::NO_DATA.finding(message).help(help));
            }
        } else {
            problems.push(not_found(path));
        }
    }
    merge(offices, problems)
}

/// A path at which neither a file nor a folder lies.
fn not_found(path: &Path) -> Diagnostic {
    match disk::size(path) {
        Err(error) if !error.is_missing() => unreadable(&format!("「{}」打不开", display(path)), &error),
        _ => {
            let message = format!("找不到「{}」", display(path));
            rules::FILE_UNREADABLE.finding(message).help("请核对路径；文件名有空格时要加引号")
        }
    }
}

/// Folders deeper than this below the given path are not looked into.
const DEEPEST: usize = 16;

/// Adds the offices at or below `folder`. Within an office none is looked for.
fn add_offices(folder: &Path, offices: &mut Vec<OfficeFolder>, problems: &mut Problems) {
    let mut entries = walk(folder);
    while let Some(entry) = entries.next() {
        let Some(entry) = opened(entry, problems) else { continue };
        let path = entry.path();
        if is_link_to_folder(&entry) {
            problems.push(linked(path));
        } else if entry.depth() > 0 && !entry.file_type().is_dir() {
            problems.extend(no_folder(&entry));
            problems.extend(misnamed_office(&entry));
        } else if has_office_file(path, problems) {
            let mut weeks = Vec::new();
            collect_weeks(path, &mut weeks, problems);
            offices.push(OfficeFolder::new(path, weeks));
            entries.skip_current_dir();
        }
    }
}

/// Whether a folder is an office's; that it cannot be known is reported.
fn has_office_file(folder: &Path, problems: &mut Problems) -> bool {
    let file = folder.join(OFFICE_FILE);
    match file.symlink_metadata().map_err(|error| ReadError::from_system(&file, error)) {
        Ok(_) => true,
        Err(error) => {
            if error.is_of_machine() {
                problems.push(unreadable(&format!("「{}」打不开", display(&file)), &error));
            }
            false
        }
    }
}

/// A file that was meant to be an office's and is called otherwise: its folder would be passed over.
fn misnamed_office(entry: &DirEntry) -> Option<Diagnostic> {
    let name = entry.file_name().to_str()?.to_ascii_lowercase();
    let is_meant = name == OFFICE_FILE || name == "office.yml";
    let message = format!("「{}」的文件名不对，这个文件夹没有当作指挥中心", display(entry.path()));
    let help = format!("把文件名改成 {OFFICE_FILE}，全部小写");
    is_meant.then(|| rules::NO_DATA.finding(message).help(help))
}

/// What lies where a folder of weeks may have been meant to: a link that leads nowhere, a pipe or the like, a file with a
/// year's name.
fn no_folder(entry: &DirEntry) -> Option<Diagnostic> {
    let path = entry.path();
    if path.extension().is_some() {
        return None;
    }
    let is_year = |name: &str| name.len() >= 4 && name.bytes().all(|byte| byte.is_ascii_digit());
    let error = match disk::size(path) {
        Ok(_) if entry.file_name().to_str().is_some_and(is_year) => ReadError::NoFolder,
        Ok(_) | Err(ReadError::Folder) => return None,
        Err(error) => error,
    };
    Some(unreadable(&format!("「{}」打不开", display(path)), &error))
}

fn linked(folder: &Path) -> Diagnostic {
    rules::LINKED_FOLDER
        .finding(format!("「{}」是指向别处的文件夹链接，没有进去看", display(folder)))
        .help("把文件夹本身放进来，或者把它的真实路径写在命令后面")
}

fn collect_weeks(folder: &Path, weeks: &mut Vec<PathBuf>, problems: &mut Problems) {
    let mut entries = walk(folder);
    while let Some(entry) = entries.next() {
        let Some(entry) = opened(entry, problems) else { continue };
        let name = entry.file_name();
        if entry.depth() == 0 {
            continue;
        }
        if entry.file_type().is_dir() {
            if is_yaml(entry.path()) {
                // A week was meant: without a word it would be missing.
                problems.push(unreadable(&format!("「{}」打不开", display(entry.path())), &ReadError::Folder));
            }
            if name == TEMPLATES || is_yaml(entry.path()) {
                entries.skip_current_dir();
            }
        } else if is_yaml(entry.path()) && name != OFFICE_FILE {
            weeks.push(entry.into_path());
        } else if name != TEMPLATES {
            let link = is_link_to_folder(&entry).then(|| linked(entry.path()));
            problems.extend(link.or_else(|| no_folder(&entry)));
        }
    }
}

fn add_week(file: &Path, offices: &mut Vec<OfficeFolder>, problems: &mut Problems) {
    let Some(folder) = owner(file) else {
        let message = format!("「{}」的各级文件夹里都没有 {OFFICE_FILE}", display(file));
        problems.push(rules::NO_DATA.finding(message).help("周记录要放在指挥中心的文件夹里"));
        return;
    };
    let weeks = if file.file_name() == Some(OsStr::new(OFFICE_FILE)) { Vec::new() } else { vec![file.to_path_buf()] };
    offices.push(OfficeFolder::new(&folder, weeks));
}

/// A path without links, as far as it can be told.
fn real(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_path_buf())
}

fn is_office(folder: &Path) -> bool {
    folder.join(OFFICE_FILE).is_file()
}

/// The office in whose folder a file or folder lies.
#[must_use]
pub fn owner(path: &Path) -> Option<PathBuf> {
    let absolute = real(path);
    let levels = absolute.ancestors().skip(1).position(is_office)? + 1;
    // The folder is named as the user named the path, so that messages show paths as he knows them.
    match path.ancestors().nth(levels) {
        Some(folder) if folder.as_os_str().is_empty() && is_office(Path::new(".")) => Some(PathBuf::from(".")),
        Some(folder) if is_office(folder) => Some(folder.to_path_buf()),
        _ => absolute.ancestors().nth(levels).map(Path::to_path_buf),
    }
}

/// One entry an office; two folders of one name would write into one another's papers, on this system or on another.
fn merge(mut found: Vec<OfficeFolder>, problems: &mut Problems) -> Vec<OfficeFolder> {
    found.sort_by(|a, b| (&a.name, &a.path).cmp(&(&b.name, &b.path)));
    let mut offices: Vec<OfficeFolder> = Vec::new();
    for office in found {
        match offices.last_mut() {
            Some(last) if last.name == office.name && same_folder(&last.path, &office.path) => {
                last.weeks.extend(office.weeks);
            }
            Some(last) if last.name == office.name => {
                let (a, b) = (display(&last.path), display(&office.path));
                let message = format!("「{a}」和「{b}」文件夹同名，文书会混在一起");
                problems.push(rules::NO_DATA.finding(message).help("请给其中一个文件夹改名"));
            }
            _ => offices.push(office),
        }
    }
    problems.extend(alike_on_other_systems(&offices));
    for office in &mut offices {
        office.weeks.sort();
        office.weeks.dedup();
        let mut known = BTreeSet::new();
        office.weeks.retain(|week| is_link(week) || known.insert(real(week)));
        office.find_neighbours(problems);
    }
    offices
}

/// Offices whose folders have different names here and the same one where systems tell no case, or spell accents in another
/// way.
fn alike_on_other_systems(offices: &[OfficeFolder]) -> Vec<Diagnostic> {
    let mut known: BTreeMap<String, &OfficeFolder> = BTreeMap::new();
    let mut findings = Vec::new();
    for office in offices {
        if let Some(other) = known.insert(key(&office.name), office) {
            let (a, b) = (display(&other.path), display(&office.path));
            let message = format!("「{a}」和「{b}」的名称只差大小写或字母的编码，在别的电脑上文书会混在一起");
            findings.push(rules::NO_DATA.finding(message).help("请给其中一个文件夹改名"));
        }
    }
    findings
}

fn same_folder(a: &Path, b: &Path) -> bool {
    a == b || matches!((a.canonicalize(), b.canonicalize()), (Ok(a), Ok(b)) if a == b)
}

/// The folder's own name, also where the path is `.` or ends in `..`.
fn folder_name(folder: &Path) -> String {
    let absolute = real(folder);
    absolute.file_name().unwrap_or(OsStr::new("office")).to_string_lossy().into_owned()
}

/// A folder and what lies below it, each folder's entries by name, but for packages and what is hidden. Links are not
/// followed: they may lead in circles or out of the data.
fn walk(folder: &Path) -> FilterEntry<walkdir::IntoIter, fn(&DirEntry) -> bool> {
    WalkDir::new(folder).max_depth(DEEPEST).sort_by_file_name().into_iter().filter_entry(is_looked_at)
}

fn is_looked_at(entry: &DirEntry) -> bool {
    let is_given = entry.depth() == 0;
    let is_hidden = entry.file_name().to_string_lossy().starts_with(['.', '~']);
    let is_folder = is_given || entry.file_type().is_dir();
    (is_given || !is_hidden) && !(is_folder && is_package(entry.path()))
}

/// The entry, or `None` where a folder cannot be read, which is reported.
fn opened(entry: walkdir::Result<DirEntry>, problems: &mut Problems) -> Option<DirEntry> {
    entry.map_err(|error| problems.push(unopened(error))).ok()
}

fn unopened(error: walkdir::Error) -> Diagnostic {
    let path = error.path().unwrap_or(Path::new(".")).to_path_buf();
    let error = error.into_io_error().map_or(ReadError::Link, |error| ReadError::from_system(&path, error));
    unreadable(&format!("文件夹「{}」打不开", display(&path)), &error)
}

/// A package for the records office (BagIt) holds copies of records, which are not to be worked on.
fn is_package(folder: &Path) -> bool {
    folder.join("bagit.txt").is_file()
}

fn is_link_to_folder(entry: &DirEntry) -> bool {
    entry.depth() > 0 && entry.path_is_symlink() && entry.path().is_dir()
}

/// A link to a week is a week of its own: that it says the same as another is found when both are read.
fn is_link(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|metadata| metadata.is_symlink())
}

fn is_yaml(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("yaml") || extension.eq_ignore_ascii_case("yml"))
}
