//! Places as an editor counts them, lines from 0 and columns in UTF-16 or UTF-8 units, and bytes of a text.

use gen_lsp_types::{Position, PositionEncodingKind, Range};

use crate::source::{Source, Span};

/// In which units an editor counts columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    Utf8,
    Utf16,
}

impl Encoding {
    pub(super) fn kind(self) -> PositionEncodingKind {
        match self {
            Self::Utf8 => PositionEncodingKind::UTF8,
            Self::Utf16 => PositionEncodingKind::UTF16,
        }
    }

    fn units(self, text: &str) -> usize {
        match self {
            Self::Utf8 => text.len(),
            Self::Utf16 => text.encode_utf16().count(),
        }
    }

    /// The byte at a position; past a line's end, that end; within a character, its beginning.
    pub(super) fn offset(self, source: &Source, position: Position) -> usize {
        let line = usize::try_from(position.line).unwrap_or(usize::MAX).saturating_add(1);
        let Some(range) = source.line_range(line) else { return source.text().len() };
        let wanted = usize::try_from(position.character).unwrap_or(usize::MAX);
        let mut passed = 0;
        for (at, c) in source.line(line).char_indices() {
            passed += self.units(c.encode_utf8(&mut [0; 4]));
            if passed > wanted {
                return range.start + at;
            }
        }
        range.end
    }

    pub(super) fn position(self, source: &Source, offset: usize) -> Position {
        let mut offset = offset.min(source.text().len());
        while !source.text().is_char_boundary(offset) {
            offset -= 1;
        }
        let line = source.position(offset).line;
        let before = source.text().get(source.line_start(line)..offset).unwrap_or_default();
        Position { line: narrow(line - 1), character: narrow(self.units(before)) }
    }

    pub(super) fn range(self, source: &Source, range: std::ops::Range<usize>) -> Range {
        Range { start: self.position(source, range.start), end: self.position(source, range.end) }
    }

    pub(super) fn span(self, span: &Span) -> Range {
        self.range(span.source(), span.range())
    }
}

fn narrow(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const BOTH: [Encoding; 2] = [Encoding::Utf8, Encoding::Utf16];

    #[test]
    fn a_surrogate_pair_counts_two_and_is_never_cut() {
        let source = Source::new("周.yaml", "甲\r\n𠮷野家: 1");
        let behind = "甲\r\n𠮷".len();
        assert_eq!(Encoding::Utf16.position(&source, behind), Position { line: 1, character: 2 });
        assert_eq!(Encoding::Utf8.position(&source, behind), Position { line: 1, character: 4 });
        let within = Position { line: 1, character: 1 };
        assert_eq!(Encoding::Utf16.offset(&source, within), "甲\r\n".len());
        assert_eq!(Encoding::Utf16.offset(&source, Position { line: 0, character: 99 }), "甲".len());
        assert_eq!(Encoding::Utf16.offset(&source, Position { line: 9, character: 0 }), source.text().len());
    }

    proptest! {
        #[test]
        fn every_place_between_characters_comes_back(text in "[甲𠮷é a\r\n]{0,30}") {
            let source = Source::new("周.yaml", text.clone());
            for (offset, _) in text.char_indices().filter(|(at, _)| !text[..*at].ends_with('\r') || !text[*at..].starts_with('\n')) {
                for encoding in BOTH {
                    prop_assert_eq!(encoding.offset(&source, encoding.position(&source, offset)), offset);
                }
            }
        }

        #[test]
        fn any_position_is_a_place_between_characters(text in "[甲𠮷é a\r\n]{0,30}", line in 0_u32..9, character: u32) {
            let source = Source::new("周.yaml", text.clone());
            for encoding in BOTH {
                let offset = encoding.offset(&source, Position { line, character });
                prop_assert!(text.is_char_boundary(offset));
            }
        }
    }
}
