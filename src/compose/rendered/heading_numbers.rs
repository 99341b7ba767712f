//! Numbers of headings: 一、 （一） 1. （1） (GB/T 9704-2012, 7.3.3).

use crate::document::Level;

/// Running numbers of the four levels; each level starts anew under every heading above it.
#[derive(Debug, Default)]
pub(super) struct HeadingNumbers([u32; 4]);

impl HeadingNumbers {
    pub(super) fn next(&mut self, level: Level) -> String {
        let at = level as usize;
        self.0[at + 1..].fill(0);
        self.0[at] += 1;
        let number = self.0[at];
        match level {
            Level::One => format!("{}、", han(number)),
            Level::Two => format!("（{}）", han(number)),
            Level::Three => format!("{number}."),
            Level::Four => format!("（{number}）"),
        }
    }
}

/// A number in Chinese numerals: 十一, 二十; up to 99, beyond which it stays Arabic.
fn han(number: u32) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let (tens, ones) = (number / 10, number % 10);
    match (DIGITS.get(tens as usize), DIGITS[ones as usize]) {
        (_, one) if tens == 0 => one.to_owned(),
        (_, one) if tens == 1 => format!("十{one}"),
        (Some(ten), one) => format!("{ten}十{one}"),
        (None, _) => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_chinese_and_start_anew_under_each_heading() {
        let mut numbers = HeadingNumbers::default();
        let levels = [Level::One, Level::Two, Level::Three, Level::Four, Level::Two, Level::One, Level::Two];
        let printed: Vec<_> = levels.into_iter().map(|level| numbers.next(level)).collect();
        assert_eq!(printed, ["一、", "（一）", "1.", "（1）", "（二）", "二、", "（一）"]);
        assert_eq!([10, 11, 20, 21, 99, 100].map(han), ["十", "十一", "二十", "二十一", "九十九", "100"]);
    }
}
