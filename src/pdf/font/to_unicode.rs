//! Which character each code stands for (ISO 32000-1, 9.10.3).

use pdf_writer::types::{SystemInfo, UnicodeCmap};
use pdf_writer::{Name, Str};

/// The map of a font whose codes, from 0, stand for those characters.
pub fn map(characters: &[Option<char>]) -> Vec<u8> {
    let system = SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"UCS"), supplement: 0 };
    let mut map = UnicodeCmap::new(Name(b"Adobe-Identity-UCS"), system);
    for (code, character) in (0_u16..).zip(characters) {
        if let Some(character) = character {
            map.pair(code, *character);
        }
    }
    map.finish().into_vec()
}
