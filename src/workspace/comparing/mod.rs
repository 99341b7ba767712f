//! Other weeks whose figures a week's templates compare with theirs: found by their days, read where a template names them.

mod index;
mod not_compared;
mod other_week;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use index::IndexedWeek;
pub(super) use index::WeekIndex;
pub(super) use other_week::{OtherWeek, told_of_others};
use other_week::{erroneous, unusable};

use super::due::{Due, due};
use super::office::OfficeWorkspace;
use crate::compose::{ComparedWeek, Comparison};
use crate::diagnostic::Diagnostic;
use crate::record::series::day_of;
use crate::record::week::Week;

impl OfficeWorkspace {
    /// The other records at which the papers of `week` look, each sound, and what keeps registers from being made.
    ///
    /// # Errors
    /// What keeps one of them from being compared with.
    pub(super) fn others(&self, week: &Week) -> Result<(Vec<OtherWeek>, Vec<Diagnostic>), Vec<Diagnostic>> {
        let day = week.period.value.office_day();
        let mut wanted: BTreeSet<Comparison> = BTreeSet::new();
        let office = &self.generation_for(week).office;
        for due in due(office, week) {
            wanted.extend(self.templates.comparisons(&due.template, day, office));
        }
        let (mut others, mut unlisted, mut findings) = (Vec::new(), Vec::new(), Vec::new());
        for comparison in wanted {
            // A slip in an old record is no reason not to make the weekly.
            let wrong = if comparison == Comparison::Register { &mut unlisted } else { &mut findings };
            match self.found(comparison, week) {
                Ok(found) => self.read_all(comparison, week, &found, &mut others, wrong),
                Err(finding) => wrong.push(finding),
            }
        }
        if findings.is_empty() { Ok((others, unlisted)) } else { Err(findings) }
    }

    /// Reads the records that were found; what is wrong with any goes to `wrong`.
    fn read_all(
        &self,
        comparison: Comparison,
        week: &Week,
        found: &[&IndexedWeek],
        others: &mut Vec<OtherWeek>,
        wrong: &mut Vec<Diagnostic>,
    ) {
        for indexed in found {
            match self.other(comparison, week, indexed) {
                Ok(other) => others.extend(other),
                Err(finding) => wrong.push(finding),
            }
        }
    }

    /// The files of the other records at which a paper of `week` looks for `comparison`.
    fn found(&self, comparison: Comparison, week: &Week) -> Result<Vec<&IndexedWeek>, Diagnostic> {
        let this = IndexedWeek::new(&self.generation_for(week).office, &week.period.value, PathBuf::new());
        self.week_index().find(comparison, &this).map_err(|path| {
            let what = format!("有一份记录读不出周期，不知道是不是{}", comparison.word());
            unusable(comparison, week, path, &what)
        })
    }

    fn other(
        &self,
        comparison: Comparison,
        week: &Week,
        indexed: &IndexedWeek,
    ) -> Result<Option<OtherWeek>, Diagnostic> {
        let IndexedWeek { days, path, .. } = indexed;
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
            for found in index.find(comparison, index.filed_as(name)?).ok()? {
                // A register lists the week before too, with which its template may compare.
                if !files.contains(&found.path.as_path()) {
                    files.push(found.path.as_path());
                }
            }
        }
        Some(files)
    }
}
