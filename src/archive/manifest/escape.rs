//! Names in a manifest's lines, whose words are parted by spaces.

use std::borrow::Cow;

use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// The name with what would end a word or a line, and `%` itself, as percent signs and figures; all else stays readable.
pub(super) fn escaped(name: &str) -> String {
    let mut word = String::with_capacity(name.len());
    for character in name.chars() {
        if character.is_whitespace() || character.is_control() || character == '%' {
            word.extend(utf8_percent_encode(character.encode_utf8(&mut [0; 4]), NON_ALPHANUMERIC));
        } else {
            word.push(character);
        }
    }
    word
}

/// `None` where the name is not UTF-8.
pub(super) fn unescaped(word: &str) -> Option<String> {
    percent_decode_str(word).decode_utf8().ok().map(Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn chinese_names_stay_readable() {
        assert_eq!(escaped("第 1 周（100%）.yaml"), "第%201%20周（100%25）.yaml");
        assert_eq!(escaped("盘龙\u{3000}"), "盘龙%E3%80%80");
    }

    proptest! {
        #[test]
        fn every_name_is_one_word_and_read_again(name in ".*") {
            let word = escaped(&name);
            prop_assert!(!word.contains(char::is_whitespace));
            prop_assert_eq!(unescaped(&word), Some(name));
        }
    }
}
