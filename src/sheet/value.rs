//! What a cell holds: a number, a day or a text.
//!
//! The document says of each stretch of text whether it is a number or a day to the record, and that alone makes digits a
//! number: 12345 may be a telephone line. What number it is, is read from what is printed, so that the cell shows just that.

use chrono::{Datelike as _, NaiveDate};
use rust_decimal::Decimal;

use crate::document::{Cell, Origin, Sense, Text};

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    Empty,
    Text,
    Number(Number),
    Day(Day),
}

/// What a cell holds, as far as the cell alone says.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Reading {
    Certain(Value),
    /// Digits that are the template's own words: a number or a label, as the column says.
    Digits(Number),
}

/// A number with the format in which a sheet shows it as the paper prints it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Number {
    /// Of 82.20% it is 0.8220.
    pub(super) value: Decimal,
    pub(super) is_percent: bool,
    /// In Excel's code.
    pub(super) format: String,
}

/// A day with the format in which a sheet shows it as the paper prints it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Day {
    pub(super) date: NaiveDate,
    /// In Excel's code.
    pub(super) format: &'static str,
}

/// Excel keeps so many digits of a number.
const MOST_DIGITS: usize = 15;

/// What a cell holds in which the paper prints `printed`.
pub(super) fn read(cell: &Cell, printed: &str) -> Reading {
    if printed.is_empty() {
        return Reading::Certain(Value::Empty);
    }
    let [text] = cell.text.as_slice() else { return Reading::Certain(Value::Text) };
    if let Some(day) = Day::from_printed(printed, text) {
        return Reading::Certain(Value::Day(day));
    }
    let Some(number) = Number::from_printed(printed) else { return Reading::Certain(Value::Text) };
    match digits(text) {
        // Nothing is called 82.20%.
        _ if number.is_percent => Reading::Certain(Value::Number(number)),
        Digits::Number => Reading::Certain(Value::Number(number)),
        Digits::Template => Reading::Digits(number),
        Digits::Words => Reading::Certain(Value::Text),
    }
}

/// What digits belong to.
enum Digits {
    Number,
    Template,
    Words,
}

fn digits(text: &Text) -> Digits {
    let mut numbers = 0;
    for run in text.0.iter().filter(|run| !run.text.is_empty()) {
        match (run.sense, &*run.origin) {
            (Sense::Number, _) => numbers += 1,
            (Sense::Words, Origin::Template { .. } | Origin::Engine(_)) => {}
            _ => return Digits::Words,
        }
    }
    match numbers {
        0 => Digits::Template,
        1 => Digits::Number,
        // Two that stand side by side are not one.
        _ => Digits::Words,
    }
}

impl Number {
    /// The number that is printed so: 13, 42,565.00, -3.2, +5, 82.20%. `None` where a sheet would show it otherwise: 007,
    /// .5, -0, or more digits than it keeps.
    pub(super) fn from_printed(printed: &str) -> Option<Self> {
        let (signed, is_percent) = printed.strip_suffix('%').map_or((printed, false), |number| (number, true));
        let unsigned = signed.strip_prefix(['-', '+']).unwrap_or(signed);
        let (whole, fraction) = unsigned.split_once('.').map_or((unsigned, None), |(whole, part)| (whole, Some(part)));
        let is_grouped = whole.contains(',');
        let has_good_groups = !is_grouped || is_in_thousands(whole);
        let has_idle_zero = whole.len() > 1 && whole.starts_with('0');
        let digits = unsigned.replace(['.', ','], "");
        let is_number = are_digits(&digits)
            && digits.len() <= MOST_DIGITS
            && are_digits(&whole.replace(',', ""))
            && fraction.is_none_or(are_digits);
        if !is_number || !has_good_groups || has_idle_zero {
            return None;
        }
        let shown: Decimal = signed.trim_start_matches('+').replace(',', "").parse().ok()?;
        if shown.is_zero() && signed != unsigned {
            return None;
        }
        let value = if is_percent { shown * Decimal::new(1, 2) } else { shown };
        let mut format = if is_grouped { "#,##0".to_owned() } else { "0".to_owned() };
        if let Some(fraction) = fraction {
            format.push('.');
            format.push_str(&"0".repeat(fraction.len()));
        }
        if is_percent {
            format.push('%');
        }
        if signed.starts_with('+') {
            format = format!("+{format};-{format}");
        }
        Some(Self { value, is_percent, format })
    }

    /// As Excel reckons.
    pub(super) fn as_float(&self) -> f64 {
        self.value.to_string().parse().unwrap_or_default()
    }
}

/// 1,234,567.
fn is_in_thousands(whole: &str) -> bool {
    let mut groups = whole.split(',');
    groups.next().is_some_and(|first| (1..=3).contains(&first.len())) && groups.all(|group| group.len() == 3)
}

fn are_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The first day that Excel counts as the calendar does: it takes 1900 for a leap year.
const FIRST_YEAR: i32 = 1901;

impl Day {
    /// The day that is printed so: in full, or without its year where the record knows that.
    fn from_printed(printed: &str, text: &Text) -> Option<Self> {
        let (date, format) = match NaiveDate::parse_from_str(printed, "%Y年%m月%d日") {
            Ok(date) => (date, "yyyy\"年\"m\"月\"d\"日\""),
            Err(_) => (Self::known(text)?, "m\"月\"d\"日\""),
        };
        let month_and_day = format!("{}月{}日", date.month(), date.day());
        let is_so_printed = printed == month_and_day || printed == format!("{}年{month_and_day}", date.year());
        if !is_so_printed || !(FIRST_YEAR..=9999).contains(&date.year()) {
            return None;
        }
        Some(Self { date, format })
    }

    /// The day of which the document says that all of the text is it.
    fn known(text: &Text) -> Option<NaiveDate> {
        let [run] = text.0.as_slice() else { return None };
        let Sense::Day { year, month, day } = run.sense else { return None };
        NaiveDate::from_ymd_opt(year.into(), month.try_into().ok()?, day.try_into().ok()?)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::*;
    use crate::source::{Source, Span};

    fn number(printed: &str) -> Option<(String, String)> {
        Number::from_printed(printed).map(|number| (number.value.to_string(), number.format))
    }

    #[test]
    fn numbers_keep_the_form_in_which_they_are_printed() {
        for (printed, value, format) in [
            ("13", "13", "0"),
            ("42565.00", "42565.00", "0.00"),
            ("42,565.00", "42565.00", "#,##0.00"),
            ("82.20%", "0.8220", "0.00%"),
            ("-3.5", "-3.5", "0.0"),
            ("+5", "5", "+0;-0"),
            ("999999999999999", "999999999999999", "0"),
        ] {
            assert_eq!(number(printed), Some((value.to_owned(), format.to_owned())));
        }
    }

    #[test]
    fn what_a_sheet_would_show_otherwise_is_no_number() {
        let without_spaces = "- — / % 007 00 -0 -0.00% .5 5. 1,23 1234,567 ,123 1e5 0x10 １３ 12.3.4 1000000000000000 13件 100余 \
                              2021-01-08 0871-60000000";
        for printed in without_spaces.split(' ').chain(["", "1 234"]) {
            assert_eq!(number(printed), None, "{printed}");
        }
    }

    fn read_text(runs: &[(&str, Sense, bool)]) -> Reading {
        let place = Span::new(&Source::new("周.yaml", "1"), 0..1);
        let mut text = Text::default();
        for (words, sense, is_recorded) in runs {
            let template = Origin::Template { template: "t.md".to_owned(), place: None };
            let origin = if *is_recorded { Origin::Record(place.clone()) } else { template };
            text.push_as(*sense, *words, &Arc::new(origin));
        }
        let printed = text.plain();
        read(&Cell { text: vec![text], columns: 1, rows: 1 }, &printed)
    }

    #[test]
    fn digits_are_a_number_only_where_the_record_has_one() {
        let number = |printed| Number::from_printed(printed).unwrap();
        assert_eq!(read_text(&[("13", Sense::Number, true)]), Reading::Certain(Value::Number(number("13"))));
        assert_eq!(read_text(&[("12345", Sense::Words, true)]), Reading::Certain(Value::Text));
        assert_eq!(read_text(&[("12345", Sense::Words, false)]), Reading::Digits(number("12345")));
        let parts = [("82.20", Sense::Number, true), ("%", Sense::Words, false)];
        assert_eq!(read_text(&parts), Reading::Certain(Value::Number(number("82.20%"))));
        let two = [("3", Sense::Number, true), (".5", Sense::Number, true)];
        assert_eq!(read_text(&two), Reading::Certain(Value::Text));
        assert_eq!(read_text(&[("82.20%", Sense::Words, true)]), Reading::Certain(Value::Number(number("82.20%"))));
        assert_eq!(read_text(&[]), Reading::Certain(Value::Empty));
    }

    #[test]
    fn a_day_is_one_with_and_without_its_year() {
        let sense = Sense::Day { year: 2021, month: 1, day: 8 };
        let date = NaiveDate::from_ymd_opt(2021, 1, 8).unwrap();
        let full = Day { date, format: "yyyy\"年\"m\"月\"d\"日\"" };
        assert_eq!(read_text(&[("2021年1月8日", sense, true)]), Reading::Certain(Value::Day(full)));
        assert_eq!(read_text(&[("2021年1月8日", Sense::Words, true)]), Reading::Certain(Value::Day(full)));
        let short = Day { format: "m\"月\"d\"日\"", ..full };
        assert_eq!(read_text(&[("1月8日", sense, true)]), Reading::Certain(Value::Day(short)));
        for words in ["1月8日", "2021年01月8日", "2021年2月30日", "1900年1月1日", "2021年1月"] {
            assert_eq!(read_text(&[(words, Sense::Words, true)]), Reading::Certain(Value::Text), "{words}");
        }
    }

    proptest! {
        /// What Excel makes of a number by these formats is written out here by hand.
        #[test]
        fn a_number_is_shown_as_it_was_printed(printed in "[+-]?[0-9]{1,6}(,[0-9]{3}){0,2}(\\.[0-9]{1,4})?%?") {
            if let Some(number) = Number::from_printed(&printed) {
                let places = number.format.split(';').next().unwrap().split_once('.');
                let places = places.map_or(0, |(_, zeros)| zeros.trim_end_matches('%').len());
                let shown = number.as_float() * if number.is_percent { 100.0 } else { 1.0 };
                let mut digits = format!("{:.places$}", shown.abs());
                if number.format.contains(',') {
                    let point = digits.find('.').unwrap_or(digits.len());
                    for at in (1..point).rev().filter(|at| (point - at) % 3 == 0) {
                        digits.insert(at, ',');
                    }
                }
                let sign = if shown < 0.0 { "-" } else if number.format.starts_with('+') { "+" } else { "" };
                let percent = if number.is_percent { "%" } else { "" };
                prop_assert_eq!(format!("{sign}{digits}{percent}"), printed);
            }
        }
    }
}
