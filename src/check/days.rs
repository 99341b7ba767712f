//! Days, counted and told.

use crate::record::value::Date;

/// How many days `to` lies after `from`; negative where it lies before.
pub(super) fn after(from: Date, to: Date) -> i64 {
    from.days_until(to)
}

/// The day `days` after `date`, or the calendar's last.
pub(super) fn later(date: Date, days: i64) -> Date {
    date.plus_days(days)
}

/// The same day of another year; `None` for 29 February where there is none.
pub(super) fn in_year(date: Date, year: i16) -> Option<Date> {
    Date::from_parts(year, date.month(), date.day())
}

/// One day or several in a row: 2021-01-08 or 2021-01-08 至 2021-01-14.
pub(super) fn told(first: Date, last: Date) -> String {
    if first == last {
        format!("{first} 这一天")
    } else {
        format!("{first} 至 {last} 这 {} 天", after(first, last) + 1)
    }
}
