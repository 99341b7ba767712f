//! Number plates and passports.

use std::ops::Range;

use super::characters::{count_while, half, is_digit};

/// What a plate begins with: its province, or what embassies and consulates have in its stead.
const PROVINCES: &str = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领";

/// No plate or passport has as many letters and digits in a row: what has more is looked at no further.
const TOO_LONG: usize = 10;

/// 云A12345 however it is typed, but for its last two characters, and E12345678 but for its first and the last two.
pub(super) fn plates_and_passports(chars: &[char]) -> Vec<Range<usize>> {
    let mut hidden = Vec::new();
    for at in 0..chars.len() {
        if half(chars[at]).is_some_and(|c| c.is_ascii_alphabetic()) {
            hidden.extend(plate(chars, at));
            hidden.extend(passport(chars, at));
        }
    }
    hidden
}

/// Where plates and passports' numbers stand, with the province and the letters before them.
pub(super) fn whole_plates_and_passports(chars: &[char]) -> Vec<Range<usize>> {
    let mut whole = Vec::new();
    for at in 0..chars.len() {
        if half(chars[at]).is_none_or(|c| !c.is_ascii_alphabetic()) {
            continue;
        }
        if let Some(number) = plate(chars, at) {
            let blanks = chars[..at].iter().rev().take_while(|c| **c == ' ').count();
            whole.push(at.saturating_sub(blanks + 1)..number.end + 2);
        }
        whole.extend(passport(chars, at).map(|number| at..number.end + 2));
    }
    whole
}

/// The number of a plate whose letter stands at `at`.
fn plate(chars: &[char], at: usize) -> Option<Range<usize>> {
    let before = chars[..at].iter().rev().find(|c| **c != ' ').copied().unwrap_or(' ');
    let gap = count_while(chars, at + 1, |c| matches!(c, ' ' | '·' | '•' | '・' | '.' | '-' | '－'));
    let start = at + 1 + gap.min(3);
    let run = Run::at(chars, start);
    // A message may quote a plate without its province.
    let is_plate = (PROVINCES.contains(before) || before == '「') && matches!(run.length, 5 | 6) && run.digits >= 3;
    is_plate.then(|| start..start + run.length - 2)
}

/// The number of a passport whose first letter stands at `at`.
fn passport(chars: &[char], at: usize) -> Option<Range<usize>> {
    let is_first = at == 0 || half(chars[at - 1]).is_none();
    let run = Run::at(chars, at);
    (is_first && run.length == 9 && run.digits >= 7).then(|| at + 1..at + run.length - 2)
}

/// Letters and digits in a row, up to [`TOO_LONG`].
struct Run {
    length: usize,
    /// How many of them are digits.
    digits: usize,
}

impl Run {
    fn at(chars: &[char], start: usize) -> Self {
        let seen = &chars[start..chars.len().min(start + TOO_LONG)];
        let length = count_while(seen, 0, |c| half(c).is_some());
        Self { length, digits: seen[..length].iter().filter(|c| is_digit(**c)).count() }
    }
}
