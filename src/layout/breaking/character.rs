//! What kind of character stands where, as line breaking sees it.

const OPENERS: &str = "（《〈“‘「『【〔([{";
const CLOSERS: &str = "）》〉」』】〕”’)]}";

/// Most characters are Han and in no set of marks: they are told apart first, for speed.
pub(super) fn among(marks: &str, character: char) -> bool {
    !is_han(character) && marks.contains(character)
}

/// The scripts that LibreOffice tells apart: it cuts a text into portions of one script each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Script {
    Western,
    Asian,
    /// Spaces, dashes, ellipses, quotation marks, circled numbers, ℃ and the like: of the script before them. Measured
    /// by where tracking and the gap stop, LibreOffice 7.4.7; · ± × ° are Western, ％ ㎡ 〇 are Asian.
    Weak,
}

#[must_use]
pub fn script(character: char) -> Script {
    match character {
        ' ' | '\u{a0}' => Script::Weak,
        '\0'..='\u{58f}' | '\u{1e00}'..='\u{1fff}' => Script::Western,
        '\u{1100}'..='\u{11ff}'
        | '\u{2e80}'..='\u{d7ff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe4f}'
        | '\u{ff00}'..='\u{ffef}'
        | '\u{20000}'..='\u{3fffd}' => Script::Asian,
        _ => Script::Weak,
    }
}

/// A Han character, as far as the gap before and after Latin goes.
#[must_use]
pub fn is_han(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3fffd}' | '々' | '〇')
}

#[must_use]
pub fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\u{3000}')
}

#[must_use]
pub fn is_opener(character: char) -> bool {
    among(OPENERS, character)
}

#[must_use]
pub fn is_closer(character: char) -> bool {
    among(CLOSERS, character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rare_characters_of_names_are_han() {
        assert!("镕喆旸堃㛃昇玥珺〇𠮷".chars().all(is_han));
        assert!(!"，—A6％㎡".chars().any(is_han));
    }

    #[test]
    fn scripts_are_as_measured() {
        assert!("—…“”‘’℃①≥→∶Ⅰ \u{a0}".chars().all(|character| script(character) == Script::Weak));
        assert!("·±×°A6-/%@αЖ".chars().all(|character| script(character) == Script::Western));
        assert!("中，（％㎡㎏〇\u{3000}𠮷".chars().all(|character| script(character) == Script::Asian));
    }
}
