//! Other weeks whose figures a week's templates compare with theirs: found by their days, read where a template names them.

mod index;
mod not_compared;
mod other_week;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

pub(super) use index::WeekIndex;
use index::{Found, IndexedWeek};
pub(super) use other_week::{OtherWeek, told_of_others};
use other_week::{erroneous, unusable};

use super::due::{Due, due};
use super::office::OfficeWorkspace;
use crate::compose::{ComparedWeek, Comparison};
use crate::diagnostic::Diagnostic;
use crate::record::series::day_of;
use crate::record::week::Week;

impl OfficeWorkspace {
    /// The weeks that the papers of `week` compare with, each sound.
    ///
    /// # Errors
    /// What keeps one of them from being compared with.
    pub(super) fn others(&self, week: &Week) -> Result<Vec<OtherWeek>, Vec<Diagnostic>> {
        let day = week.period.value.office_day();
        let mut wanted: BTreeSet<Comparison> = BTreeSet::new();
        let office = &self.generation_for(week).office;
        for due in due(office, week) {
            wanted.extend(self.templates.comparisons(&due.template, day, office));
        }
        let (mut others, mut findings) = (Vec::new(), Vec::new());
        for comparison in wanted {
            match self.other(comparison, week) {
                Ok(other) => others.extend(other),
                Err(finding) => findings.push(finding),
            }
        }
        if findings.is_empty() { Ok(others) } else { Err(findings) }
    }

    fn other(&self, comparison: Comparison, week: &Week) -> Result<Option<OtherWeek>, Diagnostic> {
        let this = IndexedWeek::new(&self.generation_for(week).office, &week.period.value, PathBuf::new());
        let found = match self.week_index().find(comparison, &this) {
            Found::Nothing => return Ok(None),
            Found::Week(found) => found,
            Found::Unknown(path) => {
                let what = format!("有一份记录读不出周期，不知道是不是{}", comparison.word());
                return Err(unusable(comparison, week, path, &what));
            }
        };
        let IndexedWeek { days, path, .. } = found;
        let checked = self.week(path);
        let Some(sound) = checked.sound() else {
            let wrong = checked.findings.into_iter().find(Diagnostic::holds_up);
            return Err(erroneous(comparison, week, path, wrong));
        };
        if sound.period.value.days() != *days {
            return Err(unusable(comparison, week, path, &format!("{}的记录在这期间被改动了", comparison.word())));
        }
        Ok(checked.week.map(|week| OtherWeek { comparison, path: path.clone(), week }))
    }

    /// How templates get to see them.
    pub(super) fn as_compared<'w>(&'w self, others: &'w [OtherWeek]) -> Vec<ComparedWeek<'w>> {
        let mut compared = Vec::new();
        for OtherWeek { comparison, path, week } in others {
            let office = &self.generation_for(week).office;
            compared.push(ComparedWeek { comparison: *comparison, office, week, path });
        }
        compared
    }

    /// The files of the weeks that a paper of the week that is filed as `name` compares with; `None` where that cannot be known
    /// without reading the week.
    #[must_use]
    pub fn compared_files(&self, paper: &Due, name: &str) -> Option<Vec<&Path>> {
        let day = day_of(name)?;
        let comparisons = self.templates.comparisons(&paper.template, day, &self.generation_at(day).office);
        let mut files = Vec::with_capacity(comparisons.len());
        for comparison in comparisons {
            let index = self.week_index();
            match index.find(comparison, index.filed_as(name)?) {
                Found::Nothing => {}
                Found::Week(found) => files.push(found.path.as_path()),
                Found::Unknown(_) => return None,
            }
        }
        Some(files)
    }
}
