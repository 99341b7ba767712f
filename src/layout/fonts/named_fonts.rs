//! Fonts together with the families that a paper's Word file names: how wide a character is by both.

use super::face::FaceId;
use super::role::Role;
use super::{Advances, Fonts, named};
use crate::document::WordFonts;

/// What is known of the widths of a family that Word's file names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Widths {
    /// The font is among those that were found, and its own widths count.
    Found(FaceId),
    /// They are known of the family, as those of a Chinese typewriter.
    Known,
    /// Nothing is known of them: they are taken to be those of a Chinese typewriter.
    Assumed,
}

/// Fonts, and by whose widths lines hold besides theirs.
#[derive(Debug, Clone, Copy)]
pub struct NamedFonts<'a> {
    fonts: &'a Fonts,
    /// In the order of [`Role::ALL`]; `None` where the office wants no family of its own.
    wanted: [Option<Widths>; 5],
}

impl Fonts {
    /// These fonts, for a paper whose Word file names the families given.
    #[must_use]
    pub fn named(&self, word_fonts: &WordFonts) -> NamedFonts<'_> {
        let wanted = Role::ALL.map(|role| Some(self.widths_of(role.wanted_family(word_fonts)?)));
        NamedFonts { fonts: self, wanted }
    }

    /// What is known of the widths of a family.
    #[must_use]
    pub fn widths_of(&self, family: &str) -> Widths {
        let found = self.faces.iter().position(|face| face.is_of(family));
        match found {
            Some(at) => Widths::Found(FaceId(at)),
            None if named::has_known_widths(family) => Widths::Known,
            None => Widths::Assumed,
        }
    }
}

impl NamedFonts<'_> {
    /// The face that sets a character, how wide it is, and how wide in the font that Word's file names.
    #[must_use]
    pub fn measure(self, role: Role, character: char) -> Option<Advances> {
        let usual = self.fonts.measure(role, character)?;
        let Advances { found, .. } = usual;
        let named = match self.wanted[role as usize] {
            None => usual.named,
            Some(Widths::Found(face)) => self.fonts.face(face).glyph(character).map_or(found, |(_, advance)| advance),
            Some(Widths::Known | Widths::Assumed) => named::advance(character).unwrap_or(found),
        };
        Some(Advances { named, ..usual })
    }
}
