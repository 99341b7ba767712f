//! One figure of the week, and the words by which sections say it.

use std::ops::Range;

use crate::check::text::line::Line;
use crate::record::value::{ApproximateCount, Minutes};
use crate::source::Span;

/// A figure of the week as sections may say it.
pub struct WeekFigure<'a> {
    pub what: String,
    pub value: Value,
    pub from: Vec<Span>,
    /// Stands before the number.
    pub before: &'static [&'static str],
    /// One of these stands before that, if there are any.
    pub lead: Vec<&'a str>,
    /// Stands behind the number.
    pub measures: &'static [&'static str],
    /// One of these stands in the sentence before it, if there are any.
    pub context: Vec<&'static str>,
    pub scope: Scope,
}

/// What a figure counts, as far as it matters which words may stand around it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    Week,
    Platform,
    /// All platforms that measure times, of which there may be one alone.
    Timed,
    /// A part of the week's, of which a sentence may say 其中.
    Part,
}

pub enum Value {
    Count(u32),
    /// So many, and some more.
    About(ApproximateCount),
    /// As it is printed: a decimal.
    Text(String),
    Time(Minutes),
}

/// What may stand between what is counted and its number.
const SUMMING: [&str; 5] = ["共", "共计", "合计", "计", "："];

impl WeekFigure<'_> {
    /// A figure of the whole week that needs no other words around it.
    pub fn new(
        what: impl Into<String>,
        value: Value,
        from: &[Span],
        before: &'static [&'static str],
        measures: &'static [&'static str],
    ) -> Self {
        let (from, lead) = (from.to_vec(), Vec::new());
        Self { what: what.into(), value, from, before, lead, measures, context: Vec::new(), scope: Scope::Week }
    }

    /// Whether the number at `run` is said of this figure.
    pub fn fits(&self, line: &Line, run: &Range<usize>) -> bool {
        if line.starts_any(number_end(line, run), self.measures).is_none() {
            return false;
        }
        let before = line.text(0..run.start);
        let counted = SUMMING.iter().find_map(|word| before.strip_suffix(word)).unwrap_or(before);
        if !self.before.iter().any(|word| counted.strip_suffix(word).is_some_and(|rest| self.is_led_by(rest))) {
            return false;
        }
        let sentence = line.text(line.sentence(run.start).start..run.start);
        self.context.is_empty() || self.context.iter().any(|word| sentence.contains(word))
    }

    fn is_led_by(&self, text: &str) -> bool {
        self.lead.is_empty() || self.lead.iter().any(|lead| text.ends_with(lead))
    }
}

/// Behind a number with its separators and decimals.
pub fn number_end(line: &Line, run: &Range<usize>) -> usize {
    let mut end = run.end;
    while matches!(line.c(end), ',' | '.') && line.c(end + 1).is_ascii_digit() {
        end = line.digits_end(end + 1);
    }
    end
}
