//! The document numbers of an office that no paper of its records may have, whatever for.

use super::office::Office;
use super::set_aside_number::{ReservedNumbers, SetAside, VoidNumbers};
use crate::source::Spanned;

/// A number that no paper of the records may have.
#[derive(Debug, Clone, Copy)]
pub struct SetAsideNumber<'a> {
    pub year: i16,
    pub number: &'a Spanned<u32>,
    pub what: SetAside,
    /// What it is reserved for, or why it is void.
    pub why: &'a Spanned<String>,
}

/// All of an office, in the order of its file, the reserved ones first.
#[must_use]
pub fn set_aside_numbers(office: &Office) -> Vec<SetAsideNumber<'_>> {
    let mut all = Vec::new();
    for ReservedNumbers { year, numbers, purpose: why, .. } in &office.reserved_numbers {
        let of_entry = numbers.0.iter();
        let year = year.value.get();
        all.extend(of_entry.map(|number| SetAsideNumber { year, number, what: SetAside::Reserved, why }));
    }
    for VoidNumbers { year, numbers, reason: why, .. } in &office.void_numbers {
        let of_entry = numbers.0.iter();
        let year = year.value.get();
        all.extend(of_entry.map(|number| SetAsideNumber { year, number, what: SetAside::Void, why }));
    }
    all
}
