//! The paragraphs of a text, and the numbers that somebody typed at their heads: those are taken off, and the program
//! numbers what they stood before.

use std::ops::Range;

use super::typed_number::{NumberLevel, TypedNumber, typed_number};

/// One paragraph that is not blank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// Where it stands in the text, in bytes, without a typed number.
    pub range: Range<usize>,
    pub number: Option<Number>,
}

/// The number that a paragraph has, in place of one that may be typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Number {
    pub level: NumberLevel,
    /// Whether it is the first of a new row, whatever was counted before.
    pub restarts: bool,
    /// Whether the paragraph is the heading of what stands below it.
    pub is_heading: bool,
    /// What is typed, and which number that should be among those of the same text.
    pub typed: Option<(TypedNumber, u32)>,
}

/// The paragraphs of a text that stands below a heading of level `under`, or below none.
#[must_use]
pub fn paragraphs(text: &str, under: Option<NumberLevel>) -> Vec<Paragraph> {
    let lines: Vec<(Range<usize>, Option<TypedNumber>)> = lines(text);
    let highest = lines.iter().filter_map(|(_, typed)| typed.map(|typed| typed.level)).min();
    // What is typed as high as the heading, or higher, stands below it all the same.
    let lowered = match (under, highest) {
        (Some(under), Some(highest)) if highest <= under => under as usize + 1 - highest as usize,
        _ => 0,
    };
    let mut counts = Counts::default();
    let mut paragraphs: Vec<Paragraph> = Vec::with_capacity(lines.len());
    for (range, typed) in lines {
        let lowered = typed.and_then(|typed| Some((typed, typed.level.lower_by(lowered)?)));
        let number = lowered.map(|(typed, level)| {
            let (restarts, expected) = counts.next(level, typed.value);
            Number { level, restarts, is_heading: false, typed: Some((typed, expected)) }
        });
        if number.is_none() {
            counts.last = None;
        }
        let begin = range.start + lowered.map_or(0, |(typed, _)| typed.length);
        paragraphs.push(Paragraph { range: begin..range.end, number });
    }
    mark_headings(text, &mut paragraphs);
    paragraphs
}

/// The lines of a text that are not blank, without white space at their ends, each with the number that it begins with.
fn lines(text: &str) -> Vec<(Range<usize>, Option<TypedNumber>)> {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        let kept = line.trim_end();
        if !kept.is_empty() {
            lines.push((start..start + kept.len(), typed_number(kept)));
        }
        start += line.len() + 1;
    }
    lines
}

/// How far the numbers of a text have come.
#[derive(Default)]
struct Counts {
    of_levels: [u32; 4],
    /// The level of the paragraph before, where that has a number.
    last: Option<NumberLevel>,
}

impl Counts {
    /// Whether the next number of a level begins a new row, and what it should be.
    fn next(&mut self, level: NumberLevel, typed: u32) -> (bool, u32) {
        let begins = self.last.is_none_or(|last| last < level);
        // The highest numbers go through the whole paper.
        let restarts = begins && typed == 1 && level != NumberLevel::One;
        let at = level as usize;
        let before = self.of_levels[at];
        let expected = match level {
            _ if restarts => 1,
            NumberLevel::One if before == 0 => typed,
            _ => before + 1,
        };
        self.of_levels[at + 1..].fill(0);
        self.of_levels[at] = expected;
        self.last = Some(level);
        (restarts, expected)
    }
}

/// More characters than a heading has.
const LONGEST_HEADING: usize = 40;

/// A numbered paragraph without a mark at its end, below which stands a lower one or one without a number, is a heading.
fn mark_headings(text: &str, paragraphs: &mut [Paragraph]) {
    let below: Vec<Option<Option<NumberLevel>>> =
        paragraphs.iter().skip(1).map(|next| Some(next.number.map(|number| number.level))).chain([None]).collect();
    for (paragraph, next) in paragraphs.iter_mut().zip(below) {
        let Some(number) = &mut paragraph.number else { continue };
        let words = text.get(paragraph.range.clone()).unwrap_or_default();
        let is_short = words.chars().count() <= LONGEST_HEADING;
        let is_open = !words.ends_with(|c: char| "。！？；：，…;:,.”）".contains(c)) && !words.contains('。');
        let has_below = next.is_some_and(|next| next.is_none_or(|next| next > number.level));
        number.is_heading = is_short && is_open && has_below;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each paragraph as it is to be printed where the paper has no numbers before it; headings in 「」.
    fn printed(text: &str, under: Option<NumberLevel>) -> Vec<String> {
        let mut printed = Vec::new();
        for Paragraph { range, number } in paragraphs(text, under) {
            let words = &text[range];
            printed.push(match number {
                Some(Number { level, typed: Some((_, expected)), is_heading: true, .. }) => {
                    format!("「{}{words}」", level.written(expected))
                }
                Some(Number { level, typed: Some((_, expected)), .. }) => format!("{}{words}", level.written(expected)),
                _ => words.to_owned(),
            });
        }
        printed
    }

    #[test]
    fn typed_numbers_are_taken_as_the_levels_that_they_are() {
        let text = "概况。\n（一）巡查\n出动40人次。\n\n（二）整治。清运5车：\n1、东街；\n2、西街。\n";
        let expected = ["概况。", "「（一）巡查」", "出动40人次。", "（二）整治。清运5车：", "1.东街；", "2.西街。"];
        assert_eq!(printed(text, Some(NumberLevel::One)), expected);
    }

    #[test]
    fn what_is_typed_as_high_as_its_heading_stands_below_it() {
        assert_eq!(printed("一、甲。\n（一）乙。", Some(NumberLevel::One)), ["（一）甲。", "1.乙。"]);
        assert_eq!(printed("一、甲。\n（一）乙。", None), ["一、甲。", "（一）乙。"]);
        assert_eq!(printed("（1）甲。", Some(NumberLevel::Four)), ["（1）甲。"]);
    }

    #[test]
    fn a_row_begins_anew_behind_words_and_goes_on_where_it_is_typed_so() {
        let under = Some(NumberLevel::One);
        assert_eq!(printed("1.甲。\n2.乙。\n另外：\n1.丙。", under), ["1.甲。", "2.乙。", "另外：", "1.丙。"]);
        assert_eq!(printed("1.甲。\n说明。\n2.乙。", under), ["1.甲。", "说明。", "2.乙。"]);
        assert_eq!(printed("1.甲。\n1.乙。\n4.丙。", under), ["1.甲。", "2.乙。", "3.丙。"]);
    }
}
