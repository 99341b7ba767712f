//! Long texts of which only a few characters matter.

/// The first character that is meant, and where it stands; `may_begin` says of a byte whether such a character may begin
/// with it, so that all others are passed over without being put together.
#[must_use]
#[inline]
pub fn first_char(
    text: &str,
    may_begin: impl Fn(u8) -> bool,
    is_meant: impl Fn(char) -> bool,
) -> Option<(usize, char)> {
    let mut at = 0;
    loop {
        at += text.as_bytes().get(at..)?.iter().position(|byte| may_begin(*byte))?;
        let c = text.get(at..)?.chars().next()?;
        if is_meant(c) {
            return Some((at, c));
        }
        at += c.len_utf8();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_first_character_is_found_wherever_it_stands(text in "[a一，\u{e000}\u{10ff00}]{0,70}") {
            let is_meant = |c: char| c > '\u{d7ff}' && c != '，';
            let found = text.char_indices().find(|(_, c)| is_meant(*c));
            prop_assert_eq!(first_char(&text, |byte| byte >= 0xee, is_meant), found);
        }
    }
}
