//! 日期: a day of the calendar, typed and printed `2021-01-08`.

use super::{Wrong, decode_by_parsing, number, shown};
use crate::diagnostic::Certainty;
use chrono::{Datelike as _, NaiveDate, TimeDelta};
use std::fmt;
use std::str::FromStr;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(NaiveDate);

impl Date {
    /// The day of the calendar, or `None` where there is no such day. Years have four digits, as all that is typed here.
    #[must_use]
    pub fn from_parts(year: i16, month: i8, day: i8) -> Option<Self> {
        let (month, day) = (u32::try_from(month).ok()?, u32::try_from(day).ok()?);
        NaiveDate::from_ymd_opt(i32::from(year), month, day).filter(|_| (0..=LAST_YEAR).contains(&year)).map(Self)
    }

    /// The day written as 2021-01-08, of whatever year.
    #[must_use]
    pub fn from_iso(text: &str) -> Option<Self> {
        let (year, month, day) = parts(text)?;
        Self::from_parts(year, month, day)
    }

    /// From 0 to 9999.
    #[must_use]
    pub fn year(self) -> i16 {
        i16::try_from(self.0.year()).unwrap_or(LAST_YEAR)
    }

    /// From 1 to 12.
    #[must_use]
    pub fn month(self) -> i8 {
        i8::try_from(self.0.month()).unwrap_or(i8::MAX)
    }

    /// From 1 to 31.
    #[must_use]
    pub fn day(self) -> i8 {
        i8::try_from(self.0.day()).unwrap_or(i8::MAX)
    }

    /// From 1 to 366.
    #[must_use]
    pub fn day_of_year(self) -> u32 {
        self.0.ordinal()
    }

    /// How many days the week has been going on that begins on Monday: from 0, on Monday, to 6.
    #[must_use]
    pub fn days_since_monday(self) -> u32 {
        self.0.weekday().num_days_from_monday()
    }

    /// How many days `other` lies after this one; negative where it lies before.
    #[must_use]
    pub fn days_until(self, other: Self) -> i64 {
        other.0.signed_duration_since(self.0).num_days()
    }

    /// The day `days` after this one; the last of 9999 where it would lie behind, the first of year 0 where before.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        let moved = TimeDelta::try_days(days).and_then(|days| self.0.checked_add_signed(days)).map(Self);
        let within = moved.filter(|moved| (0..=i32::from(LAST_YEAR)).contains(&moved.0.year()));
        let end = if days < 0 { Self::from_parts(0, 1, 1) } else { Self::from_parts(LAST_YEAR, 12, 31) };
        within.or(end).unwrap_or(self)
    }

    /// The day of the calendar, typed as `text`.
    ///
    /// # Errors
    /// No such year, month or day.
    pub(crate) fn existing(year: i16, month: i8, day: i8, text: &str) -> Result<Self, Wrong> {
        let wrong = |reason: &str| Wrong::new(format!("日期「{}」{reason}", shown(text)));
        if year < FIRST_YEAR {
            return Err(wrong("的年份不对").help("请核对年份"));
        }
        if !(1..=12).contains(&month) {
            return Err(wrong("的月份不对").help("一年只有 12 个月"));
        }
        Self::from_parts(year, month, day).ok_or_else(|| {
            let last = Self::from_parts(year, month, 1).map_or(31, |first| first.0.num_days_in_month());
            wrong(&format!("不存在：{year}年{month}月没有{day}日"))
                .help(format!("{year}年{month}月是 1 日到 {last} 日"))
        })
    }
}

impl FromStr for Date {
    type Err = Wrong;

    fn from_str(text: &str) -> Result<Self, Wrong> {
        let Some((year, month, day)) = parts(text) else {
            let wrong = Wrong::new(format!("日期「{}」的写法不对", shown(text)));
            return Err(match fix(text) {
                Some(date) if date.year() >= FIRST_YEAR => {
                    wrong.help(format!("写成 {date}")).fixed_day(certainty(text), date.to_string())
                }
                Some(date) => wrong.help(format!("写成 {date}")),
                None => wrong.help("写成「年-月-日」，月和日各两位，例如 2021-01-08"),
            });
        };
        Self::existing(year, month, day, text)
    }
}

/// No paper of the present state is older.
const FIRST_YEAR: i16 = 1949;
/// Years of more than four digits are not typed.
const LAST_YEAR: i16 = 9999;

/// Year, month and day of `2021-01-08`, whether such a day exists or not.
fn parts(text: &str) -> Option<(i16, i8, i8)> {
    let mut parts = text.split('-');
    let mut part = |length: usize| {
        parts.next().filter(|part| part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let (year, month, day) = (part(4)?, part(2)?, part(2)?);
    if parts.next().is_some() {
        return None;
    }
    Some((year.parse().ok()?, month.parse().ok()?, day.parse().ok()?))
}

/// What was probably meant by 2021年1月8日, 2021/1/8, 2021.1.8, 2021-1-8 or 20210108.
fn fix(text: &str) -> Option<Date> {
    let text = number::put_right(text);
    let text = text.strip_suffix(['日', '号']).unwrap_or(&text).replace(['年', '月', '/', '.', '—', '–'], "-");
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next(), parts.next());
    let (year, month, day) = match (month, day) {
        (Some(month), Some(day)) => (year, month, day),
        (None, None) if year.len() == 8 => (year.get(..4)?, year.get(4..6)?, year.get(6..)?),
        _ => return None,
    };
    if year.len() != 4 || parts.next().is_some() {
        return None;
    }
    Date::from_parts(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// Certain where year, month and day stand there in digits, in whatever dress.
fn certainty(text: &str) -> Certainty {
    let is_date = |c: char| c.is_ascii_digit() || "年月日号/.-—–".contains(c);
    if number::half_width(text).chars().all(is_date) { Certainty::Certain } else { Certainty::Likely }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Every day from 1949 on and no other, for those who know of dates no more than their form.
const PATTERN: &str = concat!(
    "^(",
    r"(1949|19[5-9][0-9]|[2-9][0-9]{3})-",
    "((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|",
    "(19(5[26]|[68][048]|[79][26])|[2-9][0-9](0[48]|[2468][048]|[13579][26])|([2468][048]|[3579][26])00)-02-29",
    ")$"
);

decode_by_parsing!(Date, Date, "日期，例如 2021-01-08", {
    "type": "string",
    "pattern": PATTERN,
    "examples": ["2021-01-08"],
});
