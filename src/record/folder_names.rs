//! Names of folders that are two here and one on another system.

use unicode_normalization::UnicodeNormalization as _;

/// The same for names that are one where systems tell no case (Windows, macOS), or spell a letter with its marks, or a
/// Hangul syllable, in one way only (macOS).
pub(super) fn key(name: &str) -> String {
    name.nfc().flat_map(char::to_lowercase).nfd().collect()
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn names_that_other_systems_take_for_one_have_one_key() {
        for (a, b) in [
            ("panlong", "PanLong"),
            ("lǜchūn", "lu\u{308}\u{300}chu\u{304}n"),
            ("É", "e\u{301}"),
            ("\u{ac00}\u{ac01}", "\u{1100}\u{1161}\u{1100}\u{1161}\u{11a8}"),
            ("\u{ac01}", "\u{ac00}\u{11a8}"),
            ("が", "か\u{3099}"),
            ("\u{958}", "\u{915}\u{93c}"),
            ("\u{1ed9}", "o\u{302}\u{323}"),
            ("\u{91d1}", "\u{f90a}"),
        ] {
            assert_eq!(key(a), key(b), "{a} {b}");
        }
        let others =
            [("panlong", "yunling"), ("盘龙", "五华"), ("é", "e"), ("lǜ", "lü"), ("か", "き"), ("é", "u\u{301}")];
        for (a, b) in others {
            assert_ne!(key(a), key(b), "{a} {b}");
        }
    }
}
