//! Takes marked strings apart into runs of a document, and writes dates where they stand.

use std::sync::Arc;

use memchr::{memchr, memchr3};

use super::heading_numbers::HeadingNumbers;
use crate::record::line_end::is_line_end;
use crate::record::value::Date;

use crate::compose::dates::DateRun;
use crate::compose::mark;
use crate::compose::origins::Origins;
use crate::document::{Origin, Sense, Text};
use crate::source::{Source, Span};

/// Reads marked text piece by piece; what was open at the end of one piece is still open in the next.
pub(super) struct RunReader<'a> {
    origins: &'a Origins<'a>,
    template: &'a Arc<Source>,
    /// Where titles are written in which the writer ends lines.
    titles_in_lines: &'a [Span],
    /// What is read is a title of the paper.
    in_title: bool,
    pub(super) dates: DateRun,
    fixed: Arc<Origin>,
    current: Option<Arc<Origin>>,
    /// What the value stands for that is being read.
    sense: Sense,
    state: State,
}

enum State {
    Plain,
    /// Within a mark: the numbers so far.
    Numbers(Vec<usize>),
    /// Between a number's origins, which these are, and its text.
    Number(Vec<usize>),
    Date(String),
}

impl<'a> RunReader<'a> {
    pub(super) fn new(origins: &'a Origins<'a>, template: &'a Arc<Source>, titles_in_lines: &'a [Span]) -> Self {
        let fixed = Arc::new(Origin::Template { template: template.name().to_owned(), place: None });
        Self {
            origins,
            template,
            titles_in_lines,
            in_title: false,
            dates: DateRun::default(),
            fixed,
            current: None,
            sense: Sense::Words,
            state: State::Plain,
        }
    }

    /// Appends what `marked` says to the last of `paragraphs`; a line break in it begins a new one.
    pub(super) fn read(&mut self, marked: &str, paragraphs: &mut Vec<Text>) {
        let mut text = String::new();
        let mut rest = marked;
        while !rest.is_empty() {
            if matches!(self.state, State::Plain) {
                let words;
                (words, rest) = rest.split_at(until_special(rest));
                text.push_str(words);
            }
            let Some(c) = rest.chars().next() else { break };
            rest = &rest[c.len_utf8()..];
            match (&mut self.state, c) {
                (State::Plain, mark::OPEN | mark::LINE) => {
                    self.flush(&mut text, paragraphs);
                    self.state = State::Numbers(Vec::new());
                }
                (State::Plain, mark::CLOSE) => {
                    self.flush(&mut text, paragraphs);
                    self.current = None;
                    self.sense = Sense::Words;
                }
                (State::Plain, mark::DATE) => self.state = State::Date(String::new()),
                (State::Plain, c) => match mark::unshield(c) {
                    '\n' => {
                        self.flush(&mut text, paragraphs);
                        if paragraphs.last().is_some_and(|paragraph| !paragraph.is_empty()) {
                            paragraphs.push(Text::default());
                        }
                    }
                    '\r' => {}
                    c => text.push(c),
                },
                (State::Numbers(numbers), mark::SEPARATOR) => numbers.push(0),
                (State::Numbers(numbers), mark::NUMBER | mark::NUMERAL) => {
                    let origins = std::mem::take(numbers);
                    self.state = State::Number(origins);
                }
                (State::Number(origins), mark::TEXT) => {
                    let origins = std::mem::take(origins);
                    self.current = Some(self.origin_of(&origins));
                    self.sense = Sense::Number;
                    self.state = State::Plain;
                }
                (State::Number(_), _) => {}
                (State::Numbers(numbers), mark::TEXT) => {
                    let origins = std::mem::take(numbers);
                    self.current = Some(self.origin_of(&origins));
                    self.state = State::Plain;
                }
                (State::Numbers(numbers), mark::LINE_END) => {
                    let line = numbers.first().copied().unwrap_or_default();
                    self.fixed = self.line_of_template(line);
                    self.state = State::Plain;
                }
                (State::Numbers(numbers), c) => {
                    if let Some(digit) = mark::digit(c) {
                        let before = numbers.pop().unwrap_or_default();
                        numbers.push(before.saturating_mul(10).saturating_add(digit));
                    }
                }
                (State::Date(iso), mark::DATE_END) => {
                    let iso = std::mem::take(iso);
                    self.sense = sense_of(&iso);
                    text.push_str(&self.written(&iso));
                    self.state = State::Plain;
                }
                (State::Date(iso), c) => iso.push(mark::unshield(c)),
            }
        }
        self.flush(&mut text, paragraphs);
    }

    /// All that `marked` says, as one line.
    pub(super) fn line(&mut self, marked: &str) -> Text {
        let mut paragraphs = Vec::new();
        self.read(marked, &mut paragraphs);
        let line = paragraphs.iter().fold(Text::default(), Text::then);
        HeadingNumbers::default().numbered(line).1
    }

    /// A title, with the marks that end its lines; everywhere else those of the office's titles are dropped.
    pub(super) fn title(&mut self, marked: &str) -> Text {
        self.in_title = true;
        let title = self.line(marked);
        self.in_title = false;
        title
    }

    fn flush(&self, text: &mut String, paragraphs: &mut Vec<Text>) {
        let origin = self.current.as_ref().unwrap_or(&self.fixed);
        if !self.in_title && matches!(&**origin, Origin::Record(place) if self.titles_in_lines.contains(place)) {
            text.retain(|character| !is_line_end(character));
        }
        if text.is_empty() {
            return;
        }
        if paragraphs.is_empty() {
            paragraphs.push(Text::default());
        }
        if let Some(last) = paragraphs.last_mut() {
            last.push_as(self.sense, std::mem::take(text), origin);
        }
    }

    fn written(&mut self, iso: &str) -> String {
        let mut dates = iso.split(mark::SEPARATOR).map(Date::from_iso);
        match (dates.next(), dates.next()) {
            (Some(Some(start)), Some(Some(end))) => self.dates.period(start, end),
            (Some(Some(day)), None) => self.dates.day(day),
            _ => iso.to_owned(),
        }
    }

    fn origin_of(&self, numbers: &[usize]) -> Arc<Origin> {
        let Some(first) = numbers.first().and_then(|number| self.origins.get(*number)) else {
            return Arc::clone(&self.fixed);
        };
        // What a template has made is made of all others.
        let made = numbers.iter().find(|number| !(mark::MADE..mark::WORKED).contains(*number));
        match made.and_then(|number| Some((*number, &**self.origins.get(*number)?))) {
            Some((made, Origin::Figure { name, rule, .. })) => {
                let others = numbers.iter().filter(|number| **number != made);
                let from: Vec<Span> =
                    others.filter_map(|number| self.origins.get(*number)).flat_map(|it| places(it)).collect();
                let of = from.first().filter(|_| made < mark::MADE).map(|first| first.first_line().text().to_owned());
                Arc::new(Origin::Figure { name, of, rule: rule.clone(), from })
            }
            _ => Arc::clone(first),
        }
    }

    fn line_of_template(&self, line: usize) -> Arc<Origin> {
        let place = self.template.line_range(line).map(|range| Span::new(self.template, range));
        Arc::new(Origin::Template { template: self.template.name().to_owned(), place })
    }
}

/// Of a single day; a period is words.
fn sense_of(iso: &str) -> Sense {
    match Date::from_iso(iso) {
        Some(day) => Sense::Day { year: day.year(), month: day.month(), day: day.day() },
        None => Sense::Words,
    }
}

/// How many bytes come before the first mark, shielded character or line break: all other characters stand for themselves.
fn until_special(marked: &str) -> usize {
    let bytes = marked.as_bytes();
    let mark_or_line = memchr3(0xf3, 0xf4, b'\n', bytes).unwrap_or(bytes.len());
    memchr(b'\r', &bytes[..mark_or_line]).unwrap_or(mark_or_line)
}

fn places(origin: &Origin) -> Vec<Span> {
    match origin {
        Origin::Record(place) => vec![place.clone()],
        Origin::Figure { from, .. } => from.clone(),
        Origin::Template { .. } | Origin::Engine(_) => Vec::new(),
    }
}
