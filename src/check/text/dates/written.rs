//! Reads the dates of a paragraph.

use std::ops::Range;

use crate::check::shared::han::DATE;
use crate::check::text::line::Line;
use crate::record::value::Date;

/// A date as it is written.
pub struct WrittenDate {
    /// Its characters.
    pub cells: Range<usize>,
    pub year: Option<i16>,
    pub date: Date,
}

impl WrittenDate {
    /// Whether it is inside of 《》.
    pub fn is_in_title(&self, line: &Line) -> bool {
        let before = line.text(0..self.cells.start);
        before.rfind('《').is_some_and(|open| before.rfind('》').is_none_or(|close| close < open))
    }
}

/// A date that no calendar has.
pub struct ImpossibleDate {
    pub cells: Range<usize>,
    /// Why there is no such day.
    pub reason: &'static str,
}

/// The dates of a paragraph, in their order.
#[derive(Default)]
pub struct WrittenDates {
    pub dates: Vec<WrittenDate>,
    pub impossible: Vec<ImpossibleDate>,
}

impl WrittenDates {
    /// Those of a paragraph in a week that begins on `start`.
    pub fn read(line: &Line, start: Date) -> Self {
        let mut written = Self::default();
        let mut at = 0;
        while at < line.len() {
            if line.c(at) == DATE {
                written.add_field(line, at);
                at += 1;
            } else if line.c(at).is_ascii_digit() {
                at = written.add_digits(line, at, start);
            } else {
                at += 1;
            }
        }
        written
    }

    /// Adds the date in braces at `at`, such as `{2021-01-12}`.
    fn add_field(&mut self, line: &Line, at: usize) {
        let cells = at..at + 1;
        match Date::from_iso(line.text(cells.clone()).trim_matches(['{', '}'])) {
            Some(date) => self.dates.push(WrittenDate { cells, year: Some(date.year()), date }),
            None => self.impossible.push(ImpossibleDate { cells, reason: "这一天不存在" }),
        }
    }

    /// Adds the date that begins with the digits at `at`, if one does. Where to read on.
    fn add_digits(&mut self, line: &Line, at: usize, start: Date) -> usize {
        let end = line.digits_end(at);
        if matches!(line.before(at), '.' | '-' | '/') || line.before(at).is_ascii_alphabetic() {
            return end;
        }
        let before = self.dates.last().filter(|before| connects(line, before.cells.end..at));
        let Some(parts) = Parts::read(line, at, end, before) else { return end };
        let Parts { cells, year, month, day, month_is_inherited } = parts;
        let behind = cells.end;
        let begun = before.filter(|_| year.is_none() && !month_is_inherited);
        let period_end = begun.and_then(|begun| end_of_period(begun, month, day));
        if let Some(date) = period_end.or_else(|| meant(year, month, day, start)) {
            self.dates.push(WrittenDate { cells, year, date });
        } else {
            let reason = if (1..=12).contains(&month) { "这个月没有这一天" } else { "一年只有 12 个月" };
            self.impossible.push(ImpossibleDate { cells, reason });
        }
        behind
    }
}

/// What a date consists of, whether there is such a day or not.
struct Parts {
    cells: Range<usize>,
    year: Option<i16>,
    month: u32,
    day: u32,
    /// 14日 in 1月8日—14日 has the month of the date before it.
    month_is_inherited: bool,
}

impl Parts {
    /// Those of a date that begins with the digits `at..end`; `before` is the date with which it makes a period.
    fn read(line: &Line, at: usize, end: usize, before: Option<&WrittenDate>) -> Option<Self> {
        if line.c(end) == '年' && matches!(end - at, 2 | 4) {
            let digits = line.number(at..end)?;
            let year = i16::try_from(if end - at == 2 { 2000 + digits } else { digits }).ok();
            return Self::month_and_day(line, end + 1, line.digits_end(end + 1), year).map(|parts| parts.from(at));
        }
        if end - at == 4 && matches!(line.c(end), '-' | '.' | '/') {
            return Self::with_separators(line, at, end);
        }
        if line.c(end) == '日' && matches!(end - at, 1 | 2) {
            return Self::day_alone(line, at, end, before?);
        }
        Self::month_and_day(line, at, end, None)
    }

    fn from(self, start: usize) -> Self {
        Self { cells: start..self.cells.end, ..self }
    }

    /// 2021-01-12, 2021.1.12 or 2021/1/12, of which the year stands at `at..end`.
    fn with_separators(line: &Line, at: usize, end: usize) -> Option<Self> {
        let separator = line.c(end);
        let month = end + 1..line.digits_end(end + 1);
        let day = month.end + 1..line.digits_end(month.end + 1);
        let has_separators = line.c(month.end) == separator && line.c(day.end) != separator;
        if !has_separators || !matches!(month.len(), 1 | 2) || !matches!(day.len(), 1 | 2) {
            return None;
        }
        let year = i16::try_from(line.number(at..end)?).ok().filter(|year| (1990..=2099).contains(year))?;
        Some(Self {
            cells: at..day.end,
            year: Some(year),
            month: line.number(month)?,
            day: line.number(day)?,
            month_is_inherited: false,
        })
    }

    /// 1月12日 or 1月12号, of which the month stands at `at..end`.
    fn month_and_day(line: &Line, at: usize, end: usize, year: Option<i16>) -> Option<Self> {
        if !matches!(end - at, 1 | 2) || line.c(end) != '月' {
            return None;
        }
        let month = line.number(at..end)?;
        let day = end + 1..line.digits_end(end + 1);
        if matches!(day.len(), 1 | 2) && matches!(line.c(day.end), '日' | '号') {
            let cells = at..day.end + 1;
            return Some(Self { cells, year, month, day: line.number(day)?, month_is_inherited: false });
        }
        // A month alone matters only where there is no such month.
        let is_alone =
            year.is_some() || line.starts_any(end + 1, &["份", "底", "初", "中旬", "上旬", "下旬"]).is_some();
        let is_wrong = is_alone && !(1..=12).contains(&month);
        is_wrong.then_some(Self { cells: at..end + 1, year, month, day: 1, month_is_inherited: false })
    }

    /// The end of a period: 14日 in 1月8日—14日.
    fn day_alone(line: &Line, at: usize, end: usize, before: &WrittenDate) -> Option<Self> {
        let month = u32::try_from(before.date.month()).ok()?;
        let day = line.number(at..end)?;
        Some(Self { cells: at..end + 1, year: before.year, month, day, month_is_inherited: true })
    }
}

/// Whether what stands between two dates makes a period of them.
pub fn connects(line: &Line, between: Range<usize>) -> bool {
    matches!(line.text(between), "—" | "－" | "-" | "~" | "～" | "至" | "到" | "–" | "——" | "一")
}

/// No date without a year lies further ahead of its week, in days: it was rather in the year before.
const FURTHEST_AHEAD: i64 = 120;

/// The day that is meant: without a year, the nearest to the week; `None` if there is no such day.
fn meant(year: Option<i16>, month: u32, day: u32, start: Date) -> Option<Date> {
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    if let Some(year) = year {
        return Date::from_parts(year, month, day);
    }
    if (month, day) == (2, 29) {
        // In the year in which the day before is nearest.
        return Date::from_parts(nearest(2, 28, start)?.year(), 2, 29);
    }
    nearest(month, day, start)
}

fn nearest(month: i8, day: i8, start: Date) -> Option<Date> {
    let years = [start.year(), start.year() - 1, start.year() + 1];
    let days = years.into_iter().filter_map(|year| Date::from_parts(year, month, day));
    days.filter(|date| start.days_until(*date) <= FURTHEST_AHEAD).min_by_key(|date| start.days_until(*date).abs())
}

/// The end, without a year, of a period that begins with `before`: the next such day, unless that is most of a year on.
fn end_of_period(before: &WrittenDate, month: u32, day: u32) -> Option<Date> {
    const MOST_OF_A_YEAR: i64 = 270;
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    let same_year = Date::from_parts(before.date.year(), month, day)?;
    let next_year = Date::from_parts(before.date.year() + 1, month, day);
    let next = next_year.filter(|next| same_year < before.date && before.date.days_until(*next) < MOST_OF_A_YEAR);
    Some(next.unwrap_or(same_year))
}
