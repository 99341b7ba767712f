//! What kind of character stands where, as line breaking sees it.

use super::profile::Rules;

/// Closing marks that LibreOffice and Word set into the margin where they would not fit. Measured, LibreOffice 7.4.7.
const HANGING: &str = "，。、．：；？！";
const OPENERS: &str = "（《〈“‘「『【〔([{";
const CLOSERS: &str = "）》〉」』】〕”’)]}";

/// Most characters are Han and in no set of marks: they are told apart first, for speed.
fn among(marks: &str, character: char) -> bool {
    !is_han(character) && marks.contains(character)
}

/// A Han character, as far as the gap before and after Latin goes.
pub fn is_han(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3fffd}' | '々' | '〇')
}

/// A Latin letter or digit, as far as the gap before and after Han goes; such characters stay together.
pub fn is_latin(character: char) -> bool {
    is_western(character) && character.is_alphanumeric()
}

/// Of the script that LibreOffice sets with the Western font; — … “ ” ℃ are not, · is. Measured.
pub fn is_western(character: char) -> bool {
    character < '\u{2010}'
}

pub fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\u{3000}')
}

pub fn may_hang(character: char) -> bool {
    among(HANGING, character)
}

pub fn is_opener(character: char) -> bool {
    among(OPENERS, character)
}

pub fn is_closer(character: char) -> bool {
    among(CLOSERS, character)
}

/// A gap of the word processor's own making stands between the two.
pub fn gap_between(a: char, b: char) -> bool {
    (is_han(a) && is_latin(b)) || (is_latin(a) && is_han(b))
}

/// Two halves of one dash or one ellipsis (GB/T 15834, 5.1.9).
pub fn halves(a: char, b: char) -> bool {
    a == b && matches!(a, '—' | '…')
}

/// Within one Latin word, number or address.
pub fn hold_together(a: char, b: char) -> bool {
    [a, b].into_iter().all(|character| is_latin(character) || among(".%-/:", character))
}

/// Whether a line may end after `a` and the next begin with `b`.
pub fn may_break(rules: &Rules, a: char, b: char) -> bool {
    let no_break_space = '\u{a0}';
    if is_space(b) || a == no_break_space || b == no_break_space {
        return false;
    }
    if hold_together(a, b) || among(rules.no_start, b) || among(rules.no_end, a) {
        return false;
    }
    // Unicode line breaking, LB25 and LB30.
    let bound_to_latin = is_latin(b) && (is_closer(a) || among("%.,℃％·", a));
    let bound_to_opener = is_opener(b) && (is_latin(a) || among("%℃％", a));
    !(rules.strict && (bound_to_latin || bound_to_opener))
}

#[cfg(test)]
mod tests {
    use super::super::profile::{LIBREOFFICE, WORD};
    use super::*;

    #[test]
    fn closing_marks_never_begin_a_line_and_opening_marks_never_end_one() {
        for rules in [&LIBREOFFICE, &WORD] {
            for closing in "，。、：；？！）》”〕】".chars() {
                assert!(!may_break(rules, '中', closing), "{closing}");
            }
            for opening in "（《“〔【".chars() {
                assert!(!may_break(rules, opening, '中'), "{opening}");
            }
        }
    }

    #[test]
    fn numbers_and_latin_words_stay_whole() {
        for (a, b) in [('4', '2'), ('5', '.'), ('.', '6'), ('6', '%'), ('a', '-'), ('a', ' ')] {
            assert!(!may_break(&WORD, a, b) && !may_break(&LIBREOFFICE, a, b), "{a}{b}");
        }
        assert!(may_break(&WORD, ' ', 'a') && may_break(&LIBREOFFICE, ' ', 'a'));
    }

    #[test]
    fn libreoffice_alone_binds_a_closing_mark_to_latin() {
        assert!(!may_break(&LIBREOFFICE, '）', '6') && may_break(&WORD, '）', '6'));
        assert!(!may_break(&LIBREOFFICE, '℃', '（') && may_break(&WORD, '℃', '（'));
    }

    #[test]
    fn rare_characters_of_names_are_han() {
        assert!("镕喆旸堃㛃昇玥珺〇𠮷".chars().all(is_han));
        assert!(!"，—A6％㎡".chars().any(is_han));
    }
}
