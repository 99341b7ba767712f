//! What stands behind keys that are followed by a person's name or number, in YAML or in a quotation of it.

use std::ops::Range;

use super::characters::count_while;

/// Keys that only names stand behind; the others are slips of the first.
pub(super) const NAMES: [&str; 4] = ["姓名", "性名", "姓明", "举报人"];
pub(super) const PHONE: &str = "电话";
pub(super) const COMPLAINANT: &str = "投诉人";

/// No name and no telephone number is longer, in characters, however it is typed.
const LONGEST_VALUE: usize = 200;

/// Where the values of `key` stand: behind a colon, up to what ends a value in YAML or a quotation.
pub(super) fn values(chars: &[char], key: &str) -> Vec<Range<usize>> {
    let key: Vec<char> = key.chars().collect();
    let found = (0..chars.len()).filter_map(|at| value(chars, at + key_length(&chars[at..], &key)?));
    found.filter(|value| !value.is_empty()).collect()
}

/// The value of a key that ends at `key_end`, if it has one.
pub(super) fn value(chars: &[char], key_end: usize) -> Option<Range<usize>> {
    let colon = key_end + count_while(chars, key_end, is_before_colon);
    if !matches!(chars.get(colon), Some(':' | '：')) {
        return None;
    }
    let is_before = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '“' | '*' | '&' | '!');
    let start = colon + 1 + count_while(chars, colon + 1, is_before);
    let rest = &chars[start..chars.len().min(start + LONGEST_VALUE)];
    let length = count_while(rest, 0, |c| !ends_value(c));
    Some(start..start + length.max(1).min(chars.len() - start))
}

/// Whether a value stands there, behind its key.
pub(super) fn begins_with_colon(behind: &str) -> bool {
    behind.trim_start_matches(is_before_colon).starts_with([':', '：'])
}

fn is_before_colon(c: char) -> bool {
    c.is_whitespace() || matches!(c, '"' | '\'')
}

fn ends_value(c: char) -> bool {
    matches!(c, ',' | '，' | '}' | '｝' | '"' | '\'' | '”' | '」' | '；' | '\n' | '\r')
}

/// In how many characters `key` stands at the beginning of `chars`, be there blanks in it.
fn key_length(chars: &[char], key: &[char]) -> Option<usize> {
    let mut at = 0;
    for wanted in key {
        if at > 0 {
            at += count_while(chars, at, |c| matches!(c, ' ' | '\u{3000}'));
        }
        if chars.get(at) != Some(wanted) {
            return None;
        }
        at += 1;
    }
    Some(at)
}
