//! 约数: a count that may be known only roughly, typed `50` or `100余` and printed the same way.

use super::{Wrong, decode_by_parsing, number, shown};
use std::fmt;
use std::str::FromStr;

/// A count, or "so many and some more" (`100余`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ApproximateCount {
    /// The number as written, without 余.
    pub number: u32,
    /// Whether 余 follows.
    pub and_more: bool,
}

impl FromStr for ApproximateCount {
    type Err = Wrong;

    fn from_str(text: &str) -> Result<Self, Wrong> {
        let (digits, and_more) = text.strip_suffix('余').map_or((text, false), |digits| (digits, true));
        let number = number::whole(digits, "数量").map_err(|wrong| fix(text).unwrap_or(wrong))?;
        Ok(Self { number, and_more })
    }
}

impl fmt::Display for ApproximateCount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.number, if self.and_more { "余" } else { "" })
    }
}

/// For the other ways of saying "some more": 100多, 100余人, 约100.
fn fix(text: &str) -> Option<Wrong> {
    let roughly = ['余', '多', '几', '约', '近'];
    let put_right = number::put_right(text);
    let digits: String = put_right.chars().filter(char::is_ascii_digit).collect();
    if !put_right.contains(roughly) || digits.is_empty() {
        return None;
    }
    let fixed = format!("{digits}余");
    let wrong = Wrong::new(format!("数量「{}」的写法不对", shown(text))).help(format!("写成 {fixed}，不带单位"));
    Some(wrong.fixed(number::certainty(text, &fixed), fixed))
}

decode_by_parsing!(ApproximateCount, ApproximateCount, "一个数，或「100余」这样的约数", {
    "type": ["integer", "string"],
    "minimum": 0,
    "maximum": u32::MAX,
    "pattern": "^(0|[1-9][0-9]{0,9})余?$",
    "examples": [50, "100余"],
});
