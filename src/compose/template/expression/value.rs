//! What the engine's values are to a reader of a template: a text, a number, a day and so on, with their origins.

use std::borrow::Cow;
use std::cmp::Ordering;

use tera::Value;

use super::exact::Exact;
use super::text::Text;
use crate::compose::fields::Fields;
use crate::compose::mark;
use crate::record::value::{ApproximateCount, Date};

/// A value as a reader sees it.
#[derive(Debug)]
pub(super) enum Plain<'v> {
    Absent,
    Truth(bool),
    Number(Number),
    Text(Text),
    Day(Date, Vec<usize>),
    Period(Date, Date, Vec<usize>),
    List(&'v [Value]),
    Map(Fields<'v>),
}

/// A number with how it is printed.
#[derive(Debug, Clone)]
pub(super) struct Number {
    pub(super) exact: Exact,
    /// So many decimals are printed at least.
    pub(super) places: u32,
    /// What is printed where that is not just its digits: 98.5%, 1小时19分钟.
    pub(super) shown: Option<String>,
    pub(super) origins: Vec<usize>,
}

/// Two values of which a reader cannot say whether one is the other, or which comes first.
#[derive(Debug)]
pub(super) struct Unlike;

impl<'v> Plain<'v> {
    pub(super) fn of(value: &'v Value) -> Self {
        if let Some(marked) = value.as_str() {
            if value.is_safe() {
                return Self::Text(Text::from_marked(marked, true));
            }
            return Self::single(marked).unwrap_or_else(|| Self::Text(Text::from_marked(marked, false)));
        }
        if let Some(truth) = value.as_bool() {
            Self::Truth(truth)
        } else if let Some(number) = value.as_i128() {
            Self::Number(Number::new(Exact::whole(number), Vec::new()))
        } else if let Some(list) = value.as_array() {
            Self::List(list)
        } else if let Some((exact, places)) = value.as_f64().and_then(|float| Exact::from_decimal(&float.to_string())) {
            // Only a component's defaults are the engine's own decimals.
            Self::Number(Number { places, ..Number::new(exact, Vec::new()) })
        } else if let Some(fields) = Fields::of(value) {
            Self::Map(fields)
        } else {
            Self::Absent
        }
    }

    /// A number, a day or a period that is the whole of a marked string.
    fn single(marked: &str) -> Option<Self> {
        let (head, body) = marked.strip_prefix(mark::OPEN)?.split_once(mark::TEXT)?;
        if let Some((_, number)) = head.split_once(mark::NUMBER) {
            let shown = body.strip_suffix(mark::CLOSE).filter(|body| !body.contains(mark::OPEN))?;
            let origins = mark::origins_of_head(head);
            return Number::from_marks(&mark::plain(number), &mark::plain(shown), origins).map(Self::Number);
        }
        let days = body.strip_prefix(mark::DATE)?.strip_suffix(mark::CLOSE)?.strip_suffix(mark::DATE_END)?;
        let mut days = days.split(mark::SEPARATOR).map(|day| Date::from_iso(&mark::plain(day)));
        match (days.next()??, days.next()) {
            (start, Some(end)) => Some(Self::Period(start, end?, mark::origins_of_head(head))),
            (day, None) => Some(Self::Day(day, mark::origins_of_head(head))),
        }
    }

    /// What messages call it.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Self::Absent => "没有内容",
            Self::Truth(_) => "真假",
            Self::Number(_) => "数",
            Self::Text(_) => "文字",
            Self::Day(..) => "日期",
            Self::Period(..) => "周期",
            Self::List(_) => "列表",
            Self::Map(_) => "一组字段",
        }
    }

    /// A count that is known only roughly, such as 100余.
    pub(super) fn as_approximate(&self) -> Option<&str> {
        let Self::Text(text) = self else { return None };
        text.plain.parse::<ApproximateCount>().ok().filter(|count| count.and_more).map(|_| text.plain.as_str())
    }

    /// As part of a longer text; the value itself where it is not printed, or has no end.
    pub(super) fn into_text(self) -> Result<Text, Self> {
        match self {
            Self::Number(number) => match number.text() {
                Some(text) => Ok(Text::from_origins(&text, number.origins.clone())),
                None => Err(Self::Number(number)),
            },
            Self::Text(text) => Ok(text),
            Self::Day(day, origins) => Ok(Text::from_marked(&mark::date(&origins, &day.to_string(), None), false)),
            Self::Period(start, end, origins) => {
                let end = end.to_string();
                Ok(Text::from_marked(&mark::date(&origins, &start.to_string(), Some(&end)), false))
            }
            Self::Absent | Self::Truth(_) | Self::List(_) | Self::Map(_) => Err(self),
        }
    }

    /// Whether the other is the same to a reader.
    pub(super) fn equals(&self, other: &Self) -> Result<bool, Unlike> {
        Ok(match (self, other) {
            (Self::Absent, Self::Absent) => true,
            (Self::Absent, _) | (_, Self::Absent) => false,
            (Self::Truth(one), Self::Truth(two)) => one == two,
            (Self::Period(start, end, _), Self::Period(other_start, other_end, _)) => {
                (start, end) == (other_start, other_end)
            }
            (Self::Number(Number { shown: Some(shown), .. }), Self::Text(text))
            | (Self::Text(text), Self::Number(Number { shown: Some(shown), .. })) => text.plain == *shown,
            (Self::List(one), Self::List(two)) => one.len() == two.len() && all_equal(one.iter().zip(two.iter()))?,
            (Self::Map(one), Self::Map(two)) => {
                let both = one.entries().into_iter().map(|(key, value)| Some((value, two.named(&plain_name(&key))?)));
                match both.collect::<Option<Vec<_>>>() {
                    Some(both) if one.len() == two.len() => all_equal(both.into_iter())?,
                    _ => false,
                }
            }
            _ => self.compare(other)? == Ordering::Equal,
        })
    }

    /// Which of the two comes first.
    pub(super) fn compare(&self, other: &Self) -> Result<Ordering, Unlike> {
        match (self, other) {
            (Self::Number(one), Self::Number(two)) => one.exact.compare(two.exact).ok_or(Unlike),
            (Self::Text(one), Self::Text(two)) => Ok(one.plain.cmp(&two.plain)),
            (Self::Day(one, _), Self::Day(two, _)) => Ok(one.cmp(two)),
            (Self::Day(day, _), Self::Text(text)) => Date::from_iso(&text.plain).map(|two| day.cmp(&two)).ok_or(Unlike),
            (Self::Text(text), Self::Day(day, _)) => Date::from_iso(&text.plain).map(|one| one.cmp(day)).ok_or(Unlike),
            _ => Err(Unlike),
        }
    }
}

/// The name of a field without where it is from.
pub(super) fn plain_name(key: &Value) -> String {
    key.as_str().map_or_else(|| key.to_string(), mark::plain)
}

fn all_equal<'v>(pairs: impl Iterator<Item = (&'v Value, &'v Value)>) -> Result<bool, Unlike> {
    for (one, two) in pairs {
        if !Plain::of(one).equals(&Plain::of(two))? {
            return Ok(false);
        }
    }
    Ok(true)
}

impl Number {
    pub(super) fn new(exact: Exact, origins: Vec<usize>) -> Self {
        Self { exact, places: 0, shown: None, origins }
    }

    /// `number` is what the marks say besides the printed text: nothing, a whole number, or a fraction without end.
    fn from_marks(number: &str, shown: &str, origins: Vec<usize>) -> Option<Self> {
        if number.is_empty() {
            let (exact, places) = Exact::from_decimal(shown)?;
            return Some(Self { exact, places, shown: None, origins });
        }
        if let Some(exact) = Exact::from_fraction(number) {
            return Some(Self::new(exact, origins));
        }
        let (exact, places) = Exact::from_decimal(number)?;
        Some(Self { exact, places, shown: Some(shown.to_owned()), origins })
    }

    /// As it is printed; `None` where its digits do not end.
    pub(super) fn text(&self) -> Option<Cow<'_, str>> {
        match &self.shown {
            Some(shown) => Some(Cow::Borrowed(shown)),
            None => self.exact.decimal(self.places).map(Cow::Owned),
        }
    }

    /// As templates keep it.
    pub(super) fn into_value(self) -> Value {
        if self.origins.is_empty()
            && self.places == 0
            && self.shown.is_none()
            && let Some(whole) = self.exact.as_whole()
        {
            return whole.into();
        }
        let number = self.shown.as_ref().and_then(|_| self.exact.decimal(0)).unwrap_or_default();
        match self.text() {
            Some(text) => mark::number_value(&self.origins, &number, &text).into(),
            None => mark::number_value(&self.origins, &self.exact.as_fraction(), "").into(),
        }
    }
}

/// Whether a condition holds for a value: not for what is absent or empty, nor for zero.
pub(super) fn is_true(value: &Value) -> bool {
    let Some(marked) = value.as_str() else { return value.is_truthy() };
    match marked.strip_prefix(mark::OPEN).and_then(|rest| rest.split_once(mark::TEXT)) {
        // A value's text mostly begins at once.
        Some((head, body)) if !head.contains(mark::NUMBER) && !body.starts_with([mark::CLOSE, mark::OPEN]) => true,
        _ => match Plain::of(value) {
            Plain::Number(number) => !number.exact.is_zero(),
            Plain::Text(text) => !text.plain.is_empty(),
            _ => true,
        },
    }
}

/// The origins of all that a value prints; of lists and maps, of what their first entry that has any prints.
pub(super) fn origins(value: &Value) -> Vec<usize> {
    if let Some(marked) = value.as_str() {
        return mark::origins(marked);
    }
    if let Some(list) = value.as_array() {
        return origins_of_all(list.iter().map(first_origin));
    }
    let fields = Fields::of(value).map(Fields::entries).unwrap_or_default();
    fields.into_iter().find_map(|(_, value)| first_origin(value)).into_iter().collect()
}

/// The first origin that a value has of a record or of a figure.
fn first_origin(value: &Value) -> Option<usize> {
    origins(value).into_iter().find(|origin| is_value(*origin))
}

/// Whether an origin is one of a value, and does not say how a template made it.
fn is_value(origin: usize) -> bool {
    (mark::MADE..mark::WORKED).contains(&origin)
}

/// All of them, each once, without those that say how a template made a value.
pub(super) fn origins_of_all<O: IntoIterator<Item = usize>>(all: impl IntoIterator<Item = O>) -> Vec<usize> {
    let mut origins: Vec<usize> = all.into_iter().flatten().filter(|origin| is_value(*origin)).collect();
    origins.sort_unstable();
    origins.dedup();
    origins
}

/// The origins of what a template makes out of values with these, in the manner `made`.
pub(super) fn made_from<O: IntoIterator<Item = usize>>(made: usize, all: impl IntoIterator<Item = O>) -> Vec<usize> {
    let mut origins = origins_of_all(all);
    if !origins.is_empty() {
        origins.insert(0, made);
    }
    origins
}
