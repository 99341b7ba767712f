//! A line of a paper, as it is shown around a figure: cut to its sentence, private numbers masked.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::discreet;
use crate::workspace::due::Due;

/// Longest stretch of a sentence that is shown before and behind a figure, in characters.
const MOST_SHOWN: usize = 40;
/// Longest stretch of a line that programs get before and behind a figure, in characters.
const MOST_FOR_PROGRAMS: usize = 2000;
const ENDS: [char; 4] = ['。', '；', '！', '？'];
/// In characters; account numbers are the longest.
const LONGEST_NUMBER: usize = 20;

/// A line of a paper that prints a figure.
#[derive(Debug, Clone)]
pub struct Printed {
    pub paper: Due,
    pub(super) line: Arc<str>,
    /// Where the figure stands in it, in bytes; once at least.
    pub(super) figures: Vec<Range<usize>>,
}

impl Printed {
    /// The line, or much of a very long one.
    #[must_use]
    pub fn text(&self) -> String {
        let (before, figure, behind) = self.parts(str::to_owned);
        format!("{}{figure}{}", last(before, MOST_FOR_PROGRAMS), first(behind, MOST_FOR_PROGRAMS))
    }

    /// The sentence, with the figure in 【】.
    #[must_use]
    pub fn sentence(&self) -> String {
        let (before, figure, behind) = self.parts(|text| format!("【{text}】"));
        let start = before.rfind(ENDS).map_or(0, |at| at + end_of_first(&before[at..]));
        let end = behind.find(ENDS).map_or(behind.len(), |at| at + end_of_first(&behind[at..]));
        let (before, behind) = (&before[start..], &behind[..end]);
        let (shown_before, shown_behind) = (last(before, MOST_SHOWN), first(behind, MOST_SHOWN));
        format!("{}{shown_before}{figure}{shown_behind}{}", ellipsis(before), ellipsis(behind))
    }

    /// What stands before the figure, from its first to its last place in the line, and behind it.
    fn parts(&self, show: impl Fn(&str) -> String) -> (&str, String, &str) {
        let mut figure = String::new();
        let start = self.figures.first().map_or(0, |range| range.start);
        let mut at = start;
        for range in &self.figures {
            figure.push_str(&discreet(self.stretch(at..range.start)));
            figure.push_str(&show(self.stretch(range.clone())));
            at = range.end;
        }
        (self.stretch(0..start), figure, self.stretch(at..self.line.len()))
    }

    fn stretch(&self, range: Range<usize>) -> &str {
        self.line.get(range).unwrap_or_default()
    }
}

/// What stands for the rest of a text of which not all is shown.
fn ellipsis(text: &str) -> &'static str {
    if text.chars().nth(MOST_SHOWN).is_some() { "…" } else { "" }
}

/// The first characters of `text`, at most so many, with private numbers masked.
fn first(text: &str, most: usize) -> String {
    // A number that is cut is masked as a whole.
    let end = text.char_indices().nth(most + LONGEST_NUMBER).map_or(text.len(), |(at, _)| at);
    discreet(&text[..end]).chars().take(most).collect()
}

/// The last characters of `text`, in the same way.
fn last(text: &str, most: usize) -> String {
    let start = text.char_indices().rev().nth(most + LONGEST_NUMBER).map_or(0, |(at, _)| at);
    let masked = discreet(&text[start..]);
    let hidden = masked.chars().count().saturating_sub(most);
    masked.chars().skip(hidden).collect()
}

fn end_of_first(text: &str) -> usize {
    text.chars().next().map_or(0, char::len_utf8)
}

#[cfg(test)]
mod tests {
    use super::{first, last};

    #[test]
    fn a_telephone_is_hidden_where_the_text_is_cut_within_it() {
        assert_eq!(first("电话19900000001。", 7), "电话199**");
        assert_eq!(last("电话19900000001。", 4), "001。");
        assert_eq!([first("甲乙丙", 2), last("甲乙丙", 2), last("甲", 2)], ["甲乙", "乙丙", "甲"]);
    }
}
