//! Persons' data kept out of what is shown: lines of a file and messages about it end up in logs.
//!
//! Telephone, identity-card and bank numbers lose their middle, names all but their first character. Numbers are known by
//! their shape, names by where they stand, and both, wherever they stand, once a record was read in which they are a
//! person's (`gathering`, `known`). Every character stays in its place, so that marks still stand under what they mean.
//! Service numbers (12345, 96301) are nobody's.

mod accounts;
mod characters;
mod gathering;
mod kept_keys;
mod known;
mod names;
mod numbers;
mod plates;
mod published;
mod rooms;
mod shapes;
#[cfg(test)]
mod tests;
mod values;
mod whose;
mod words;

use std::borrow::Cow;
use std::sync::LazyLock;

use characters::Letters;
pub(super) use gathering::note_found;
pub use gathering::{Sink, gather, note_lines, note_value, whose, whose_by_key};
pub use kept_keys::keep_key;
pub use known::PersonsValue;
pub use published::{Found, FoundKind, PersonsNames, names_by_words};
use values::{COMPLAINANT, NAMES, PHONE, values};
pub use whose::Whose;

/// `text` with a star for every character that would tell who somebody is: as many characters as before.
#[must_use]
pub fn masked(text: &str) -> Cow<'_, str> {
    starred(text, |chars| [known::hidden(chars), by_form(chars)].concat())
}

/// `line` masked, between the lines before and behind it: what belongs to somebody may be wrapped, and a value may stand
/// below its key.
pub(super) fn masked_between<'a>(above: &str, line: &'a str, below: &str) -> Cow<'a, str> {
    let before = above.chars().count() + 1;
    let wrapped = starred(&format!("{above}\n{line}\n{below}"), known::hidden)
        .chars()
        .skip(before)
        .take(line.chars().count())
        .collect::<String>();
    let key = above.trim_end();
    let is_key = key.ends_with([':', '：']) && (NAMES.iter().any(|name| key.contains(name)) || key.contains(PHONE));
    if !is_key {
        let all = masked(&wrapped).into_owned();
        return if all == line { Cow::Borrowed(line) } else { Cow::Owned(all) };
    }
    let both = format!("{key}\n{wrapped}");
    let masked = masked(&both);
    Cow::Owned(masked.split_once('\n').map_or_else(String::new, |(_, line)| line.to_owned()))
}

/// `text` with stars where `find` says so; it is given the text with its escapes read.
fn starred(text: &str, find: impl Fn(&[char]) -> Vec<usize>) -> Cow<'_, str> {
    let mut typed: Vec<char> = text.chars().collect();
    let letters = Letters::read(&typed);
    let hidden = find(&letters.chars);
    if hidden.is_empty() {
        return Cow::Borrowed(text);
    }
    for at in hidden.into_iter().flat_map(|at| letters.place(at)) {
        if let Some(c) = typed.get_mut(at).filter(|c| !c.is_whitespace()) {
            *c = '*';
        }
    }
    Cow::Owned(typed.into_iter().collect())
}

/// What is to be hidden because of how it looks or where it stands.
fn by_form(chars: &[char]) -> Vec<usize> {
    /// A plate has no fewer.
    const FEWEST_DIGITS: usize = 3;
    let is_of_number = |c: &&char| characters::is_digit(**c) || characters::han_digit(**c).is_some();
    let mut hidden = Vec::new();
    if chars.iter().filter(is_of_number).nth(FEWEST_DIGITS - 1).is_some() {
        hidden.extend(numbers::numbers(chars));
        hidden.extend(plates::plates_and_passports(chars).into_iter().flatten());
    }
    if has_telling_word(chars) {
        hidden.extend(by_words(chars));
    }
    hidden
}

/// The first two characters of each word that [`by_words`] goes by, sorted.
static BEGINNINGS: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
    let mut words = vec![PHONE, COMPLAINANT];
    words.extend(NAMES.iter().chain(&accounts::NETWORKS).chain(&names::CALLED).chain(&names::TITLES));
    let mut beginnings: Vec<(char, char)> = Vec::new();
    for word in words {
        let mut chars = word.chars();
        beginnings.extend(chars.next().zip(chars.next()));
    }
    beginnings.sort_unstable();
    beginnings
});

/// Whether one of the words stands there that [`by_words`] goes by, as far as their first characters tell. A key may have
/// blanks in it.
fn has_telling_word(chars: &[char]) -> bool {
    let beginnings = &*BEGINNINGS;
    let begins_word = |first: char, next: char| {
        let from = beginnings.partition_point(|known| known.0 < first);
        let mut alike = beginnings[from..].iter().take_while(|known| known.0 == first);
        alike.any(|known| known.1 == next || next.is_whitespace())
    };
    chars.windows(2).any(|pair| accounts::is_at(pair[0]) || begins_word(pair[0], pair[1]))
}

/// What stands behind or before words for persons.
fn by_words(chars: &[char]) -> Vec<usize> {
    let mut hidden: Vec<usize> = accounts::accounts(chars).into_iter().flatten().collect();
    hidden.extend(names::in_prose(chars).into_iter().flatten());
    hidden.extend(values(chars, PHONE).into_iter().flat_map(|value| numbers::middle_of_digits(chars, value)));
    for key in NAMES {
        hidden.extend(values(chars, key).into_iter().flat_map(|value| names::in_value(chars, value)));
    }
    hidden.extend(values(chars, COMPLAINANT).into_iter().flat_map(|value| names::of_complainant(chars, value)));
    hidden
}
