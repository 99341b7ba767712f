//! One registered name, and where a text has it with a slip.

use std::ops::Range;

use super::common_words::COMMON_WORDS;
use super::slips::{Side, Slip, SlipKind};
use crate::check::shared::alike::alike;
use crate::check::shared::han::is_han;
use crate::source::Span;

/// A registered name, or what is left of one in running text.
#[derive(Debug, Clone)]
pub struct KnownName {
    pub text: String,
    pub chars: Vec<char>,
    /// For each character, whether it is part of a word that many names have, such as 旅行社.
    common: Vec<bool>,
    /// Where it is registered.
    pub place: Span,
}

/// A name that is not quite right.
#[derive(Debug, Clone)]
pub struct NearName<'a> {
    pub known: &'a KnownName,
    /// Where it stands, in bytes.
    pub place: Range<usize>,
    /// Whether it is a slip for sure, or may be somebody else's name.
    pub sure: bool,
}

/// What stands around a part of a name.
pub struct Around {
    /// Where the name is, in bytes.
    pub place: Range<usize>,
    /// Where its first slip is.
    pub slip: Range<usize>,
    /// Whether it is sure to be a slip.
    pub sure: bool,
}

/// From so many characters on, a name may have two slips.
const LONG: usize = 10;

/// Alone, one of these for another makes another office: 市指挥中心, 区指挥中心.
const LEVELS: &str = "区市县州省镇乡村旗盟东西南北中";

/// Left out of a name, one of these makes another office of it, or a shorter name of the same: 文化旅游局.
const JOINING: &str = "和与及";

impl KnownName {
    pub fn new(text: String, place: Span) -> Self {
        let chars: Vec<char> = text.chars().collect();
        let mut common = vec![false; chars.len()];
        for word in COMMON_WORDS.iter().flat_map(|words| words.find_overlapping_iter(&text)) {
            let start = text[..word.start()].chars().count();
            let length = text[word.range()].chars().count();
            common[start..start + length].fill(true);
        }
        Self { text, chars, common, place }
    }

    fn is_common(&self, index: usize) -> bool {
        self.common.get(index).is_some_and(|common| *common)
    }

    /// Three parts of a long name, the two ends of a short one: no single slip touches all of them.
    pub fn parts(&self) -> Vec<Range<usize>> {
        match self.chars.len() {
            0..=3 => Vec::new(),
            length @ 4..=5 => vec![0..2, length - 2..length],
            length => vec![0..length / 3, length / 3..length * 2 / 3, length * 2 / 3..length],
        }
    }

    /// The slips of this name in `text`, by looking for its parts one by one.
    pub fn near_in<'a>(&'a self, text: &str, exact: &[Range<usize>]) -> Vec<NearName<'a>> {
        let mut found = Vec::new();
        for range in self.parts() {
            let part: String = self.chars[range.clone()].iter().collect();
            for (at, _) in text.match_indices(&part) {
                if let Some(Around { place, slip, sure }) = self.around(text, at..at + part.len(), &range)
                    && !is_within_one(&slip, exact)
                {
                    found.push(NearName { known: self, place, sure });
                }
            }
        }
        widest(found)
    }

    /// The name with one slip, or two in a long name, around a part that stands at `part` and is those of the name's
    /// characters.
    pub fn around(&self, text: &str, part: Range<usize>, characters: &Range<usize>) -> Option<Around> {
        let Range { start: from, end: to } = *characters;
        let before = Side::compare(self.chars[..from].iter().rev().copied(), text[..part.start].chars().rev())?;
        let behind = Side::compare(self.chars[to..].iter().copied(), text[part.end..].chars())?;
        let place = part.start - before.length..part.end + behind.length;
        let mut slips: Vec<(&Slip, Range<usize>)> = Vec::new();
        slips.extend(before.slips.iter().map(|slip| (slip, part.start - slip.end..part.start - slip.start)));
        slips.extend(behind.slips.iter().map(|slip| (slip, part.end + slip.start..part.end + slip.end)));
        let (slip, first) = slips.first()?;
        let sure = match slips.as_slice() {
            [_] => {
                let index = if before.slips.is_empty() { to + slip.index } else { from - 1 - slip.index };
                self.judge(slip, index)?
            }
            [_, (other, _)] => {
                if self.chars.len() < LONG || !slip.is_alike() || !other.is_alike() {
                    return None;
                }
                true
            }
            _ => return None,
        };
        Some(Around { place, slip: first.clone(), sure })
    }

    /// Whether a slip at the name's character `index` is sure; `None` where it is none at all.
    fn judge(&self, slip: &Slip, index: usize) -> Option<bool> {
        let length = self.chars.len();
        let last = length - 1;
        let edge = index == 0 || index == last;
        let common = self.is_common(index);
        let is_firm = self.text.ends_with("公司");
        match slip.kind {
            SlipKind::Other(wanted, typed) => {
                if !is_han(wanted) || !is_han(typed) || (LEVELS.contains(wanted) && LEVELS.contains(typed)) {
                    None
                } else if alike(wanted, typed) {
                    Some(true)
                } else if length < 5 || edge {
                    None
                } else if common && is_firm {
                    Some(true)
                } else {
                    // 监管周报 and 监管简报, 公安分局 and 公安支局 may both be.
                    (common || length >= 7).then_some(false)
                }
            }
            SlipKind::Swapped(one, other) => {
                let are_han = is_han(one) && is_han(other);
                let are_digits = one.is_ascii_digit() && other.is_ascii_digit();
                (length >= 5 && (are_han || are_digits) && one != other).then_some(true)
            }
            SlipKind::Missing(wanted) => {
                if length < 6 || edge || !is_han(wanted) || (LEVELS.contains(wanted) && !is_firm) {
                    None
                } else {
                    Some((common || length >= 7) && !JOINING.contains(wanted))
                }
            }
            SlipKind::Extra(typed, doubled) => {
                if length < 5 || !is_han(typed) || (LEVELS.contains(typed) && !is_firm && !doubled) {
                    return None;
                }
                let inside = common && index > 0 && self.is_common(index - 1) && index <= last;
                if doubled || inside { Some(true) } else { (length >= 8).then_some(false) }
            }
        }
    }
}

/// Of findings that overlap, the one that is surest; of those the longest.
pub fn widest(mut found: Vec<NearName<'_>>) -> Vec<NearName<'_>> {
    found.sort_by_key(|near| (!near.sure, std::cmp::Reverse(near.place.len()), near.place.start));
    let mut kept: Vec<NearName<'_>> = Vec::new();
    for near in found {
        if kept.iter().all(|other| are_apart(&near.place, &other.place)) {
            kept.push(near);
        }
    }
    kept.sort_by_key(|near| near.place.start);
    kept
}

fn are_apart(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.end <= other.start || other.end <= one.start
}

/// Whether a slip is part of a name that stands there as it is registered.
pub fn is_within_one(slip: &Range<usize>, exact: &[Range<usize>]) -> bool {
    exact.iter().any(|name| name.start <= slip.start && slip.end <= name.end)
}
