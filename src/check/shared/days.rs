//! Days, counted and described.

use jiff::ToSpan;

use crate::record::value::Date;

/// A week, in days.
pub const LENGTH_OF_A_WEEK: i64 = 7;

/// How many days `to` lies after `from`; negative where it lies before.
pub fn after(from: Date, to: Date) -> i64 {
    from.civil().duration_until(to.civil()).as_hours() / 24
}

/// The day `days` after `date`, or the calendar's last.
pub fn later(date: Date, days: i64) -> Date {
    date.civil().saturating_add(days.days()).into()
}

/// The same day of another year; `None` for 29 February where there is none.
pub fn in_year(date: Date, year: i16) -> Option<Date> {
    jiff::civil::Date::new(year, date.month(), date.day()).ok().map(Date::from)
}

/// One day or several in a row: 2021-01-08 or 2021-01-08 至 2021-01-14.
pub fn told(first: Date, last: Date) -> String {
    if first == last {
        format!("{first} 这一天")
    } else {
        format!("{first} 至 {last} 这 {} 天", after(first, last) + 1)
    }
}
