//! Numbers that are a person's: of identity cards and of mobile telephones. Told by their form alone.

use std::ops::Range;

/// What a number is that is a person's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PersonsNumber {
    Identity,
    Mobile,
}

impl PersonsNumber {
    /// The first one in a text that is no prose, such as a code; its digits may be grouped by spaces and dashes.
    #[must_use]
    pub fn find(text: &str) -> Option<Self> {
        let plain: String = text.chars().map(narrow).collect();
        let grouped: String = plain.chars().filter(|c| !matches!(c, ' ' | '-')).collect();
        let is_part = |c: char| c.is_ascii_digit() || matches!(c, 'X' | 'x');
        let runs = |text: &str| text.split(|c| !is_part(c)).find_map(Self::of_digits);
        runs(&plain).or_else(|| runs(&grouped))
    }

    fn of_digits(digits: &str) -> Option<Self> {
        let is_number = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
        let digits = digits.trim_start_matches(['X', 'x']);
        match digits.len() {
            11 if is_number(digits) && digits.starts_with('1') && matches!(digits.as_bytes()[1], b'3'..=b'9') => {
                Some(Self::Mobile)
            }
            18 if digits.get(..17).is_some_and(is_number) => {
                let is_checked = digits.ends_with(['X', 'x']) && has_identity_check(digits);
                (is_checked || has_birthday(digits)).then_some(Self::Identity)
            }
            _ => None,
        }
    }

    /// As it is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Identity => "身份证号码",
            Self::Mobile => "手机号码",
        }
    }
}

/// A full-width digit as the plain one.
fn narrow(c: char) -> char {
    match c {
        '０'..='９' => char::from_u32(c as u32 - '０' as u32 + '0' as u32).unwrap_or(c),
        _ => c,
    }
}

/// Whether a day of birth stands where an identity number has it: one with a mistyped digit is a person's all the same. Codes
/// that are made of a district and a day have a day of later years there, and one in eleven of them has the right check.
fn has_birthday(digits: &str) -> bool {
    let part = |range: Range<usize>| digits.get(range).and_then(|part| part.parse::<u32>().ok());
    let is_within = |range, (first, last)| part(range).is_some_and(|number| (first..=last).contains(&number));
    is_within(6..10, (1900, 2012)) && is_within(10..12, (1, 12)) && is_within(12..14, (1, 31))
}

/// GB 11643, for eighteen characters of which the first seventeen are digits: the last one is a check over those, and a year of
/// birth stands among them.
#[must_use]
pub fn has_identity_check(digits: &str) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = digits.bytes().zip(WEIGHTS).map(|(byte, weight)| u32::from(byte.wrapping_sub(b'0')) * weight).sum();
    let check = "10X98765432".chars().nth((sum % 11) as usize);
    let year = digits.get(6..10).and_then(|year| year.parse::<u32>().ok());
    digits.chars().last().map(|last| last.to_ascii_uppercase()) == check
        && year.is_some_and(|year| (1900..2100).contains(&year))
}

#[cfg(test)]
mod tests {
    use super::PersonsNumber::{self, Identity, Mobile};

    #[test]
    fn numbers_of_persons_are_told_from_codes() {
        for (text, found) in [
            // The check of 11010519491231002X by GB 11643 is X; the second has a wrong one and a birthday.
            ("11010519491231002X", Some(Identity)),
            ("身份证110105 19491231 002x", Some(Identity)),
            ("110105194912310021", Some(Identity)),
            ("330106202605120001", None),
            ("13800001111", Some(Mobile)),
            ("来电138-0000-1111", Some(Mobile)),
            ("１３８００００１１１１", Some(Mobile)),
            ("12345000111", None),
            ("GD20230306001", None),
            ("西市监罚〔2026〕4号", None),
            ("2026-0512-0013", None),
        ] {
            assert_eq!(PersonsNumber::find(text), found, "{text}");
        }
    }
}
