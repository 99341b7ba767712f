//! The number of an incoming paper: digits as on a 通报单, or a text as on a 督办件, `督办〔2020〕3号`.

use std::fmt;
use std::str::FromStr;

use super::{DocumentNumber, Wrong, decode_by_parsing, number, shown};

/// No office gives its papers longer numbers, in characters.
const LONGEST: usize = 60;

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NoticeNumber {
    Digits(u32),
    Text(String),
}

impl NoticeNumber {
    /// The number, where it is nothing else.
    #[must_use]
    pub fn digits(&self) -> Option<u32> {
        match self {
            Self::Digits(digits) => Some(*digits),
            Self::Text(_) => None,
        }
    }

    /// As it stands in running text: digits with their 号.
    #[must_use]
    pub fn in_text(&self) -> String {
        match self {
            Self::Digits(digits) => format!("{digits}号"),
            Self::Text(text) => text.clone(),
        }
    }
}

impl FromStr for NoticeNumber {
    type Err = Wrong;

    fn from_str(text: &str) -> Result<Self, Wrong> {
        if is_meant_as_digits(text) {
            return number::whole(text, "编号").map(Self::Digits);
        }
        let wrong = |reason: &str| Wrong::new(format!("编号「{}」{reason}", shown(text)));
        if text.chars().any(char::is_whitespace) {
            return Err(wrong("里有空格或换行").help("照来文上的字号写，不留空格，例如 督办〔2020〕3号"));
        }
        if text.chars().count() > LONGEST {
            return Err(wrong("太长").help("只写来文的字号，例如 督办〔2020〕3号"));
        }
        match text.parse::<DocumentNumber>() {
            Err(wrong) if wrong.has_fix() => Err(wrong),
            _ => Ok(Self::Text(text.to_owned())),
        }
    }
}

/// Whether a text is a bare number, perhaps with slips or with the words around it that are added in print.
fn is_meant_as_digits(text: &str) -> bool {
    let bare = text.trim().trim_start_matches('第').trim_end_matches(['号', '期', '件']);
    bare.is_empty() || bare.starts_with(['-', '－', '−', '+']) || number::is_digits(&number::put_right(bare))
}

impl fmt::Display for NoticeNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Digits(digits) => digits.fmt(f),
            Self::Text(text) => text.fmt(f),
        }
    }
}

decode_by_parsing!(NoticeNumber, Count, "编号，例如 6，或者 督办〔2020〕3号", {
    "type": ["integer", "string"],
    "minimum": 0,
    "maximum": u32::MAX,
    "maxLength": LONGEST,
    "pattern": r"^\S+$",
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_digits_or_texts() {
        for (text, in_text) in [
            ("6", "6号"),
            ("督办〔2020〕3号", "督办〔2020〕3号"),
            ("云府督字第12号", "云府督字第12号"),
            ("GD-2020-0113", "GD-2020-0113"),
        ] {
            assert_eq!(text.parse::<NoticeNumber>().map(|number| number.in_text()), Ok(in_text.to_owned()));
        }
    }

    #[test]
    fn what_is_neither_is_told() {
        for (text, message) in [
            ("06", "编号「06」前面多了 0"),
            ("６", "编号「６」里有全角数字、字母或分隔符"),
            ("第6号", "编号「第6号」不是整数"),
            ("-1", "编号「-1」不能是负数"),
            ("督办 3号", "编号「督办 3号」里有空格或换行"),
            ("督办[2020]3号", "文号「督办[2020]3号」的写法不对"),
        ] {
            assert_eq!(
                text.parse::<NoticeNumber>().map_err(|wrong| wrong.to_string()),
                Err(message.to_owned()),
                "{text}"
            );
        }
    }
}
