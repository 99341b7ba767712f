//! Names that offices choose, kept for as long as the program runs: so they go wherever fixed names go.
//!
//! A name is kept once, however often its file is read. What is kept is bounded by how many names there are, and by how
//! long one may be ([`LONGEST`]).

use std::collections::HashSet;
use std::sync::{LazyLock, Mutex, PoisonError};

/// In characters: a longer name is no column's and no ledger's.
pub(super) const LONGEST: usize = 30;

/// The name, kept.
pub(in crate::record) fn interned(name: &str) -> &'static str {
    static NAMES: LazyLock<Mutex<HashSet<&'static str>>> = LazyLock::new(Mutex::default);
    let mut names = NAMES.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = names.get(name) {
        return known;
    }
    let kept: &'static str = Box::leak(name.to_owned().into_boxed_str());
    names.insert(kept);
    kept
}

/// A closed set of words, each with what it means, kept.
pub(super) fn interned_words(words: &[&'static str]) -> &'static [(&'static str, &'static str)] {
    type Words = &'static [(&'static str, &'static str)];
    static SETS: LazyLock<Mutex<HashSet<Words>>> = LazyLock::new(Mutex::default);
    let words: Vec<(&str, &str)> = words.iter().map(|word| (*word, "")).collect();
    let mut sets = SETS.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = sets.get(words.as_slice()) {
        return known;
    }
    let kept: Words = Box::leak(words.into_boxed_slice());
    sets.insert(kept);
    kept
}
