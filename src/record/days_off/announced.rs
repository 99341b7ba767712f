//! What the State Council has announced: which days are off, and which weekends are worked for them.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::sync::LazyLock;

use crate::record::value::Date;

/// One line a day; where it is from stands at its beginning.
const TABLE: &str = include_str!("holidays-cn.csv");

/// What a notice says of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Announced {
    Off,
    Working,
}

static DAYS: LazyLock<BTreeMap<Date, Announced>> = LazyLock::new(|| TABLE.lines().filter_map(read).collect());

/// A line of the table; `None` for its head and for what is said of it.
fn read(line: &str) -> Option<(Date, Announced)> {
    let (day, rest) = line.split_once(',')?;
    let said = match rest.split(',').next()? {
        "放假" => Announced::Off,
        "上班" => Announced::Working,
        _ => return None,
    };
    Some((Date::from_iso(day)?, said))
}

/// What the notice says of a day; `None` where it says nothing, or has not come.
pub(super) fn announced_for(day: Date) -> Option<Announced> {
    DAYS.get(&day).copied()
}

/// Whether a notice says that the day is off.
#[must_use]
pub fn is_announced_off(day: Date) -> bool {
    announced_for(day) == Some(Announced::Off)
}

/// The last days of a year are announced with the next year's New Year: the earliest that has been were those of 2018.
const FIRST_OF_NEXT_NOTICE: (i8, i8) = (12, 29);

/// The year whose notice says whether a day is off.
pub(super) fn year_of_notice(day: Date) -> i16 {
    if (day.month(), day.day()) < FIRST_OF_NEXT_NOTICE { day.year() } else { day.year().saturating_add(1) }
}

/// The years whose notices the program knows.
#[must_use]
pub fn announced_years() -> RangeInclusive<i16> {
    let [first, last] =
        [DAYS.first_key_value(), DAYS.last_key_value()].map(|it| it.map_or(0, |(day, _)| year_of_notice(*day)));
    first..=last
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said_of(day: &str) -> Option<Announced> {
        announced_for(Date::from_iso(day).unwrap())
    }

    #[test]
    fn every_line_of_the_table_is_read() {
        let lines = TABLE.lines().filter(|line| !line.starts_with('#') && *line != "date,kind,name").count();
        assert_eq!((DAYS.len(), lines), (374, 374));
        assert_eq!(announced_years(), 2016..=2026);
    }

    /// As the notices of these years say.
    #[test]
    fn spring_festival_and_national_day() {
        for day in 11..=17 {
            assert_eq!(said_of(&format!("2021-02-{day}")), Some(Announced::Off), "{day}");
        }
        assert_eq!(["2021-02-07", "2021-02-20"].map(said_of), [Some(Announced::Working); 2]);
        assert_eq!(["2021-02-10", "2021-02-18", "2021-02-21"].map(said_of), [None; 3]);
        assert_eq!(["2023-09-29", "2023-10-06"].map(said_of), [Some(Announced::Off); 2]);
        assert_eq!(["2023-10-07", "2023-10-08"].map(said_of), [Some(Announced::Working); 2]);
    }

    #[test]
    fn new_year_is_announced_with_the_days_before_it() {
        let year = |day: &str| year_of_notice(Date::from_iso(day).unwrap());
        assert_eq!(["2018-12-28", "2018-12-29", "2018-12-31", "2019-01-01"].map(year), [2018, 2019, 2019, 2019]);
        assert_eq!(said_of("2018-12-29"), Some(Announced::Working));
    }
}
