//! 小数位: how many decimals a figure keeps.

use super::{Wrong, decode_by_parsing};
use std::fmt;

/// How many decimals are kept: 0 to 6.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Places(pub u32);

impl std::str::FromStr for Places {
    type Err = Wrong;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.as_bytes() {
            [digit @ b'0'..=b'6'] => Ok(Self(u32::from(digit - b'0'))),
            _ => Err(Wrong::new(format!("小数位「{text}」不对")).help("写 0 到 6 的整数，例如 2")),
        }
    }
}

impl fmt::Display for Places {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

decode_by_parsing!(Places, Count, "0 到 6 的整数", {
    "type": ["integer", "string"],
    "minimum": 0,
    "maximum": 6,
    "pattern": "^[0-6]$",
});
