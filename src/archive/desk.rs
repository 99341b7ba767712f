//! What lies ready before any paper is made: an office with its templates, and a week's record with its findings.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::paper::due;
use crate::check;
use crate::compose::{Composer, Pictures, Templates};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::record::find::{OFFICE_FILE, OfficeFolder, display};
use crate::record::office::Office;
use crate::record::value::Date;
use crate::record::week::Week;
use crate::record::{Decode, Problems, bytes, read};
use crate::source::Span;

/// An office that could be read.
#[derive(Debug)]
pub struct OfficeDesk {
    pub name: String,
    pub office: Office,
    pub templates: Templates,
    pub pictures: Pictures,
}

impl OfficeDesk {
    /// What fills the templates for one week.
    ///
    /// # Errors
    /// What is wrong with fields in the week's prose.
    pub fn composer<'a>(&'a self, week: &'a Week) -> Result<Composer<'a>, Vec<Diagnostic>> {
        Composer::new(&self.office, &self.pictures, week, &self.templates)
    }
}

/// A week that could be read, with all findings about it.
#[derive(Debug)]
pub struct WeekDesk {
    /// `None` where the record is so damaged that it is no week.
    pub week: Option<Week>,
    pub findings: Vec<Diagnostic>,
}

impl WeekDesk {
    /// Whether papers can be made of it.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.week.is_none() || self.findings.iter().any(|finding| finding.severity == Severity::Error)
    }
}

/// Reads the office's file and templates; `None` if anything in them is wrong.
#[must_use]
pub fn open(folder: &OfficeFolder, problems: &mut Problems) -> Option<OfficeDesk> {
    let office = load::<Office>(&folder.path.join(OFFICE_FILE), problems);
    let mut findings = office.as_ref().map(check::office).unwrap_or_default();
    let templates = Templates::of(&folder.path, &mut findings);
    findings.extend(office.as_ref().map(|office| templates.missing(office)).unwrap_or_default());
    let pictures = office.as_ref().map(|office| Pictures::of(office, &folder.path, &mut findings)).unwrap_or_default();
    let all_good = findings.is_empty();
    problems.extend(findings);
    Some(OfficeDesk { name: folder.name.clone(), office: office?, templates, pictures }).filter(|_| all_good)
}

/// The record that the file holds, or `None` if it cannot be read or anything in it is wrong.
#[must_use]
pub fn load<T: Decode>(path: &Path, problems: &mut Problems) -> Option<T> {
    match bytes::read_file(path, &display(path)) {
        Ok(source) => read(&source, problems),
        Err(diagnostic) => {
            problems.push(diagnostic);
            None
        }
    }
}

impl OfficeDesk {
    /// Reads and checks one week, up to the fields in its prose.
    fn week(&self, path: &Path) -> WeekDesk {
        let mut problems = Problems::new();
        let week = load::<Week>(path, &mut problems);
        let mut findings = problems.into_vec();
        if let Some(week) = &week {
            findings.extend(check::week(&self.office, week));
            findings.extend(self.composer(week).err().unwrap_or_default());
        }
        WeekDesk { week, findings }
    }

    /// What keeps the papers of a week from being composed.
    #[must_use]
    pub fn obstacles(&self, week: &Week) -> Vec<Diagnostic> {
        let composer = match self.composer(week) {
            Ok(composer) => composer,
            Err(findings) => return findings,
        };
        let mut findings: Vec<Diagnostic> = Vec::new();
        for due in due(&self.office, week) {
            let found = composer.compose(&due.kind, &due.template, due.notice.map(|(at, _)| at)).err();
            for finding in found.unwrap_or_default() {
                if !findings.contains(&finding) {
                    findings.push(finding);
                }
            }
        }
        findings
    }

    /// Reads and checks weeks side by side, and refuses those whose first day is among `seen` already.
    #[must_use]
    pub fn weeks(&self, paths: &[PathBuf], seen: &mut Starts) -> Vec<WeekDesk> {
        let mut weeks: Vec<_> = paths.par_iter().map(|path| self.week(path)).collect();
        for week in &mut weeks {
            seen.refuse_second(week);
        }
        weeks
    }
}

/// The first days of an office's weeks so far, with the place where each was written.
#[derive(Debug, Default)]
pub struct Starts(BTreeMap<Date, Span>);

impl Starts {
    /// A second week of the same office with the same first day is an error: its papers would replace the first's.
    fn refuse_second(&mut self, desk: &mut WeekDesk) {
        let Some(week) = &desk.week else { return };
        let start = week.period.value.start();
        if let Some(first) = self.0.get(&start.value) {
            desk.findings.push(
                Diagnostic::error(Code::WrongValue, format!("有两个文件的周期都从 {start} 开始，文书会互相覆盖"))
                    .at(start.span.clone(), "这里又是一份")
                    .and_at(first.clone(), "已有一份")
                    .help("改正写错的一份的「周期」，或者移走多余的文件"),
            );
        } else {
            self.0.insert(start.value, start.span.clone());
        }
    }
}

/// Reads a week only to say what is wrong with it, where its office cannot be read.
#[must_use]
pub fn findings_without_office(path: &Path) -> Vec<Diagnostic> {
    let mut problems = Problems::new();
    let _: Option<Week> = load(path, &mut problems);
    problems.into_vec()
}
