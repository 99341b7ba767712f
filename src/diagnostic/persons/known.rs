//! The persons that this process has read of: their names and numbers, hidden wherever they stand.
//!
//! A name cannot be told from other words by its form. So whoever reads a record says what stands behind its keys for
//! persons, and from then on it is hidden in whatever is shown, be it spaced, wrapped or typed as escapes.

use std::collections::{HashMap, HashSet};
use std::sync::{LazyLock, PoisonError, RwLock};

use super::characters::{digit, folded, han_digit, is_unseen};
use super::numbers::{chains, is_separator, places};

static KNOWN: LazyLock<RwLock<Known>> = LazyLock::new(RwLock::default);

/// What is kept of a name, to be looked for: its characters as they are compared.
type Name = Box<[char]>;

/// Names and numbers of persons, to be looked for.
#[derive(Debug, Default)]
pub(super) struct Known {
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

/// Keeps a person's name or number for the whole process.
pub(super) fn keep(value: &PersonsValue) {
    if !KNOWN.read().unwrap_or_else(PoisonError::into_inner).has(value) {
        KNOWN.write().unwrap_or_else(PoisonError::into_inner).add(value);
    }
}

/// The characters of a name as they are compared.
fn letters(name: &str) -> Name {
    name.chars().filter(|c| !is_passed_over(*c)).map(folded).collect()
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

/// What a record has of a person.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum PersonsValue {
    /// A name, or what somebody is found by that has letters: an account, a plate.
    Name(String),
    /// Where somebody lives.
    Address(String),
    /// Digits, each from 0 to 9.
    Number(Vec<u8>),
}

impl Known {
    pub(super) fn add(&mut self, value: &PersonsValue) {
        match value {
            PersonsValue::Name(name) | PersonsValue::Address(name) => {
                let name = letters(name);
                if let [first, second, ..] = *name {
                    self.names.entry((first, second)).or_default().insert(name);
                }
            }
            PersonsValue::Number(digits) => {
                if let Some(first) = first_of_number(digits) {
                    self.numbers.entry(first).or_default().insert(digits.as_slice().into());
                }
            }
        }
    }

    /// Whether it is known already, or too short to be.
    fn has(&self, value: &PersonsValue) -> bool {
        match value {
            PersonsValue::Name(name) | PersonsValue::Address(name) => {
                let name = letters(name);
                let [first, second, ..] = *name else { return true };
                self.names.get(&(first, second)).is_some_and(|names| names.contains(&name))
            }
            PersonsValue::Number(digits) => {
                let Some(first) = first_of_number(digits) else { return true };
                self.numbers.get(&first).is_some_and(|numbers| numbers.contains(digits.as_slice()))
            }
        }
    }

    /// Where the characters of known names stand, name by name.
    pub(super) fn find_names(&self, chars: &[char]) -> Vec<Vec<usize>> {
        let mut found = Vec::new();
        for at in 0..chars.len() {
            if is_passed_over(chars[at]) {
                continue;
            }
            let Some(second) = next(chars, at) else { continue };
            let Some(names) = self.names.get(&(folded(chars[at]), folded(chars[second]))) else { continue };
            found.extend(names.iter().filter_map(|name| name_at(chars, at, name)));
        }
        found
    }

    /// Where the digits of known numbers stand, number by number.
    pub(super) fn find_numbers(&self, chars: &[char]) -> Vec<Vec<usize>> {
        let mut found = Vec::new();
        for chain in chains(chars, WIDEST_GAP, |c| is_separator(c) || c.is_whitespace()) {
            let digits: Vec<u8> = chain.iter().flat_map(|group| group.digits.iter().copied()).collect();
            let places = places(&chain);
            for (at, first) in digits.windows(4).enumerate() {
                let numbers = <[u8; 4]>::try_from(first).ok().and_then(|first| self.numbers.get(&first));
                for number in numbers.into_iter().flatten().filter(|number| digits[at..].starts_with(number)) {
                    found.push(places[at..at + number.len()].to_vec());
                }
            }
        }
        found
    }

    fn hide_names(&self, chars: &[char], hidden: &mut Vec<usize>) {
        for found in self.find_names(chars) {
            hidden.extend_from_slice(&found[1..]);
        }
    }

    fn hide_numbers(&self, chars: &[char], hidden: &mut Vec<usize>) {
        for places in self.find_numbers(chars) {
            let begins_with_nought = places.first().and_then(|at| digit_of(chars[*at])) == Some(0);
            let first = match places.len() {
                0..9 => 0,
                _ if begins_with_nought => 4,
                _ => 3,
            };
            hidden.extend_from_slice(&places[first..places.len() - 4]);
        }
    }
}

/// The first four digits of a number that is neither too short nor too long.
fn first_of_number(digits: &[u8]) -> Option<[u8; 4]> {
    let is_number = (FEWEST_DIGITS..=MOST_DIGITS).contains(&digits.len());
    <[u8; 4]>::try_from(digits.get(..4)?).ok().filter(|_| is_number)
}

/// The digit that a character is, also as a Chinese numeral.
fn digit_of(c: char) -> Option<u8> {
    digit(c).or_else(|| han_digit(c))
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
