//! 约数: a number that may be known only roughly, typed `50`, `12.75` or `100余` and printed the same way.

use super::{Wrong, decode_by_parsing, number, shown};
use rust_decimal::Decimal;
use std::fmt;
use std::str::FromStr;

/// A number with at most four decimals, or a whole one "and some more" (`100余`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ApproximateCount {
    /// The number as written, without 余.
    pub number: Decimal,
    /// Whether 余 follows.
    pub and_more: bool,
}

impl FromStr for ApproximateCount {
    type Err = Wrong;

    fn from_str(text: &str) -> Result<Self, Wrong> {
        if let Some(number) = with_decimals(text)? {
            return Ok(Self { number, and_more: false });
        }
        if let Some(wrong) = number::percentage("数量", text) {
            return Err(wrong);
        }
        let (digits, and_more) = text.strip_suffix('余').map_or((text, false), |digits| (digits, true));
        let number = number::whole(digits, "数量").map_err(|wrong| fix(text).unwrap_or(wrong))?;
        Ok(Self { number: number.into(), and_more })
    }
}

impl ApproximateCount {
    /// The number, where it is a whole one.
    #[must_use]
    pub fn whole(self) -> Option<u32> {
        if self.number.scale() == 0 { self.number.try_into().ok() } else { None }
    }
}

/// More decimals are a slip of the hand.
const MOST_DECIMALS: usize = 4;
/// More digits before the point are one too.
const MOST_DIGITS: usize = 10;

/// A number with a point in it; `None` for what has none, or is no number at all.
fn with_decimals(text: &str) -> Result<Option<Decimal>, Wrong> {
    let put_right = number::put_right(text);
    let length = put_right.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(put_right.len());
    let (decimal, rest) = put_right.split_at(length);
    let Some((whole, decimals)) = decimal.split_once('.') else { return Ok(None) };
    if !number::is_digits(whole) || !number::is_digits(decimals) {
        return Ok(None);
    }
    let wrong = |reason: &str| Wrong::new(format!("数量「{}」{reason}", shown(text)));
    if !rest.is_empty() {
        return Err(wrong("后面还有别的字").help(format!("只写半角数字，写成 {decimal}；带小数的不写「余」")));
    }
    if decimal != text {
        let fixed = decimal.to_owned();
        let wrong = wrong("里有全角数字、字母或分隔符").help(format!("用半角数字写成 {fixed}"));
        return Err(wrong.fixed(number::certainty(text, &fixed), fixed));
    }
    if whole.len() > 1 && whole.starts_with('0') {
        let bare = whole.trim_start_matches('0');
        let bare = if bare.is_empty() { "0" } else { bare };
        return Err(wrong("前面多了 0").help(format!("写成 {bare}.{decimals}")));
    }
    if whole.len() > MOST_DIGITS || decimals.len() > MOST_DECIMALS {
        return Err(wrong("位数太多了").help("小数点前最多 10 位，后面最多 4 位；请核对是不是多打了几位"));
    }
    decimal.parse().map(Some).map_err(|_| wrong("的写法不对").help("只写半角数字，例如 12.75"))
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

decode_by_parsing!(ApproximateCount, ApproximateCount, "一个数，例如 50、12.75，或「100余」这样的约数", {
    "type": ["number", "string"],
    "minimum": 0,
    "exclusiveMaximum": 1e10,
    "pattern": r"^(0|[1-9][0-9]{0,9})(余|\.[0-9]{1,4})?$",
    "examples": [50, 12.75, "100余"],
});
