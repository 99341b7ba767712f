//! Numbers that somebody typed at the head of a heading or a paragraph: 一、 （一） 1. （1）.

/// The levels of numbers in a paper's body (GB/T 9704-2012, 7.3.3), the highest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NumberLevel {
    /// 一、
    One,
    /// （一）
    Two,
    /// 1.
    Three,
    /// （1）
    Four,
}

impl NumberLevel {
    /// All of them, from the highest.
    pub const ALL: [Self; 4] = [Self::One, Self::Two, Self::Three, Self::Four];

    /// The one that is so many levels below; `None` where there is none so low.
    #[must_use]
    pub fn lower_by(self, levels: usize) -> Option<Self> {
        Self::ALL.get(self as usize + levels).copied()
    }

    /// A number as it is printed.
    #[must_use]
    pub fn written(self, number: u32) -> String {
        match self {
            Self::One => format!("{}、", in_han(number)),
            Self::Two => format!("（{}）", in_han(number)),
            Self::Three => format!("{number}."),
            Self::Four => format!("（{number}）"),
        }
    }
}

/// A number in Chinese numerals: 十一, 二十; up to 99, beyond which it stays Arabic.
fn in_han(number: u32) -> String {
    let (tens, ones) = (number / 10, number % 10);
    let digit = |digit: u32| DIGITS.get(digit as usize).copied().unwrap_or_default();
    match tens {
        0 => digit(ones).to_owned(),
        1 => format!("十{}", digit(ones)),
        2..=9 => format!("{}十{}", digit(tens), digit(ones)),
        _ => number.to_string(),
    }
}

const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/// A number at the head of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TypedNumber {
    pub level: NumberLevel,
    pub value: u32,
    /// How many bytes it takes, with the space around it.
    pub length: usize,
}

/// The number at the head of a text that has more than that; `None` where it has none.
#[must_use]
pub fn typed_number(text: &str) -> Option<TypedNumber> {
    let from = text.trim_start();
    let bare = from.strip_prefix(['（', '(']);
    let is_open = bare.is_some();
    let (value, is_han, behind) = number(bare.unwrap_or(from))?;
    let closing = behind.chars().next()?;
    let rest = &behind[closing.len_utf8()..];
    let level = match (is_open, closing) {
        // 一） and 1） are typed for （一） and （1）.
        (_, '）' | ')') if is_han => NumberLevel::Two,
        (_, '）' | ')') => NumberLevel::Four,
        // 一、二级 and 5、6日 are no numbers of headings.
        (false, '、') if is_han && !rest.starts_with(is_han_digit) => NumberLevel::One,
        (false, '、' | '.' | '．') if !is_han && !rest.starts_with(|c: char| c.is_ascii_digit()) => {
            NumberLevel::Three
        }
        _ => return None,
    };
    let is_in_brackets = matches!(closing, '）' | ')');
    let rest = if is_in_brackets { rest.strip_prefix('、').unwrap_or(rest) } else { rest };
    let rest = rest.trim_start();
    (!rest.is_empty()).then(|| TypedNumber { level, value, length: text.len() - rest.len() })
}

/// The number from 1 to 99 with which a text begins, whether in Chinese numerals, and what stands behind it.
fn number(text: &str) -> Option<(u32, bool, &str)> {
    let is_han = text.starts_with(is_han_digit);
    let is_digit: fn(char) -> bool = if is_han { is_han_digit } else { |c| c.is_ascii_digit() };
    let behind = text.trim_start_matches(is_digit);
    let digits = &text[..text.len() - behind.len()];
    // No section has a hundred items; longer digits are years and quantities.
    let typed = if is_han { None } else { digits.parse().ok().filter(|number| (1..=99).contains(number)) };
    let value = if is_han { (1..=99).find(|number| in_han(*number) == digits)? } else { typed? };
    Some((value, is_han, behind))
}

fn is_han_digit(c: char) -> bool {
    "一二三四五六七八九十".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_at_the_head_of_a_text_are_told_from_what_only_looks_like_them() {
        let read = |text| typed_number(text).map(|it| (it.level.written(it.value), &text[it.length..]));
        for (text, number, rest) in [
            ("一、安全生产", "一、", "安全生产"),
            ("（十二）安全生产", "（十二）", "安全生产"),
            ("(三) 安全生产", "（三）", "安全生产"),
            ("（一）、安全生产", "（一）", "安全生产"),
            ("1.检查酒店", "1.", "检查酒店"),
            ("　2、检查酒店", "2.", "检查酒店"),
            ("３．检查酒店", "", ""),
            ("10．检查酒店", "10.", "检查酒店"),
            ("（4）检查酒店", "（4）", "检查酒店"),
            ("1）检查酒店", "（1）", "检查酒店"),
            ("2)、检查酒店", "（2）", "检查酒店"),
            ("三）检查酒店", "（三）", "检查酒店"),
        ] {
            let expected = (!number.is_empty()).then(|| (number.to_owned(), rest));
            assert_eq!(read(text), expected, "{text}");
        }
        for text in ["一周整治", "一、二级景区", "5、6日", "3.15活动", "2021.", "（一）", "（2021）1号", "一是检查", ""]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_are_written_as_in_papers() {
        assert_eq!([10, 11, 20, 21, 99, 100].map(in_han), ["十", "十一", "二十", "二十一", "九十九", "100"]);
        assert_eq!(NumberLevel::ALL.map(|level| level.written(2)), ["二、", "（二）", "2.", "（2）"]);
        assert_eq!(NumberLevel::Two.lower_by(2), Some(NumberLevel::Four));
        assert_eq!(NumberLevel::Two.lower_by(3), None);
    }
}
