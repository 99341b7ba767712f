//! 数: an exact number that need not be whole, typed and printed `34` or `12.75`.

use super::{Wrong, decode_by_parsing, number, shown};
use rust_decimal::Decimal;
use std::fmt;
use std::str::FromStr;

/// Not negative, at most six decimals, at most 15 digits before the point; printed with the decimals that were typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct PlainNumber(Decimal);

/// More is a slip of the hand; and the sum of as many such numbers as a file can hold stays exact in 96 bits.
const MOST_DIGITS: usize = 15;
const MOST_DECIMALS: usize = 6;

impl PlainNumber {
    #[must_use]
    pub fn number(self) -> Decimal {
        self.0
    }

    /// A whole number.
    #[must_use]
    pub fn whole(number: u32) -> Self {
        Self(number.into())
    }
}

impl FromStr for PlainNumber {
    type Err = Wrong;

    fn from_str(text: &str) -> Result<Self, Wrong> {
        let wrong = |reason: &str| Wrong::new(format!("数「{}」{reason}", shown(text)));
        if let Some(wrong) = number::percentage("数", text) {
            return Err(wrong);
        }
        if !number::is_decimal(text) {
            if text.starts_with(['-', '－', '−']) {
                return Err(wrong("不能是负数").help("去掉前面的负号"));
            }
            let fixed = number::put_right(text);
            return Err(if number::is_decimal(&fixed) {
                let wrong = wrong("里有千分位或全角字符").help(format!("写成 {fixed}"));
                wrong.fixed(number::certainty(text, &fixed), fixed)
            } else if text.contains(['余', '约', '近', '多']) {
                wrong("不是准数").help(
                    "这里要写准数，例如 34；只知道大概的（100余），在 office.yaml 的「检查项目」里设一项，写在「执法检查」里，或者在「章节」里用文字讲",
                )
            } else {
                wrong("的写法不对").help("只写半角数字，不带单位，例如 34 或 12.75")
            });
        }
        let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
        if decimals.len() > MOST_DECIMALS {
            return Err(wrong("的小数太多").help("小数最多六位"));
        }
        if whole.len() > MOST_DIGITS {
            return Err(wrong("太大了").help("请核对是不是多打了几位"));
        }
        if whole.len() > 1 && whole.starts_with('0') {
            return Err(wrong("前面多了 0").help("去掉前面的 0"));
        }
        text.parse().map(Self).map_err(|_| wrong("的写法不对").help("例如 34 或 12.75"))
    }
}

impl fmt::Display for PlainNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

decode_by_parsing!(PlainNumber, Number, "一个数，例如 34 或 12.75", {
    "type": ["number", "string"],
    "minimum": 0,
    "exclusiveMaximum": 1e15,
    "pattern": r"^(0|[1-9][0-9]{0,14})(\.[0-9]{1,6})?$",
});
