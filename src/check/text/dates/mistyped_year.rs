//! Which dates have a mistyped year.

use super::written::WrittenDate;
use crate::check::text::line::Line;
use crate::record::value::Date;
use crate::record::week::Week;

/// Sentences with one of these compare the week with other years.
const COMPARED: [&str; 9] = ["去年", "同期", "同比", "上年", "往年", "前年", "相比", "较", "年前"];

/// The year that was meant, where only the year keeps a date from lying in the week.
pub fn mistyped_year(line: &Line, date: &WrittenDate, week: &Week) -> Option<i16> {
    let typed = date.year?;
    let sentence = line.text(line.sentence(date.cells.start));
    if week.period.value.contains(date.date) || COMPARED.iter().any(|word| sentence.contains(word)) {
        return None;
    }
    let years = [week.period.value.start().value.year(), week.period.value.end().value.year()];
    years.into_iter().find(|year| *year != typed && lies_within(date.date, *year, week))
}

/// Whether the same day of `year` lies in the week.
fn lies_within(date: Date, year: i16, week: &Week) -> bool {
    Date::from_parts(year, date.month(), date.day()).is_some_and(|date| week.period.value.contains(date))
}
