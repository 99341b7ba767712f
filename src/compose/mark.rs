//! Text on its way through a template: a writer's characters out of reach of any markup, and marks that say where
//! each stretch comes from.
//!
//! Tera and the CommonMark parser only know strings. So a value enters the template as a marked string: the numbers
//! of its origins, then its text with every character that could mean something to a parser moved to private-use
//! plane 15; of a number, the number itself may stand before the text. The marks themselves are private-use characters of plane 16. Both parsers hand all of them through
//! untouched, and [`super::rendered`] takes the text out again.

use std::fmt::Write as _;
use std::ops::Range;

use memchr::memchr2;

use crate::source::first_char;

/// Begins a value: origin numbers follow, then [`TEXT`].
pub(super) const OPEN: char = '\u{10FF00}';
/// Between two numbers.
pub(super) const SEPARATOR: char = '\u{10FF01}';
/// Between a value's origins and its text.
pub(super) const TEXT: char = '\u{10FF02}';
/// Ends a value.
pub(super) const CLOSE: char = '\u{10FF03}';
/// Begins a date or a period within a value; ISO dates follow, two of them with [`SEPARATOR`] for a period.
pub(super) const DATE: char = '\u{10FF04}';
pub(super) const DATE_END: char = '\u{10FF05}';
/// Begins a place in a template: the number of the line follows, then [`LINE_END`].
pub(super) const LINE: char = '\u{10FF06}';
pub(super) const LINE_END: char = '\u{10FF07}';
/// Between a number's origins and its text: behind it stands the number itself, where the text does not say it.
pub(super) const NUMBER: char = '\u{10FF08}';
/// Between the origins and the text of a number that is typed among words, and is a text to templates.
pub(super) const NUMERAL: char = '\u{10FF09}';
/// The numbers of the origins that say of a value how the template made it, from the values of the origins behind it.
/// These are counted as alike and neighbouring.
pub(super) const TOGETHER: usize = 0;
/// Computed by operators.
pub(super) const COMPUTED: usize = 1;
pub(super) const SUMMED: usize = 2;
pub(super) const AVERAGED: usize = 3;
/// A part of a whole, in percent.
pub(super) const SHARED: usize = 4;
/// The change from one figure to another.
pub(super) const CHANGED: usize = 5;
/// How many items a list has, or characters a text.
pub(super) const COUNTED: usize = 6;
/// Counted as alike, wherever they stand.
pub(super) const ALIKE: usize = 7;
/// How many of these numbers there are: the first origin of a record comes behind them.
pub(super) const MADE: usize = 8;
/// From here on numbers stand for what filters of a template have reckoned. No office has so many values.
pub(super) const WORKED: usize = 1 << 24;
/// The first of ten digits for numbers within marks.
const DIGIT: u32 = 0x10_FF10;

/// What a character becomes that could be markup: plane 15 mirrors the basic plane.
const SHIELD: u32 = 0xF_0000;

/// Moves a character out of reach of markup, if it could be any: all but ideographs and what stands around them.
pub(super) fn shield(c: char) -> char {
    match c {
        '\u{F0000}'..='\u{10FFFF}' => '\u{FFFD}',
        '\u{3000}' | '\0'..='\u{2E7F}' | '\u{E000}'..='\u{F8FF}' => {
            char::from_u32(SHIELD + u32::from(c)).unwrap_or('\u{FFFD}')
        }
        c => c,
    }
}

/// The character that [`shield`] was given.
pub(super) fn unshield(c: char) -> char {
    match u32::from(c) {
        code @ SHIELD..0xF_FFFE => char::from_u32(code - SHIELD).unwrap_or(c),
        _ => c,
    }
}

/// Adds a text with every character out of reach of markup that could be any.
pub(super) fn push_shielded(marked: &mut String, text: &str) {
    let mut rest = text;
    while let Some((at, c)) = first_char(rest, may_begin_moved, |c| shield(c) != c) {
        let (safe, behind) = rest.split_at(at);
        marked.push_str(safe);
        marked.push(shield(c));
        rest = &behind[c.len_utf8()..];
    }
    marked.push_str(rest);
}

/// Whether a character that begins with that byte may have to be moved. Ideographs from U+4000 on stay where they are in any
/// case, and most characters are such.
fn may_begin_moved(byte: u8) -> bool {
    !matches!(byte, 0x80..=0xbf | 0xe4..=0xed)
}

/// How many bytes of a marked text come before the first mark or shielded character.
pub(super) fn until_special(marked: &str) -> usize {
    memchr2(0xf3, 0xf4, marked.as_bytes()).unwrap_or(marked.len())
}

pub(super) fn number(digits: &mut String, number: usize) {
    if number >= 10 {
        self::number(digits, number / 10);
    }
    let digit = u32::try_from(number % 10).unwrap_or_default();
    digits.extend(char::from_u32(DIGIT + digit));
}

pub(super) fn digit(c: char) -> Option<usize> {
    let value = u32::from(c).checked_sub(DIGIT).filter(|value| *value < 10)?;
    usize::try_from(value).ok()
}

/// A value as it goes into a template.
pub(super) fn value(origins: &[usize], text: &str) -> String {
    wrap(origins, text.len(), |marked| push_shielded(marked, text))
}

/// A number as it goes into a template; `number` where `text` is not just its digits.
pub(super) fn number_value(origins: &[usize], number: &str, text: &str) -> String {
    let mut marked = value(origins, text);
    if let Some(at) = marked.find(TEXT) {
        marked.insert(at, NUMBER);
        marked.insert_str(at + NUMBER.len_utf8(), &number.chars().map(shield).collect::<String>());
    }
    marked
}

/// A number that is typed among words, as it goes into a template: a text there, and a number in a sheet.
pub(super) fn numeral(origins: &[usize], text: &str) -> String {
    let mut marked = value(origins, text);
    if let Some(at) = marked.find(TEXT) {
        marked.insert(at, NUMERAL);
    }
    marked
}

/// A date, or with `end` a period, as it goes into a template: how it is written is decided where it stands.
pub(super) fn date(origins: &[usize], start: &str, end: Option<&str>) -> String {
    wrap(origins, 4 * start.len(), |marked| {
        marked.push(DATE);
        push_shielded(marked, start);
        if let Some(end) = end {
            marked.push(SEPARATOR);
            push_shielded(marked, end);
        }
        marked.push(DATE_END);
    })
}

/// What `inner` writes, some `length` bytes, with the marks around it.
fn wrap(origins: &[usize], length: usize, inner: impl FnOnce(&mut String)) -> String {
    let mut marked = String::with_capacity(length + length / 4 + 32);
    marked.push(OPEN);
    for (at, origin) in origins.iter().enumerate() {
        if at > 0 {
            marked.push(SEPARATOR);
        }
        number(&mut marked, *origin);
    }
    marked.push(TEXT);
    inner(&mut marked);
    marked.push(CLOSE);
    marked
}

/// The mark of a template's line.
pub(super) fn line_mark(line: usize) -> String {
    let mut marked = String::from(LINE);
    number(&mut marked, line);
    marked.push(LINE_END);
    marked
}

/// A marked string's text alone, dates as ISO; for comparing and deciding, never for printing.
pub(super) fn plain(marked: &str) -> String {
    let mut text = String::with_capacity(marked.len());
    text.extend(plain_characters(marked));
    text
}

/// Whether a marked string's text is nothing but white space.
pub(super) fn is_blank(marked: &str) -> bool {
    plain_characters(marked).all(char::is_whitespace)
}

fn plain_characters(marked: &str) -> impl Iterator<Item = char> {
    let mut in_mark = false;
    marked.chars().filter_map(move |c| {
        match c {
            OPEN | LINE => in_mark = true,
            TEXT | LINE_END => in_mark = false,
            CLOSE | DATE | DATE_END | SEPARATOR => {}
            c if !in_mark => return Some(unshield(c)),
            _ => {}
        }
        None
    })
}

/// The origin numbers of all values in a marked string, each once, in the order of the numbers.
pub(super) fn origins(marked: &str) -> Vec<usize> {
    let mut origins = Vec::new();
    for value in marked.split(OPEN).skip(1) {
        origins.extend(origins_of_head(value.split(TEXT).next().unwrap_or_default()));
    }
    origins.sort_unstable();
    origins.dedup();
    origins
}

/// The origin numbers that stand between [`OPEN`] and [`TEXT`], as they stand there.
pub(super) fn origins_of_head(head: &str) -> Vec<usize> {
    let numbers = head.split(NUMBER).next().unwrap_or_default();
    if numbers.is_empty() {
        return Vec::new();
    }
    numbers.split(SEPARATOR).map(number_in).collect()
}

/// A number as [`number`] wrote it.
fn number_in(digits: &str) -> usize {
    digits.chars().filter_map(digit).fold(0, |sum: usize, digit| sum.saturating_mul(10).saturating_add(digit))
}

/// Tera's escape function: whatever a template prints by `{{ }}` is out of reach of markup, marked or not.
pub(super) fn escape(text: &str, out: &mut dyn std::io::Write) -> std::io::Result<()> {
    // Marked values, which most are, have nothing left to move.
    let moved = first_char(text, may_begin_moved, |c| shield_printed(c) != c);
    let (safe, rest) = text.split_at(moved.map_or(text.len(), |(at, _)| at));
    out.write_all(safe.as_bytes())?;
    if rest.is_empty() {
        return Ok(());
    }
    out.write_all(rest.chars().map(shield_printed).collect::<String>().as_bytes())
}

/// Moves a character that a template prints out of reach of markup; marks and what is there already stay.
fn shield_printed(c: char) -> char {
    if c >= '\u{F0000}' { c } else { shield(c) }
}

/// `marked` without line marks, for telling columns to the user.
pub(super) fn unmark_lines(marked: &str) -> String {
    let mut text = String::with_capacity(marked.len());
    let mut in_mark = false;
    for c in marked.chars() {
        match c {
            LINE => in_mark = true,
            LINE_END => in_mark = false,
            _ if in_mark => {}
            c => _ = text.write_char(c),
        }
    }
    text
}

/// A line of a template, as its marks have it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Near {
    /// The line itself.
    Here(usize),
    /// The last line with a mark above it.
    Before(usize),
}

/// The line of a template that printed what begins at `range`: given by the first line mark on the lines of that range,
/// else by the last before them.
pub(super) fn line_near(rendered: &str, range: &Range<usize>) -> Option<Near> {
    let before = rendered.get(..range.start)?;
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let end = rendered.get(range.end..)?.find('\n').map_or(rendered.len(), |at| range.end + at);
    let here = rendered.get(start..end)?;
    match here.find(LINE) {
        Some(at) => {
            let below = here.get(..at)?.matches('\n').count();
            line_at(here.get(at..)?).map(|line| Near::Here(line.saturating_sub(below).max(1)))
        }
        None => line_at(before.get(before.rfind(LINE)?..)?).map(Near::Before),
    }
}

/// The line that the mark tells with which `marked` begins.
fn line_at(marked: &str) -> Option<usize> {
    Some(number_in(marked.split(LINE_END).next()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_marked_value_gives_its_text_back(text in "[^\u{E000}-\u{F8FF}\u{F0000}-\u{10FFFF}]*", origin in 0_usize..5000) {
            let marked = value(&[origin, 7], &text);
            prop_assert_eq!(&plain(&marked), &text);
            prop_assert!(origins(&marked).contains(&origin));
            let number = number_value(&[origin], "1/3", &text);
            prop_assert_eq!(plain(&number), plain(&marked));
            prop_assert_eq!(origins(&number), [origin]);
            let markup = marked.contains(['*', '#', '<', '[', '_', '\n', ' ', '{', '1']);
            prop_assert!(!markup);
        }
    }
}
