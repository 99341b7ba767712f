//! 电话: a mobile (`19900000001`), a landline (`0871-63112345`) or a hotline (`12345`), printed as typed; public
//! editions print it [`masked`](Phone::masked).

use super::{Wrong, decode_by_parsing, number};
use std::fmt;
use std::str::FromStr;

/// Its `Debug` shows the masked number only, so that no log tells it.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Phone(String);

impl Phone {
    /// With the middle hidden: `138****5678`, `0871-****2345`. A hotline is public and stays.
    #[must_use]
    pub fn masked(&self) -> String {
        if let Some((area, line)) = self.0.split_once('-') {
            return format!("{area}-****{}", line.get(line.len().saturating_sub(4)..).unwrap_or_default());
        }
        match (self.0.get(..3), self.0.get(7..)) {
            (Some(head), Some(tail)) => format!("{head}****{tail}"),
            _ => self.0.clone(),
        }
    }
}

impl Phone {
    /// A person's own, 11 digits.
    #[must_use]
    pub fn is_mobile(&self) -> bool {
        self.0.len() == 11 && self.0.starts_with('1')
    }
}

impl FromStr for Phone {
    type Err = Wrong;

    fn from_str(text: &str) -> Result<Self, Wrong> {
        if is_phone(text) {
            return Ok(Self(text.to_owned()));
        }
        let wrong = Wrong::new("电话号码的写法不对");
        let digits: String = number::put_right(text).chars().filter(char::is_ascii_digit).collect();
        let dashed = number::half_width(text).replace(['(', '（'], "").replace([')', '）', '—', '–'], "-");
        Err(if is_phone(&dashed) {
            wrong.help(format!("写成 {dashed}")).fixed(number::certainty(text, &dashed), dashed)
        } else if is_phone(&digits) && is_mobile_in_groups(text, &digits) {
            wrong.help(format!("写成 {digits}")).fixed(number::certainty(text, &digits), digits)
        } else if text.contains(['转', 'E', 'e', '.', '+']) {
            wrong.help("只写一个号码，不带分机、区号前的国家代码和小数点：手机写 11 位数字，座机写成 0871-63112345")
        } else if digits.starts_with('1') && (9..=13).contains(&digits.len()) {
            wrong.help(format!("手机号码是 11 位，这里有 {} 位", digits.len()))
        } else if digits.starts_with('0') && digits.len() >= 10 {
            wrong.help("区号和号码之间用半角短横分开，例如 0871-63112345")
        } else {
            wrong.help("手机写 11 位数字，座机写成 0871-63112345，热线写成 12345")
        })
    }
}

/// Whether `digits` are a mobile number and `text` writes them with nothing but marks between them.
fn is_mobile_in_groups(text: &str, digits: &str) -> bool {
    let only_marks =
        number::half_width(text).chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '\u{3000}' | '-'));
    digits.len() == 11 && only_marks
}

/// Mobiles: 11 digits, the second 3–9. Landlines: area code of 3 or 4 digits from 0, hyphen, 7 or 8 digits not from
/// 0 or 1. Hotlines: 3 to 6 digits from 1 (110, 12345, 12301), or 5 from 9 (96301). 《电信网编号计划》(2017)
fn is_phone(text: &str) -> bool {
    if let Some((area, line)) = text.split_once('-') {
        return number::is_digits(area)
            && number::is_digits(line)
            && area.starts_with('0')
            && (3..=4).contains(&area.len())
            && (7..=8).contains(&line.len())
            && !line.starts_with(['0', '1']);
    }
    number::is_digits(text)
        && matches!(
            (text.as_bytes(), text.len()),
            ([b'1', b'3'..=b'9', ..], 11) | ([b'1', ..], 3..=6) | ([b'9', ..], 5)
        )
}

impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Phone({})", self.masked())
    }
}

decode_by_parsing!(Phone, Phone, "电话号码，例如 \"0871-63112345\"", {
    "type": ["string", "integer"],
    "pattern": "^(1[3-9][0-9]{9}|1[0-9]{2,5}|9[0-9]{4}|0[0-9]{2,3}-[2-9][0-9]{6,7})$",
    "minimum": 100,
    "maximum": 19_999_999_999_u64,
});
