//! Names in a manifest's lines, whose words are parted by spaces.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

const SPECIAL: &AsciiSet = &CONTROLS.add(b' ').add(b'%');

pub(super) fn escaped(name: &str) -> String {
    utf8_percent_encode(name, SPECIAL).to_string()
}

/// `None` where the name is not UTF-8.
pub(super) fn unescaped(word: &str) -> Option<String> {
    percent_decode_str(word).decode_utf8().ok().map(Cow::into_owned)
}
