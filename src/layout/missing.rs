//! A character that no font has.

use std::sync::Arc;

use crate::document::{Origin, Place, Text};
use crate::source::Span;

/// A character that neither its role's face nor any fallback has, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingGlyph {
    pub character: char,
    /// Where the run comes from in which it stands.
    pub origin: Arc<Origin>,
    /// How many of that character stand before this one in the run.
    pub nth: usize,
}

impl MissingGlyph {
    /// The characters of `text` for which `is_missing` holds, each time that they occur.
    pub(super) fn all_in(text: &Text, is_missing: impl Fn(char) -> bool) -> Vec<Self> {
        let mut missing = Vec::new();
        for run in &text.0 {
            for (at, character) in run.text.char_indices().filter(|(_, character)| is_missing(*character)) {
                let nth = run.text[..at].matches(character).count();
                missing.push(Self { character, origin: Arc::clone(&run.origin), nth });
            }
        }
        missing
    }

    /// The character's own place where what was written shows it as it is printed, else the place of the whole value;
    /// `None` where the engine wrote it.
    #[must_use]
    pub fn place(&self) -> Option<Place> {
        let whole = self.origin.place()?;
        let found = whole.text().match_indices(self.character).nth(self.nth);
        Some(found.map_or_else(
            || whole.clone(),
            |(at, shown)| {
                let start = whole.range().start + at;
                Span::new(whole.source(), start..start + shown.len())
            },
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Position, Source};

    #[test]
    fn the_place_is_the_characters_own() {
        let source = Source::new("周.yaml", "核实: 甲𠮷乙𠮷\n");
        let origin = Arc::new(Origin::Record(Span::new(&source, "核实: ".len().."核实: 甲𠮷乙𠮷".len())));
        let mut text = Text::default();
        text.push("甲𠮷乙𠮷", &origin);
        let missing = MissingGlyph::all_in(&text, |character| character == '𠮷');
        let places: Vec<_> = missing.iter().filter_map(MissingGlyph::place).map(|place| place.start()).collect();
        assert_eq!(places, [Position { line: 1, column: 6 }, Position { line: 1, column: 8 }]);
    }

    #[test]
    fn a_character_that_was_not_typed_so_is_shown_at_the_whole_value() {
        let source = Source::new("周.yaml", "核实: \"甲\\U00020BB7\"\n");
        let whole = Span::new(&source, 8..source.text().len() - 1);
        let mut text = Text::default();
        text.push("甲𠮷", &Arc::new(Origin::Record(whole.clone())));
        let missing = MissingGlyph::all_in(&text, |character| character == '𠮷');
        assert_eq!(missing.first().and_then(MissingGlyph::place), Some(whole));
    }
}
