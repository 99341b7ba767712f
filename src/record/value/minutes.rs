//! 时长: how long a complaint took, in whole minutes, typed and printed `44分钟`, `2小时` or `1小时19分钟`.

use super::{Wrong, decode_by_parsing, number, shown};
use std::fmt;
use std::iter::Sum;
use std::ops::Add;
use std::str::FromStr;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Minutes(u32);

impl Minutes {
    #[must_use]
    pub const fn new(minutes: u32) -> Self {
        Self(minutes)
    }

    /// In minutes.
    #[must_use]
    pub fn get(self) -> u32 {
        self.0
    }
}

impl FromStr for Minutes {
    type Err = Wrong;

    fn from_str(text: &str) -> Result<Self, Wrong> {
        let (hours, rest) = text.split_once("小时").map_or((None, text), |(hours, rest)| (Some(hours), rest));
        let minutes = rest.strip_suffix("分钟");
        if minutes.is_none() && (hours.is_none() || !rest.is_empty()) {
            return Err(miswritten(text));
        }
        let (Ok(whole_hours), Ok(rest_minutes)) = (part(hours), part(minutes)) else { return Err(miswritten(text)) };
        if hours.is_some() && minutes.is_some() && !(1..60).contains(&rest_minutes) {
            return Err(miswritten(text));
        }
        let total = whole_hours.checked_mul(60).and_then(|hours| hours.checked_add(rest_minutes));
        total
            .map(Self)
            .ok_or_else(|| Wrong::new(format!("时长「{}」太大了", shown(text))).help("请核对是不是多打了几位"))
    }
}

/// Nothing where the part is not written.
fn part(digits: Option<&str>) -> Result<u32, Wrong> {
    digits.map_or(Ok(0), |digits| number::whole(digits, "时长"))
}

fn miswritten(text: &str) -> Wrong {
    let wrong = Wrong::new(format!("时长「{}」的写法不对", shown(text)));
    if let Some(help) = of_days(text) {
        return wrong.help(help);
    }
    match fix(text) {
        Some(meant) => {
            let right = meant.to_string();
            wrong.help(format!("写成 {right}")).fixed(number::certainty(text, &right), right)
        }
        None => wrong.help("写成 3分钟、2小时 或 1小时19分钟"),
    }
}

/// What to write for 3天 or 3个工作日: only the writer knows how many hours such a day has.
fn of_days(text: &str) -> Option<String> {
    let plain = number::put_right(text).replace('个', "");
    let days = ["工作日", "天", "日"].iter().find_map(|word| plain.strip_suffix(word))?;
    let days: u32 = days.parse().ok()?;
    let by_hours = days.checked_mul(24).filter(|_| !plain.contains("工作日"));
    let by_hours = by_hours.map(|hours| format!("一天算 24 小时的，写成 {hours}小时；")).unwrap_or_default();
    Some(format!(
        "时长按小时、分钟写。{by_hours}自设的栏按天数记的，在 office.yaml 里把这一栏写成 类型: 数，这里写 {days}"
    ))
}

/// What was probably meant by 3分, 3, 1个小时, 1时5分, ３分钟 or 1小时75分钟.
fn fix(text: &str) -> Option<Minutes> {
    let plain = number::put_right(text).replace('个', "").replace("小时", "时").replace("分钟", "分");
    if plain.is_empty() {
        return None;
    }
    let (hours, rest) = plain.split_once('时').unwrap_or(("0", &plain));
    let minutes = if rest.is_empty() { "0" } else { rest.strip_suffix('分').unwrap_or(rest) };
    let hours: u32 = hours.parse().ok()?;
    let minutes: u32 = minutes.parse().ok()?;
    hours.checked_mul(60)?.checked_add(minutes).map(Minutes)
}

impl fmt::Display for Minutes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0 / 60, self.0 % 60) {
            (0, minutes) => write!(f, "{minutes}分钟"),
            (hours, 0) => write!(f, "{hours}小时"),
            (hours, minutes) => write!(f, "{hours}小时{minutes}分钟"),
        }
    }
}

impl Add for Minutes {
    type Output = Self;

    /// Stops at `u32::MAX` minutes (8,000 years).
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sum for Minutes {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), Add::add)
    }
}

decode_by_parsing!(Minutes, Duration, "时长，例如 3分钟、1小时19分钟", {
    "type": "string",
    "pattern": "^((0|[1-9][0-9]{0,9})(小时|分钟)|(0|[1-9][0-9]{0,7})小时([1-9]|[1-5][0-9])分钟)$",
    "examples": ["3分钟", "1小时19分钟"],
});
