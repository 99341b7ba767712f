//! The weeks of an office by their days.

use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::compose::Comparison;
use crate::record::bytes::from_disk;
use crate::record::find::OfficeFolder;
use crate::record::office::Office;
use crate::record::period_of;
use crate::record::series::{Series, filed_as};
use crate::record::value::{Date, Days, Period};

/// A week's file and its days.
#[derive(Debug)]
pub(super) struct IndexedWeek {
    pub(super) days: Days,
    /// By which its papers are filed.
    name: String,
    series: Series,
    is_cumulative: bool,
    pub(super) path: PathBuf,
}

/// All weeks of an office.
#[derive(Debug)]
pub(in crate::workspace) struct WeekIndex {
    /// By first day.
    weeks: Vec<IndexedWeek>,
    /// Files whose period cannot be read, and the office's folder where some of it cannot: each may be any week.
    unknown: Vec<PathBuf>,
}

impl IndexedWeek {
    /// A week of an office as it is then.
    pub(super) fn new(office: &Office, period: &Period, path: PathBuf) -> Self {
        let (name, series) = (filed_as(office, period), Series::of_period(office, period));
        Self { days: period.days(), name, series, is_cumulative: period.is_cumulative(), path }
    }

    fn is_compared_with(&self, other: &Self, comparison: Comparison) -> bool {
        let (this, other_days) = (self.days, other.days);
        if self.series != other.series || self.is_cumulative != other.is_cumulative {
            return false;
        }
        match (comparison, self.is_cumulative) {
            (Comparison::Before, false) => other_days.is_right_before(this),
            (Comparison::Before, true) => other_days.is_shorter_since_the_same_day(this),
            (Comparison::YearBefore, false) => other_days.is_a_year_before(this),
            (Comparison::YearBefore, true) => other_days.is_since_and_until_a_year_before(this),
            (Comparison::Register, _) => false,
        }
    }
}

impl WeekIndex {
    /// Reads the period of every week in the office's folder, and nothing else. `office_on` is the office as it is on a day.
    pub(in crate::workspace) fn read<'o>(folder: &Path, office_on: impl Fn(Date) -> &'o Office) -> Self {
        let OfficeFolder { weeks: paths, has_unread, .. } = OfficeFolder::whole(folder);
        let periods: Vec<_> = paths.par_iter().map(|path| period_of(&from_disk(path).ok()?)).collect();
        let (mut weeks, mut unknown) = (Vec::new(), Vec::new());
        for (path, period) in paths.into_iter().zip(periods) {
            match period {
                Some(period) => weeks.push(IndexedWeek::new(office_on(period.value.office_day()), &period.value, path)),
                None => unknown.push(path),
            }
        }
        unknown.extend(has_unread.then(|| folder.to_path_buf()));
        weeks.sort_by_key(|week| week.days);
        Self { weeks, unknown }
    }

    /// The week that is filed so.
    pub(super) fn filed_as(&self, name: &str) -> Option<&IndexedWeek> {
        self.weeks.iter().find(|week| week.name == name)
    }

    /// The records besides `this` that a register of it lists, in the order of time: those whose last day lies in the same year
    /// and not behind it, or of a record that is none by which the office reports, within its period.
    ///
    /// # Errors
    /// A file of which it is not known whether it is one of them.
    fn registered(&self, this: &IndexedWeek) -> Result<Vec<&IndexedWeek>, &Path> {
        let until = this.days.end;
        let year = Date::from_parts(until.year(), 1, 1).unwrap_or(this.days.start);
        let from = if this.series == Series::Main && !this.is_cumulative { year } else { this.days.start };
        if let Some(path) = self.unknown.first() {
            return Err(path);
        }
        let is_within = |other: &&IndexedWeek| from <= other.days.end && other.days.end <= until;
        Ok(self.weeks.iter().filter(is_within).filter(|other| other.name != this.name).collect())
    }

    /// The records at which a paper of `this` looks for `comparison`: of two that it may be compared with, the later.
    ///
    /// # Errors
    /// A file of which it is not known whether it is one of them.
    pub(super) fn find(&self, comparison: Comparison, this: &IndexedWeek) -> Result<Vec<&IndexedWeek>, &Path> {
        if comparison == Comparison::Register {
            return self.registered(this);
        }
        match (self.weeks.iter().rfind(|other| this.is_compared_with(other, comparison)), self.unknown.first()) {
            (Some(week), _) => Ok(vec![week]),
            (None, Some(path)) => Err(path),
            (None, None) => Ok(Vec::new()),
        }
    }
}
