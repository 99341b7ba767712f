//! Where a part of a value stands in the file.
//!
//! A value is not always what stands in the file, character for character: lines of a folded text are joined, quotes
//! and indentation are left out, escapes are read. So a value and its text in the file are alike in what is visible.

use std::ops::Range;

use super::span::{Span, Spanned};

impl Spanned<String> {
    /// The place in the file of the bytes `range` of the value; the value's first line, as a place that is not exact,
    /// where it cannot be found.
    #[must_use]
    pub fn part(&self, range: Range<usize>) -> Span {
        Parts::new(self).part(range)
    }
}

/// Places of many parts of one value: each is found without going through all that stands before it.
#[derive(Debug)]
pub struct Parts<'a> {
    value: &'a Spanned<String>,
    /// Where each visible character begins in the value.
    starts: Vec<usize>,
    /// Where each of them stands in the span, as far as they are what the value says.
    shown: Vec<Range<usize>>,
}

impl<'a> Parts<'a> {
    #[must_use]
    pub fn new(value: &'a Spanned<String>) -> Self {
        let raw = value.span.text();
        let wanted: Vec<_> = visible(&value.value).collect();
        let quoted = match raw.chars().next() {
            Some('\'') => alike(&wanted, single_quoted(raw)),
            Some('"') => alike(&wanted, double_quoted(raw)),
            _ => Vec::new(),
        };
        // A block text may begin with a quotation mark.
        let plain = if quoted.len() < wanted.len() { alike(&wanted, visible(raw)) } else { Vec::new() };
        let shown = if plain.len() > quoted.len() { plain } else { quoted };
        Self { value, starts: wanted.into_iter().map(|(place, _)| place.start).collect(), shown }
    }

    /// As [`Spanned::part`].
    #[must_use]
    pub fn part(&self, range: Range<usize>) -> Span {
        self.found(&range).unwrap_or_else(|| self.value.span.first_line().not_exact())
    }

    fn found(&self, range: &Range<usize>) -> Option<Span> {
        self.value.value.get(range.clone())?;
        let shown = self.shown.get(self.visible_before(range.start)..self.visible_before(range.end))?;
        let (first, last) = (shown.first()?, shown.last()?);
        let from = self.value.span.range().start;
        Some(Span::new(self.value.span.source(), from + first.start..from + last.end))
    }

    /// How many visible characters of the value stand before a byte of it.
    fn visible_before(&self, byte: usize) -> usize {
        self.starts.partition_point(|at| *at < byte)
    }
}

/// The places of `shown` as far as it is what is `wanted`.
fn alike(wanted: &[(Range<usize>, char)], shown: impl Iterator<Item = (Range<usize>, char)>) -> Vec<Range<usize>> {
    let pairs = wanted.iter().zip(shown);
    pairs.take_while(|((_, wanted), (_, shown))| wanted == shown).map(|(_, (place, _))| place).collect()
}

fn visible(text: &str) -> impl Iterator<Item = (Range<usize>, char)> {
    text.char_indices().filter(|(_, c)| !c.is_whitespace()).map(|(at, c)| (at..at + c.len_utf8(), c))
}

/// What is visible in a text in single quotes, in which two of them are one.
fn single_quoted(raw: &str) -> impl Iterator<Item = (Range<usize>, char)> {
    let mut chars = raw.char_indices().skip(1).peekable();
    std::iter::from_fn(move || {
        loop {
            let (at, c) = chars.next()?;
            if c == '\'' {
                let (second, _) = chars.next_if(|(_, c)| *c == '\'')?;
                return Some((at..second + 1, c));
            }
            if !c.is_whitespace() {
                return Some((at..at + c.len_utf8(), c));
            }
        }
    })
}

/// What is visible in a text in double quotes, with escapes read.
fn double_quoted(raw: &str) -> impl Iterator<Item = (Range<usize>, char)> {
    let mut at = 1;
    std::iter::from_fn(move || {
        loop {
            let start = at;
            let (c, length) = match raw.get(at..)?.chars().next()? {
                '"' => return None,
                '\\' => escaped(raw.get(at + 1..)?).map(|(c, length)| (c, 1 + length))?,
                c => (c, c.len_utf8()),
            };
            at += length;
            if !c.is_whitespace() {
                return Some((start..at, c));
            }
        }
    })
}

/// The character that stands behind a backslash, and in how many bytes; a blank for all that is not visible.
fn escaped(text: &str) -> Option<(char, usize)> {
    let kind = text.chars().next()?;
    let digits = match kind {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        '0' => return Some(('\0', 1)),
        'a' => return Some(('\u{7}', 1)),
        'b' => return Some(('\u{8}', 1)),
        'e' => return Some(('\u{1b}', 1)),
        '"' | '\\' | '/' => return Some((kind, 1)),
        'n' | 'r' | 't' | 'v' | 'f' | 'N' | '_' | 'L' | 'P' => return Some((' ', 1)),
        c if c.is_whitespace() => return Some((' ', c.len_utf8())),
        _ => return None,
    };
    let first = hexadecimal(text, 1, digits)?;
    if digits == 4 && (0xd800..0xdc00).contains(&first) {
        text.get(5..7).filter(|next| *next == "\\u")?;
        let second = hexadecimal(text, 7, digits)?.checked_sub(0xdc00)?;
        return Some((char::from_u32(0x1_0000 + (first - 0xd800) * 0x400 + second)?, 11));
    }
    Some((char::from_u32(first)?, 1 + digits))
}

/// The number that stands at `at` in so many digits.
fn hexadecimal(text: &str, at: usize, digits: usize) -> Option<u32> {
    u32::from_str_radix(text.get(at..at + digits)?, 16).ok()
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
        assert_eq!(Parts::new(&spanned).part(start..start + wanted.len()), part);
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
    fn behind_an_escape_a_part_is_found_as_well() {
        assert_eq!(part("'商家称''不退''，共１２家。'", "商家称'不退'，共１２家。", "１２"), "１２");
        assert_eq!(part("'商家称''不退'''", "商家称'不退'", "'不退'"), "''不退''");
        assert_eq!(part(r#""甲\u4e59丙""#, "甲乙丙", "乙"), r"\u4e59");
        assert_eq!(part(r#""甲\n乙\t\\\"\/丙""#, "甲\n乙\t\\\"/丙", "丙"), "丙");
        assert_eq!(part(r#""\x41\U0001F600\uD83D\uDE00丙""#, "A😀😀丙", "丙"), "丙");
        assert_eq!(part("\"甲 \\\n  乙\\\r\n丙\"", "甲 乙丙", "丙"), "丙");
        assert_eq!(part("\"一机游\"平台１家", "\"一机游\"平台１家", "１"), "１");
    }

    #[test]
    fn where_a_part_cannot_be_found_the_first_line_stands_for_it_and_is_not_exact() {
        let source = Source::new("周.yaml", "甲\n");
        let value = Spanned::new("甲乙".to_owned(), Span::new(&source, 0..3));
        assert!(value.part(0..3).is_exact());
        for place in [value.part(3..6), value.part(0..0)] {
            assert_eq!((place.text(), place.is_exact()), ("甲", false));
        }
    }
}
