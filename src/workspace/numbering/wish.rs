//! What is asked for.

use std::path::Path;

use crate::record::value::Date;

/// Which papers are to be numbered.
pub struct Wish<'a> {
    /// Of these kinds; of all where empty.
    pub kinds: &'a [String],
    /// Of this year; of any where there is none.
    pub year: Option<i16>,
    /// Whether the numbers are written.
    pub writes: bool,
    /// Whether a record must stay as it is: by its file and by what its papers are filed as.
    pub is_sealed: &'a (dyn Fn(&Path, &str) -> bool + Sync),
}

impl Wish<'_> {
    /// Whether papers of that kind and day are to be numbered.
    pub(super) fn has(&self, kind: &str, date: Date) -> bool {
        let is_of_kind = self.kinds.is_empty() || self.kinds.iter().any(|asked| asked == kind);
        is_of_kind && self.year.is_none_or(|year| year == date.year())
    }
}
