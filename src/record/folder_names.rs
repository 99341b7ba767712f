//! Names of folders that are two here and one on another system.

/// The marks that letters are spelt with where they are not one character: of Latin and its kin, and of kana.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{3099}' | '\u{309a}')
}

/// A letter with the marks behind it.
type Letter = (String, usize);

fn letters(name: &str) -> Vec<Letter> {
    let mut letters: Vec<Letter> = Vec::new();
    for c in name.chars() {
        match letters.last_mut() {
            Some((_, marks)) if is_mark(c) => *marks += 1,
            _ => letters.push((c.to_lowercase().collect(), 0)),
        }
    }
    letters
}

/// Whether a letter may have been spelt as one character or as a letter with marks.
fn may_have_marks((letter, marks): &Letter) -> bool {
    *marks > 0 || letter.chars().any(|c| matches!(c, '\u{c0}'..='\u{1fff}' | '\u{3040}'..='\u{30ff}'))
}

/// The same for names that look alike.
pub(super) fn key(name: &str) -> String {
    letters(name).iter().map(|letter| if may_have_marks(letter) { "\u{fffd}" } else { letter.0.as_str() }).collect()
}

/// Whether two names differ in case alone, or in letters of which one is a single character where the other has marks of
/// its own. Windows and macOS take the first for one name, macOS the second too.
pub(super) fn looks_alike(a: &str, b: &str) -> bool {
    let (a, b) = (letters(a), letters(b));
    a.len() == b.len() && a.iter().zip(&b).all(|(a, b)| is_one_letter(a, b))
}

fn is_one_letter(a: &Letter, b: &Letter) -> bool {
    let is_spelt_differently = (a.1 == 0) != (b.1 == 0) && may_have_marks(a) && may_have_marks(b);
    (a.0 == b.0 && a.1 == b.1) || is_spelt_differently
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_other_systems_take_for_one_look_alike() {
        for (a, b) in [("panlong", "PanLong"), ("lǜchūn", "lu\u{308}\u{300}chu\u{304}n"), ("É", "e\u{301}")] {
            assert!(looks_alike(a, b) && key(a) == key(b), "{a} {b}");
        }
        for (a, b) in [("panlong", "yunling"), ("盘龙", "五华"), ("é", "e"), ("lǜ", "lü"), ("か", "き")] {
            assert!(!looks_alike(a, b), "{a} {b}");
        }
    }
}
