//! 期号: which issue of the weekly it is, from 1, typed and printed as digits.

use super::{Wrong, decode_by_parsing, number};
use std::fmt;
use std::str::FromStr;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IssueNumber(u32);

impl IssueNumber {
    /// At least 1.
    #[must_use]
    pub fn get(self) -> u32 {
        self.0
    }
}

impl FromStr for IssueNumber {
    type Err = Wrong;

    fn from_str(text: &str) -> Result<Self, Wrong> {
        match number::whole(text, "期号")? {
            0 => Err(Wrong::new("期号从 1 算起，没有第 0 期").help("写成 1 或更大的数")),
            number => Ok(Self(number)),
        }
    }
}

impl fmt::Display for IssueNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

decode_by_parsing!(IssueNumber, Count, "期号，例如 2", {
    "type": ["integer", "string"],
    "minimum": 1,
    "maximum": u32::MAX,
    "pattern": "^[1-9][0-9]{0,9}$",
});
