//! 数和单位: a number with what it counts, typed `3.2万元` or `12份` and printed the same way.

use super::{ApproximateCount, Wrong, decode_by_parsing, number, shown};
use rust_decimal::Decimal;
use std::fmt;
use std::str::FromStr;

/// A number and its unit, of which an office may have any.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {
    pub number: ApproximateCount,
    /// As it is typed: 份, 万元.
    pub unit: String,
}

/// Longer units are a sentence.
const LONGEST_UNIT: usize = 8;

impl Quantity {
    /// In units of one: 32000 and 元 for 3.2万元. `None` where the number is known only roughly.
    #[must_use]
    pub fn in_ones(&self) -> Option<(Decimal, &str)> {
        if self.number.and_more || self.unit.contains('余') {
            return None;
        }
        let (times, unit) = match self.unit.strip_prefix('万').map(|unit| (10_000, unit)) {
            Some(ten_thousands) => ten_thousands,
            None => self.unit.strip_prefix('亿').map_or((1, self.unit.as_str()), |unit| (100_000_000, unit)),
        };
        Some((self.number.number.checked_mul(Decimal::from(times))?, unit))
    }

    /// What several come to: in their unit, or in ones where their units differ by 万 alone. `None` where they cannot be
    /// added.
    #[must_use]
    pub fn sum<'a>(all: impl IntoIterator<Item = &'a Self> + Clone) -> Option<Self> {
        let first = all.clone().into_iter().next()?;
        let (_, base) = first.in_ones()?;
        let is_one_unit = all.clone().into_iter().all(|quantity| quantity.unit == first.unit);
        let mut sum = Decimal::ZERO;
        for quantity in all {
            let (ones, unit) = quantity.in_ones()?;
            if unit != base {
                return None;
            }
            sum = sum.checked_add(if is_one_unit { quantity.number.number } else { ones })?;
        }
        let unit = if is_one_unit { first.unit.clone() } else { base.to_owned() };
        let number = ApproximateCount { number: sum.normalize(), and_more: false };
        Some(Self { number, unit })
    }
}

impl FromStr for Quantity {
    type Err = Wrong;

    fn from_str(text: &str) -> Result<Self, Wrong> {
        let wrong = |reason: &str| Wrong::new(format!("「{}」{reason}", shown(text)));
        let half = number::half_width(text);
        let behind = half.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(half.len());
        let behind = behind + if half[behind..].starts_with('余') { '余'.len_utf8() } else { 0 };
        let (number, unit) = half.split_at(behind);
        if number.is_empty() {
            return Err(wrong("不是以数开头").help("写成带单位的数，例如 12份、3.2万元、100余件"));
        }
        if unit.is_empty() {
            return Err(wrong("少了单位").help(format!("后面写上单位，例如 {number}份、{number}万元")));
        }
        let is_word = |c: char| c.is_alphabetic() || matches!(c, '（' | '）' | '/' | '㎡' | '%');
        if unit.chars().count() > LONGEST_UNIT || !unit.chars().all(is_word) {
            return Err(wrong("里的单位不对").help("写成一个数和它的单位，例如 12份、3.2万元；两个数分开写成两项"));
        }
        if half != text {
            let wrong = wrong("里有全角数字或空格").help(format!("写成 {half}"));
            return Err(wrong.fixed(number::certainty(text, &half), half));
        }
        Ok(Self { number: number.parse()?, unit: unit.to_owned() })
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.number, self.unit)
    }
}

decode_by_parsing!(Quantity, Quantity, "一个数和它的单位，例如 12份、3.2万元", {
    "type": "string",
    "pattern": r"^(0|[1-9][0-9]{0,9})(余|\.[0-9]{1,4})?[^0-9\s.,，。、；：]{1,8}$",
    "examples": ["12份", "3.2万元"],
});
