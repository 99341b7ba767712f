//! Working days: by what the State Council announces and what the office's file adds, which stands above it.

use std::collections::BTreeSet;

use super::announced::{Announced, announced_for, announced_years, year_of_notice};
use crate::record::checks::{Checks, Days, Weekday};
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

    fn years(&self) -> impl Iterator<Item = i16> {
        self.0.iter().flat_map(|(first, last)| [first.year(), last.year()])
    }
}

/// Which days an office works.
#[derive(Debug)]
pub struct WorkingDays {
    own_holidays: Stretches,
    own_working_weekends: Stretches,
}

/// Working days between two days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    pub days: usize,
    /// The years of which nobody has said which days are off: no notice is known, and the office's file has none of its
    /// own. In these all days from Monday to Friday are counted.
    pub unannounced: Vec<i16>,
}

/// No reply takes longer: what lies further apart is a slip of another kind.
const LONGEST: i64 = 366;

impl WorkingDays {
    #[must_use]
    pub fn of_office(checks: Option<&Checks>) -> Self {
        Self {
            own_holidays: Stretches::from_table(checks.map(|checks| &checks.holidays)),
            own_working_weekends: Stretches::from_table(checks.map(|checks| &checks.working_weekends)),
        }
    }

    fn is_working(&self, date: Date) -> bool {
        if self.own_working_weekends.contains(date) {
            return true;
        }
        if self.own_holidays.contains(date) {
            return false;
        }
        match announced_for(date) {
            Some(announced) => announced == Announced::Working,
            None => !Weekday::from_date(date).is_weekend(),
        }
    }

    /// The working days after `from` up to and with `to`; `None` where `to` lies before it or more than a year after.
    #[must_use]
    pub fn between(&self, from: Date, to: Date) -> Option<Counted> {
        let length = from.days_until(to);
        if !(0..=LONGEST).contains(&length) {
            return None;
        }
        let own_years: BTreeSet<i16> = self.own_holidays.years().collect();
        let (mut days, mut unannounced) = (0, BTreeSet::new());
        for date in (1..=length).map(|day| from.plus_days(day)) {
            days += usize::from(self.is_working(date));
            let year = year_of_notice(date);
            if !announced_years().contains(&year) && !own_years.contains(&year) {
                unannounced.insert(year);
            }
        }
        Some(Counted { days, unannounced: unannounced.into_iter().collect() })
    }

    /// The last day on which what came in on `from` is answered within `days` working days; `None` where that is more than a
    /// year away.
    #[must_use]
    pub fn deadline(&self, from: Date, days: u32) -> Option<Date> {
        let mut left = days;
        for date in (0..=LONGEST).map(|day| from.plus_days(day)) {
            left -= u32::from(date != from && self.is_working(date));
            if left == 0 {
                return Some(date);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::read;
    use crate::source::Source;
    use crate::yaml::Problems;

    fn counted(checks: &str, from: &str, to: &str) -> Counted {
        let checks: Option<Checks> = read(&Source::new("检查.yaml", checks), &mut Problems::new());
        let [from, to] = [from, to].map(|day| Date::from_iso(day).unwrap());
        WorkingDays::of_office(checks.as_ref()).between(from, to).unwrap()
    }

    fn days(checks: &str, from: &str, to: &str) -> usize {
        let Counted { days, unannounced } = counted(checks, from, to);
        assert!(unannounced.is_empty(), "{from} {to}");
        days
    }

    #[test]
    fn spring_festival_of_2021() {
        // From Saturday the 6th: Sunday the 7th is worked, Monday to Wednesday are, then seven days are off; Thursday and
        // Friday the 18th and 19th, and Saturday the 20th.
        assert_eq!(days("首日: 星期五", "2021-02-06", "2021-02-10"), 4);
        assert_eq!(days("首日: 星期五", "2021-02-10", "2021-02-17"), 0);
        assert_eq!(days("首日: 星期五", "2021-02-17", "2021-02-21"), 3);
    }

    #[test]
    fn national_day_of_2023_and_the_weekend_after_it() {
        assert_eq!(days("首日: 星期五", "2023-09-28", "2023-10-06"), 0);
        assert_eq!(days("首日: 星期五", "2023-10-06", "2023-10-08"), 2, "Saturday and Sunday are worked");
    }

    #[test]
    fn a_deadline_is_a_working_day() {
        let deadline = |days| {
            let from = Date::from_iso("2021-02-06").unwrap();
            WorkingDays::of_office(None).deadline(from, days).map(|day| day.to_string())
        };
        // Sunday the 7th is worked; from Thursday the 11th seven days are off.
        assert_eq!(deadline(1).as_deref(), Some("2021-02-07"));
        assert_eq!(deadline(4).as_deref(), Some("2021-02-10"));
        assert_eq!(deadline(5).as_deref(), Some("2021-02-18"));
        assert_eq!(deadline(0).as_deref(), Some("2021-02-06"));
        assert_eq!(deadline(400), None);
    }

    #[test]
    fn what_an_office_adds_stands_above_the_notice() {
        let own = "放假: [2021-02-18]\n调休上班: [2021-02-15, { 起: 2021-02-20, 止: 2021-02-21 }]\n";
        assert_eq!(days(own, "2021-02-10", "2021-02-21"), 4, "the 15th, 19th, 20th and 21st");
    }

    #[test]
    fn a_year_that_is_not_announced_is_told() {
        let new_year = counted("首日: 星期五", "2026-12-25", "2027-01-05");
        // Monday to Thursday, Friday the 1st, Monday and Tuesday.
        assert_eq!(new_year, Counted { days: 7, unannounced: vec![2027] });
        let own = counted("放假: [{ 起: 2027-01-01, 止: 2027-01-03 }]", "2026-12-25", "2027-01-05");
        assert_eq!(own, Counted { days: 6, unannounced: Vec::new() });
        assert_eq!(counted("首日: 星期五", "2015-12-25", "2016-01-04").unannounced, [2015_i16]);
    }
}
