//! A paragraph of free text as rules look at it: character by character, with each field in braces as one.

use std::cell::OnceCell;
use std::ops::Range;
use std::rc::Rc;

use crate::check::shared::han::{DATE, FIELD};
use crate::source::{Parts, Span, Spanned};

/// No paragraph has so many bytes: one that has is looked at piece by piece, so that no rule takes for ever.
const LONGEST: usize = 20_000;
/// How many bytes a piece has, about.
const PIECE: usize = 3_000;

/// A character and where it begins in the value.
#[derive(Debug, Clone, Copy)]
struct Cell {
    at: usize,
    c: char,
}

/// One paragraph.
#[derive(Debug)]
pub struct Line<'a> {
    value: &'a Spanned<String>,
    /// Where parts of the value stand, once that is asked for.
    parts: Rc<OnceCell<Parts<'a>>>,
    cells: Vec<Cell>,
    /// The runs of ASCII digits.
    digits: Vec<Range<usize>>,
    /// The marks that end sentences.
    stops: Vec<usize>,
    /// The marks that end clauses, those of sentences too.
    pauses: Vec<usize>,
    end: usize,
}

/// The paragraphs of a text that are not blank.
#[must_use]
pub fn lines(value: &Spanned<String>) -> Vec<Line<'_>> {
    let mut start = 0;
    let mut lines = Vec::new();
    let parts = Rc::default();
    for line in value.value.split('\n') {
        let mut from = start;
        for piece in pieces(line) {
            if !piece.trim().is_empty() {
                lines.push(Line::new(value, &parts, from..from + piece.len()));
            }
            from += piece.len();
        }
        start += line.len() + 1;
    }
    lines
}

/// The line itself, or the pieces of one that is longer than any paragraph.
fn pieces(line: &str) -> impl Iterator<Item = &str> {
    let most = if line.len() > LONGEST { PIECE } else { line.len() };
    let mut rest = line;
    std::iter::from_fn(move || {
        let (piece, behind) = rest.split_at(rest.ceil_char_boundary(most));
        rest = behind;
        (!piece.is_empty()).then_some(piece)
    })
}

impl<'a> Line<'a> {
    fn new(value: &'a Spanned<String>, parts: &Rc<OnceCell<Parts<'a>>>, range: Range<usize>) -> Self {
        let text = &value.value[range.clone()];
        let mut cells = Vec::with_capacity(text.len() / 3 + 8);
        let mut digits: Vec<Range<usize>> = Vec::new();
        let (mut stops, mut pauses) = (Vec::new(), Vec::new());
        let mut skip_to = 0;
        for (at, c) in text.char_indices() {
            if at < skip_to {
                continue;
            }
            let field = if c == '{' { field(&text[at..]) } else { None };
            skip_to = at + field.map_or(c.len_utf8(), |(_, length)| length);
            if c.is_ascii_digit() {
                match digits.last_mut() {
                    Some(run) if run.end == cells.len() => run.end += 1,
                    _ => digits.push(cells.len()..cells.len() + 1),
                }
            }
            match c {
                '。' | '！' | '？' | '；' => {
                    stops.push(cells.len());
                    pauses.push(cells.len());
                }
                '，' | '：' | ',' | ';' => pauses.push(cells.len()),
                _ => {}
            }
            cells.push(Cell { at: range.start + at, c: field.map_or(c, |(stands_for, _)| stands_for) });
        }
        Self { value, parts: Rc::clone(parts), cells, digits, stops, pauses, end: range.end }
    }

    #[must_use]
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// The character at `at`; NUL outside.
    #[must_use]
    pub fn c(&self, at: usize) -> char {
        self.cells.get(at).map_or('\0', |cell| cell.c)
    }

    /// The character before `at`; NUL at the beginning.
    #[must_use]
    pub fn before(&self, at: usize) -> char {
        at.checked_sub(1).map_or('\0', |at| self.c(at))
    }

    /// The characters with their indices.
    pub fn chars(&self) -> impl Iterator<Item = (usize, char)> {
        self.cells.iter().enumerate().map(|(at, cell)| (at, cell.c))
    }

    fn byte(&self, at: usize) -> usize {
        self.cells.get(at).map_or(self.end, |cell| cell.at)
    }

    /// What is typed there.
    #[must_use]
    pub fn text(&self, cells: Range<usize>) -> &'a str {
        self.value.value.get(self.byte(cells.start)..self.byte(cells.end)).unwrap_or_default()
    }

    /// The whole paragraph as it is typed.
    #[must_use]
    pub fn all(&self) -> &'a str {
        self.text(0..self.len())
    }

    /// Whether no paragraph follows.
    #[must_use]
    pub fn is_last(&self) -> bool {
        self.value.value.get(self.end..).is_none_or(|rest| rest.trim().is_empty())
    }

    /// Whether a paragraph behind this one begins with an opening quotation mark.
    #[must_use]
    pub fn is_taken_up(&self) -> bool {
        let behind = self.value.value.get(self.end..).unwrap_or_default();
        behind.split('\n').map(str::trim_start).any(|line| line.starts_with('“'))
    }

    /// The place in the file.
    #[must_use]
    pub fn place(&self, cells: Range<usize>) -> Span {
        self.part(self.byte(cells.start)..self.byte(cells.end))
    }

    /// The place in the file of bytes of [`Self::all`].
    #[must_use]
    pub fn place_of(&self, bytes: Range<usize>) -> Span {
        let from = self.byte(0);
        self.part(from + bytes.start..from + bytes.end)
    }

    fn part(&self, range: Range<usize>) -> Span {
        self.parts.get_or_init(|| Parts::new(self.value)).part(range)
    }

    /// Bytes of [`Self::all`] for characters.
    #[must_use]
    pub fn bytes(&self, cells: Range<usize>) -> Range<usize> {
        self.byte(cells.start) - self.byte(0)..self.byte(cells.end) - self.byte(0)
    }

    /// The index of the character that begins at a byte of [`Self::all`].
    #[must_use]
    pub fn index(&self, byte: usize) -> usize {
        let byte = self.byte(0) + byte;
        self.cells.partition_point(|cell| cell.at < byte)
    }

    /// Whether `word` ends just before `at`.
    #[must_use]
    pub fn ends(&self, at: usize, word: &str) -> bool {
        self.text(0..at).ends_with(word)
    }

    /// Whether one of the words ends just before `at`.
    #[must_use]
    pub fn ends_any(&self, at: usize, words: &[&str]) -> bool {
        let text = self.text(0..at);
        words.iter().any(|word| text.ends_with(word))
    }

    /// Whether `word` begins at `at`.
    #[must_use]
    pub fn starts(&self, at: usize, word: &str) -> bool {
        self.text(at..self.len()).starts_with(word)
    }

    /// The first of the words that begins at `at`.
    #[must_use]
    pub fn starts_any<'w>(&self, at: usize, words: &[&'w str]) -> Option<&'w str> {
        let text = self.text(at..self.len());
        words.iter().find(|word| text.starts_with(**word)).copied()
    }

    /// The sentence around `at`, without its end mark.
    #[must_use]
    pub fn sentence(&self, at: usize) -> Range<usize> {
        self.between(at, &self.stops)
    }

    /// The clause around `at`, without its marks.
    #[must_use]
    pub fn clause(&self, at: usize) -> Range<usize> {
        self.between(at, &self.pauses)
    }

    fn between(&self, at: usize, marks: &[usize]) -> Range<usize> {
        let next = marks.partition_point(|mark| *mark < at);
        let start = next.checked_sub(1).and_then(|before| marks.get(before)).map_or(0, |mark| mark + 1);
        start..marks.get(next).copied().unwrap_or(self.len())
    }

    /// How many characters from `at` on are so.
    #[must_use]
    pub fn count_while(&self, at: usize, is_so: impl Fn(char) -> bool) -> usize {
        let rest = self.cells.get(at..).unwrap_or_default();
        rest.iter().take_while(|cell| is_so(cell.c)).count()
    }

    /// Behind the run of ASCII digits that begins at `at`.
    #[must_use]
    pub fn digits_end(&self, at: usize) -> usize {
        at + self.count_while(at, |c| c.is_ascii_digit())
    }

    /// The number that stands there, of at most nine digits.
    #[must_use]
    pub fn number(&self, cells: Range<usize>) -> Option<u32> {
        let text = self.text(cells);
        if text.is_empty() || text.len() > 9 { None } else { text.parse().ok() }
    }

    /// The runs of ASCII digits.
    pub fn digit_runs(&self) -> impl Iterator<Item = Range<usize>> {
        self.digits.iter().cloned()
    }
}

/// A field at the beginning of a text that begins with a brace: what stands for it, and its length in bytes.
fn field(text: &str) -> Option<(char, usize)> {
    let inner = text[1..].split(['}', '{', '\n']).next().unwrap_or_default();
    let closed = text[1 + inner.len()..].starts_with('}');
    let fits = !inner.is_empty()
        && inner.chars().count() <= 12
        && inner.chars().all(|c| c.is_alphabetic() || c.is_ascii_digit() || c == '-');
    if !closed || !fits {
        return None;
    }
    Some((if inner.starts_with(|c: char| c.is_ascii_digit()) { DATE } else { FIELD }, inner.len() + 2))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    #[test]
    fn fields_count_as_one_character_and_lone_braces_as_themselves() {
        let text = "与{投诉人}在{2021-01-12}联系{";
        let value = Spanned::new(text.to_owned(), Span::new(&Source::new("周.yaml", text), 0..text.len()));
        let line = &lines(&value)[0];
        let seen: String = line.chars().map(|(_, c)| c).collect();
        assert_eq!(seen, format!("与{FIELD}在{DATE}联系{{"));
        assert_eq!(line.text(1..2), "{投诉人}");
        assert_eq!(line.index(line.all().find("联系").unwrap_or_default()), 4);
    }
}
