//! A figure and what is known of it.

use super::printed::Printed;
use crate::diagnostic::Label;
use crate::source::Span;

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

    /// Whether this is what is meant by `asked`: its name, a platform or paper, or the value as it is printed.
    pub(super) fn is_meant(&self, asked: &str) -> bool {
        self.name == Some(asked) || self.of.as_deref() == Some(asked) || self.values.iter().any(|value| value == asked)
    }
}
