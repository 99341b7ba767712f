//! Which groups of digits are a number that belongs to somebody.

use std::ops::Range;

use super::characters::count_while;

/// Digits in a row.
#[derive(Debug, Clone)]
pub(super) struct Group {
    pub(super) range: Range<usize>,
    pub(super) digits: Vec<u8>,
}

/// How many digits of a number may be shown, at its beginning and at its end.
#[derive(Debug, Clone, Copy)]
pub(super) struct Kept {
    first: usize,
    last: usize,
}

impl Kept {
    /// Those of `places` that are to be hidden.
    pub(super) fn hidden(self, places: &[usize]) -> Vec<usize> {
        places.get(self.first..places.len().saturating_sub(self.last)).unwrap_or_default().to_vec()
    }
}

/// What may be shown of the number that `groups` are together, if they are one. `is_all` is whether no further digits
/// stand beside them.
pub(super) fn shape(chars: &[char], groups: &[Group], is_all: bool) -> Option<Kept> {
    let number = Number::read(chars, groups, is_all)?;
    number
        .mobile()
        .or_else(|| number.international())
        .or_else(|| number.identity())
        .or_else(|| number.landline())
        .or_else(|| number.bank())
        .or_else(|| number.north_american())
}

/// The longest of all: a bank card's with a country's prefix before it is none.
const MOST_DIGITS: usize = 19;

struct Number<'a> {
    chars: &'a [char],
    groups: &'a [Group],
    digits: Vec<u8>,
    lengths: Vec<usize>,
    /// Whether the groups are such as people make: none of one digit, no fraction, no date.
    is_grouped: bool,
    /// Whether each digit stands for itself, and no others beside them.
    is_spelled: bool,
}

impl<'a> Number<'a> {
    fn read(chars: &'a [char], groups: &'a [Group], is_all: bool) -> Option<Self> {
        let mut digits = Vec::new();
        for group in groups {
            if digits.len() + group.digits.len() > MOST_DIGITS {
                return None;
            }
            digits.extend_from_slice(&group.digits);
        }
        let lengths: Vec<usize> = groups.iter().map(|group| group.digits.len()).collect();
        let is_spelled = is_all && groups.len() > 1 && lengths.iter().all(|length| *length == 1);
        let is_grouped = groups.len() <= 6
            && (groups.len() == 1 || lengths.iter().all(|length| *length > 1) || lengths == [1, 3, 3, 4])
            && !has_date(groups)
            && !has_fraction(chars, groups)
            && !has_thousands(chars, groups);
        Some(Self { chars, groups, digits, lengths, is_grouped, is_spelled })
    }

    fn is_one(&self) -> bool {
        self.groups.len() == 1
    }

    /// Eleven digits from 13 to 19, be there 86, 086 or 0086 before them.
    fn mobile(&self) -> Option<Kept> {
        let prefixes: [&[u8]; 4] = [&[0, 0, 8, 6], &[0, 8, 6], &[8, 6], &[]];
        let prefix = prefixes.into_iter().find(|prefix| {
            let rest = self.digits.strip_prefix(*prefix).unwrap_or_default();
            rest.len() == 11 && rest[0] == 1 && rest[1] >= 3
        })?;
        let is_dated =
            self.groups.len() == 2 && is_blank_before(self.chars, &self.groups[1]) && is_day(&self.groups[1]);
        let has_single_prefix = self.lengths.iter().skip(1).all(|length| *length > 1);
        let is_number = self.is_spelled || (self.is_grouped && !is_dated && has_single_prefix);
        is_number.then_some(Kept { first: prefix.len() + 3, last: 4 })
    }

    /// Behind a plus or two noughts.
    fn international(&self) -> Option<Kept> {
        let start = self.groups.first()?.range.start;
        let before = self.chars[..start].iter().rev().find(|c| !matches!(c, ' ' | '(' | '（')).copied();
        let has_plus = matches!(before, Some('+' | '＋' | '﹢'));
        let has_noughts = matches!(self.digits.as_slice(), [0, 0, 1..=9, ..]) && (2..=5).contains(&self.lengths[0])
            || self.is_one() && matches!(self.digits.as_slice(), [0, 0, 1..=9, ..]);
        let fewest = if self.is_one() && has_noughts {
            12
        } else if self.is_one() || has_noughts {
            10
        } else {
            8
        };
        let is_number = (has_plus || has_noughts)
            && (fewest..=17).contains(&self.digits.len())
            && self.groups.len() <= 7
            && !has_date(self.groups)
            && !has_thousands(self.chars, self.groups)
            && !self.ends_in_fraction();
        is_number.then_some(Kept { first: 3, last: 4.min(self.digits.len().saturating_sub(6)) })
    }

    /// Seventeen digits and a check, eighteen, or fifteen of old, with a day of birth among them.
    fn identity(&self) -> Option<Kept> {
        let end = self.groups.last()?.range.end;
        let gap = count_while(self.chars, end, |c| matches!(c, ' ' | '-' | '.' | '－')).min(1);
        let has_check = matches!(self.chars.get(end + gap), Some('X' | 'x' | 'Ｘ' | 'ｘ'));
        let born = match (self.digits.len(), has_check) {
            (17, true) | (18, _) => is_birthday(self.digits.get(6..14)?),
            (15, _) => self.lengths[0] >= 6 && is_birthday(&[&[1, 9], self.digits.get(6..12)?].concat()),
            _ => false,
        };
        let is_one = self.is_one() && ((self.digits.len() == 17 && has_check) || self.digits.len() >= 15);
        let last = if has_check && self.digits.len() == 17 { 3 } else { 4 };
        let is_written = self.is_one() || self.is_spelled || self.groups.len() <= 6;
        (is_one || (born && is_written)).then_some(Kept { first: 3, last })
    }

    /// From 0: an area's code, then the number.
    fn landline(&self) -> Option<Kept> {
        let [0, 1..=9, ..] = self.digits.as_slice() else { return None };
        if !(10..=12).contains(&self.digits.len()) {
            return None;
        }
        let is_in_pairs = self.lengths == [2; 5] && self.has_one_separator();
        let is_in_groups = self.lengths[0] <= 5
            && (2..=4).contains(&self.groups.len())
            && self.lengths[1..].iter().all(|length| *length >= 3)
            && self.is_grouped;
        let is_number = self.is_one() || is_in_groups || is_in_pairs || self.is_spelled;
        let area = if self.is_one() || self.lengths[0] < 3 { 4 } else { self.lengths[0].min(4) };
        is_number.then_some(Kept { first: area, last: 4 })
    }

    /// Sixteen to nineteen digits in fours, or in the few other ways in which they are read out.
    fn bank(&self) -> Option<Kept> {
        if !(14..=19).contains(&self.digits.len()) || self.digits[0] == 0 || self.is_one() {
            return None;
        }
        let (last, others) = self.lengths.split_last()?;
        let is_in_fours = others.len() >= 3 && others.iter().all(|length| *length == 4) && *last <= 4;
        let is_other = matches!(
            self.lengths.as_slice(),
            [6, 9..=13] | [4, 6, 5] | [6, 4, 4, 1..=4] | [6, 4, 4, 4, 1..=4] | [8, 8] | [4, 4, 8] | [4, 8, 4] | [4, 12]
        );
        let is_days = self.groups.iter().all(is_year) || self.groups.iter().any(is_day);
        let is_number = (is_in_fours || (is_other && self.is_grouped)) && !is_days && !has_date(self.groups);
        is_number.then_some(Kept { first: 3, last: 4 })
    }

    /// 415-555-2671; and 871-63112345, whose area has lost its nought. 400 and 800 are firms'.
    fn north_american(&self) -> Option<Kept> {
        let start = usize::from(matches!(self.lengths.as_slice(), [1, 3, 3, 4]) && self.digits[0] == 1);
        let digits = &self.digits[start..];
        let ends_in_year = self.groups.last().is_some_and(|last| is_blank_before(self.chars, last) && is_year(last));
        let is_in_three = self.lengths.get(start..) == Some(&[3, 3, 4]) && !ends_in_year;
        let last = self.groups.last()?;
        let is_dashed =
            matches!(self.lengths.as_slice(), [3, 7 | 8]) && !is_blank_before(self.chars, last) && !is_day(last);
        let is_firms = matches!(digits, [4 | 8, 0, 0, ..]);
        let is_number = (is_in_three || is_dashed) && matches!(digits[0], 2..=9) && !is_firms && self.is_grouped;
        is_number.then_some(Kept { first: 3, last: 4 })
    }

    fn ends_in_fraction(&self) -> bool {
        let [.., _, last] = self.groups else { return false };
        last.digits.len() <= 2 && self.chars.get(last.range.start - 1) == Some(&'.')
    }

    fn has_one_separator(&self) -> bool {
        let mut gaps = self.groups.windows(2).map(|pair| &self.chars[pair[0].range.end..pair[1].range.start]);
        let first = gaps.next();
        gaps.all(|gap| Some(gap) == first)
    }
}

/// A comma sets off thousands, or one number of a list from the next.
fn has_thousands(chars: &[char], groups: &[Group]) -> bool {
    groups.windows(2).any(|pair| {
        let gap = &chars[pair[0].range.end..pair[1].range.start];
        gap.contains(&',') && (gap.len() > 1 || pair[1].digits.len() == 3)
    })
}

fn is_blank_before(chars: &[char], group: &Group) -> bool {
    group.range.start.checked_sub(1).and_then(|at| chars.get(at)).is_some_and(|c| c.is_whitespace())
}

/// A point with one digit or two behind it is a fraction's.
fn has_fraction(chars: &[char], groups: &[Group]) -> bool {
    groups
        .windows(2)
        .any(|pair| matches!(chars[pair[0].range.end..pair[1].range.start], ['.' | '．']) && pair[1].digits.len() <= 2)
}

fn number(digits: &[u8]) -> u32 {
    digits.iter().fold(0, |number, digit| number * 10 + u32::from(*digit))
}

fn is_year(group: &Group) -> bool {
    group.digits.len() == 4 && (1900..2100).contains(&number(&group.digits))
}

/// 20210108.
fn is_day(group: &Group) -> bool {
    group.digits.len() == 8 && is_birthday(&group.digits)
}

/// A year, a month and a day in eight digits.
fn is_birthday(digits: &[u8]) -> bool {
    digits.len() == 8
        && (1900..2100).contains(&number(&digits[..4]))
        && (1..=12).contains(&number(&digits[4..6]))
        && (1..=31).contains(&number(&digits[6..]))
}

/// 2021-01-08 or 20210108 among the groups.
pub(super) fn has_date(groups: &[Group]) -> bool {
    (matches!(groups, [day] if is_day(day)))
        || groups.windows(3).any(|part| {
            is_year(&part[0])
                && part[1..].iter().all(|group| group.digits.len() <= 2)
                && (1..=12).contains(&number(&part[1].digits))
        })
}
