//! What lies ready before any paper is made: an office with its templates, and a week's record with its findings.

use std::path::Path;

use crate::check;
use crate::compose::{Composer, Templates};
use crate::diagnostic::{Diagnostic, Severity};
use crate::record::find::{OFFICE_FILE, OfficeFolder, display};
use crate::record::office::Office;
use crate::record::week::Week;
use crate::record::{Decode, Problems, bytes, read};

/// An office that could be read.
#[derive(Debug)]
pub struct OfficeDesk {
    pub name: String,
    pub office: Office,
    pub templates: Templates,
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
    let mut findings = Vec::new();
    let templates = Templates::of(&folder.path, &mut findings);
    let templates_good = findings.is_empty();
    problems.extend(findings);
    Some(OfficeDesk { name: folder.name.clone(), office: office?, templates }).filter(|_| templates_good)
}

fn load<T: Decode>(path: &Path, problems: &mut Problems) -> Option<T> {
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
    #[must_use]
    pub fn week(&self, path: &Path) -> WeekDesk {
        let mut problems = Problems::new();
        let week = load::<Week>(path, &mut problems);
        let mut findings = problems.into_vec();
        if let Some(week) = &week {
            findings.extend(check::week(&self.office, week));
            findings.extend(Composer::new(&self.office, week, &self.templates).err().unwrap_or_default());
        }
        WeekDesk { week, findings }
    }
}

/// Reads a week only to say what is wrong with it, where its office cannot be read.
#[must_use]
pub fn findings_without_office(path: &Path) -> Vec<Diagnostic> {
    let mut problems = Problems::new();
    let _: Option<Week> = load(path, &mut problems);
    problems.into_vec()
}
