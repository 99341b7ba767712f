//! What is a person's among the values of a record.

use std::borrow::Cow;

use super::characters::{Letters, han_digit, is_digit};
use super::kept_keys::{kept_key, kept_keys};
use super::known::{FEWEST_DIGITS, PersonsValue, keep};
use super::names::is_full_name;
use super::numbers::{chains, is_separator, numbers};
use super::values::{begins_with_colon, value};
use super::whose::Whose;
use super::words::{NAME_KEYS_IN_LINES, PersonsKey, is_nobody, persons_key, without_titles};

/// Whose a value is that stands behind `key`, within a value that is somebody's.
#[must_use]
pub fn whose(key: &str, within: Whose, is_key: &dyn Fn(&str) -> bool) -> Whose {
    kept_key(key).unwrap_or_else(|| whose_by_key(key, within, is_key))
}

/// [`whose`] by the keys that all offices have alone.
#[must_use]
pub fn whose_by_key(key: &str, within: Whose, is_key: &dyn Fn(&str) -> bool) -> Whose {
    match persons_key(key, is_key) {
        Some(PersonsKey::Name) => Whose::Name,
        Some(PersonsKey::Number) => Whose::Number,
        None if within == Whose::Nobodys => Whose::Nobodys,
        None => Whose::Persons,
    }
}

/// Keeps what is a person's in a value.
pub fn note_value(value: &str, whose: Whose) {
    gather(value, whose, &mut |found| keep(&found));
}

/// Tells `sink` what is a person's in a value.
pub fn gather(value: &str, whose: Whose, sink: Sink) {
    note_numbers(value, sink);
    match whose {
        Whose::Name => names(value).into_iter().for_each(|name| sink(PersonsValue::Name(name))),
        Whose::Number => {
            note_digits(value, sink);
            note_account(value, sink);
        }
        Whose::Persons => {
            note_digits(value, sink);
            names(value).into_iter().filter(|name| is_full_name(name)).for_each(|name| sink(PersonsValue::Name(name)));
        }
        Whose::Address => sink(PersonsValue::Address(value.trim().to_owned())),
        Whose::Nobodys => {}
    }
}

/// What is told of each person's value.
pub type Sink<'s> = &'s mut dyn FnMut(PersonsValue);

/// Keeps what a rule of privacy has found: a name, a number, or an account.
pub(in crate::diagnostic) fn note_found(text: &str) {
    /// What is longer is no name and no number, but a text that one stands in.
    const LONGEST: usize = 60;
    if text.chars().count() > LONGEST {
        return;
    }
    let mut sink = |found| keep(&found);
    note_digits(text, &mut sink);
    if text.chars().any(|c| c.is_ascii_alphanumeric()) {
        note_account(text, &mut sink);
    } else if !is_nobody(text) {
        sink(PersonsValue::Name(text.to_owned()));
    }
}

/// Keeps what stands behind keys for persons in a text that may be no record, or not yet.
pub fn note_lines(text: &str) {
    let read: Cow<'_, str> = if text.contains("\\u") || text.contains("\\x") {
        let typed: Vec<char> = text.chars().collect();
        Cow::Owned(Letters::read(&typed).chars.into_iter().collect())
    } else {
        Cow::Borrowed(text)
    };
    let of_offices = kept_keys();
    let kept = of_offices.iter().flat_map(|key| read.match_indices(key.as_str()).map(|(at, key)| at + key.len()));
    let keys = NAME_KEYS_IN_LINES.iter().flat_map(|keys| keys.find_iter(&*read)).map(|key| key.end());
    for end in keys.chain(kept) {
        // Most such words stand in sentences.
        if !begins_with_colon(&read[end..]) {
            continue;
        }
        let behind: Vec<char> = read[end..].chars().take(LONGEST_SEARCH).collect();
        let Some(value) = value(&behind, 0) else { continue };
        let line: String = behind[value.clone()].iter().collect();
        let line = without_comment(&line);
        let value = if is_left_open(line) { next_line(&behind[value.end..]) } else { line.to_owned() };
        for name in names(&value) {
            keep(&PersonsValue::Name(name));
        }
    }
}

/// Whether a value stands on the lines below: nothing is here but a block's sign or a comment.
fn is_left_open(line: &str) -> bool {
    line.trim().is_empty() || line.trim_start().starts_with(['>', '|', '#'])
}

/// The first line with something on it but a comment.
fn next_line(chars: &[char]) -> String {
    for line in chars.split(|c| matches!(c, '\n' | '\r')).skip(1) {
        let line: String = line.iter().collect();
        let line = without_comment(&line).trim();
        if line.is_empty() || line == ":" {
            continue;
        }
        // Another key: what was looked for has no value.
        let is_key = line.contains(": ") || line.contains('：') || line.ends_with(':');
        return if is_key { String::new() } else { line.to_owned() };
    }
    String::new()
}

/// A line up to its comment. Words behind a `#` without a blank are more likely a part of the value.
fn without_comment(line: &str) -> &str {
    if line.trim_start().starts_with('#') { "" } else { line.split(" # ").next().unwrap_or(line) }
}

/// In characters: how far below its key a value is looked for.
const LONGEST_SEARCH: usize = 600;

/// The numbers in a value that are known by their shape: so they are found again where they are cut or wrapped.
fn note_numbers(value: &str, sink: Sink) {
    if !may_have_number(value) {
        return;
    }
    let chars: Vec<char> = value.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
    let hidden = numbers(&chars);
    let is_hidden = |at: usize| hidden.contains(&at);
    for chain in chains(&chars, 3, |c| is_separator(c) || c.is_whitespace()) {
        let (Some(first), Some(last)) = (chain.first(), chain.last()) else { continue };
        if (first.range.start..last.range.end).any(is_hidden) {
            note_chain_of(&chain, sink);
        }
    }
}

/// Whether as many digits as a number has stand with nothing between them but what may stand within a number.
fn may_have_number(value: &str) -> bool {
    // A digit has at least one byte.
    if value.len() < FEWEST_DIGITS {
        return false;
    }
    let mut digits = 0;
    for c in value.chars() {
        if is_numeral(c) {
            digits += 1;
            if digits == FEWEST_DIGITS {
                return !is_day(value);
            }
        } else if digits > 0 && !is_separator(c) && !c.is_whitespace() {
            digits = 0;
        }
    }
    false
}

/// Whether a character is a digit or a Chinese numeral. Most are Han, which can only be the latter.
fn is_numeral(c: char) -> bool {
    han_digit(c).is_some() || !matches!(c, '\u{4e00}'..='\u{9fff}') && is_digit(c)
}

/// Whether a value is a day as records have them, 2021-01-08: most values with so many digits are.
fn is_day(value: &str) -> bool {
    let is_alike = |(byte, wanted): (u8, u8)| byte == wanted || wanted == b'0' && byte.is_ascii_digit();
    value.len() == 10 && value.starts_with("20") && value.bytes().zip(*b"2000-00-00").all(is_alike)
}

/// Keeps groups of digits together, if they are few enough to be one number.
fn note_chain_of(chain: &[super::shapes::Group], sink: Sink) {
    let digits: Vec<u8> = chain.iter().flat_map(|group| group.digits.iter().copied()).collect();
    if digits.len() <= 19 {
        sink(PersonsValue::Number(digits));
        return;
    }
    for group in chain {
        sink(PersonsValue::Number(group.digits.clone()));
    }
}

/// Keeps whatever digits stand in a value for a number, but for those that anybody may know.
fn note_digits(value: &str, sink: Sink) {
    let chars: Vec<char> = value.chars().collect();
    for chain in chains(&chars, 3, |c| is_separator(c) || c.is_whitespace()) {
        let digits: usize = chain.iter().map(|group| group.digits.len()).sum();
        let is_firms = chain.first().is_some_and(|first| matches!(first.digits.get(..3), Some([4 | 8, 0, 0])));
        if digits >= FEWEST_DIGITS && !is_firms && !super::shapes::has_date(&chain) {
            note_chain_of(&chain, sink);
        }
    }
}

/// Keeps an account's name, a plate or a mailbox.
fn note_account(value: &str, sink: Sink) {
    const SHORTEST: usize = 5;
    for account in value.split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '@' | '·'))) {
        let has_letter = account.chars().any(|c| c.is_ascii_alphabetic());
        if account.len() >= SHORTEST && has_letter {
            sink(PersonsValue::Name(account.to_owned()));
        }
    }
}

/// The names in a value: 刘某某和张三, 张三（某公司）, 欧阳 小明.
fn names(value: &str) -> Vec<String> {
    let mut names = Vec::new();
    for part in value.split(is_between_names).map(str::trim) {
        let whole: String = part.split_whitespace().collect();
        note_name(part, &mut names);
        let is_one = whole.chars().count() <= 4;
        for piece in part.split_whitespace().filter(|piece| !is_one && *piece != part) {
            note_name(piece, &mut names);
        }
        for and in ['和', '与', '及', '跟', '同'] {
            let joined: Vec<&str> = part.split(and).map(str::trim).collect();
            if joined.len() > 1 && joined.iter().all(|name| name.chars().count() > 1) {
                for name in joined {
                    note_name(name, &mut names);
                }
            }
        }
    }
    names
}

/// What stands between two names, or between a name and what is said of it.
fn is_between_names(c: char) -> bool {
    "、，,;；/／|()（）【】[]{}｛｝〔〕<>《》“”「」\"':：\n\r\t#&=!?！？。".contains(c)
}

fn note_name(name: &str, names: &mut Vec<String>) {
    const LONGEST: usize = 20;
    let name = without_titles(name.trim_matches(|c: char| !c.is_alphanumeric()));
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    let fewest = if name.is_ascii() { 3 } else { 2 };
    let is_name = letters >= fewest && name.chars().count() <= LONGEST && !name.chars().any(is_digit);
    if is_name && !is_nobody(name) {
        names.push(name.to_owned());
    }
}
