//! The offices and weeks that open files belong to, read once and kept while one of them is typed in.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use rayon::prelude::*;

use super::document::{Document, Documents};
use super::shape::{self, Shape};
use crate::check;
use crate::diagnostic::Diagnostic;
use crate::record::find::OfficeFolder;
use crate::record::office::Office;
use crate::record::value::Date;
use crate::record::week::Week;
use crate::record::{bytes, read_week_without_office};
use crate::source::Source;
use crate::workspace::{OfficeWorkspace, open_with};
use crate::yaml::Problems;

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

/// An office with all its weeks, as files in the editor and on the disk have them.
#[derive(Debug)]
pub(super) struct OpenOffice {
    folder: PathBuf,
    /// The last in which nothing stood in the way.
    workspace: Option<OfficeWorkspace>,
    /// Whether the office's files are now as `workspace` has them.
    is_current: bool,
    /// About the office's own files.
    problems: Vec<Diagnostic>,
    weeks: BTreeMap<PathBuf, WeekFile>,
}

impl OpenOffice {
    pub(super) fn open(folder: PathBuf, documents: &Documents) -> Self {
        let weeks = BTreeMap::new();
        let mut office = Self { folder, workspace: None, is_current: false, problems: Vec::new(), weeks };
        office.read_office(documents);
        office.reread_disk(documents);
        office
    }

    /// Reads the office's file, templates and pictures.
    pub(super) fn read_office(&mut self, documents: &Documents) {
        let folder = OfficeFolder { weeks: Vec::new(), ..OfficeFolder::whole(&self.folder) };
        let mut problems = Problems::new();
        let opened = open_with(&|path: &Path| text(path, documents), &folder, &mut problems);
        self.problems = problems.into_vec();
        self.is_current = opened.is_some();
        let is_read_otherwise = match (&opened, &self.workspace) {
            (Some(now), Some(before)) => !now.reads_as(before),
            (now, before) => now.is_some() != before.is_some(),
        };
        self.workspace = opened.or(self.workspace.take());
        if is_read_otherwise {
            let paths: Vec<PathBuf> = self.weeks.keys().cloned().collect();
            for path in paths {
                self.read_week(&path, documents);
            }
        }
    }

    /// Reads again those weeks that have changed on the disk.
    pub(super) fn reread_disk(&mut self, documents: &Documents) {
        let paths = OfficeFolder::whole(&self.folder).weeks;
        let known: BTreeSet<&PathBuf> = paths.iter().collect();
        self.weeks.retain(|path, _| known.contains(path) || documents.contains_key(path));
        self.workspace.iter_mut().for_each(OfficeWorkspace::forget_weeks);
        let read: Vec<(PathBuf, WeekFile)> = paths
            .par_iter()
            .filter(|path| self.has_changed(path, documents))
            .map(|path| (path.clone(), WeekFile::read(path, documents, self.workspace())))
            .collect();
        self.weeks.extend(read);
    }

    /// Whether a week is new, or another file than when it was read. One whose text is the editor's is neither.
    fn has_changed(&self, path: &Path, documents: &Documents) -> bool {
        let Some(known) = self.weeks.get(path) else { return true };
        let stamp = stamp(path, documents);
        stamp.is_some() && known.stamp != stamp
    }

    /// Reads one week whose text has changed in the editor.
    pub(super) fn read_week(&mut self, path: &Path, documents: &Documents) {
        let week = WeekFile::read(path, documents, self.workspace());
        if week.stamp.is_none() && !documents.contains_key(path) {
            self.weeks.remove(path);
        } else {
            self.weeks.insert(path.to_path_buf(), week);
        }
    }

    pub(super) fn workspace(&self) -> Option<&OfficeWorkspace> {
        self.workspace.as_ref()
    }

    /// The office when it could last be read: as it is for weeks that begin on `day`, or after all its changes.
    pub(super) fn office(&self, day: Option<Date>) -> Option<&Office> {
        let workspace = self.workspace.as_ref()?;
        Some(&workspace.generation_at_or_last(day).office)
    }

    /// What may stand in the record of a week that begins on `day`.
    pub(super) fn week_shape(&self, day: Option<Date>) -> Shape<'_> {
        match &self.workspace {
            Some(workspace) => Shape::new(workspace.generation_at_or_last(day).week_shape()),
            None => shape::week(),
        }
    }

    /// The week in the file `path`, if it can be read now.
    pub(super) fn week(&self, path: &Path) -> Option<&Week> {
        self.weeks.get(path)?.week.as_ref()
    }

    /// All weeks that can be read, by last day.
    pub(super) fn weeks(&self) -> Vec<&Week> {
        let mut weeks: Vec<&Week> = self.readable().collect();
        weeks.sort_by_key(|week| week.period.value.end().value);
        weeks
    }

    fn readable(&self) -> impl Iterator<Item = &Week> {
        self.weeks.values().filter_map(|file| file.week.as_ref())
    }

    /// The workspace, where the office's files are now as it has them.
    fn current(&self) -> Option<&OfficeWorkspace> {
        self.workspace.as_ref().filter(|_| self.is_current)
    }

    /// All findings about the office's own files.
    pub(super) fn about_office(&self) -> &[Diagnostic] {
        &self.problems
    }

    /// What the templates do with the latest week.
    pub(super) fn about_templates(&self) -> Vec<Diagnostic> {
        match (self.current(), self.weeks().last()) {
            (Some(workspace), Some(latest)) => workspace.obstacles(latest),
            _ => Vec::new(),
        }
    }

    /// All findings about the weeks of `files`, in their order, as `zhoubao check` has them.
    pub(super) fn about_weeks(&self, files: &[&Path]) -> Vec<Vec<Diagnostic>> {
        let Some(workspace) = self.current() else {
            return files.iter().map(|file| self.problems_of_week(file)).collect();
        };
        let complete = self.weeks.values().all(|file| file.week.is_some());
        let among = check::among(&workspace.history(self.readable(), complete));
        files.par_iter().map(|file| self.about_week(workspace, file, &among)).collect()
    }

    /// What is wrong with a week's file as such.
    fn problems_of_week(&self, file: &Path) -> Vec<Diagnostic> {
        self.weeks.get(file).map(|week| week.problems.clone()).unwrap_or_default()
    }

    /// All findings about a week, of which `among` are those that hold weeks against one another.
    fn about_week(&self, workspace: &OfficeWorkspace, file: &Path, among: &[Diagnostic]) -> Vec<Diagnostic> {
        let mut findings = self.problems_of_week(file);
        let Some(week) = self.week(file) else { return findings };
        findings.extend(workspace.alone(week));
        if !findings.iter().any(Diagnostic::holds_up) {
            findings.extend(workspace.obstacles(week));
        }
        let own = among.iter().filter(|finding| is_in(finding, week.span.source())).cloned().collect();
        workspace.settle(week, own, &mut findings);
        findings
    }
}

impl WeekFile {
    /// Reads a week, in the editor or on the disk.
    fn read(path: &Path, documents: &Documents, workspace: Option<&OfficeWorkspace>) -> Self {
        let stamp = stamp(path, documents);
        let mut problems = Problems::new();
        let week = if let Some(workspace) = workspace {
            workspace.read(&|path: &Path| text(path, documents), path, &mut problems)
        } else {
            let source = text(path, documents).map_err(|finding| problems.push(finding)).ok();
            source.and_then(|source| read_week_without_office(&source, &mut problems))
        };
        Self { stamp, week, problems: problems.into_vec() }
    }
}

fn is_in(finding: &Diagnostic, source: &Arc<Source>) -> bool {
    finding.primary.as_ref().is_some_and(|label| Arc::ptr_eq(label.span.source(), source))
}

/// The text of a file: the editor's, or that on the disk.
fn text(path: &Path, documents: &Documents) -> Result<Arc<Source>, Diagnostic> {
    documents.get(path).map_or_else(|| bytes::from_disk(path), Document::text)
}

/// `None` too of a file that is not there.
fn stamp(path: &Path, documents: &Documents) -> Stamp {
    if documents.contains_key(path) {
        return None;
    }
    let metadata = path.metadata().ok()?;
    Some((metadata.modified().unwrap_or(SystemTime::UNIX_EPOCH), metadata.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::editor::cursor::office_day;
    use crate::record::find::OFFICE_FILE;
    use crate::record::register::Register;

    #[test]
    fn a_week_is_compared_with_the_others_as_they_are_on_the_disk_now() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(&path, text).unwrap();
            path
        };
        write(OFFICE_FILE, include_str!("../../tests/checks/office.yaml"));
        let body = "{% if before %}上期{{ before.complaints.total }}件，{% endif %}本期{{ complaints.total }}件。";
        write("templates/weekly.md", &format!("---\n标题: 周报\n---\n{body}\n"));
        let first = include_str!("../../tests/checks/2023-03-06.yaml");
        write("2023-03-06.yaml", first);
        let second = write("2023-03-13.yaml", include_str!("../../tests/checks/2023-03-13.yaml"));
        let mut opened = OpenOffice::open(folder.path().to_owned(), &Documents::new());
        let compared = |opened: &OpenOffice| {
            let found = opened.about_weeks(&[&second]).concat();
            found.iter().filter(|finding| finding.rule.code == "week-compared").count()
        };
        assert_eq!(compared(&opened), 0);
        write("2023-03-06.yaml", &first.replace("期号:", "期号: 第"));
        opened.reread_disk(&Documents::new());
        assert_eq!(compared(&opened), 1);
        write("2023-03-06.yaml", first);
        opened.reread_disk(&Documents::new());
        assert_eq!(compared(&opened), 0);
    }

    #[test]
    fn a_week_is_offered_the_names_of_its_own_time() {
        let folder = tempfile::tempdir().unwrap();
        let office = include_str!("../../tests/checks/office.yaml");
        let change = "变更: [{ 自: 2023-03-13, 投诉平台: [{ 名称: “彩云”投诉平台 }] }]\n";
        std::fs::write(folder.path().join(OFFICE_FILE), format!("{office}{change}")).unwrap();
        let opened = OpenOffice::open(folder.path().to_owned(), &Documents::new());
        let platforms = |text: &str| {
            let names = opened.office(office_day(text)).map(|office| Register::Platforms.names(office));
            names.unwrap().into_iter().map(|name| name.value.clone()).collect::<Vec<_>>()
        };
        assert_eq!(platforms("周期: { 起: 2023-03-06, 止: ")[0], "12301平台");
        assert_eq!(platforms("周期:\n  起: 2023-03-13\n期号:"), ["“彩云”投诉平台"]);
        // A week without a day yet will be one of those to come.
        assert_eq!(platforms("周期: "), ["“彩云”投诉平台"]);
    }
}
