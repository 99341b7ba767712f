//! The days of a period: how long it is by the calendar, and which other periods it is compared with.

use super::Date;

/// From one day to another, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Days {
    pub start: Date,
    pub end: Date,
}

/// How long a period is, as people call it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeriodLength {
    Day,
    Month,
    Quarter,
    /// From January to June, or from July to December.
    HalfYear,
    Year,
    /// So many days that are none of these, such as a week.
    Days(i64),
}

impl Days {
    #[must_use]
    pub fn length(self) -> PeriodLength {
        let Self { start, end } = self;
        let is_whole = start.day() == 1 && end.plus_days(1).day() == 1;
        let months = i16::from(end.month()) - i16::from(start.month()) + 12 * (end.year() - start.year()) + 1;
        match (is_whole, months, start.month()) {
            (true, 1, _) => PeriodLength::Month,
            (true, 3, 1 | 4 | 7 | 10) => PeriodLength::Quarter,
            (true, 6, 1 | 7) => PeriodLength::HalfYear,
            (true, 12, 1) => PeriodLength::Year,
            _ if start == end => PeriodLength::Day,
            _ => PeriodLength::Days(start.days_until(end) + 1),
        }
    }

    /// What a text calls a period of these days that tells of it: 本周, 本月. One that is none of the usual ones is 本期.
    #[must_use]
    pub fn this(self) -> &'static str {
        match self.length() {
            PeriodLength::Month => "本月",
            PeriodLength::Quarter => "本季度",
            PeriodLength::HalfYear if self.start.month() == 1 => "上半年",
            PeriodLength::HalfYear => "下半年",
            PeriodLength::Year => "本年度",
            PeriodLength::Day => "当日",
            PeriodLength::Days(..=7) => "本周",
            PeriodLength::Days(_) => "本期",
        }
    }

    /// All words by which a text means the period itself that tells of it, [`Days::this`] first.
    #[must_use]
    pub fn own_words(self) -> &'static [&'static str] {
        match self.length() {
            PeriodLength::Month => &["本月", "当月"],
            PeriodLength::Quarter => &["本季度", "本季"],
            PeriodLength::HalfYear if self.start.month() == 1 => &["上半年"],
            PeriodLength::HalfYear => &["下半年"],
            PeriodLength::Year => &["本年度", "本年", "全年", "今年"],
            PeriodLength::Day => &["当日", "当天"],
            PeriodLength::Days(..=7) => &["本周"],
            PeriodLength::Days(_) => &["本期"],
        }
    }

    /// What a text of the period right behind calls this one: 上周, 上月. One that is none of the usual ones is 上期.
    #[must_use]
    pub fn previous(self) -> &'static str {
        match self.length() {
            PeriodLength::Month => "上月",
            PeriodLength::Quarter => "上季度",
            // The half-year right behind is the second of the same year, or the first of the next.
            PeriodLength::HalfYear if self.start.month() == 1 => "上半年",
            PeriodLength::HalfYear => "上年下半年",
            PeriodLength::Year => "上年度",
            PeriodLength::Day => "前一日",
            PeriodLength::Days(..=7) => "上周",
            PeriodLength::Days(_) => "上期",
        }
    }

    /// What messages call one period as long as this, behind 这, 前 or 上: 一周, 一个月.
    #[must_use]
    pub fn unit(self) -> &'static str {
        match self.length() {
            PeriodLength::Month => "一个月",
            PeriodLength::Quarter => "一个季度",
            PeriodLength::HalfYear => "一个半年",
            PeriodLength::Year => "一年",
            PeriodLength::Day => "一天",
            PeriodLength::Days(..=7) => "一周",
            PeriodLength::Days(_) => "一期",
        }
    }

    /// What a text calls a period since a day: 1—6月 where it has whole months of one year, else from which day to which.
    #[must_use]
    pub fn since(self) -> String {
        let Self { start, end } = self;
        let is_in_one_year = start.year() == end.year();
        if is_in_one_year && start.day() == 1 && end.plus_days(1).day() == 1 {
            let (first, last) = (start.month(), end.month());
            return if first == last { format!("{first}月") } else { format!("{first}—{last}月") };
        }
        let year = |day: Date| if is_in_one_year { String::new() } else { format!("{}年", day.year()) };
        let [first, last] = [start, end].map(|day| format!("{}{}月{}日", year(day), day.month(), day.day()));
        format!("{first}至{last}")
    }

    /// What a title calls a period of these days: 2026年5月, 2026年第二季度, 2026年6月12日至6月18日.
    #[must_use]
    pub fn called(self) -> String {
        let (year, month) = (self.start.year(), self.start.month());
        match self.length() {
            PeriodLength::Month => format!("{year}年{month}月"),
            PeriodLength::Quarter => {
                format!("{year}年第{}季度", ["一", "二", "三", "四"][usize::from((month.unsigned_abs() - 1) / 3 % 4)])
            }
            PeriodLength::HalfYear => format!("{year}年{}", self.this()),
            PeriodLength::Year => format!("{year}年"),
            PeriodLength::Day | PeriodLength::Days(_) => self.called_since(),
        }
    }

    /// What a title calls a period since a day: 2026年1—6月.
    #[must_use]
    pub fn called_since(self) -> String {
        let year =
            if self.start.year() == self.end.year() { format!("{}年", self.start.year()) } else { String::new() };
        year + &self.since()
    }

    #[must_use]
    pub fn contains(self, date: Date) -> bool {
        self.start <= date && date <= self.end
    }

    /// Whether `self` is 上一期 of `this`, where none of the same length lies between them. A month, a quarter, a half-year, a
    /// year or a day is followed by the next one without a gap. Between weeks, or others that the calendar has no word for,
    /// days may be free, such as a weekend; but not so many that either would have had room there: then one is missing.
    #[must_use]
    pub fn is_right_before(self, this: Self) -> bool {
        let free = self.end.days_until(this.start) - 1;
        match (self.length(), this.length()) {
            (PeriodLength::Days(one), PeriodLength::Days(two)) => (0..one.min(two)).contains(&free),
            (one, two) => one == two && free == 0,
        }
    }

    /// Whether `self` is 上年同期 of `this`: the same month, quarter, half-year, year or day of the year before; of weeks, and of
    /// others that the calendar has no word for, the one in which the day 52 weeks before the first day lies.
    #[must_use]
    pub fn is_a_year_before(self, this: Self) -> bool {
        match (self.length(), this.length()) {
            (PeriodLength::Days(_), PeriodLength::Days(_)) => self.contains(this.start.plus_days(-52 * 7)),
            (one, two) => one == two && Some(self.start) == a_year_before(this.start),
        }
    }

    /// Whether `self` is 上一期 of `this`, both since a day, where none lies between them: the one since the same day that ends
    /// earlier.
    #[must_use]
    pub fn is_shorter_since_the_same_day(self, this: Self) -> bool {
        self.start == this.start && self.end < this.end
    }

    /// Whether `self` is 上年同期 of `this`, both since a day: since the same date of the year before, until the same date, or
    /// the end of the same month.
    #[must_use]
    pub fn is_since_and_until_a_year_before(self, this: Self) -> bool {
        Some(self.start) == a_year_before(this.start) && is_a_year_before(self.end, this.end)
    }
}

/// Whether `other` is the day of the same date in the year before, or both are the last of one month.
fn is_a_year_before(other: Date, day: Date) -> bool {
    let is_last = |day: Date| day.plus_days(1).day() == 1;
    let is_in_the_month = other.year() + 1 == day.year() && other.month() == day.month();
    is_in_the_month && (other.day() == day.day() || is_last(other) && is_last(day))
}

/// The day of the same date in the year before; there is none before 29 February.
fn a_year_before(day: Date) -> Option<Date> {
    Date::from_parts(day.year().checked_sub(1)?, day.month(), day.day())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(text: &str) -> Days {
        let (start, end) = text.split_once('至').unwrap();
        Days { start: Date::from_iso(start).unwrap(), end: Date::from_iso(end).unwrap() }
    }

    #[test]
    fn the_period_before_is_the_one_that_leaves_no_room_for_another() {
        for (earlier, this, is_before) in [
            ("2021-01-08至2021-01-14", "2021-01-15至2021-01-21", true),
            // From Monday to Friday.
            ("2021-01-04至2021-01-08", "2021-01-11至2021-01-15", true),
            // Six days are free, seven are a week.
            ("2021-01-08至2021-01-14", "2021-01-21至2021-01-27", true),
            ("2021-01-08至2021-01-14", "2021-01-22至2021-01-28", false),
            ("2021-01-08至2021-01-14", "2021-01-14至2021-01-20", false),
            // A holiday's week of ten days, ten days of a month.
            ("2021-02-05至2021-02-14", "2021-02-15至2021-02-21", true),
            ("2021-01-21至2021-01-31", "2021-02-01至2021-02-10", true),
            ("2021-01-01至2021-01-31", "2021-02-01至2021-02-28", true),
            ("2021-01-01至2021-01-31", "2021-03-01至2021-03-31", false),
            ("2020-10-01至2020-12-31", "2021-01-01至2021-03-31", true),
            ("2020-07-01至2020-12-31", "2021-01-01至2021-06-30", true),
            ("2020-01-01至2020-12-31", "2021-01-01至2021-12-31", true),
            ("2021-01-07至2021-01-07", "2021-01-08至2021-01-08", true),
            ("2021-01-08至2021-01-08", "2021-01-11至2021-01-11", false),
            // Of another length.
            ("2021-01-25至2021-01-31", "2021-02-01至2021-02-28", false),
            ("2021-01-01至2021-01-31", "2021-02-01至2021-02-07", false),
        ] {
            assert_eq!(days(earlier).is_right_before(days(this)), is_before, "{earlier} {this}");
        }
    }

    #[test]
    fn of_periods_since_a_day_the_one_before_ends_earlier_and_the_same_of_the_year_before_at_the_same_date() {
        let this = days("2024-01-01至2024-02-29");
        let before = ["2024-01-01至2024-01-31", "2024-01-02至2024-01-31", "2024-01-01至2024-03-31"];
        assert_eq!(before.map(|other| days(other).is_shorter_since_the_same_day(this)), [true, false, false]);
        let year_before = ["2023-01-01至2023-02-28", "2023-01-01至2023-02-27", "2023-02-01至2023-02-28"];
        assert_eq!(year_before.map(|other| days(other).is_since_and_until_a_year_before(this)), [true, false, false]);
    }

    #[test]
    fn a_period_since_a_day_is_called_by_its_months_or_days() {
        for (period, called) in [
            ("2026-01-01至2026-06-30", "1—6月"),
            ("2026-01-01至2026-01-31", "1月"),
            ("2026-01-01至2026-06-17", "1月1日至6月17日"),
            ("2025-11-01至2026-02-28", "2025年11月1日至2026年2月28日"),
        ] {
            assert_eq!(days(period).since(), called);
        }
    }

    #[test]
    fn a_title_calls_a_period_with_its_year() {
        for (period, called) in [
            ("2026-05-01至2026-05-31", "2026年5月"),
            ("2026-01-01至2026-03-31", "2026年第一季度"),
            ("2026-10-01至2026-12-31", "2026年第四季度"),
            ("2026-07-01至2026-12-31", "2026年下半年"),
            ("2026-01-01至2026-12-31", "2026年"),
            ("2026-06-12至2026-06-18", "2026年6月12日至6月18日"),
            ("2026-12-28至2027-01-03", "2026年12月28日至2027年1月3日"),
        ] {
            assert_eq!(days(period).called(), called);
        }
        assert_eq!(days("2026-01-01至2026-06-30").called_since(), "2026年1—6月");
        assert_eq!(days("2025-11-01至2026-02-28").called_since(), "2025年11月1日至2026年2月28日");
    }

    #[test]
    fn the_same_period_of_the_year_before_has_the_same_name_or_holds_the_same_weekday() {
        for (earlier, this, is_same) in [
            ("2020-02-01至2020-02-29", "2021-02-01至2021-02-28", true),
            ("2020-01-01至2020-01-31", "2021-02-01至2021-02-28", false),
            ("2020-10-01至2020-12-31", "2021-10-01至2021-12-31", true),
            ("2020-07-01至2020-12-31", "2021-07-01至2021-12-31", true),
            ("2020-01-01至2020-12-31", "2021-01-01至2021-12-31", true),
            ("2020-01-08至2020-01-08", "2021-01-08至2021-01-08", true),
            ("2020-02-28至2020-02-28", "2021-02-28至2021-02-28", true),
            // 8 January 2021 is a Friday, and so is 10 January 2020.
            ("2020-01-10至2020-01-16", "2021-01-08至2021-01-14", true),
            ("2020-01-06至2020-01-12", "2021-01-08至2021-01-14", true),
            ("2020-01-03至2020-01-09", "2021-01-08至2021-01-14", false),
            ("2020-01-01至2020-09-30", "2021-01-01至2021-09-30", true),
            ("2020-01-01至2020-01-31", "2021-01-08至2021-01-14", false),
        ] {
            assert_eq!(days(earlier).is_a_year_before(days(this)), is_same, "{earlier} {this}");
        }
        assert!(!days("2023-02-28至2023-02-28").is_a_year_before(days("2024-02-29至2024-02-29")));
    }
}
