//! Texts as templates work with them: the characters that a reader sees, and beside them where each stretch comes from.
//!
//! A text comes out of a marked string and goes back into one, so that whatever is cut, joined or replaced keeps its
//! origins.

use std::ops::Range;

use tera::Value;

use crate::compose::mark;

/// Between the two days of a period, in a text's characters.
const TO: char = '—';

/// A text, with dates in it as ISO.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Text {
    pub(super) plain: String,
    runs: Vec<Run>,
}

/// A stretch of a text that was made in one way.
#[derive(Debug, Clone, PartialEq)]
struct Run {
    /// Where it ends in the text, in bytes.
    end: usize,
    make: Make,
}

#[derive(Debug, Clone, PartialEq, Default)]
struct Make {
    origins: Vec<usize>,
    sort: Sort,
    /// The line of the template whose mark stands before it.
    line: Option<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Sort {
    #[default]
    Words,
    /// A date or a period that is written where it stands.
    Date,
    /// Words of the template itself, which may be markup.
    Markup,
}

impl Text {
    /// A text without origin.
    pub(super) fn fixed(plain: &str) -> Self {
        Self::from_origins(plain, Vec::new())
    }

    pub(super) fn from_origins(plain: &str, origins: Vec<usize>) -> Self {
        let mut text = Self::default();
        text.push(plain, Make { origins, ..Make::default() });
        text
    }

    /// Takes a marked string apart; in a safe one, what stands outside of values may be markup.
    pub(super) fn from_marked(marked: &str, is_safe: bool) -> Self {
        let mut text = Self::default();
        let outside = if is_safe { Sort::Markup } else { Sort::Words };
        if mark::until_special(marked) == marked.len() {
            text.push(marked, Make { sort: outside, ..Make::default() });
            return text;
        }
        let mut make = Make { sort: outside, ..Make::default() };
        let mut line = None;
        let mut rest = marked;
        loop {
            let words;
            (words, rest) = rest.split_at(mark::until_special(rest));
            if !words.is_empty() {
                text.push_stretch(words, &make.origins, make.sort, line.take());
            }
            let Some(c) = rest.chars().next() else { break };
            rest = &rest[c.len_utf8()..];
            match c {
                mark::OPEN => {
                    let (head, behind) = rest.split_once(mark::TEXT).unwrap_or((rest, ""));
                    make = Make { origins: mark::origins_of_head(head), ..Make::default() };
                    rest = behind;
                }
                mark::CLOSE => make = Make { sort: outside, ..Make::default() },
                mark::DATE => {
                    let (days, behind) = rest.split_once(mark::DATE_END).unwrap_or((rest, ""));
                    let written: String = days.chars().map(|c| if c == mark::SEPARATOR { TO } else { c }).collect();
                    let date = Make { sort: Sort::Date, line: line.take(), origins: make.origins.clone() };
                    let end = text.plain.len() + mark::plain(&written).len();
                    text.plain.push_str(&mark::plain(&written));
                    text.runs.push(Run { end, make: date });
                    rest = behind;
                }
                mark::LINE => {
                    let (digits, behind) = rest.split_once(mark::LINE_END).unwrap_or((rest, ""));
                    line = mark::origins_of_head(digits).first().copied();
                    rest = behind;
                }
                c => {
                    let is_shielded = c >= '\u{F0000}';
                    let sort = if is_shielded { Sort::Words } else { make.sort };
                    let mut buffer = [0; 4];
                    let typed = mark::unshield(c).encode_utf8(&mut buffer);
                    text.push_stretch(typed, &make.origins, sort, line.take());
                }
            }
        }
        text
    }

    fn push(&mut self, plain: &str, make: Make) {
        if plain.is_empty() {
            return;
        }
        self.plain.push_str(plain);
        let end = self.plain.len();
        match self.runs.last_mut() {
            Some(last) if last.make.sort != Sort::Date && make.line.is_none() && last.make.is_like(&make) => {
                last.end = end;
            }
            _ => self.runs.push(Run { end, make }),
        }
    }

    /// As [`Self::push`], without making anew what the last run has already.
    fn push_stretch(&mut self, plain: &str, origins: &[usize], sort: Sort, line: Option<usize>) {
        if let Some(last) = self.runs.last_mut()
            && line.is_none()
            && last.make.sort == sort
            && sort != Sort::Date
            && last.make.origins == origins
        {
            self.plain.push_str(plain);
            last.end = self.plain.len();
            return;
        }
        self.push(plain, Make { origins: origins.to_vec(), sort, line });
    }

    /// The runs, each with its place in the text.
    fn stretches(&self) -> impl Iterator<Item = (Range<usize>, &Make)> {
        let starts = std::iter::once(0).chain(self.runs.iter().map(|run| run.end));
        starts.zip(&self.runs).map(|(start, run)| (start..run.end, &run.make))
    }

    /// With another text behind it.
    pub(super) fn append(&mut self, other: &Self) {
        for (place, make) in other.stretches() {
            if make.sort == Sort::Date {
                self.plain.push_str(&other.plain[place]);
                self.runs.push(Run { end: self.plain.len(), make: make.clone() });
            } else {
                self.push(&other.plain[place], make.clone());
            }
        }
    }

    /// What stands there; a date of which only a part is there becomes words.
    pub(super) fn part(&self, wanted: Range<usize>) -> Self {
        let mut part = Self::default();
        let first = self.runs.partition_point(|run| run.end <= wanted.start);
        let mut start = first.checked_sub(1).and_then(|before| self.runs.get(before)).map_or(0, |run| run.end);
        for Run { end, make } in &self.runs[first..] {
            let place = start..*end;
            start = *end;
            if place.start >= wanted.end {
                break;
            }
            let common = place.start.max(wanted.start)..place.end.min(wanted.end);
            if common.start >= common.end {
                continue;
            }
            let make = make.clone();
            if make.sort == Sort::Date && common == place {
                part.plain.push_str(&self.plain[common]);
                part.runs.push(Run { end: part.plain.len(), make });
            } else {
                let sort = if make.sort == Sort::Date { Sort::Words } else { make.sort };
                part.push(&self.plain[common], Make { sort, ..make });
            }
        }
        part
    }

    /// As [`Self::part`], without copying what is the whole.
    pub(super) fn into_part(self, wanted: Range<usize>) -> Self {
        if wanted == (0..self.plain.len()) { self } else { self.part(wanted) }
    }

    /// The text with every character replaced by what `change` writes for it.
    pub(super) fn changed(&self, mut change: impl FnMut(char, &mut String)) -> Self {
        let mut changed = Self::default();
        for (place, make) in self.stretches() {
            let mut words = String::with_capacity(place.len());
            self.plain[place].chars().for_each(|c| change(c, &mut words));
            if make.sort == Sort::Date {
                changed.plain.push_str(&words);
                changed.runs.push(Run { end: changed.plain.len(), make: make.clone() });
            } else {
                changed.push(&words, make.clone());
            }
        }
        changed
    }

    /// Each character as a text of its own.
    pub(super) fn characters(&self) -> Vec<Self> {
        let mut characters = Vec::new();
        for (place, make) in self.stretches() {
            for (at, c) in self.plain[place.clone()].char_indices() {
                let start = place.start + at;
                let sort = if make.sort == Sort::Date { Sort::Words } else { make.sort };
                let mut character = Self::default();
                character.push(&self.plain[start..start + c.len_utf8()], Make { sort, ..make.clone() });
                characters.push(character);
            }
        }
        characters
    }

    /// What has no origin may be markup from here on.
    pub(super) fn into_markup(mut self) -> Self {
        for run in &mut self.runs {
            if run.make.origins.is_empty() && run.make.sort == Sort::Words {
                run.make.sort = Sort::Markup;
            }
        }
        self
    }

    pub(super) fn origins(&self) -> Vec<usize> {
        let mut origins: Vec<usize> = self.runs.iter().flat_map(|run| &run.make.origins).copied().collect();
        origins.sort_unstable();
        origins.dedup();
        origins
    }

    /// As templates keep it.
    pub(super) fn into_value(self) -> Value {
        if self.runs.iter().all(|run| run.make == Make::default()) {
            return self.plain.into();
        }
        let is_safe = self.runs.iter().any(|run| run.make.sort == Sort::Markup);
        let mut marked = String::with_capacity(self.plain.len() * 2);
        for (place, make) in self.stretches() {
            marked.extend(make.line.map(mark::line_mark));
            let words = &self.plain[place];
            match make.sort {
                Sort::Markup => marked.push_str(words),
                Sort::Words if make.origins.is_empty() => mark::push_shielded(&mut marked, words),
                Sort::Words => marked.push_str(&mark::value(&make.origins, words)),
                Sort::Date => {
                    let (start, end) = words.split_once(TO).map_or((words, None), |(start, end)| (start, Some(end)));
                    marked.push_str(&mark::date(&make.origins, start, end));
                }
            }
        }
        if is_safe { Value::safe_string(&marked) } else { marked.into() }
    }
}

impl Make {
    fn is_like(&self, other: &Self) -> bool {
        self.sort == other.sort && self.origins == other.origins
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text() -> Text {
        let date = mark::date(&[9], "2021-01-08", None);
        Text::from_marked(&format!("{}甲*{date}{}", mark::value(&[7, 8], "*乙"), mark::line_mark(3)), true)
    }

    #[test]
    fn texts_come_apart_and_together_again() {
        let text = text();
        assert_eq!(text.plain, "*乙甲*2021-01-08");
        assert_eq!(text.origins(), [7, 8, 9]);
        let again = text.clone().into_value();
        assert!(again.is_safe());
        assert_eq!(Text::from_marked(again.as_str().unwrap(), true), text);
    }

    #[test]
    fn parts_keep_where_they_are_from() {
        let text = text();
        assert_eq!(text.part(1..4).origins(), [7, 8]);
        assert_eq!(text.part(4..7).origins(), [0; 0]);
        let date = text.part(8..18).into_value();
        assert_eq!(date.as_str(), Some(mark::date(&[9], "2021-01-08", None).as_str()));
        let year = text.part(8..12).into_value();
        assert_eq!(year.as_str(), Some(mark::value(&[9], "2021").as_str()));
        assert_eq!(text.characters().len(), 14);
    }

    #[test]
    fn what_was_typed_never_becomes_markup() {
        let value = Text::from_marked(&mark::value(&[7], "*甲*"), false).into_markup().into_value();
        assert!(!value.as_str().unwrap().contains('*'));
        let literal = Text::fixed("*甲*").into_markup().into_value();
        assert!(literal.is_safe() && literal.as_str() == Some("*甲*"));
    }
}
