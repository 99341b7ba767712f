//! What is wrong with an expression, and how it is put right.

use std::fmt;
use std::ops::Range;

/// Something wrong, at its place in the template, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::compose::template) struct Fault {
    pub(in crate::compose::template) place: Range<usize>,
    pub(in crate::compose::template) reason: Reason,
    pub(in crate::compose::template) fix: String,
}

/// What is said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::compose::template) enum Reason {
    /// Follows the quoted words that stand at the place: 「a + b」…
    OfWords(String),
    /// These words cannot stand where they do.
    Misplaced,
    /// A sentence of its own.
    Whole(String),
}

impl Reason {
    /// `words` stand at the place.
    pub(in crate::compose::template) fn said_of(&self, words: &str) -> String {
        match self {
            Self::OfWords(reason) => format!("「{words}」{reason}"),
            Self::Misplaced => format!("这里不该是「{words}」"),
            Self::Whole(reason) => reason.clone(),
        }
    }
}

pub(super) type Result<T> = std::result::Result<T, Fault>;

/// Of the words at `place`, that they cannot be computed.
pub(super) fn fault(place: &Range<usize>, reason: impl fmt::Display, fix: impl Into<String>) -> Fault {
    let reason = Reason::OfWords(format!("算不出来：{reason}"));
    Fault { place: place.clone(), reason, fix: fix.into() }
}

/// Of nothing in particular at `place`.
pub(super) fn whole_fault(place: &Range<usize>, reason: impl Into<String>, fix: impl Into<String>) -> Fault {
    Fault { place: place.clone(), reason: Reason::Whole(reason.into()), fix: fix.into() }
}

/// What is wrong with an approximate count, such as 100余, where a number is to be reckoned with, and what to do.
pub(super) fn approximate(count: &str) -> (String, &'static str) {
    let fix = "约数只能照印：要计算，在记录里写确数；有时是约数的，用 {% if … is number %} 判断，是数才算";
    (format!("“{count}”是约数，不能计算"), fix)
}

/// What to do about a value that is not there.
pub(super) const ASK_FIRST: &str = "请核对名称；这一期可能没有的内容，用 {% if … %} 判断";

/// Of what is not there and would be printed as a blank.
pub(super) fn nothing_here(place: &Range<usize>) -> Fault {
    whole_fault(place, "这里没有内容，印出来会是空白", ASK_FIRST)
}
