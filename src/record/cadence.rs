//! 报送周期: how long an office's periods are, and how their issues are numbered.

use super::value::{Date, Days, PeriodLength};
use crate::words;

words! {
    /// How often an office reports.
    pub enum Cadence {
        /// 七天，从哪天起都可以
        "周" => Week,
        /// 星期一到星期五
        "工作周" => WorkingWeek,
        /// 十天：1 至 10 日、11 至 20 日、21 日到月底
        "旬" => TenDays,
        /// 一个月，从哪天起都可以，例如 1 日至月底，或 26 日至 25 日
        "月" => Month,
        /// 三个月
        "季" => Quarter,
        /// 六个月
        "半年" => HalfYear,
        /// 十二个月
        "年" => Year,
        /// 从固定的一天（1 月 1 日，或者专项行动的第一天）累计到某一天，一期比一期长；记录的「周期」里写 累计: 是
        "累计" => Cumulative,
        /// 长短不一，不查
        "不定" => Any,
    }
}

words! {
    /// How issues are numbered.
    pub enum Numbering {
        /// 每年从第 1 期排起
        "按年" => Yearly,
        /// 一直排下去
        "连续" => Continuous,
    }
}

/// A week, in days.
const WEEK: i64 = 7;

impl Cadence {
    /// The last day of a period of the office that begins on `start`; `None` where none can, or any may be.
    #[must_use]
    pub fn end(self, start: Date) -> Option<Date> {
        match self {
            Self::Week => Some(start.plus_days(WEEK - 1)),
            Self::WorkingWeek => (start.days_since_monday() == 0).then(|| start.plus_days(4)),
            Self::TenDays => match start.day() {
                1 | 11 => Some(start.plus_days(9)),
                21 => Some(months_later(start.plus_days(-20), 1)?.plus_days(-1)),
                _ => None,
            },
            Self::Month => Some(months_later(start, 1)?.plus_days(-1)),
            Self::Quarter => Some(months_later(start, 3)?.plus_days(-1)),
            Self::HalfYear => Some(months_later(start, 6)?.plus_days(-1)),
            Self::Year => Some(months_later(start, 12)?.plus_days(-1)),
            Self::Cumulative | Self::Any => None,
        }
    }

    /// Whether these days are such a period. A period since a day is known by what its record says, never by its days.
    #[must_use]
    pub fn fits(self, days: Days) -> bool {
        self == Self::Any || self.end(days.start) == Some(days.end)
    }

    /// What one is called in messages.
    #[must_use]
    pub fn noun(self) -> &'static str {
        match self {
            Self::Week => "一周",
            Self::WorkingWeek => "星期一到星期五",
            Self::TenDays => "一旬",
            Self::Month => "一个月",
            Self::Quarter => "一个季度",
            Self::HalfYear => "半年",
            Self::Year => "一年",
            Self::Cumulative => "累计的一期",
            Self::Any => "一期",
        }
    }

    /// What stands for it in names of folders.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Week => "week",
            Self::WorkingWeek => "workweek",
            Self::TenDays => "tendays",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::HalfYear => "halfyear",
            Self::Year => "year",
            Self::Cumulative => "since",
            Self::Any => "other",
        }
    }

    /// Which it is that has just these days, where the office's file does not say: a week, or what the calendar has a word for.
    #[must_use]
    pub fn of_days(days: Days) -> Option<Self> {
        match days.length() {
            PeriodLength::Month => Some(Self::Month),
            PeriodLength::Quarter => Some(Self::Quarter),
            PeriodLength::HalfYear => Some(Self::HalfYear),
            PeriodLength::Year => Some(Self::Year),
            PeriodLength::Days(WEEK) => Some(Self::Week),
            PeriodLength::Day | PeriodLength::Days(_) => None,
        }
    }
}

/// The same day of a later month; its last day where it has fewer, and then the month's first day counts from there.
fn months_later(day: Date, months: i16) -> Option<Date> {
    let month = i16::from(day.month()) - 1 + months;
    let (year, month) = (day.year().checked_add(month / 12)?, i8::try_from(month % 12 + 1).ok()?);
    (0..4).find_map(|fewer| Date::from_parts(year, month, day.day() - fewer))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn end(cadence: Cadence, start: &str) -> String {
        let start = Date::from_iso(start).unwrap();
        cadence.end(start).map_or_else(String::new, |end| end.to_string())
    }

    #[test]
    fn a_period_ends_on_the_day_before_the_next() {
        for (cadence, start, last) in [
            (Cadence::Week, "2021-12-31", "2022-01-06"),
            (Cadence::WorkingWeek, "2021-11-15", "2021-11-19"),
            (Cadence::WorkingWeek, "2021-11-16", ""),
            (Cadence::TenDays, "2021-02-21", "2021-02-28"),
            (Cadence::TenDays, "2021-02-05", ""),
            (Cadence::Month, "2024-02-01", "2024-02-29"),
            (Cadence::Month, "2021-12-26", "2022-01-25"),
            (Cadence::Month, "2021-01-31", "2021-02-27"),
            (Cadence::Quarter, "2021-10-01", "2021-12-31"),
            (Cadence::HalfYear, "2021-07-01", "2021-12-31"),
            (Cadence::Year, "2021-01-01", "2021-12-31"),
            (Cadence::Cumulative, "2021-01-01", ""),
            (Cadence::Any, "2021-01-01", ""),
        ] {
            assert_eq!(end(cadence, start), last, "{cadence} {start}");
        }
    }
}
