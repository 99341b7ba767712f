//! The weeks of an office by their days.

use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::compose::Comparison;
use crate::record::bytes::from_disk;
use crate::record::find::OfficeFolder;
use crate::record::period_of;
use crate::record::value::Days;

/// A week's file and its days.
#[derive(Debug)]
pub(super) struct IndexedWeek {
    pub(super) days: Days,
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

/// What there is to compare with.
pub(super) enum Found<'i> {
    Nothing,
    Week(&'i IndexedWeek),
    /// It may be in this file.
    Unknown(&'i Path),
}

impl WeekIndex {
    /// Reads the period of every week in the office's folder, and nothing else.
    pub(in crate::workspace) fn read(folder: &Path) -> Self {
        let OfficeFolder { weeks: paths, has_unread, .. } = OfficeFolder::whole(folder);
        let periods: Vec<_> = paths.par_iter().map(|path| period_of(&from_disk(path).ok()?)).collect();
        let (mut weeks, mut unknown) = (Vec::new(), Vec::new());
        for (path, period) in paths.into_iter().zip(periods) {
            match period {
                Some(period) => weeks.push(IndexedWeek { days: period.value.days(), path }),
                None => unknown.push(path),
            }
        }
        unknown.extend(has_unread.then(|| folder.to_path_buf()));
        weeks.sort_by_key(|week| week.days);
        Self { weeks, unknown }
    }

    /// The days of the week that begins on `day`.
    pub(super) fn beginning_on(&self, day: crate::record::value::Date) -> Option<Days> {
        self.weeks.iter().map(|week| week.days).find(|days| days.start == day)
    }

    /// The week with which the one of these days is compared; of two, the later.
    pub(super) fn find(&self, comparison: Comparison, this: Days) -> Found<'_> {
        let is_meant = |other: Days| match comparison {
            Comparison::Before => other.is_right_before(this),
            Comparison::YearBefore => other.is_a_year_before(this),
        };
        match (self.weeks.iter().rfind(|week| is_meant(week.days)), self.unknown.first()) {
            (Some(week), _) => Found::Week(week),
            (None, Some(path)) => Found::Unknown(path),
            (None, None) => Found::Nothing,
        }
    }
}
