//! Firms, units and platforms in own columns: whichever of its names is written, each is counted as one.

use crate::record::office::Office;
use crate::record::own::{Column, OwnValue};
use crate::record::register::Register;

/// The names that an office has registered when a week is counted.
#[derive(Debug, Clone, Copy)]
pub struct RegisteredNames<'a> {
    /// The office in the counted week.
    then: &'a Office,
    /// The office in the week whose papers print the figures, which may be a later one: what has another name by then is
    /// counted under that, as long as one of its names is in both registers.
    now: &'a Office,
}

impl<'a> RegisteredNames<'a> {
    #[must_use]
    pub fn of(office: &'a Office) -> Self {
        Self { then: office, now: office }
    }

    #[must_use]
    pub fn then_and_now(then: &'a Office, now: &'a Office) -> Self {
        Self { then, now }
    }

    /// The name by which papers call what is written in a column: the registered one, or else what is written.
    pub(super) fn called(self, column: &Column, written: &str) -> String {
        let registered = column.what().register().and_then(|register| self.registered(register, written));
        registered.unwrap_or_else(|| written.to_owned())
    }

    /// Whether `word` means what is written in a column.
    pub(super) fn is_meant(self, column: Option<&Column>, word: &str, written: &OwnValue) -> bool {
        let text = written.text();
        if text == word {
            return true;
        }
        let Some(register) = column.and_then(|column| column.what().register()) else { return false };
        self.registered(register, word).is_some_and(|meant| self.registered(register, &text).as_ref() == Some(&meant))
    }

    fn registered(self, register: Register, name: &str) -> Option<String> {
        let mut names = self.then.names_alike(register, name);
        if names.is_empty() {
            names.push(name);
        }
        let now = names.iter().find_map(|name| self.now.names_alike(register, name).first().copied());
        let found = now.or_else(|| self.then.names_alike(register, name).first().copied());
        found.map(str::to_owned)
    }
}
