//! How a filter reckoned, in figures, for whoever asks where a figure is from: 24 ÷ 31 = 77.419354…%，四舍五入到 2 位小数.
//!
//! A value carries the numbers of its origins alone. So what is said of one filling is kept beside it, and a number from
//! [`mark::WORKED`] on tells which of these it is.

use std::cell::RefCell;

use super::exact::{Cut, Exact};
use super::rounding::Rule;
use super::value::{Number, origins_of_all};
use crate::compose::mark;

/// One calculation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::compose) struct Working {
    /// What sort of value came of it, as [`mark::SHARED`].
    pub(in crate::compose) made: usize,
    pub(in crate::compose) words: String,
}

thread_local! {
    /// Of the template that is being filled in this thread.
    static WORKINGS: RefCell<Vec<Working>> = const { RefCell::new(Vec::new()) };
}

/// A paper with more figures is read by nobody; those behind say only what sort they are of.
const MOST_WORKINGS: usize = 10_000;

/// Before each filling.
pub(super) fn start() {
    WORKINGS.with_borrow_mut(Vec::clear);
}

/// All of the last filling.
pub(in crate::compose::template) fn take() -> Vec<Working> {
    WORKINGS.take()
}

/// The origins of what is reckoned as `words` say, in the manner `made`, out of values with these origins.
pub(super) fn worked<O: IntoIterator<Item = usize>>(
    made: usize,
    words: impl FnOnce() -> String,
    all: impl IntoIterator<Item = O>,
) -> Vec<usize> {
    let mut origins = origins_of_all(all);
    if !origins.is_empty() {
        let number = WORKINGS.with_borrow_mut(|workings| {
            if workings.len() >= MOST_WORKINGS {
                return made;
            }
            workings.push(Working { made, words: words() });
            mark::WORKED + workings.len() - 1
        });
        origins.insert(0, number);
    }
    origins
}

/// The origins of two numbers.
pub(super) fn both<'n>(one: &'n Number, two: &'n Number) -> [impl Iterator<Item = usize> + 'n; 2] {
    [one, two].map(|number| number.origins.iter().copied())
}

/// A number as it is shown in a calculation.
pub(super) fn shown(number: &Number) -> String {
    number.text().map_or_else(|| roughly(number.exact), std::borrow::Cow::into_owned)
}

/// So many decimals are shown of a number before it is rounded.
const SHOWN: u32 = 6;

/// All its digits, or its first ones: 77.419354…
pub(super) fn roughly(exact: Exact) -> String {
    let cut = exact.cut_to(SHOWN, Cut::Truncate);
    match cut.and_then(|cut| Some((cut, cut.decimal(0)?))) {
        Some((cut, digits)) if cut == exact => digits,
        Some((_, digits)) => format!("{digits}…"),
        None => "很大的数".to_owned(),
    }
}

/// How it is rounded.
pub(super) fn rounding(Rule { places, cut, .. }: Rule) -> String {
    let how = match cut {
        Cut::HalfUp => "四舍五入",
        Cut::Truncate => "截断",
        Cut::Ceiling => "向上取",
        Cut::Floor => "向下取",
    };
    if places == 0 { format!("{how}到整数") } else { format!("{how}到 {places} 位小数") }
}
