//! Numbers of headings and of numbered paragraphs: 一、 （一） 1. （1） (GB/T 9704-2012, 7.3.3).

use crate::compose::paragraph_number::ParagraphNumber;
use crate::document::{Engine, Level, Text};
use crate::record::typed_number::NumberLevel;

/// Running numbers of the four levels; each level starts anew under every number above it.
#[derive(Debug, Default)]
pub(super) struct HeadingNumbers([u32; 4]);

impl HeadingNumbers {
    pub(super) fn next(&mut self, level: Level) -> String {
        let level = number_level(level);
        let at = level as usize;
        self.0[at + 1..].fill(0);
        self.0[at] += 1;
        level.written(self.0[at])
    }

    /// A text with its numbers in their places, and what is said of the one with which it begins.
    pub(super) fn numbered(&mut self, text: Text) -> (Option<ParagraphNumber>, Text) {
        let is_numbered = text.0.iter().any(|run| run.text.bytes().any(|byte| is_placeholder(char::from(byte))));
        if !is_numbered {
            return (None, text);
        }
        let first = text.0.first().and_then(|run| run.text.chars().next());
        let mut numbered = Text::default();
        for run in &text.0 {
            let mut rest = run.text.as_str();
            while let Some(at) = rest.find(is_placeholder) {
                numbered.push(&rest[..at], &run.origin);
                let mut behind = rest[at..].chars();
                if let Some(number) = behind.next().and_then(ParagraphNumber::from_placeholder) {
                    numbered = numbered.then(&Text::engine(Engine::HeadingNumber, &self.following(number)));
                }
                rest = behind.as_str();
            }
            numbered.push(rest, &run.origin);
        }
        numbered.0.retain(|run| !run.text.is_empty());
        (first.and_then(ParagraphNumber::from_placeholder), numbered)
    }

    fn following(&mut self, number: ParagraphNumber) -> String {
        if number.restarts {
            self.0[number.level as usize] = 0;
        }
        self.next(level(number.level))
    }
}

fn is_placeholder(c: char) -> bool {
    ParagraphNumber::from_placeholder(c).is_some()
}

/// The level of a heading that has such a number.
pub(super) fn level(of_number: NumberLevel) -> Level {
    match of_number {
        NumberLevel::One => Level::One,
        NumberLevel::Two => Level::Two,
        NumberLevel::Three => Level::Three,
        NumberLevel::Four => Level::Four,
    }
}

fn number_level(level: Level) -> NumberLevel {
    match level {
        Level::One => NumberLevel::One,
        Level::Two => NumberLevel::Two,
        Level::Three => NumberLevel::Three,
        Level::Four => NumberLevel::Four,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_start_anew_under_each_heading() {
        let mut numbers = HeadingNumbers::default();
        let levels = [Level::One, Level::Two, Level::Three, Level::Four, Level::Two, Level::One, Level::Two];
        let printed: Vec<_> = levels.into_iter().map(|level| numbers.next(level)).collect();
        assert_eq!(printed, ["一、", "（一）", "1.", "（1）", "（二）", "二、", "（一）"]);
    }

    #[test]
    fn a_placeholder_becomes_the_number_that_follows() {
        let mut numbers = HeadingNumbers::default();
        let mut read = |level, restarts, words: &str| {
            let number = ParagraphNumber { level, restarts, is_heading: false };
            let text = Text::engine(Engine::Separator, &format!("{}{words}", number.placeholder()));
            let (begins, text) = numbers.numbered(text);
            assert_eq!(begins, Some(number));
            text.plain()
        };
        assert_eq!(read(NumberLevel::Two, false, "甲"), "（一）甲");
        assert_eq!(read(NumberLevel::Three, false, "乙"), "1.乙");
        assert_eq!(read(NumberLevel::Three, false, "丙"), "2.丙");
        assert_eq!(read(NumberLevel::Three, true, "丁"), "1.丁");
        assert_eq!(read(NumberLevel::Two, false, "戊"), "（二）戊");
    }
}
