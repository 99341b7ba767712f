//! 文号 (发文字号): `盘旅指报〔2021〕1号`; GB/T 9704-2012, 7.2.5: code, year in hexagonal brackets, number without
//! leading zero or 第.

use super::{Wrong, decode_by_parsing, number, shown};
use std::fmt;
use std::str::FromStr;

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct DocumentNumber {
    code: String,
    year: u16,
    number: u32,
}

impl DocumentNumber {
    /// `code` is the issuing office's (机关代字), without white space; `year` has four digits; `number` begins at 1.
    pub fn new(code: impl Into<String>, year: u16, number: u32) -> Result<Self, Wrong> {
        let code = code.into();
        if code.is_empty() || code.contains(char::is_whitespace) || code.contains(['〔', '〕']) {
            return Err(Wrong::new(format!("机关代字「{code}」不对")).help("代字是几个汉字，例如 盘旅指报"));
        }
        if !(1000..=9999).contains(&year) || number == 0 {
            return Err(Wrong::new("文号的年份要四位，顺序号从 1 算起").help(EXAMPLE));
        }
        Ok(Self { code, year, number })
    }

    #[must_use]
    pub fn code(&self) -> &str {
        &self.code
    }

    #[must_use]
    pub fn year(&self) -> u16 {
        self.year
    }

    #[must_use]
    pub fn number(&self) -> u32 {
        self.number
    }
}

const EXAMPLE: &str = "例如 盘旅指报〔2021〕1号";

impl FromStr for DocumentNumber {
    type Err = Wrong;

    fn from_str(text: &str) -> Result<Self, Wrong> {
        strict(text).ok_or_else(|| {
            let wrong = Wrong::new(format!("文号「{}」的写法不对", shown(text)));
            match fix(text) {
                Some(fixed) => wrong
                    .help(format!("写成 {fixed}：年份用六角括号〔〕，不加“第”，顺序号前不补 0"))
                    .fixed(number::certainty(text, &fixed.to_string()), fixed.to_string()),
                None => wrong.help(EXAMPLE),
            }
        })
    }
}

/// `^\S+〔\d{4}〕[1-9]\d*号$`
fn strict(text: &str) -> Option<DocumentNumber> {
    let (code, rest) = text.split_once('〔')?;
    let (year, rest) = rest.split_once('〕')?;
    if year.len() != 4 || !year.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number = number::whole(rest.strip_suffix('号')?, "文号").ok()?;
    DocumentNumber::new(code, year.parse().ok()?, number).ok()
}

/// What was probably meant by other brackets, 第, leading zeros, spaces or full-width digits.
fn fix(text: &str) -> Option<DocumentNumber> {
    let text = number::put_right(text).replace(['[', '【', '［', '(', '（', '﹝', '「'], "〔");
    let text = text.replace([']', '】', '］', ')', '）', '﹞', '」'], "〕");
    let (head, rest) = text.split_once('〕')?;
    let rest = rest.trim_start_matches('第').trim_start_matches('0');
    strict(&format!("{head}〕{}号", rest.strip_suffix('号').unwrap_or(rest)))
}

impl fmt::Display for DocumentNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}〔{}〕{}号", self.code, self.year, self.number)
    }
}

decode_by_parsing!(DocumentNumber, DocumentNumber, "文号，例如 盘旅指报〔2021〕1号", {
    "type": "string",
    "pattern": r"^[^\s〔〕]+〔[1-9][0-9]{3}〕[1-9][0-9]{0,9}号$",
    "examples": ["盘旅指报〔2021〕1号"],
});
