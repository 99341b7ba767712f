//! Characters however wide they are typed.

/// A digit, narrow or wide.
pub(super) fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '０'..='９')
}

/// The digit that is meant, for telling mobiles from landlines.
pub(super) fn digit(c: char) -> char {
    let full_width = u32::from(c).checked_sub(u32::from('０'));
    full_width.and_then(|above| char::from_u32(u32::from('0') + above)).unwrap_or(c)
}

/// The ASCII letter or digit that a character is, however wide.
pub(super) fn half(c: char) -> Option<char> {
    let half = if matches!(c, '！'..='～') { char::from_u32(u32::from(c) - 0xfee0)? } else { c };
    half.is_ascii_alphanumeric().then(|| half.to_ascii_uppercase())
}

/// Whether `word` stands at `at`.
pub(super) fn stands_at(chars: &[char], at: usize, word: &str) -> bool {
    let mut rest = chars.get(at..).unwrap_or_default().iter();
    word.chars().all(|c| rest.next() == Some(&c))
}

/// How many characters from `from` on are of a kind.
pub(super) fn count_while(chars: &[char], from: usize, is_meant: impl Fn(char) -> bool) -> usize {
    chars[from..].iter().take_while(|c| is_meant(**c)).count()
}
