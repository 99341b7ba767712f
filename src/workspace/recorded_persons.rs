//! The persons of all of an office's records, whom its public papers mask.

use std::collections::BTreeSet;

use crate::diagnostic::persons::{PersonsNames, PersonsValue};

#[derive(Debug)]
pub(super) struct AllPersons {
    pub(super) names: PersonsNames,
    /// All of them as one text, the same for the same records.
    pub(super) said: String,
}

impl AllPersons {
    pub(super) fn new(values: &BTreeSet<PersonsValue>) -> Self {
        let mut names = PersonsNames::default();
        for value in values {
            names.add(value);
        }
        let said: Vec<String> = values.iter().map(|value| format!("{value:?}")).collect();
        Self { names, said: said.join("\n") }
    }
}
