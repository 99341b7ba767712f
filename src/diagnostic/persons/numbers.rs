//! Telephone, identity-card and bank numbers, known by their shape however their digits are grouped.

use std::ops::Range;

use super::characters::{count_while, digit, han_digit, is_unseen, stands_at};
use super::shapes::{Group, Kept, has_date, shape};

/// So many separators may stand between two groups of digits, as in `(0871) - 6311`.
const WIDEST_GAP: usize = 3;

/// So many Chinese numerals in a row are a number that is told digit by digit.
const FEWEST_NUMERALS: usize = 7;

/// No number has more groups: an identity card's, told digit by digit.
const MOST_GROUPS: usize = 19;

/// What of numbers that belong to somebody is to be hidden.
pub(super) fn numbers(chars: &[char]) -> Vec<usize> {
    let mut hidden = Vec::new();
    for (groups, kept) in shaped(chars) {
        hidden.extend(kept.hidden(&places(&groups)));
    }
    hidden.extend(behind_words(chars).into_iter().flat_map(|value| middle_of_digits(chars, value)));
    hidden
}

/// Where numbers that belong to somebody stand from their first digit to their last, and the X of an identity card behind it.
pub(super) fn whole_numbers(chars: &[char]) -> Vec<Range<usize>> {
    let mut whole = Vec::new();
    for (groups, _) in shaped(chars) {
        if let (Some(first), Some(last)) = (groups.first(), groups.last()) {
            let gap = count_while(chars, last.range.end, is_separator).min(1);
            let has_check = matches!(chars.get(last.range.end + gap), Some('X' | 'x' | 'Ｘ' | 'ｘ'));
            let end = if has_check { last.range.end + gap + 1 } else { last.range.end };
            whole.push(first.range.start..end);
        }
    }
    for value in behind_words(chars) {
        whole.extend(whole_telephone(chars, value));
    }
    whole
}

/// The telephone number in a value from its first digit to its last, where one stands there that is somebody's.
pub(super) fn whole_telephone(chars: &[char], value: Range<usize>) -> Option<Range<usize>> {
    if middle_of_digits(chars, value.clone()).is_empty() {
        return None;
    }
    let is_of_number = |at: &usize| digit(chars[*at]).or_else(|| han_digit(chars[*at])).is_some();
    let first = value.clone().find(is_of_number)?;
    let last = value.rev().find(is_of_number)?;
    Some(first..last + 1)
}

/// The groups of digits that are a number by their shape, and how much of it may be shown.
fn shaped(chars: &[char]) -> Vec<(Chain, Kept)> {
    let mut found = Vec::new();
    for chain in chains(chars, WIDEST_GAP, is_separator) {
        let mut at = 0;
        while at < chain.len() {
            let most = chain.len().min(at + MOST_GROUPS);
            let longest = (at + 1..=most).rev().find_map(|end| {
                let kept = shape(chars, &chain[at..end], chain.len() == end - at)?;
                Some((end, kept))
            });
            let Some((end, kept)) = longest else {
                at += 1;
                continue;
            };
            found.push((chain[at..end].to_vec(), kept));
            at = end;
        }
    }
    found
}

/// The digits of groups that may be one number.
pub(super) type Chain = Vec<Group>;

/// Digits that stand together, or with no more than a gap of separators between their groups.
pub(super) fn chains(chars: &[char], widest_gap: usize, is_separator: impl Fn(char) -> bool) -> Vec<Chain> {
    let mut chains: Vec<Chain> = Vec::new();
    for group in groups(chars) {
        let last = chains.last_mut().and_then(|chain| chain.last().map(|last| last.range.end).map(|end| (chain, end)));
        match last {
            Some((chain, end))
                if group.range.start - end <= widest_gap
                    && chars[end..group.range.start].iter().all(|c| is_separator(*c))
                    && !parts_folders(chars, end..group.range.start) =>
            {
                chain.push(group);
            }
            _ => chains.push(vec![group]),
        }
    }
    chains
}

/// Where digits stand in a row.
fn groups(chars: &[char]) -> Vec<Group> {
    let mut groups = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let narrow = count_while(chars, at, |c| digit(c).is_some());
        let numerals = count_while(chars, at, |c| digit(c).or_else(|| han_digit(c)).is_some());
        let length = if numerals >= FEWEST_NUMERALS { numerals } else { narrow };
        if length == 0 {
            at += numerals.max(1);
            continue;
        }
        let digits = chars[at..at + length].iter().filter_map(|c| digit(*c).or_else(|| han_digit(*c))).collect();
        groups.push(Group { range: at..at + length, digits });
        at += length;
    }
    groups
}

/// Whether a slash stands in a gap between digits because they are names of folders, and not groups of a number: others
/// beside them have letters.
fn parts_folders(chars: &[char], gap: Range<usize>) -> bool {
    const SLASHES: [char; 2] = ['/', '／'];
    if !chars[gap.clone()].iter().any(|c| SLASHES.contains(c)) {
        return false;
    }
    let is_of_path = |c: char| c.is_ascii_alphanumeric() || SLASHES.contains(&c) || matches!(c, '.' | '_' | '-');
    let before = chars[..gap.start].iter().rev().take_while(|c| is_of_path(**c)).count();
    let behind = count_while(chars, gap.end, is_of_path);
    let mut names = chars[gap.start - before..gap.end + behind].split(|c| SLASHES.contains(c));
    // Letters may stand right before a number.
    let begins_with_folder = names.next().is_some_and(|first| {
        first.iter().any(char::is_ascii_alphabetic) && !first.last().is_some_and(char::is_ascii_digit)
    });
    begins_with_folder || names.any(is_folder)
}

/// Whether a name between slashes has letters, but for the X that an identity card's number may end in.
fn is_folder(name: &[char]) -> bool {
    let name = name.strip_suffix(&['X']).or_else(|| name.strip_suffix(&['x'])).unwrap_or(name);
    name.iter().any(char::is_ascii_alphabetic)
}

/// What people put between the groups of a number.
pub(super) fn is_separator(c: char) -> bool {
    matches!(
        c,
        ' ' | '\t' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{3000}' | '-' | '\u{2010}'..='\u{2015}'
            | '\u{2212}' | '－' | '﹣' | '.' | '．' | '·' | '•' | '・' | '_' | '＿' | '/' | '／' | ',' | '(' | ')'
            | '（' | '）' | '\'' | '‘' | '’'
    ) || is_unseen(c)
}

/// What a number stands behind that cannot be told from another by its shape.
const CALLED: [&str; 14] = [
    "电话",
    "手机",
    "座机",
    "致电",
    "拨打",
    "联系方式",
    "传呼",
    "身份证",
    "卡号",
    "TEL",
    "Tel",
    "tel",
    "Phone",
    "phone",
];

/// What may stand between such a word and its number.
const BETWEEN: &str = "号码为是:：（(「“\"'‘[【*&!=";

/// Numbers of seven digits and more behind such words. Those that begin with 400 and 800 are firms'.
fn behind_words(chars: &[char]) -> Vec<Range<usize>> {
    let mut values = Vec::new();
    let mut looked = 0;
    for at in 0..chars.len() {
        if !matches!(chars[at], '电' | '手' | '座' | '致' | '拨' | '联' | '传' | '身' | '卡' | 'T' | 't' | 'P' | 'p')
        {
            continue;
        }
        let Some(word) = CALLED.iter().find(|word| stands_at(chars, at, word)) else { continue };
        let behind = at + word.chars().count();
        let start = behind + count_while(chars, behind, |c| c.is_whitespace() || BETWEEN.contains(c));
        if start < looked {
            continue;
        }
        looked = start;
        for value in listed(chars, start) {
            looked = value.end;
            values.push(value);
        }
    }
    values
}

/// The numbers of a list that begins at `start`: 63112345、63112346.
fn listed(chars: &[char], start: usize) -> Vec<Range<usize>> {
    let mut values = Vec::new();
    let mut start = start;
    while chars.get(start).is_some_and(|c| digit(*c).is_some()) {
        let end = start + count_while(chars, start, |c| digit(c).is_some() || is_separator(c));
        values.push(start..end);
        start = end + count_while(chars, end, |c| c.is_whitespace() || "、或和与及，,;；".contains(c));
    }
    values
}

/// The digits of a telephone number however it is typed, but for the last four and, of a long one, the first three.
/// Nothing where it is hidden already, is a date, or anybody may know it.
pub(super) fn middle_of_digits(chars: &[char], value: Range<usize>) -> Vec<usize> {
    let end = value.end + count_while(chars, value.end, |c| matches!(c, '*' | '＊' | '×'));
    if end > value.end || chars[value.clone()].iter().any(|c| matches!(c, '*' | '＊' | '×')) {
        return Vec::new();
    }
    let chain: Chain = chains(&chars[value.clone()], usize::MAX, |_| true).into_iter().flatten().collect();
    let digits: Vec<u8> = chain.iter().flat_map(|group| group.digits.iter().copied()).collect();
    let is_service = matches!(digits.get(..3), Some([4 | 8, 0, 0])) && digits.len() == 10;
    if digits.len() < 7 || is_service || has_date(&chain) {
        return Vec::new();
    }
    let places: Vec<usize> = places(&chain).into_iter().map(|at| value.start + at).collect();
    let area = chain.first().map_or(0, |group| group.digits.len());
    let kept = match digits.len() {
        0..9 => 0,
        _ if digits[0] == 0 && area == 4 => area,
        _ => 3,
    };
    places[kept..places.len() - 4].to_vec()
}

/// Where the digits stand.
pub(super) fn places(chain: &[Group]) -> Vec<usize> {
    chain.iter().flat_map(|group| group.range.clone()).collect()
}
