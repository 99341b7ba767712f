//! Where a part of a value stands in the file.
//!
//! A value is not always what stands in the file, character for character: lines of a folded text are joined, quotes
//! and indentation are left out, escapes are read. All of these only leave out or change white space, but for escapes
//! in quoted texts.

use super::{Span, Spanned};
use std::ops::Range;

impl Spanned<String> {
    /// The place in the file of the bytes `range` of the value; the value's first line where it cannot be told.
    #[must_use]
    pub fn part(&self, range: Range<usize>) -> Span {
        let before = self.value.get(..range.start).unwrap_or_default();
        let skipped = visible(before).count();
        let found = self.value.get(range).and_then(|inside| self.found(inside, self.shown().skip(skipped)));
        found.unwrap_or_else(|| self.span.first_line())
    }

    /// What is visible in the file, each character with where it begins in the span.
    fn shown(&self) -> impl Iterator<Item = (usize, char)> {
        let raw = self.span.text();
        let quote = usize::from(raw.starts_with(['"', '\'']));
        raw.char_indices().skip(quote).filter(|(_, c)| !c.is_whitespace())
    }

    /// Where the characters of `inside` stand, if `shown` begins with them.
    fn found(&self, inside: &str, mut shown: impl Iterator<Item = (usize, char)>) -> Option<Span> {
        let mut place: Option<Range<usize>> = None;
        for (_, wanted) in visible(inside) {
            let (at, _) = shown.next().filter(|(_, c)| *c == wanted)?;
            place = Some(place.map_or(at, |place| place.start)..at + wanted.len_utf8());
        }
        let (place, from) = (place?, self.span.range().start);
        Some(Span::new(self.span.source(), from + place.start..from + place.end))
    }
}

fn visible(text: &str) -> impl Iterator<Item = (usize, char)> {
    text.char_indices().filter(|(_, c)| !c.is_whitespace())
}

/// The same for many parts of one value: each is found without going through all that stands before it.
#[derive(Debug)]
pub struct Parts<'a> {
    value: &'a Spanned<String>,
    /// Where each visible character begins in the value.
    starts: Vec<usize>,
    /// What is visible in the file, each character with where it begins in the span.
    shown: Vec<(usize, char)>,
    /// What stands for a part that cannot be told.
    whole: Span,
}

impl<'a> Parts<'a> {
    #[must_use]
    pub fn of(value: &'a Spanned<String>) -> Self {
        let starts = visible(&value.value).map(|(at, _)| at).collect();
        Self { value, starts, shown: value.shown().collect(), whole: value.span.first_line() }
    }

    /// As [`Spanned::part`].
    #[must_use]
    pub fn part(&self, range: Range<usize>) -> Span {
        let skipped = self.starts.partition_point(|at| *at < range.start);
        let shown = self.shown.get(skipped..).unwrap_or_default();
        let found = self.value.value.get(range).and_then(|inside| self.value.found(inside, shown.iter().copied()));
        found.unwrap_or_else(|| self.whole.clone())
    }
}

#[cfg(test)]
mod tests {
    use crate::source::{Parts, Source, Span, Spanned};

    /// What stands in the file for `wanted` in a value that was read as `value` from `raw`.
    fn part(raw: &str, value: &str, wanted: &str) -> String {
        let source = Source::new("周.yaml", format!("情况: {raw}\n"));
        let spanned = Spanned::new(value.to_owned(), Span::new(&source, 8..8 + raw.len()));
        let start = value.find(wanted).unwrap_or_default();
        let part = spanned.part(start..start + wanted.len());
        assert_eq!(Parts::of(&spanned).part(start..start + wanted.len()), part);
        part.text().to_owned()
    }

    #[test]
    fn a_part_is_found_in_plain_quoted_and_folded_texts() {
        assert_eq!(part("不知道雪上神话在哪", "不知道雪上神话在哪", "雪上神话"), "雪上神话");
        assert_eq!(part("'不知道雪上神话在哪'", "不知道雪上神话在哪", "雪上神话"), "雪上神话");
        assert_eq!(part("不知道雪上\n  神话在哪", "不知道雪上神话在哪", "雪上神话"), "雪上\n  神话");
        assert_eq!(part("甲 乙\r\n  丙", "甲 乙丙", "乙丙"), "乙\r\n  丙");
    }

    #[test]
    fn behind_an_escape_the_first_line_stands_for_the_part() {
        assert_eq!(part(r#""甲\u4e59丙""#, "甲乙丙", "丙"), r#""甲\u4e59丙""#);
        assert_eq!(part("甲", "甲", ""), "甲");
    }
}
