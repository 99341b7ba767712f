//! Which names are of one firm.

use std::collections::HashMap;

use crate::record::office::Office;

/// The office's register of firms, by full and by short names.
#[derive(Debug)]
pub(super) struct Firms(HashMap<String, usize>);

impl Firms {
    pub(super) fn of(office: &Office) -> Self {
        let firms = office.firms.iter().flatten().enumerate();
        let names = firms.flat_map(|(at, firm)| {
            let names = std::iter::once(&firm.name).chain(&firm.short);
            names.map(move |name| (name.value.clone(), at))
        });
        Self(names.collect())
    }

    /// Whether two names are of one firm as far as can be told: one may be a part of the other, as short names are.
    pub(super) fn are_one(&self, one: &str, other: &str) -> bool {
        match (self.0.get(one), self.0.get(other)) {
            (Some(one), Some(other)) => one == other,
            _ => one.contains(other) || other.contains(one),
        }
    }
}
