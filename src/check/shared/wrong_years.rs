//! Years that were typed wrong: last year's in January, or one digit.

use super::days::{self, LENGTH_OF_A_WEEK};
use crate::record::cadence::Cadence;
use crate::record::value::{Date, PeriodLength};
use crate::record::week::Week;

/// A weekly is dated at most so many days after its week.
const LATEST_DATE: i64 = 14;

/// No event of a week lies further off, in days.
const FURTHEST: i64 = 366;

/// How long before a week a complaint may have come in that a notice of the week is about, in days.
const EARLIEST_COMPLAINT: i64 = 31;

/// A date whose year is wrong.
pub struct WrongYear {
    /// The day that was meant, where it is clear.
    pub meant: Option<Date>,
}

/// What is wrong with the year of an event of the week.
pub fn wrong_year_of_event(week: &Week, date: Date) -> Option<WrongYear> {
    let (start, end) = (week.period.value.start().value, week.period.value.end().value);
    wrong(date, start, end.max(week.dated.value.min(days::later(end, latest_date(week)))), [start.year(), end.year()])
}

/// What is wrong with the year of the day on which the weekly is dated.
pub fn wrong_year_of_paper(week: &Week) -> Option<WrongYear> {
    if end_is_wrong(week) {
        return None;
    }
    let end = week.period.value.end().value;
    let last = days::later(end, latest_date(week));
    wrong(week.dated.value, end, last, [end.year(), last.year()])
}

/// What is wrong with the year of a complaint that a notice of the week is about.
pub fn wrong_year_of_complaint(week: &Week, date: Date) -> Option<WrongYear> {
    let (start, end) = (week.period.value.start().value, week.period.value.end().value);
    wrong(date, days::later(start, -EARLIEST_COMPLAINT), end, [start.year(), end.year()])
}

/// Nothing where `date` lies from `first` to `last`; otherwise one of `years` may have been meant.
fn wrong(date: Date, first: Date, last: Date, years: [i16; 2]) -> Option<WrongYear> {
    if (first..=last).contains(&date) {
        return None;
    }
    let meant = years.into_iter().filter_map(|year| days::in_year(date, year)).find(|day| (first..=last).contains(day));
    let is_far = days::after(date, first) > FURTHEST || days::after(last, date) > FURTHEST;
    (is_far || meant.is_some()).then_some(WrongYear { meant })
}

/// A week that is far too long has a wrong end, and other days are not to be measured by it.
pub fn end_is_wrong(week: &Week) -> bool {
    if week.period.value.is_cumulative() {
        return false;
    }
    match week.period.value.days().length() {
        PeriodLength::Days(days) => days > 2 * LENGTH_OF_A_WEEK && !is_about_a_month(week),
        _ => false,
    }
}

/// From the 26th to the 25th and the like.
fn is_about_a_month(week: &Week) -> bool {
    Cadence::Month.fits(week.period.value.days())
}

/// How many days after a period its paper is dated at most: longer ones take longer to count.
pub fn latest_date(week: &Week) -> i64 {
    let days = week.period.value.days();
    if week.period.value.is_cumulative() {
        return LATEST_DATE;
    }
    LATEST_DATE.max(days::after(days.start, days.end) / 3)
}
