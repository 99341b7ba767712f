//! What a register lists: the notices, papers, numbers, complaints and cases of all records of a year up to one of them, each
//! once, as it stands at that record's end.

mod complaints;
mod incoming;
mod numbers;
mod outgoing;
mod reply;

pub(super) use complaints::RegisteredComplaint;
pub(super) use incoming::Incoming;
pub(super) use numbers::RegisteredNumber;
pub(super) use outgoing::{Outgoing, SentPaper};
pub(super) use reply::Reply;

use super::comparison::{ComparedWeek, Comparison};
use crate::record::case::Case;
use crate::record::office::Office;
use crate::record::series::Series;
use crate::record::value::Date;
use crate::record::week::Week;
use crate::source::Spanned;

/// A record, with the office as it was then.
#[derive(Debug, Clone, Copy)]
pub(super) struct RegisteredWeek<'a> {
    pub(super) office: &'a Office,
    pub(super) week: &'a Week,
}

/// All records that a register is made of.
#[derive(Debug)]
pub(super) struct Register<'a> {
    /// In the order of time; the last is the one whose paper the register is.
    pub(super) weeks: Vec<RegisteredWeek<'a>>,
    /// 统计截止日: the day of which is told how things stand. No clock has a part in it.
    pub(super) until: Date,
}

impl<'a> Register<'a> {
    /// Of the record `own` and those of `others` that a register lists with it.
    pub(super) fn new(own: RegisteredWeek<'a>, others: &[ComparedWeek<'a>]) -> Self {
        let listed = others.iter().filter(|other| other.comparison == Comparison::Register);
        let mut weeks: Vec<RegisteredWeek> =
            listed.map(|other| RegisteredWeek { office: other.office, week: other.week }).collect();
        weeks.push(own);
        let until = weeks.iter().filter(|it| it.is_main()).map(|it| *it.week.counted_days().end()).max();
        Self { weeks, until: until.unwrap_or(own.week.period.value.end().value) }
    }

    /// The day from which on it lists: the first of the earliest record.
    pub(super) fn first_day(&self) -> Option<&'a Spanned<Date>> {
        self.weeks.iter().map(|it| it.week.period.value.start()).min_by_key(|day| day.value)
    }

    /// The records by which the office reports. Others of the same time, such as that of the month, tell the same once more.
    fn main(&self) -> impl Iterator<Item = RegisteredWeek<'a>> {
        self.weeks.iter().copied().filter(RegisteredWeek::is_main)
    }

    /// The cases that are told one by one, each with its record.
    pub(super) fn cases(&self) -> Vec<(RegisteredWeek<'a>, &'a Case)> {
        self.main().flat_map(|it| it.week.listed_cases().map(move |case| (it, case))).collect()
    }

    /// How many cases there are of which only the number is recorded.
    pub(super) fn cases_unlisted(&self) -> u32 {
        let recorded = self.main().filter_map(|it| it.week.cases.as_ref());
        recorded.map(|cases| unlisted(cases.count().map(|count| count.value), cases.number_listed())).sum()
    }

    /// How many complaints there are of which only the number is recorded.
    pub(super) fn complaints_unlisted(&self) -> u32 {
        let recorded = self.main().flat_map(|it| it.week.complaints.iter());
        recorded.map(|(_, it)| unlisted(it.count().map(|count| count.value), it.number_listed())).sum()
    }
}

/// How many are left where not all are listed.
fn unlisted(count: Option<u32>, listed: u32) -> u32 {
    count.map_or(0, |count| count.saturating_sub(listed))
}

impl RegisteredWeek<'_> {
    fn is_main(&self) -> bool {
        Series::of_period(self.office, &self.week.period.value) == Series::Main
    }
}
