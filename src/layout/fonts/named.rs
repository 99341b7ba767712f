//! The widths of the fonts that offices' Word files name: 仿宋_GB2312 (仿宋), 楷体_GB2312 (楷体), 黑体, 宋体 and 方正小标宋简体.
//!
//! They are those of a Chinese typewriter: ASCII half an em, what GB 2312 has besides it a whole one. This is known of
//! these fonts (Microsoft and 中易 made the first four, 方正 the last); none was at hand to measure. Where one of them
//! stands on the machine it serves its role, and its own widths count.

use std::sync::atomic::{AtomicU8, Ordering};

use encoding_rs::GBK;

use super::family;
use super::role::Role;

/// Half an em.
const NARROW: f64 = 0.5;
const WIDE: f64 = 1.0;

/// A character's advance in the named fonts, in em; `None` where they lack it, so that another font sets it.
pub(super) fn advance(character: char) -> Option<f64> {
    match character {
        ' '..='~' => Some(NARROW),
        _ => (Repertoire::of(character) == Repertoire::Gb2312).then_some(WIDE),
    }
}

/// Whether a family is one of those of which these widths are known.
pub(super) fn has_known_widths(family: &str) -> bool {
    let mut families = Role::ALL.into_iter().flat_map(family::serving);
    families.any(|known| known.is_named && known.name.eq_ignore_ascii_case(family))
}

/// By which fonts of an office a character can be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Repertoire {
    /// By all.
    Gb2312,
    /// By those of Windows for simplified Chinese, which have all of GBK.
    Gbk,
    /// By none that is known.
    Beyond,
}

/// What was found out of the characters of Unicode's first plane so far, by their codes, as [`Repertoire::note`] has it: they
/// are looked for one by one in tables of thousands, and a paper has the same ones again and again.
static FOUND: [AtomicU8; 0x1_0000] = [const { AtomicU8::new(0) }; 0x1_0000];

impl Repertoire {
    /// The smallest that has the character.
    #[must_use]
    pub fn of(character: char) -> Self {
        let Some(found) = usize::try_from(u32::from(character)).ok().and_then(|code| FOUND.get(code)) else {
            return Self::look_for(character);
        };
        match found.load(Ordering::Relaxed) {
            1 => Self::Gb2312,
            2 => Self::Gbk,
            3 => Self::Beyond,
            _ => {
                let repertoire = Self::look_for(character);
                found.store(repertoire.note(), Ordering::Relaxed);
                repertoire
            }
        }
    }

    fn note(self) -> u8 {
        match self {
            Self::Gb2312 => 1,
            Self::Gbk => 2,
            Self::Beyond => 3,
        }
    }

    /// ASCII, and rows 1 to 9 and 16 to 87 of GB 2312, which GBK has at the same places.
    fn look_for(character: char) -> Self {
        let mut buffer = [0; 4];
        let (bytes, _, is_lacking) = GBK.encode(character.encode_utf8(&mut buffer));
        match *bytes {
            _ if is_lacking => Self::Beyond,
            [b' '..=b'~'] | [0xA1..=0xA9 | 0xB0..=0xF7, 0xA1..=0xFE] => Self::Gb2312,
            _ => Self::Gbk,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gbk_has_more_than_gb2312_and_less_than_unicode() {
        for character in "镕珺喆堃㎡".chars() {
            assert_eq!(Repertoire::of(character), Repertoire::Gbk, "{character}");
        }
        for character in "㛃𬭚".chars() {
            assert_eq!(Repertoire::of(character), Repertoire::Beyond, "{character}");
        }
    }

    #[test]
    fn ascii_is_half_as_wide_as_what_gb2312_has_besides() {
        for character in "0aWi%./ ~".chars() {
            assert_eq!(advance(character), Some(0.5), "{character}");
        }
        for character in "市，。“”·—…℃‰①Ⅳ（）％éüā".chars() {
            assert_eq!(advance(character), Some(1.0), "{character}");
        }
        for character in "㎡𬭚镕\u{a0}".chars() {
            assert_eq!(advance(character), None, "{character}");
        }
    }
}
