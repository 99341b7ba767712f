//! How dates are written in a paper: in full, and within a run.
//!
//! The first date of a run carries its year, later ones only where the year changes; a run is what stands under one
//! first-level heading. A period always carries its year, the second time only when it changes. (The specimen:
//! 2021年1月11日收到…于1月12日; 2021年1月8日—1月14日.)

use crate::record::value::Date;

/// The year that the reader has in mind.
#[derive(Debug, Default)]
pub(super) struct DateRun {
    year: Option<i16>,
}

impl DateRun {
    pub(super) fn restart(&mut self) {
        self.year = None;
    }

    pub(super) fn day(&mut self, date: Date) -> String {
        if self.year.replace(date.year()) == Some(date.year()) { short(date) } else { full(date) }
    }

    pub(super) fn period(&mut self, start: Date, end: Date) -> String {
        self.year = Some(end.year());
        period(start, end)
    }
}

/// 2021年1月8日.
pub(super) fn full(date: Date) -> String {
    format!("{}年{}", date.year(), short(date))
}

fn short(date: Date) -> String {
    format!("{}月{}日", date.month(), date.day())
}

/// 2021年1月8日—1月14日, or 2020年12月28日—2021年1月3日; of a single day that day.
pub(super) fn period(start: Date, end: Date) -> String {
    if start == end {
        return full(start);
    }
    let end = if start.year() == end.year() { short(end) } else { full(end) };
    format!("{}—{end}", full(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(year: i16, month: i8, day: i8) -> Date {
        Date::from_parts(year, month, day).unwrap()
    }

    #[test]
    fn the_year_stands_on_the_first_date_of_a_run_and_where_it_changes() {
        let mut run = DateRun::default();
        let written =
            [date(2020, 12, 30), date(2020, 12, 31), date(2021, 1, 2), date(2021, 1, 3)].map(|day| run.day(day));
        assert_eq!(written, ["2020年12月30日", "12月31日", "2021年1月2日", "1月3日"]);
        run.restart();
        assert_eq!(run.day(date(2021, 1, 3)), "2021年1月3日");
    }

    #[test]
    fn a_period_repeats_the_year_only_when_it_changes() {
        assert_eq!(period(date(2021, 1, 8), date(2021, 1, 14)), "2021年1月8日—1月14日");
        assert_eq!(period(date(2020, 12, 28), date(2021, 1, 3)), "2020年12月28日—2021年1月3日");
        assert_eq!(period(date(2021, 1, 8), date(2021, 1, 8)), "2021年1月8日");
    }
}
