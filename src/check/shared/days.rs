//! Days, counted and described.

use crate::record::value::Date;

/// A week, in days.
pub const LENGTH_OF_A_WEEK: i64 = 7;

/// How many days `to` lies after `from`; negative where it lies before.
pub fn after(from: Date, to: Date) -> i64 {
    from.days_until(to)
}

/// The day `days` after `date`, or the calendar's last.
pub fn later(date: Date, days: i64) -> Date {
    date.plus_days(days)
}

/// The same day of another year; `None` for 29 February where there is none.
pub fn in_year(date: Date, year: i16) -> Option<Date> {
    Date::from_parts(year, date.month(), date.day())
}

/// One day or several in a row: 2021-01-08 or 2021-01-08 至 2021-01-14.
pub fn describe(first: Date, last: Date) -> String {
    if first == last {
        format!("{first} 这一天")
    } else {
        format!("{first} 至 {last} 这 {} 天", after(first, last) + 1)
    }
}
