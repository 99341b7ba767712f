//! The persons that a week's record names in fields for them: complainants, subjects of cases, columns of names; and where
//! they live, by columns of addresses.

use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};

use super::full_names::{is_full_name, is_unregistered_person, names_somebody};
use super::own_records::own_records;
use crate::check::views::WeekView;
use crate::record::own::ColumnType;
use crate::source::Span;

/// The persons that a week's record names in fields for them.
#[derive(Debug, Default)]
pub struct RecordedPersons {
    persons: Vec<Person>,
    /// `None` where there are none.
    finder: Option<AhoCorasick>,
}

#[derive(Debug)]
pub struct Person {
    name: String,
    /// Under which key it stands, and where.
    pub key: &'static str,
    pub place: Span,
    /// Whether it is not the name but where somebody lives.
    pub is_address: bool,
}

/// An address with a number in it is not shorter: 南街8号.
const SHORTEST_ADDRESS: usize = 4;

impl RecordedPersons {
    #[must_use]
    pub fn of_week(view: &WeekView) -> Self {
        let mut persons = Vec::new();
        let mut add = |key: &'static str, name: &str, place: &Span| {
            persons.push(Person { name: name.trim().to_owned(), key, place: place.clone(), is_address: false });
        };
        for complainant in view.week.notices.iter().filter_map(|notice| notice.complainant.as_ref()) {
            if is_full_name(&complainant.name.value) {
                add("投诉人", &complainant.name.value, &complainant.name.span);
            }
        }
        for subject in view.week.listed_cases().filter_map(|case| case.subject.as_ref()) {
            let subject = subject.written();
            if is_unregistered_person(view.office, &subject.value) {
                add("对象", &subject.value, &subject.span);
            }
        }
        for records in own_records(view) {
            for (column, value) in records.of_type(ColumnType::Firm) {
                if is_unregistered_person(view.office, &value.text()) {
                    add(column.name.value.text(), &value.text(), value.span());
                }
            }
            for (column, value) in records.of_type(ColumnType::Person) {
                if names_somebody(&value.text()) {
                    add(column.name.value.text(), &value.text(), value.span());
                }
            }
        }
        for records in own_records(view) {
            for (column, value) in records.of_type(ColumnType::Address) {
                let (key, name) = (column.name.value.text(), value.text().trim().to_owned());
                // A street or an estate alone is no home of anybody.
                if name.chars().any(|c| c.is_ascii_digit()) && name.chars().count() >= SHORTEST_ADDRESS {
                    persons.push(Person { name, key, place: value.span().clone(), is_address: true });
                }
            }
        }
        let finder = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(persons.iter().map(|person| person.name.as_str()))
            .ok()
            .filter(|_| !persons.is_empty());
        Self { persons, finder }
    }

    /// The names of all persons, without where they live.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.persons.iter().filter(|person| !person.is_address).map(|person| person.name.as_str())
    }

    /// The persons in a paragraph, each with its place there in bytes.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<(Range<usize>, &Person)> {
        let mut found = Vec::new();
        for word in self.finder.iter().flat_map(|finder| finder.find_iter(text)) {
            found.extend(self.persons.get(word.pattern().as_usize()).map(|person| (word.range(), person)));
        }
        found
    }
}
