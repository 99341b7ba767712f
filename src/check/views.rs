//! What rules look at: a week with its office, and all weeks of an office.

use std::collections::BTreeMap;

use crate::check::checker::Checker;
use crate::check::shared::days;
use crate::record::office::Office;
use crate::record::office_numbers::{SetAsideNumber, set_aside_numbers};
use crate::record::series::{Series, filed_as};
use crate::record::value::Date;
use crate::record::week::Week;

/// A week with its office as it was then, and what is known of that office.
#[derive(Debug, Clone, Copy)]
pub struct WeekView<'a> {
    pub week: &'a Week,
    pub office: &'a Office,
    pub checker: &'a Checker,
}

impl WeekView<'_> {
    /// Whether `next` begins on the day after this week's end.
    pub(super) fn is_followed_by(&self, next: &Week) -> bool {
        days::later(self.week.period.value.end().value, 1) == next.period.value.start().value
    }

    pub(super) fn series(&self) -> Series {
        Series::of_period(self.office, &self.week.period.value)
    }

    fn filed_as(&self) -> String {
        filed_as(self.office, &self.week.period.value)
    }

    pub(super) fn start(&self) -> Date {
        self.week.period.value.start().value
    }
}

/// An office's weeks as far as they could be read.
#[derive(Debug)]
pub struct History<'a> {
    /// By first day, then by what they are filed as; of equal ones, in the order of the files.
    pub(super) weeks: Vec<WeekView<'a>>,
    /// Whether all of the office's files could be read: where not, nothing can be said to be missing.
    pub(super) complete: bool,
}

impl<'a> History<'a> {
    #[must_use]
    pub fn new(mut weeks: Vec<WeekView<'a>>, complete: bool) -> Self {
        weeks.sort_by_cached_key(WeekView::filed_as);
        Self { weeks, complete }
    }

    /// The weeks of each series by themselves, and all records since a day, which are no part of those.
    pub(super) fn by_series(&self) -> (Vec<Self>, Self) {
        let mut series: BTreeMap<Series, Vec<WeekView>> = BTreeMap::new();
        let mut cumulative = Vec::new();
        for view in &self.weeks {
            if view.week.period.value.is_cumulative() {
                cumulative.push(*view);
            } else {
                series.entry(view.series()).or_default().push(*view);
            }
        }
        let complete = self.complete;
        let one_by_one = series.into_values().map(|weeks| Self { weeks, complete }).collect();
        (one_by_one, Self { weeks: cumulative, complete })
    }

    pub(super) fn weeks(&self) -> impl Iterator<Item = &'a Week> {
        self.weeks.iter().map(|view| view.week)
    }

    /// The office in each of its generations, in the order of time.
    pub(super) fn offices(&self) -> Vec<&'a Office> {
        let mut offices: Vec<&Office> = self.weeks.iter().map(|view| view.office).collect();
        offices.dedup_by(|one, other| std::ptr::eq(*one, *other));
        offices
    }

    /// The document numbers that no record may have. They are of no time: each of the office's generations has all of them.
    pub(super) fn set_aside_numbers(&self) -> Vec<SetAsideNumber<'a>> {
        self.weeks.first().map(|view| set_aside_numbers(view.office)).unwrap_or_default()
    }

    /// The week in which `date` lies.
    pub(super) fn at(&self, date: Date) -> Option<WeekView<'a>> {
        let next = self.weeks.partition_point(|view| view.start() <= date);
        let view = self.weeks.get(next.checked_sub(1)?)?;
        view.week.period.value.contains(date).then_some(*view)
    }

    /// The weeks with their places, but for second files of one week, which are reported as such.
    pub(super) fn distinct(&self) -> impl Iterator<Item = (usize, WeekView<'a>)> {
        self.weeks.iter().copied().enumerate().filter(|(at, view)| {
            let before = at.checked_sub(1).and_then(|at| self.weeks.get(at));
            before.is_none_or(|before| before.start() != view.start() || before.filed_as() != view.filed_as())
        })
    }

    /// Each week with the one before it.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (&'a Week, &'a Week)> {
        self.view_pairs().map(|(before, view)| (before.week, view.week))
    }

    pub(super) fn view_pairs(&self) -> impl Iterator<Item = (WeekView<'a>, WeekView<'a>)> {
        self.weeks.windows(2).filter_map(|pair| Some((*pair.first()?, *pair.get(1)?)))
    }
}
