//! In a condition: an amount, a number, a time or a day that a value is compared with, `≥10000`, `不晚于2026-11-30`, or the
//! period of the record, `本期`.

use std::cmp::Ordering;
use std::ops::RangeInclusive;

use rust_decimal::Decimal;

use super::column::ColumnType;
use super::value::OwnValue;
use crate::record::value::{Date, Minutes, Money, PlainNumber};

/// How a value may stand to another, by how it is typed. Longer ones come first.
const RELATIONS: [(&str, &[Ordering]); 20] = [
    ("不小于", AT_LEAST),
    ("不大于", AT_MOST),
    ("不少于", AT_LEAST),
    ("不多于", AT_MOST),
    ("不早于", AT_LEAST),
    ("不晚于", AT_MOST),
    ("大于", ABOVE),
    ("小于", BELOW),
    ("多于", ABOVE),
    ("少于", BELOW),
    ("晚于", ABOVE),
    ("早于", BELOW),
    ("≥", AT_LEAST),
    ("≤", AT_MOST),
    (">=", AT_LEAST),
    ("<=", AT_MOST),
    ("＞", ABOVE),
    ("＜", BELOW),
    (">", ABOVE),
    ("<", BELOW),
];

const AT_LEAST: &[Ordering] = &[Ordering::Greater, Ordering::Equal];
const AT_MOST: &[Ordering] = &[Ordering::Less, Ordering::Equal];
const ABOVE: &[Ordering] = &[Ordering::Greater];
const BELOW: &[Ordering] = &[Ordering::Less];
const EQUAL: &[Ordering] = &[Ordering::Equal];

/// In the place of a day: one of those that the record counts.
pub const THIS_PERIOD: &str = "本期";
/// In the place of a day: one before those.
pub const EARLIER: &str = "此前";

/// What values are compared with, and how they have to stand to it.
#[derive(Debug, Clone, Copy)]
pub enum Comparison {
    With {
        may_be: &'static [Ordering],
        measure: Measure,
    },
    /// A day is one of the record's.
    ThisPeriod,
    /// A day is one before those.
    Earlier,
}

/// How much a value is, or which day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// Times are in minutes.
    Number(Decimal),
    Day(Date),
}

impl Comparison {
    /// Whether values of such a column are compared by how much they are, and not as words.
    #[must_use]
    pub fn is_for(what: ColumnType) -> bool {
        what.is_number() || what == ColumnType::Date
    }

    /// What is typed for a column of that type; a value alone means just that one.
    #[must_use]
    pub fn parse(text: &str, what: ColumnType) -> Option<Self> {
        let text = text.trim();
        match text {
            THIS_PERIOD if what == ColumnType::Date => return Some(Self::ThisPeriod),
            EARLIER if what == ColumnType::Date => return Some(Self::Earlier),
            _ => {}
        }
        let relation = RELATIONS.iter().find_map(|(sign, may_be)| Some((*may_be, text.strip_prefix(sign)?)));
        let (may_be, value) = relation.unwrap_or((EQUAL, text));
        Some(Self::With { may_be, measure: Measure::parse(value.trim(), what)? })
    }

    /// Whether it holds for a value of a record that counts these days.
    #[must_use]
    pub fn holds(self, value: &OwnValue, counted: &RangeInclusive<Date>) -> bool {
        let Some(own) = Measure::of(value) else { return false };
        match (self, own) {
            (Self::With { may_be, measure }, own) => may_be.contains(&own.cmp(&measure)),
            (Self::ThisPeriod, Measure::Day(day)) => counted.contains(&day),
            (Self::Earlier, Measure::Day(day)) => day < *counted.start(),
            _ => false,
        }
    }
}

impl Measure {
    fn parse(text: &str, what: ColumnType) -> Option<Self> {
        Some(match what {
            ColumnType::Money => Self::Number(text.parse::<Money>().ok()?.amount()),
            ColumnType::Number => Self::Number(text.parse::<PlainNumber>().ok()?.number()),
            ColumnType::Duration => Self::Number(text.parse::<Minutes>().ok()?.get().into()),
            ColumnType::Date => Self::Day(text.parse().ok()?),
            _ => return None,
        })
    }

    fn of(value: &OwnValue) -> Option<Self> {
        Some(match value {
            OwnValue::Money(money) => Self::Number(money.value.amount()),
            OwnValue::Number(number) => Self::Number(number.value.number()),
            OwnValue::Duration(minutes) => Self::Number(minutes.value.get().into()),
            OwnValue::Date(date) => Self::Day(date.value),
            _ => return None,
        })
    }
}
