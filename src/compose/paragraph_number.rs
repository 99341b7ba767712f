//! How a text on its way through a template says that a paragraph of it has a number.
//!
//! The number itself is not known before the paper is read: it follows of the headings and numbers before it. So a control
//! character stands in its place, which nobody can type (`yaml` refuses them), and which is a character like any other to
//! whatever a template does with the text.

use crate::record::typed_number::NumberLevel;

/// What is known of a paragraph's number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ParagraphNumber {
    pub(super) level: NumberLevel,
    /// Whether it is the first of a new row, whatever was counted before.
    pub(super) restarts: bool,
    /// Whether the paragraph is a heading.
    pub(super) is_heading: bool,
}

/// The first of sixteen control characters, behind those that end lines.
const FIRST: u32 = 0x0E;
/// What is added for a number that begins a row, and for one of a heading.
const RESTARTS: u32 = 4;
const IS_HEADING: u32 = 8;

impl ParagraphNumber {
    /// The character that stands in the number's place.
    pub(super) fn placeholder(self) -> char {
        let mut code = FIRST + self.level as u32;
        code += if self.restarts { RESTARTS } else { 0 };
        code += if self.is_heading { IS_HEADING } else { 0 };
        char::from_u32(code).unwrap_or('\u{FFFD}')
    }

    /// What such a character says; `None` of any other.
    pub(super) fn from_placeholder(c: char) -> Option<Self> {
        let code = u32::from(c).checked_sub(FIRST).filter(|code| *code < 2 * IS_HEADING)?;
        let level = NumberLevel::ALL.into_iter().find(|level| *level as u32 == code % RESTARTS)?;
        Some(Self { level, restarts: code & RESTARTS != 0, is_heading: code & IS_HEADING != 0 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_placeholder_says_what_it_was_made_of() {
        let mut seen = Vec::new();
        for level in NumberLevel::ALL {
            for (restarts, is_heading) in [(false, false), (false, true), (true, false), (true, true)] {
                let number = ParagraphNumber { level, restarts, is_heading };
                let placeholder = number.placeholder();
                assert!(placeholder.is_control() && !placeholder.is_whitespace() && !seen.contains(&placeholder));
                assert_eq!(ParagraphNumber::from_placeholder(placeholder), Some(number));
                seen.push(placeholder);
            }
        }
        assert_eq!(['\n', '\r', '\t', ' ', '一'].map(ParagraphNumber::from_placeholder), [None; 5]);
    }
}
