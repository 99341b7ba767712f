//! 金额 in 元, exact, typed `42565.00` and printed with just the decimals that were typed.

use super::{Wrong, decode_by_parsing, number, shown};
use rust_decimal::Decimal;
use std::fmt;
use std::iter::Sum;
use std::ops::Add;
use std::str::FromStr;

/// Not negative, at most two decimals (分), at most 15 digits before the point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Money(Decimal);

/// More is a slip of the hand; and the sum of as many such amounts as a file can hold stays exact in 96 bits.
const MOST_DIGITS: usize = 15;

impl Money {
    /// In 元.
    #[must_use]
    pub fn amount(self) -> Decimal {
        self.0
    }
}

impl FromStr for Money {
    type Err = Wrong;

    fn from_str(text: &str) -> Result<Self, Wrong> {
        let wrong = |reason: &str| Wrong::new(format!("金额「{}」{reason}", shown(text)));
        if !number::is_decimal(text) {
            if text.starts_with(['-', '－', '−']) {
                return Err(wrong("不能是负数").help("去掉前面的负号"));
            }
            if let Some(fixed) = without_ten_thousands(text) {
                return Err(wrong("不能以万元计").help(format!("折成元，写成 {fixed}")));
            }
            let fixed = number::put_right(text).replace(['¥', '￥', '元'], "");
            return Err(if number::is_decimal(&fixed) {
                let wrong = wrong("里有千分位、单位或全角字符").help(format!("只写数字，写成 {fixed}"));
                wrong.fixed(number::certainty(text, &fixed), fixed)
            } else {
                wrong("的写法不对").help("以元为单位，只写半角数字，例如 42565.00")
            });
        }
        let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
        if decimals.len() > 2 {
            return Err(wrong("的小数多于两位").help("金额到分为止，小数最多两位"));
        }
        if whole.len() > MOST_DIGITS {
            return Err(wrong("太大了").help("请核对是不是多打了几位"));
        }
        if whole.len() > 1 && whole.starts_with('0') {
            return Err(wrong("前面多了 0").help("去掉前面的 0"));
        }
        text.parse().map(Self).map_err(|_| wrong("的写法不对").help("例如 42565.00"))
    }
}

/// `4.2565万元` in 元.
fn without_ten_thousands(text: &str) -> Option<Decimal> {
    let text = number::put_right(text);
    let amount = text.strip_suffix('元').unwrap_or(&text).strip_suffix('万')?;
    if !number::is_decimal(amount) || amount.len() > MOST_DIGITS {
        return None;
    }
    let yuan: Decimal = amount.parse().ok()?;
    yuan.checked_mul(Decimal::from(10_000)).map(|yuan| yuan.normalize())
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Add for Money {
    type Output = Self;

    /// Keeps the larger number of decimals of the two; stops at what 96 bits hold.
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), Add::add)
    }
}

decode_by_parsing!(Money, Money, "金额，例如 42565.00", {
    "type": ["number", "string"],
    "minimum": 0,
    "exclusiveMaximum": 1e15,
    "pattern": r"^(0|[1-9][0-9]{0,14})(\.[0-9]{1,2})?$",
});
