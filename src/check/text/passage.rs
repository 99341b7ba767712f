//! A paragraph of free text, with what is known of it before any rule looks at it.

use std::cell::OnceCell;
use std::ops::Range;

use super::dates::written::WrittenDates;
use super::figures::week_figures::WeekFigures;
use super::line::Line;
use super::walk::{Kind, Text};
use crate::check::shared::names::finder::FoundNames;
use crate::check::shared::names::known::{KnownName, NearName};
use crate::check::shared::recorded_persons::RecordedPersons;
use crate::check::views::WeekView;
use crate::record::text::Name;

/// What is worked out once for a week and used for all its texts.
pub struct TextsOfWeek<'a> {
    pub view: WeekView<'a>,
    pub figures: WeekFigures<'a>,
    pub persons: RecordedPersons,
}

impl<'a> TextsOfWeek<'a> {
    pub fn new(view: WeekView<'a>) -> Self {
        Self { view, figures: WeekFigures::new(view.office, view.week), persons: RecordedPersons::of_week(&view) }
    }
}

/// The names that the notice of a text has itself: where its prose has one nearly so, that is a slip too.
pub fn own_names(text: &Text) -> Vec<KnownName> {
    let Some(notice) = text.notice.filter(|_| text.kind != Kind::Name) else { return Vec::new() };
    let (origin, respondent) =
        (notice.origin.as_ref().map(Name::written), notice.respondent.as_ref().map(Name::written));
    [origin, respondent]
        .into_iter()
        .flatten()
        .map(|name| KnownName::new(name.value.trim().to_owned(), name.span.clone()))
        .collect()
}

/// One paragraph.
pub struct Passage<'a> {
    pub text: Text<'a>,
    pub line: Line<'a>,
    /// The week that it is of; `None` for the names in an office's own file.
    pub week: Option<&'a TextsOfWeek<'a>>,
    /// Names that are not quite right.
    pub near_names: Vec<NearName<'a>>,
    /// Where names stand, quite right or not, in bytes of the paragraph.
    named: Vec<Range<usize>>,
    dates: OnceCell<WrittenDates>,
}

impl<'a> Passage<'a> {
    pub fn in_office(text: Text<'a>, line: Line<'a>) -> Self {
        Self { text, line, week: None, near_names: Vec::new(), named: Vec::new(), dates: OnceCell::new() }
    }

    /// `own_names` are those of the notice that the text belongs to.
    pub fn in_week(text: Text<'a>, line: Line<'a>, week: &'a TextsOfWeek<'a>, own_names: &'a [KnownName]) -> Self {
        let FoundNames { exact: mut named, near: mut near_names } = week.view.checker.names.find(line.all());
        for known in own_names {
            for found in known.near_in(line.all(), &named) {
                if !near_names.iter().any(|other| overlap(&found.place, &other.place)) {
                    near_names.push(found);
                }
            }
        }
        named.extend(near_names.iter().map(|near| near.place.clone()));
        Self { text, line, week: Some(week), near_names, named, dates: OnceCell::new() }
    }

    /// The dates in prose of a week; none in other texts.
    pub fn dates(&self) -> &WrittenDates {
        self.dates.get_or_init(|| match self.week {
            Some(week) if self.text.kind.is_prose() => {
                WrittenDates::read(&self.line, week.view.week.period.start().value)
            }
            _ => WrittenDates::default(),
        })
    }

    /// Whether bytes of the paragraph are part of a name.
    pub fn is_named(&self, bytes: &Range<usize>) -> bool {
        self.named.iter().any(|name| name.start <= bytes.start && bytes.end <= name.end)
    }
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}
