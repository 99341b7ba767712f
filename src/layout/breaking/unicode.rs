//! Unicode line breaking (UAX 14) as LibreOffice 7.4.7 applies it to text of the Western script. Its rules are its own
//! (`i18npool/source/breakiterator/data/line.txt`): a line may end after a hyphen before a digit, quotation marks
//! stick to both sides, and ambiguous characters count as letters.

use super::character::is_space;

/// Classes of UAX 14, by its names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    /// Letters, and all that is not told apart below.
    Al,
    /// Digits.
    Nu,
    /// Signs behind numbers.
    Po,
    /// Signs before numbers.
    Pr,
    /// Marks within numbers: . , : ;
    Is,
    /// Slashes.
    Sy,
    /// Hyphens, and other marks that a line may end with but not begin with.
    Ba,
    /// Dashes.
    B2,
    /// ! and ?.
    Ex,
    Op,
    Cl,
    /// Quotation marks.
    Qu,
    /// Ellipses.
    In,
    /// Marks that begin no line.
    Ns,
    /// Han.
    Id,
    Sp,
    /// No-break spaces.
    Gl,
}

impl Class {
    fn of_character(character: char) -> Self {
        match character {
            ' ' => Self::Sp,
            '\u{a0}' => Self::Gl,
            '0'..='9' => Self::Nu,
            '%' | '‰' | '℃' | '％' | '¢' | '￠' | '′' | '″' => Self::Po,
            '$' | '£' | '¥' | '+' | '±' | '№' | '￥' | '＄' | '￡' => Self::Pr,
            '.' | ',' | ':' | ';' => Self::Is,
            '/' | '\\' => Self::Sy,
            '-' | '|' | '\u{2010}' | '\u{2013}' | '\u{3000}' => Self::Ba,
            '—' => Self::B2,
            '!' | '?' | '！' | '？' => Self::Ex,
            '(' | '[' | '{' | '（' | '《' | '〈' | '「' | '『' | '【' | '〔' | '〖' | '［' | '｛' => Self::Op,
            ')' | ']' | '}' | '）' | '》' | '〉' | '」' | '』' | '】' | '〕' | '〗' | '］' | '｝' | '，' | '。'
            | '、' | '．' => Self::Cl,
            '"' | '\'' | '“' | '”' | '‘' | '’' => Self::Qu,
            '…' | '‥' => Self::In,
            '：' | '；' | '々' | '・' | '〜' | '‼' => Self::Ns,
            '\u{2e80}'.. => Self::Id,
            _ => Self::Al,
        }
    }
}

/// Reads a text character by character and says where a line may begin.
#[derive(Debug, Default)]
pub struct Breaks {
    before: Option<Class>,
    /// Spaces stand since.
    spaced: bool,
    /// A number stands before, with no more than marks within numbers behind it.
    in_number: bool,
    /// A number and one closing bracket stand before.
    closed_number: bool,
}

impl Breaks {
    /// Whether a line may begin with the next character; `ahead` is the one after it.
    pub fn next(&mut self, character: char, ahead: Option<char>) -> bool {
        let class = Class::of_character(character);
        let ahead = ahead.map(Class::of_character);
        let allowed = self.before.is_some_and(|before| class != Class::Sp && self.allows(before, class, ahead));
        if class == Class::Sp {
            self.spaced = true;
            self.in_number = false;
            self.closed_number = false;
        } else {
            let goes_on = self.in_number && !self.spaced;
            self.closed_number = goes_on && class == Class::Cl;
            self.in_number = class == Class::Nu || (goes_on && matches!(class, Class::Is | Class::Sy));
            self.before = Some(class);
            self.spaced = false;
        }
        allowed
    }

    fn allows(&self, a: Class, b: Class, ahead: Option<Class>) -> bool {
        use Class::{Al, B2, Ba, Cl, Ex, Gl, Id, In, Is, Ns, Nu, Op, Po, Pr, Qu, Sy};
        // LB13, LB14, LB16, LB17: even with spaces between.
        if matches!(b, Cl | Ex | Is | Sy) || a == Op || (a, b) == (Cl, Ns) || (a, b) == (B2, B2) {
            return false;
        }
        if self.spaced {
            return true;
        }
        let number = self.in_number && (b == Nu || matches!(b, Po | Pr)) || self.closed_number && matches!(b, Po | Pr);
        let kept = number
            || matches!(b, Gl | Qu | Ba | Ns)
            || matches!(a, Gl | Qu)
            || matches!((a, b), (Al | Id | In | Nu, In))
            || matches!((a, b), (Id, Po) | (Al, Nu) | (Nu, Al))
            || matches!((a, b), (Pr, Id | Al) | (Al, Pr) | (Po, Al))
            || matches!((a, b, ahead), (Po | Pr, Nu, _) | (Po | Pr, Op, Some(Nu)))
            || matches!((a, b), (Al, Al | Op) | (Is | Cl, Al | Nu) | (Nu, Op));
        !kept
    }
}

/// Where LibreOffice ends a line that could end behind this text. Behind a slash it looks for white space up to 66
/// characters before, so as not to part an address, and ends the line there.
pub fn before_slash(line: impl DoubleEndedIterator<Item = char> + ExactSizeIterator) -> usize {
    const OVERLY_LONG: usize = 66;
    let end = line.len();
    let mut back = line.rev();
    if back.next() != Some('/') {
        return end;
    }
    let steps = back.take(OVERLY_LONG - 1).position(is_space);
    steps.map_or(end, |steps| end - 1 - steps)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with a bar wherever a line may begin.
    fn broken(text: &str) -> String {
        let mut breaks = Breaks::default();
        let ahead = text.chars().skip(1).map(Some).chain([None]);
        let allowed = text.chars().zip(ahead).map(|(each, ahead)| (each, breaks.next(each, ahead)));
        allowed.map(|(each, allowed)| if allowed { format!("|{each}") } else { each.to_string() }).collect()
    }

    #[test]
    fn lines_end_after_hyphens_slashes_and_spaces() {
        assert_eq!(broken("state-owned follow-up"), "state-|owned |follow-|up");
        assert_eq!(broken("https://a.cn/x?id=3"), "https://|a.cn/|x?|id=3");
        assert_eq!(broken("2021/1/8 A/B 0871-36"), "2021/1/8 |A/|B |0871-|36");
        assert_eq!(broken("plq_8@126.com"), "plq_8@126.com");
    }

    #[test]
    fn numbers_keep_their_signs() {
        assert_eq!(broken("中5.25%中"), "中|5.25%|中");
        assert_eq!(broken("气温30℃中（6）号"), "气|温|30℃|中|（6）|号");
        assert_eq!(broken("6%（7%《中"), "6%（7%|《中");
        assert_eq!(broken("中——中"), "中|——|中");
    }

    #[test]
    fn an_address_behind_a_space_stays_whole() {
        let text: Vec<char> = "中 https://www".chars().collect();
        let end = |end: usize| before_slash(text[..end].iter().copied());
        assert_eq!((end(10), end(2), end(5)), (2, 2, 5));
    }
}
