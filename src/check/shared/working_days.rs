//! Working days, by the office's own table of holidays.

use crate::check::shared::days;
use crate::record::checks::{Days, Weekday};
use crate::record::office::Office;
use crate::record::value::Date;
use crate::yaml::List;

/// Stretches of days, sorted, none touching another.
#[derive(Debug, Default)]
struct Stretches(Vec<(Date, Date)>);

impl Stretches {
    fn from_table(table: Option<&List<Days>>) -> Self {
        let mut given: Vec<(Date, Date)> =
            table.into_iter().flatten().map(|days| (days.first().value, days.last().value)).collect();
        given.sort_unstable();
        let mut merged: Vec<(Date, Date)> = Vec::new();
        for (first, last) in given {
            match merged.last_mut() {
                Some(before) if first <= before.1 => before.1 = before.1.max(last),
                _ => merged.push((first, last)),
            }
        }
        Self(merged)
    }

    fn contains(&self, date: Date) -> bool {
        let next = self.0.partition_point(|(first, _)| *first <= date);
        next.checked_sub(1).and_then(|at| self.0.get(at)).is_some_and(|(_, last)| date <= *last)
    }
}

/// Which days the office works.
#[derive(Debug)]
pub struct WorkingDays {
    holidays: Stretches,
    working_weekends: Stretches,
}

/// No reply takes longer: what lies further apart is a slip of another kind.
const LONGEST: i64 = 366;

impl WorkingDays {
    pub fn from_office(office: &Office) -> Self {
        let checks = office.checks.as_ref();
        Self {
            holidays: Stretches::from_table(checks.map(|checks| &checks.holidays)),
            working_weekends: Stretches::from_table(checks.map(|checks| &checks.working_weekends)),
        }
    }

    fn is_working(&self, date: Date) -> bool {
        self.working_weekends.contains(date)
            || (!Weekday::from_date(date).is_weekend() && !self.holidays.contains(date))
    }

    /// How many working days there are after `from` up to and with `to`; `None` where `to` lies before it or more than
    /// a year after.
    pub fn between(&self, from: Date, to: Date) -> Option<usize> {
        let length = days::after(from, to);
        (0..=LONGEST)
            .contains(&length)
            .then(|| (1..=length).filter(|day| self.is_working(days::later(from, *day))).count())
    }
}
