//! Persons' data kept out of what is shown: lines of a file and messages about it end up in logs.
//!
//! Telephone, identity-card and bank numbers lose their middle, names behind 姓名 all but their first character. Every
//! character stays in its place, so that marks still stand under what they mean. Service numbers (12345, 96301) are
//! nobody's.

mod accounts;
mod characters;
mod names;
mod numbers;
mod plates;
#[cfg(test)]
mod tests;
mod values;

use std::borrow::Cow;

use values::{COMPLAINANT, NAME, PHONE, values};

/// `text` with a star for every character that would tell who somebody is.
pub(super) fn masked(text: &str) -> Cow<'_, str> {
    let mut chars: Vec<char> = text.chars().collect();
    let mut hidden = numbers::numbers(&chars);
    hidden.extend(plates::plates_and_passports(&chars));
    hidden.extend(accounts::accounts(&chars));
    hidden.extend(names::in_prose(&chars));
    hidden.extend(values(&chars, PHONE).into_iter().flat_map(|value| numbers::middle_of_digits(&chars, value)));
    hidden.extend(values(&chars, NAME).into_iter().filter_map(|value| names::in_value(&chars, value)));
    hidden.extend(values(&chars, COMPLAINANT).into_iter().filter_map(|value| names::of_complainant(&chars, value)));
    if hidden.is_empty() {
        return Cow::Borrowed(text);
    }
    for at in hidden.into_iter().flatten() {
        if let Some(c) = chars.get_mut(at).filter(|c| !c.is_whitespace()) {
            *c = '*';
        }
    }
    Cow::Owned(chars.into_iter().collect())
}

/// `line` masked, which may hold the value of a key that stands alone on the line before it.
pub(super) fn masked_below<'a>(above: &str, line: &'a str) -> Cow<'a, str> {
    let key = above.trim_end();
    if !key.ends_with([':', '：']) || !(key.contains(NAME) || key.contains(PHONE)) {
        return masked(line);
    }
    let both = format!("{key}\n{line}");
    let masked = masked(&both);
    Cow::Owned(masked.split_once('\n').map_or_else(String::new, |(_, line)| line.to_owned()))
}
