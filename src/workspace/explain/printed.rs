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
        let line = discreet(&self.line);
        let (before, figure, behind) = self.parts(&line, str::to_owned);
        format!("{}{figure}{}", last(before, MOST_FOR_PROGRAMS), first(behind, MOST_FOR_PROGRAMS))
    }

    /// The sentence, with the figure in 【】.
    #[must_use]
    pub fn sentence(&self) -> String {
        let line = discreet(&self.line);
        let (before, figure, behind) = self.parts(&line, |text| format!("【{text}】"));
        let start = before.rfind(ENDS).map_or(0, |at| at + end_of_first(&before[at..]));
        let end = behind.find(ENDS).map_or(behind.len(), |at| at + end_of_first(&behind[at..]));
        let (before, behind) = (&before[start..], &behind[..end]);
        let (shown_before, shown_behind) = (last(before, MOST_SHOWN), first(behind, MOST_SHOWN));
        format!("{}{shown_before}{figure}{shown_behind}{}", ellipsis(before), ellipsis(behind))
    }

    /// What stands in `masked`, which is the line with persons masked, before the figure, from its first to its last
    /// place in the line, and behind it.
    fn parts<'a>(&self, masked: &'a str, show: impl Fn(&str) -> String) -> (&'a str, String, &'a str) {
        let mut figure = String::new();
        let start = self.figures.first().map_or(0, |range| range.start);
        let mut at = start;
        for range in &self.figures {
            figure.push_str(self.stretch(masked, at..range.start));
            figure.push_str(&show(self.stretch(masked, range.clone())));
            at = range.end;
        }
        (self.stretch(masked, 0..start), figure, self.stretch(masked, at..self.line.len()))
    }

    /// What stands in `masked` at these bytes of the line: masked or not, it has as many characters.
    fn stretch<'a>(&self, masked: &'a str, range: Range<usize>) -> &'a str {
        let characters = |byte: usize| self.line.get(..byte).unwrap_or_default().chars().count();
        let (start, end) = (characters(range.start), characters(range.end));
        let byte = |at: usize| masked.char_indices().nth(at).map_or(masked.len(), |(byte, _)| byte);
        masked.get(byte(start)..byte(end)).unwrap_or_default()
    }
}

/// What stands for the rest of a text of which not all is shown.
fn ellipsis(text: &str) -> &'static str {
    if text.chars().nth(MOST_SHOWN).is_some() { "…" } else { "" }
}

/// The first characters of `text`, at most so many.
fn first(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}

/// The last characters of `text`, at most so many.
fn last(text: &str, most: usize) -> String {
    let hidden = text.chars().count().saturating_sub(most);
    text.chars().skip(hidden).collect()
}

fn end_of_first(text: &str) -> usize {
    text.chars().next().map_or(0, char::len_utf8)
}

#[cfg(test)]
mod tests {
    use super::{Printed, first, last};

    #[test]
    fn a_telephone_is_hidden_before_the_text_is_cut() {
        let line = "共3件，电话19900000001。";
        let due = "weekly:weekly:docx+pdf:week".parse().unwrap();
        let printed = Printed { paper: due, line: line.into(), figures: std::iter::once(3..4).collect() };
        assert_eq!(printed.sentence(), "共【3】件，电话199****0001。");
        assert_eq!([first("甲乙丙", 2), last("甲乙丙", 2), last("甲", 2)], ["甲乙", "乙丙", "甲"]);
    }
}
