//! Which characters a line may begin and end with, and which may stand in the margin: each list with its source.

use super::character::{Script, among, is_space, script};
use super::unicode;

/// LibreOffice's for Chinese text: its `zh_CN.xml`, and measured, 7.4.7.
const LIBREOFFICE_NO_START: &str =
    ":!),.;?]}¢'\"、。〉》」』】〕〗〞︰﹐､﹒﹔﹕﹖﹗﹚﹜﹞！），．：；？｜｝～￠々‖•·ˇˉ―′’”-";
const LIBREOFFICE_NO_END: &str = "([{£¥'\"‵〈《「『【〔〖（［｛￡￥〝“‘";
/// Measured.
const HANGING: &str = "，。、．：；？！";

/// Word's for zh-CN (ECMA-376 Part 1, 17.3.1.16).
const WORD_NO_START: &str = "!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞！＂％＇），．：；？］｀｜｝～￠";
const WORD_NO_END: &str = "$([{£¥·‘“〈《「『【〔〖〝＄（．［｛￡￥";
/// Whether a line may end before a character, by each of the rules that word processors follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a rule of its own")]
pub struct Breaks {
    /// LibreOffice's rule for Chinese text. It knows no words.
    pub chinese: bool,
    /// LibreOffice's rule for Western text.
    pub unicode: bool,
    pub word: bool,
    /// GB/T 15834's, and that a number keeps its sign and unit.
    pub national: bool,
}

impl Breaks {
    pub fn everywhere(self) -> bool {
        self.chinese && self.unicode && self.word && self.national
    }

    /// In Word, and by GB/T 15834.
    pub fn in_word(self) -> bool {
        self.national && self.word
    }

    /// In Chinese text in LibreOffice, and by GB/T 15834.
    pub fn in_chinese(self) -> bool {
        self.national && self.chinese
    }
}

/// Whether LibreOffice lets a line of Chinese text end between the two.
pub fn chinese(a: char, b: char) -> bool {
    !among(LIBREOFFICE_NO_START, b) && !among(LIBREOFFICE_NO_END, a)
}

/// Whether Word lets a line end between the two. It parts Western text at spaces and after hyphens only: a slash does
/// not end a line (SixLabors/Fonts #448).
pub fn word(a: char, b: char) -> bool {
    let no_break_space = '\u{a0}';
    if is_space(b) || a == no_break_space || b == no_break_space {
        return false;
    }
    let both_western = script(a) == Script::Western && script(b) == Script::Western;
    let in_word = both_western && !(a == '-' && b.is_alphanumeric());
    !in_word && !among(WORD_NO_START, b) && !among(WORD_NO_END, a)
}

/// Whether LibreOffice sets a mark into the margin where it does not fit.
pub fn may_hang(character: char) -> bool {
    among(HANGING, character)
}

/// Reads a text and says for each character by which rules a line may begin with it.
#[derive(Debug, Default)]
pub struct Reader {
    unicode: unicode::Breaks,
    before: Option<char>,
}

impl Reader {
    /// The rules for a character; `ahead` is the one after it, `national` what GB/T 15834 says.
    pub fn next(&mut self, character: char, ahead: Option<char>, national: bool) -> Breaks {
        let unicode = self.unicode.next(character, ahead);
        let breaks = self.before.map_or_else(Breaks::default, |before| Breaks {
            chinese: chinese(before, character),
            unicode,
            word: word(before, character),
            national,
        });
        self.before = Some(character);
        breaks
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_marks_never_begin_a_line_and_opening_marks_never_end_one() {
        for rule in [chinese, word] {
            for closing in "，。、：；？！）》”〕】".chars() {
                assert!(!rule('中', closing), "{closing}");
            }
            for opening in "（《“〔【".chars() {
                assert!(!rule(opening, '中'), "{opening}");
            }
        }
    }

    #[test]
    fn word_parts_western_text_at_spaces_and_after_hyphens() {
        for (a, b) in [('4', '2'), ('5', '.'), ('.', '6'), ('6', '%'), ('a', '-'), ('a', ' '), ('/', 'a'), ('@', '1')] {
            assert!(!word(a, b), "{a}{b}");
        }
        assert!(word(' ', 'a') && word('-', 'a') && word('-', '4') && word('）', '6') && word('℃', '（'));
    }
}
