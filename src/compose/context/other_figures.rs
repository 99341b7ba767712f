//! The figures of another week with which those of a paper's own are compared.

use crate::compose::comparison::ComparedWeek;
use crate::metrics::{ComparedFigures, Metrics};
use crate::record::compared_with::ComparedWith;
use crate::record::office::Office;

/// Another period's figures.
pub(super) struct OtherFigures {
    pub(super) with: ComparedWith,
    pub(super) figures: ComparedFigures,
    /// What a text calls that period: 上月, 上年同期, 1—5月.
    pub(super) called: String,
    is_cumulative: bool,
}

impl OtherFigures {
    /// `now`: the office of the paper. `None` where no figures are compared with those of `other`.
    pub(super) fn new(now: &Office, other: &ComparedWeek) -> Option<Self> {
        let with = other.comparison.compared_with()?;
        let metrics = Metrics::for_week_as_seen_from(now, other.office, other.week);
        let period = &other.week.period.value;
        Some(Self {
            with,
            figures: ComparedFigures::of_week(other.office, other.week, &metrics),
            called: match with {
                ComparedWith::Before => period.previous().into_owned(),
                ComparedWith::YearBefore => other.comparison.word().to_owned(),
            },
            is_cumulative: period.is_cumulative(),
        })
    }

    /// What stands before the change. A period since a day is compared with a part of itself: that is no 环比.
    pub(super) fn before_change(&self) -> String {
        match self.with {
            ComparedWith::Before if self.is_cumulative => format!("较{}", self.called),
            with => with.word().to_owned(),
        }
    }
}
