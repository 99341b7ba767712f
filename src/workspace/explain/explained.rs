//! A figure and what is known of it.

use super::printed::Printed;
use crate::diagnostic::Label;
use crate::source::Span;

/// How a number is said to come about that the record says.
pub(super) const TAKEN_OVER: &str = "照录";

/// A figure of a week, or a value of its record that was asked for by what is printed.
#[derive(Debug)]
pub struct Explained {
    /// Its name, or `None` of a record's value that has none.
    pub name: Option<&'static str>,
    /// Which of several of that name.
    pub of: Option<String>,
    /// As printed; several where it is a list.
    pub values: Vec<String>,
    pub rule: String,
    pub from: Vec<Span>,
    /// The lines that print it, in the order of the papers; empty where none does.
    pub printed: Vec<Printed>,
    /// A paper of the week could not be composed, and may print it too.
    pub may_be_printed: bool,
}

impl Explained {
    /// As a paper says it.
    #[must_use]
    pub fn value(&self) -> String {
        self.values.join("、")
    }

    /// Where it comes from, for messages.
    #[must_use]
    pub fn labels(&self) -> Vec<Label> {
        self.from.iter().map(|place| Label { span: place.clone(), text: String::new() }).collect()
    }

    /// Whether it is a number that has a name and is taken over from the record, where it stands at `place`.
    pub(super) fn is_record_at(&self, place: &Span) -> bool {
        self.name.is_some() && self.rule.starts_with(TAKEN_OVER) && self.from == std::slice::from_ref(place)
    }

    /// Whether `asked` is the number in it: 10.33% of 上升10.33%, 124 of 增加124件.
    pub(super) fn has_number(&self, asked: &str) -> bool {
        let is_number = asked.starts_with(|c: char| c.is_ascii_digit());
        is_number
            && self.values.iter().any(|value| value.match_indices(asked).any(|(at, _)| is_whole(value, at, asked)))
    }

    /// Whether this is what is meant by `asked`: its name, a platform or paper, or the value as it is printed.
    pub(super) fn is_meant(&self, asked: &str) -> bool {
        self.name == Some(asked) || self.of.as_deref() == Some(asked) || self.values.iter().any(|value| value == asked)
    }
}

/// Whether the number `asked` at `at` is not only some digits of a longer one.
fn is_whole(value: &str, at: usize, asked: &str) -> bool {
    let is_part = |c: char| c.is_ascii_digit() || c == '.';
    !value[..at].ends_with(is_part) && !value[at + asked.len()..].starts_with(is_part)
}
