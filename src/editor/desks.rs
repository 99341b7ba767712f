//! The offices and weeks that open files belong to, read once and kept while one of them is typed in.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use rayon::prelude::*;

use super::document::Document;
use crate::check;
use crate::diagnostic::Diagnostic;
use crate::record::find::{OFFICE_FILE, OfficeFolder, TEMPLATES, owner};
use crate::record::office::Office;
use crate::record::value::Date;
use crate::record::week::Week;
use crate::record::{Problems, bytes, read};
use crate::source::Source;
use crate::workspace::{OpenOffice, open_with};

/// The files that are open, by their paths.
pub(super) type Documents = BTreeMap<PathBuf, Document>;

/// What a file is to its office.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Office,
    Week,
    Template,
}

/// The office to which a file belongs, and what it is there; `None` where it is none of an office's files.
pub(super) fn place(path: &Path) -> Option<(PathBuf, Kind)> {
    let folder = owner(path)?;
    let is = |extension: &str| path.extension().is_some_and(|own| own.eq_ignore_ascii_case(extension));
    let below = path.strip_prefix(&folder).ok()?;
    let kind = if below == Path::new(OFFICE_FILE) {
        Kind::Office
    } else if is("md") && below.parent() == Some(Path::new(TEMPLATES)) {
        Kind::Template
    } else if (is("yaml") || is("yml")) && below.iter().all(|name| name != OsStr::new(TEMPLATES)) {
        Kind::Week
    } else {
        return None;
    };
    Some((folder, kind))
}

/// When and how large a file was when it was read; `None` of one whose text is the editor's.
type Stamp = Option<(SystemTime, u64)>;

/// A week as it was last read.
#[derive(Debug)]
struct WeekFile {
    stamp: Stamp,
    /// `None` where it is so damaged that it is no week.
    week: Option<Week>,
    problems: Vec<Diagnostic>,
}

/// An office with all its weeks.
#[derive(Debug)]
pub(super) struct Desk {
    folder: PathBuf,
    /// The last in which nothing stood in the way.
    office: Option<OpenOffice>,
    /// Whether the office's files are now as `office` has them.
    is_current: bool,
    /// About the office's own files.
    problems: Vec<Diagnostic>,
    weeks: BTreeMap<PathBuf, WeekFile>,
}

impl Desk {
    pub(super) fn open(folder: PathBuf, documents: &Documents) -> Self {
        let mut desk = Self { folder, office: None, is_current: false, problems: Vec::new(), weeks: BTreeMap::new() };
        desk.read_office(documents);
        desk.look_again(documents);
        desk
    }

    /// Reads the office's file, templates and pictures.
    pub(super) fn read_office(&mut self, documents: &Documents) {
        let folder = OfficeFolder { weeks: Vec::new(), ..OfficeFolder::whole(&self.folder) };
        let mut problems = Problems::new();
        let opened = open_with(&|path: &Path| text(path, documents), &folder, &mut problems);
        self.problems = problems.into_vec();
        self.is_current = opened.is_some();
        self.office = opened.or(self.office.take());
    }

    /// Reads again what has changed on the disk.
    pub(super) fn look_again(&mut self, documents: &Documents) {
        let paths = OfficeFolder::whole(&self.folder).weeks;
        let known: BTreeSet<&PathBuf> = paths.iter().collect();
        self.weeks.retain(|path, _| known.contains(path) || documents.contains_key(path));
        let changed: Vec<(&PathBuf, Stamp)> = paths
            .par_iter()
            .map(|path| (path, if documents.contains_key(path) { None } else { stamp(path) }))
            .filter(|(path, stamp)| self.weeks.get(*path).is_none_or(|week| stamp.is_some() && week.stamp != *stamp))
            .collect();
        let read: Vec<(PathBuf, WeekFile)> = changed
            .into_par_iter()
            .map(|(path, stamp)| (path.clone(), WeekFile { stamp, ..read_week(path, documents) }))
            .collect();
        self.weeks.extend(read);
    }

    /// Reads one week whose text has changed in the editor.
    pub(super) fn read_week(&mut self, path: &Path, documents: &Documents) {
        let stamp = if documents.contains_key(path) { None } else { stamp(path) };
        if stamp.is_none() && !documents.contains_key(path) {
            self.weeks.remove(path);
        } else {
            self.weeks.insert(path.to_path_buf(), WeekFile { stamp, ..read_week(path, documents) });
        }
    }

    pub(super) fn office_desk(&self) -> Option<&OpenOffice> {
        self.office.as_ref()
    }

    /// The office when it could last be read: as it is for weeks that begin on `day`, or after all its changes.
    pub(super) fn office(&self, day: Option<Date>) -> Option<&Office> {
        let desk = self.office.as_ref()?;
        let generation = day.map_or_else(|| desk.generations().next_back(), |day| Some(desk.generation_at(day)));
        generation.map(|generation| &generation.office)
    }

    /// The week in the file `path`, if it can be read now.
    pub(super) fn week(&self, path: &Path) -> Option<&Week> {
        self.weeks.get(path)?.week.as_ref()
    }

    /// All weeks that can be read, by first day.
    pub(super) fn weeks(&self) -> Vec<&Week> {
        let mut weeks: Vec<&Week> = self.readable().collect();
        weeks.sort_by_key(|week| week.period.value.start().value);
        weeks
    }

    fn readable(&self) -> impl Iterator<Item = &Week> {
        self.weeks.values().filter_map(|file| file.week.as_ref())
    }

    /// All findings about the office's own files.
    pub(super) fn about_office(&self) -> &[Diagnostic] {
        &self.problems
    }

    /// What the templates do with the latest week.
    pub(super) fn about_templates(&self) -> Vec<Diagnostic> {
        let office = self.office.as_ref().filter(|_| self.is_current);
        let latest = self.weeks().pop();
        office.zip(latest).map(|(office, week)| office.obstacles(week)).unwrap_or_default()
    }

    /// All findings about the weeks of `files`, as `zhoubao check` has them.
    pub(super) fn about_weeks<'a>(&self, files: &[&'a Path]) -> Vec<(&'a Path, Vec<Diagnostic>)> {
        let Some(office) = self.office.as_ref().filter(|_| self.is_current) else {
            let alone = |file: &&'a Path| {
                let problems = self.weeks.get(*file).map(|week| week.problems.clone());
                (*file, problems.unwrap_or_default())
            };
            return files.iter().map(alone).collect();
        };
        let complete = self.weeks.values().all(|file| file.week.is_some());
        let among = check::among(&office.history(self.readable(), complete));
        let is_in = |finding: &Diagnostic, source: &Arc<Source>| {
            finding.primary.as_ref().is_some_and(|label| Arc::ptr_eq(label.span.source(), source))
        };
        let about = |file: &&'a Path| {
            let Some(known) = self.weeks.get(*file) else { return (*file, Vec::new()) };
            let mut findings = known.problems.clone();
            if let Some(week) = &known.week {
                findings.extend(office.alone(week));
                if !findings.iter().any(Diagnostic::holds_up) {
                    findings.extend(office.obstacles(week));
                }
                let among = among.iter().filter(|finding| is_in(finding, week.span.source())).cloned();
                office.settle(week, among.collect(), &mut findings);
            }
            (*file, findings)
        };
        files.par_iter().map(about).collect()
    }
}

/// The text of a file: the editor's, or that on the disk.
fn text(path: &Path, documents: &Documents) -> Result<Arc<Source>, Diagnostic> {
    documents.get(path).map_or_else(|| bytes::from_disk(path), Document::text)
}

fn read_week(path: &Path, documents: &Documents) -> WeekFile {
    let mut problems = Problems::new();
    let week = match text(path, documents) {
        Ok(source) => read(&source, &mut problems),
        Err(diagnostic) => {
            problems.push(diagnostic);
            None
        }
    };
    WeekFile { stamp: None, week, problems: problems.into_vec() }
}

fn stamp(path: &Path) -> Stamp {
    let metadata = path.metadata().ok()?;
    Some((metadata.modified().unwrap_or(SystemTime::UNIX_EPOCH), metadata.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::editor::cursor::first_day;
    use crate::record::register::Register;

    #[test]
    fn a_week_is_offered_the_names_of_its_own_time() {
        let folder = tempfile::tempdir().unwrap();
        let office = include_str!("../../tests/checks/office.yaml");
        let change = "变更: [{ 自: 2023-03-13, 投诉平台: [{ 名称: “彩云”投诉平台 }] }]\n";
        std::fs::write(folder.path().join(OFFICE_FILE), format!("{office}{change}")).unwrap();
        let desk = Desk::open(folder.path().to_owned(), &Documents::new());
        let platforms = |text: &str| {
            let names = desk.office(first_day(text)).map(|office| Register::Platforms.names(office));
            names.unwrap().into_iter().map(|name| name.value.clone()).collect::<Vec<_>>()
        };
        assert_eq!(platforms("周期: { 起: 2023-03-06, 止: ")[0], "12301平台");
        assert_eq!(platforms("周期:\n  起: 2023-03-13\n期号:"), ["“彩云”投诉平台"]);
        // A week without a day yet will be one of those to come.
        assert_eq!(platforms("周期: "), ["“彩云”投诉平台"]);
    }
}
