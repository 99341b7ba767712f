//! What a text says by its letters and digits, whatever their width and case and whatever marks stand between them.

use crate::source::Span;

/// Whether `text` has the letters and digits of what stands at `place`, and parts its numbers as that does.
pub(super) fn same_letters(place: &Span, text: &str) -> bool {
    let (all, range) = (place.source().text(), place.range());
    // With the characters beside it, so that no two numbers grow together.
    let before = all.get(..range.start).and_then(|text| text.chars().next_back()).unwrap_or_default();
    let behind = all.get(range.end..).and_then(|text| text.chars().next()).unwrap_or_default();
    let with_neighbours = |text: &str| letters(&format!("{before}{text}{behind}"));
    with_neighbours(place.text()) == with_neighbours(text)
}

/// Whether both write the same year, month and day in digits, and nothing else but the words of a date.
pub(super) fn same_day(one: &str, other: &str) -> bool {
    day(one).is_some_and(|one| day(other) == Some(one))
}

/// A stretch of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Letter(char),
    Number(String),
    /// Marks and spaces.
    Marks(String),
}

/// Letters and numbers in their order; between two numbers it is kept that something parts them.
fn letters(text: &str) -> Vec<Piece> {
    let mut kept: Vec<Piece> = Vec::new();
    for piece in ungrouped(&pieces(text)) {
        match piece {
            Piece::Marks(_) if matches!(kept.last(), Some(Piece::Number(_))) => kept.push(Piece::Marks(String::new())),
            Piece::Marks(_) => {}
            Piece::Letter(letter) => {
                kept.pop_if(|last| matches!(last, Piece::Marks(_)));
                kept.push(Piece::Letter(letter));
            }
            number @ Piece::Number(_) => kept.push(number),
        }
    }
    kept.pop_if(|last| matches!(last, Piece::Marks(_)));
    kept
}

fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for character in text.chars() {
        let c = half_width(character);
        match pieces.last_mut() {
            Some(Piece::Number(digits)) if c.is_ascii_digit() => digits.push(c),
            Some(Piece::Marks(marks)) if !c.is_alphanumeric() => marks.push(c),
            _ if c.is_ascii_digit() => pieces.push(Piece::Number(c.to_string())),
            _ if c.is_alphanumeric() => pieces.extend(c.to_uppercase().map(Piece::Letter)),
            _ => pieces.push(Piece::Marks(c.to_string())),
        }
    }
    pieces
}

/// Full-width letters, digits and signs of ASCII in half width.
fn half_width(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        _ => c,
    }
}

/// Without the marks within one number: 42,565 and 138 1234 5678.
fn ungrouped(pieces: &[Piece]) -> Vec<Piece> {
    let mut joined: Vec<Piece> = Vec::new();
    let mut rest = pieces;
    while let Some((piece, behind)) = rest.split_first() {
        rest = behind;
        let Piece::Number(first) = piece else {
            joined.push(piece.clone());
            continue;
        };
        let mut number = first.clone();
        let length = if is_mobile(first, rest) { 4 } else { thousands(first, rest) };
        for piece in &rest[..length] {
            if let Piece::Number(digits) = piece {
                number.push_str(digits);
            }
        }
        rest = &rest[length..];
        joined.push(Piece::Number(number));
    }
    joined
}

/// Whether a mobile number is written in groups of three, four and four digits.
fn is_mobile(first: &str, behind: &[Piece]) -> bool {
    let [Piece::Marks(one), Piece::Number(second), Piece::Marks(other), Piece::Number(third), ..] = behind else {
        return false;
    };
    let is_separator = |marks: &str| matches!(marks, " " | "-");
    first.len() == 3
        && first.starts_with('1')
        && second.len() == 4
        && third.len() == 4
        && is_separator(one)
        && is_separator(other)
}

/// How many pieces behind a number of one to three digits are commas and groups of three digits.
fn thousands(first: &str, behind: &[Piece]) -> usize {
    if first.len() > 3 {
        return 0;
    }
    let is_group = |pair: &[Piece]| match pair {
        [Piece::Marks(mark), Piece::Number(digits)] => mark == "," && digits.len() == 3,
        _ => false,
    };
    2 * behind.chunks(2).take_while(|pair| is_group(pair)).count()
}

/// Year, month and day.
fn day(text: &str) -> Option<[u16; 3]> {
    let mut numbers: Vec<String> = Vec::new();
    let mut between = String::new();
    for piece in pieces(text.trim()) {
        match piece {
            Piece::Number(digits) => {
                // 1 1月: two numbers between which no word or mark of a date stands.
                if !numbers.is_empty() && between.trim().is_empty() {
                    return None;
                }
                numbers.push(digits);
                between.clear();
            }
            Piece::Letter(letter) => between.push(letter),
            Piece::Marks(marks) => between.push_str(&marks),
        }
        if !between.chars().all(|c| "年月日号/.-—– ".contains(c)) {
            return None;
        }
    }
    let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
    let (year, month, day) = match numbers[..] {
        [year, month, day] => (year, month, day),
        [all] if all.len() == 8 => (&all[..4], &all[4..6], &all[6..]),
        _ => return None,
    };
    let is_whole = year.len() == 4 && month.len() <= 2 && day.len() <= 2;
    if !is_whole {
        return None;
    }
    Some([year.parse().ok()?, month.parse().ok()?, day.parse().ok()?])
}

#[cfg(test)]
mod tests {
    use super::{same_day, same_letters};
    use crate::source::{Source, Span};

    fn is_kept(was: &str, now: &str) -> bool {
        same_letters(&Span::new(&Source::new("周.yaml", was), 0..was.len()), now)
    }

    #[test]
    fn width_case_marks_and_the_groups_of_one_number_may_be_other() {
        for (was, now) in [
            ("１２家", "12家"),
            ("x043", "X043"),
            ("区文化和 旅游局", "区文化和旅游局"),
            ("¥42,565.00", "42565.00"),
            ("1,234,567", "1234567"),
            ("138 1234 5678", "13812345678"),
            ("138-1234-5678", "13812345678"),
            ("(0871)63112345", "0871-63112345"),
            ("盘旅指报[2021]1号", "盘旅指报〔2021〕1号"),
            ("（", "("),
        ] {
            assert!(is_kept(was, now), "{was} {now}");
        }
    }

    #[test]
    fn no_letter_goes_or_comes_and_no_two_numbers_become_one() {
        for (was, now) in [
            ("1.99E+10", "19910"),
            ("12345转8", "123458"),
            ("12345 8", "123458"),
            ("199.1", "1991"),
            ("2, 3", "23"),
            ("1,2345", "12345"),
            ("1OO", "100"),
            ("3", "3分钟"),
            ("050", "50"),
            ("2021年1月8日", "2021-01-08"),
            ("的的", "的"),
            ("8.5", "8.50"),
        ] {
            assert!(!is_kept(was, now), "{was} {now}");
        }
        let source = Source::new("周.yaml", "1、2");
        assert!(!same_letters(&Span::new(&source, 1..4), ""), "1 and 2 would be 12");
    }

    #[test]
    fn one_day_has_many_dresses() {
        for text in ["2021年1月8日", "2021/1/8", "2021.01.08", "20210108", "２０２１-1-8", "2021 年 1 月 8 号"]
        {
            assert!(same_day(text, "2021-01-08"), "{text}");
        }
        for text in ["2O21-01-08", "1月8日", "21-1-8", "2021-1-80", "2021年1 1月8日", "2021-01-08 9时", "202118"]
        {
            assert!(!same_day(text, "2021-01-08"), "{text}");
        }
    }
}
