//! Which year a weekly is numbered in.

use crate::record::week::Week;

/// The ways of reckoning a week to a year: by its first day, its last day or the day on which the weekly is dated.
pub const CONVENTIONS: [fn(&Week) -> i16; 3] = [
    |week| week.period.value.start().value.year(),
    |week| week.period.value.end().value.year(),
    |week| week.dated.value.year(),
];
