//! 年: a year, in four digits.

use super::{Wrong, decode_by_parsing, number};
use std::fmt;
use std::str::FromStr;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Year(i16);

impl Year {
    /// From 1949 to 9999.
    #[must_use]
    pub fn get(self) -> i16 {
        self.0
    }
}

impl FromStr for Year {
    type Err = Wrong;

    fn from_str(text: &str) -> Result<Self, Wrong> {
        let year = number::whole(text, "年份")?;
        let year = i16::try_from(year).ok().filter(|year| (1949..=9999).contains(year));
        year.map(Self).ok_or_else(|| Wrong::new("年份要写四位数").help("例如 2026"))
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

decode_by_parsing!(Year, Count, "一年，例如 2026", {
    "type": ["integer", "string"],
    "minimum": 1949,
    "maximum": 9999,
    "pattern": "^(1949|19[5-9][0-9]|[2-9][0-9]{3})$",
});
