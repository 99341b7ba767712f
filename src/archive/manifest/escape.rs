//! Names in a manifest's lines, whose words are parted by spaces.

use std::fmt::Write as _;

use percent_encoding::percent_decode_str;

/// Spaces, `%` and control characters by their codes; all else, Chinese above all, as it is read.
pub(super) fn escaped(name: &str) -> String {
    let mut word = String::with_capacity(name.len());
    for character in name.chars() {
        if character.is_whitespace() || character.is_control() || character == '%' {
            let mut bytes = [0; 4];
            for byte in character.encode_utf8(&mut bytes).bytes() {
                let _ = write!(word, "%{byte:02X}");
            }
        } else {
            word.push(character);
        }
    }
    word
}

/// `None` where the name is not UTF-8.
pub(super) fn unescaped(word: &str) -> Option<String> {
    percent_decode_str(word).decode_utf8().ok().map(std::borrow::Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn chinese_stays_readable() {
        assert_eq!(escaped("2021/第 1 周 100%.yaml"), "2021/第%201%20周%20100%25.yaml");
    }

    proptest! {
        #[test]
        fn what_is_escaped_is_one_word_and_comes_back(name in any::<String>()) {
            let word = escaped(&name);
            prop_assert!(!word.contains(char::is_whitespace));
            prop_assert_eq!(unescaped(&word), Some(name));
        }
    }
}
