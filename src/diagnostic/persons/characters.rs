//! Characters however they are typed: wide or narrow, in another script, as an escape.

use std::ops::Range;

/// The digit that a character is, from 0 to 9, in whichever script.
pub(super) fn digit(c: char) -> Option<u8> {
    let zero = match c {
        '0'..='9' => '0',
        '０'..='９' => '０',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6f0}'..='\u{6f9}' => '\u{6f0}',
        '\u{966}'..='\u{96f}' => '\u{966}',
        '\u{2080}'..='\u{2089}' => '\u{2080}',
        '\u{1d7ce}'..='\u{1d7ff}' => '\u{1d7ce}',
        _ => return None,
    };
    u8::try_from((u32::from(c) - u32::from(zero)) % 10).ok()
}

/// The digit that a Chinese numeral is.
pub(super) fn han_digit(c: char) -> Option<u8> {
    Some(match c {
        '〇' | '零' | '○' => 0,
        '一' | '幺' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

pub(super) fn is_digit(c: char) -> bool {
    digit(c).is_some()
}

/// The ASCII letter or digit that a character is, however wide.
pub(super) fn half(c: char) -> Option<char> {
    let half = narrow(c);
    half.is_ascii_alphanumeric().then(|| half.to_ascii_uppercase())
}

/// The narrow form of a wide character.
fn narrow(c: char) -> char {
    if matches!(c, '！'..='～') { char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c) } else { c }
}

/// A character as it is compared: narrow and small.
pub(super) fn folded(c: char) -> char {
    narrow(c).to_lowercase().next().unwrap_or(c)
}

/// A character that cannot be seen, or stands for one.
pub(super) fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fffd}'
            | '\u{2400}'..='\u{2421}'
    )
}

/// Whether `word` stands at `at`.
pub(super) fn stands_at(chars: &[char], at: usize, word: &str) -> bool {
    let mut rest = chars.get(at..).unwrap_or_default().iter();
    word.chars().all(|c| rest.next() == Some(&c))
}

/// How many characters from `from` on are of a kind.
pub(super) fn count_while(chars: &[char], from: usize, is_meant: impl Fn(char) -> bool) -> usize {
    chars.get(from..).unwrap_or_default().iter().take_while(|c| is_meant(**c)).count()
}

/// A text with YAML's numeric escapes read, and where each of its characters stands in the text as typed.
pub(super) struct Letters {
    pub(super) chars: Vec<char>,
    /// In characters of the text as typed; `None` where no escape stands in it.
    places: Option<Vec<Range<usize>>>,
}

impl Letters {
    pub(super) fn read(typed: &[char]) -> Self {
        if !typed.contains(&'\\') {
            return Self { chars: typed.to_vec(), places: None };
        }
        let (mut chars, mut places, mut at) = (Vec::new(), Vec::new(), 0);
        while let Some(c) = typed.get(at) {
            let (c, length) = escaped(typed, at).unwrap_or((*c, 1));
            chars.push(c);
            places.push(at..at + length);
            at += length;
        }
        Self { chars, places: Some(places) }
    }

    /// Where the character `at` stands in the text as typed.
    pub(super) fn place(&self, at: usize) -> Range<usize> {
        match &self.places {
            Some(places) => places.get(at).cloned().unwrap_or_default(),
            None => at..at + 1,
        }
    }
}

/// The character that an escape at `at` stands for, and how long the escape is.
fn escaped(typed: &[char], at: usize) -> Option<(char, usize)> {
    if typed.get(at) != Some(&'\\') {
        return None;
    }
    let digits = match typed.get(at + 1)? {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        _ => return None,
    };
    let number: String = typed.get(at + 2..at + 2 + digits)?.iter().collect();
    Some((char::from_u32(u32::from_str_radix(&number, 16).ok()?)?, 2 + digits))
}
