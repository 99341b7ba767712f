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
        let raw = self.span.text();
        let whole = || self.span.first_line();
        let (Some(before), Some(inside)) = (self.value.get(..range.start), self.value.get(range)) else {
            return whole();
        };
        let visible = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count();
        let skipped = visible(before);
        let wanted: Vec<char> = inside.chars().filter(|c| !c.is_whitespace()).collect();
        let quote = usize::from(raw.starts_with(['"', '\'']));
        let mut shown = raw.char_indices().skip(quote).filter(|(_, c)| !c.is_whitespace()).skip(skipped);
        let Some((start, mut last)) = shown.next() else { return whole() };
        let mut end = start + last.len_utf8();
        let mut wanted = wanted.into_iter();
        if wanted.next().is_none_or(|first| first != last) {
            return whole();
        }
        for next in wanted {
            let Some((at, found)) = shown.next() else { return whole() };
            if found != next {
                return whole();
            }
            last = found;
            end = at + last.len_utf8();
        }
        let from = self.span.range().start;
        Span::new(self.span.source(), from + start..from + end)
    }
}

#[cfg(test)]
mod tests {
    use crate::source::{Source, Span, Spanned};

    /// What stands in the file for `wanted` in a value that was read as `value` from `raw`.
    fn part(raw: &str, value: &str, wanted: &str) -> String {
        let source = Source::new("周.yaml", format!("情况: {raw}\n"));
        let spanned = Spanned::new(value.to_owned(), Span::new(&source, 8..8 + raw.len()));
        let start = value.find(wanted).unwrap_or_default();
        spanned.part(start..start + wanted.len()).text().to_owned()
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
