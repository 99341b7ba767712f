//! The persons that this process has read of: their names and numbers, hidden wherever they stand.
//!
//! A name cannot be told from other words by its form. So whoever reads a record says what stands behind its keys for
//! persons, and from then on it is hidden in whatever is shown, be it spaced, wrapped or typed as escapes.

use std::collections::{HashMap, HashSet};
use std::sync::{LazyLock, PoisonError, RwLock};

use super::characters::{folded, is_unseen};
use super::numbers::{chains, is_separator, places};

static KNOWN: LazyLock<RwLock<Known>> = LazyLock::new(RwLock::default);

/// What is kept of a name, to be looked for: its characters as they are compared.
type Name = Box<[char]>;

#[derive(Default)]
struct Known {
    /// By the first two characters.
    names: HashMap<(char, char), HashSet<Name>>,
    /// By the first four digits.
    numbers: HashMap<[u8; 4], HashSet<Box<[u8]>>>,
}

/// A shorter number is nobody's alone.
pub(super) const FEWEST_DIGITS: usize = 7;

/// A longer one is no number.
const MOST_DIGITS: usize = 30;

/// How far apart two characters of a name, or two digits, may stand where lines are wrapped.
const WIDEST_GAP: usize = 40;

pub(super) fn add_name(name: &str) {
    let name: Name = name.chars().filter(|c| !is_passed_over(*c)).map(folded).collect();
    let [first, second, ..] = *name else { return };
    let is_known = |known: &Known| known.names.get(&(first, second)).is_some_and(|names| names.contains(&name));
    if is_known(&KNOWN.read().unwrap_or_else(PoisonError::into_inner)) {
        return;
    }
    let mut known = KNOWN.write().unwrap_or_else(PoisonError::into_inner);
    known.names.entry((first, second)).or_default().insert(name);
}

pub(super) fn add_number(digits: &[u8]) {
    let [a, b, c, d, ..] = *digits else { return };
    if !(FEWEST_DIGITS..=MOST_DIGITS).contains(&digits.len()) {
        return;
    }
    let first = [a, b, c, d];
    let is_known = |known: &Known| known.numbers.get(&first).is_some_and(|numbers| numbers.contains(digits));
    if is_known(&KNOWN.read().unwrap_or_else(PoisonError::into_inner)) {
        return;
    }
    let mut known = KNOWN.write().unwrap_or_else(PoisonError::into_inner);
    known.numbers.entry(first).or_default().insert(digits.into());
}

/// What of known persons is to be hidden.
pub(super) fn hidden(chars: &[char]) -> Vec<usize> {
    let known = KNOWN.read().unwrap_or_else(PoisonError::into_inner);
    let mut hidden = Vec::new();
    if !known.names.is_empty() {
        known.hide_names(chars, &mut hidden);
    }
    if !known.numbers.is_empty() {
        known.hide_numbers(chars, &mut hidden);
    }
    hidden
}

impl Known {
    fn hide_names(&self, chars: &[char], hidden: &mut Vec<usize>) {
        for at in 0..chars.len() {
            if is_passed_over(chars[at]) {
                continue;
            }
            let Some(second) = next(chars, at) else { continue };
            let Some(names) = self.names.get(&(folded(chars[at]), folded(chars[second]))) else { continue };
            for name in names {
                if let Some(found) = name_at(chars, at, name) {
                    hidden.extend_from_slice(&found[1..]);
                }
            }
        }
    }

    fn hide_numbers(&self, chars: &[char], hidden: &mut Vec<usize>) {
        for chain in chains(chars, WIDEST_GAP, |c| is_separator(c) || c.is_whitespace()) {
            let digits: Vec<u8> = chain.iter().flat_map(|group| group.digits.iter().copied()).collect();
            let places = places(&chain);
            for (at, first) in digits.windows(4).enumerate() {
                let numbers = <[u8; 4]>::try_from(first).ok().and_then(|first| self.numbers.get(&first));
                for number in numbers.into_iter().flatten() {
                    if digits[at..].starts_with(number) {
                        let first = match (number.len(), number.first()) {
                            (0..9, _) => 0,
                            (_, Some(0)) => 4,
                            _ => 3,
                        };
                        hidden.extend_from_slice(&places[at + first..at + number.len() - 4]);
                    }
                }
            }
        }
    }
}

/// Where the characters of `name` stand, if it stands at `at`. A name in letters is a whole word.
fn name_at(chars: &[char], at: usize, name: &[char]) -> Option<Vec<usize>> {
    let mut found = vec![at];
    let mut last = at;
    for wanted in &name[1..] {
        last = next(chars, last).filter(|next| folded(chars[*next]) == *wanted)?;
        found.push(last);
    }
    let is_word = |c: Option<&char>| c.is_some_and(char::is_ascii_alphanumeric);
    let goes_on = name[0].is_ascii_alphanumeric() && is_word(at.checked_sub(1).and_then(|before| chars.get(before)))
        || name[name.len() - 1].is_ascii_alphanumeric() && is_word(chars.get(last + 1));
    (!goes_on).then_some(found)
}

/// Where the next character stands that counts.
fn next(chars: &[char], at: usize) -> Option<usize> {
    let end = chars.len().min(at + 2 + WIDEST_GAP);
    (at + 1..end).find(|at| !is_passed_over(chars[*at]))
}

/// What may stand within a name without changing it.
fn is_passed_over(c: char) -> bool {
    c.is_whitespace() || is_unseen(c) || matches!(c, '·' | '•' | '・' | '.' | '-' | '_' | '\'' | '’' | '"' | '\\' | '+')
}
