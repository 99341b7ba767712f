//! How a name and a text differ: one slip, or two.

use crate::check::shared::alike::alike;

/// One difference between a name and a text.
#[derive(Debug)]
pub struct Slip {
    pub kind: SlipKind,
    /// The name's character, counted from the part outwards.
    pub index: usize,
    /// The text's bytes, counted from the part outwards.
    pub start: usize,
    pub end: usize,
}

#[derive(Debug, Clone, Copy)]
pub enum SlipKind {
    /// The character that is wanted, and the one that is typed.
    Other(char, char),
    Missing(char),
    /// What is typed too much, and whether it stands beside the same character.
    Extra(char, bool),
    Swapped(char, char),
}

impl Slip {
    pub fn is_alike(&self) -> bool {
        matches!(self.kind, SlipKind::Other(wanted, typed) if alike(wanted, typed))
    }
}

/// One side of a part: how many bytes of the text belong to the name, and the slips in them.
pub struct Side {
    pub length: usize,
    pub slips: Vec<Slip>,
}

impl Side {
    /// Compares outwards from the part; `None` where no name is.
    pub fn compare(name: impl Iterator<Item = char> + Clone, text: impl Iterator<Item = char> + Clone) -> Option<Self> {
        // Most places are no name's: that must be seen without copying anything.
        if let FirstLook::Whole { length } = FirstLook::at(name.clone(), text.clone())? {
            return Some(Self { length, slips: Vec::new() });
        }
        let compared = Compared::new(name, text);
        compared.with_one_slip().or_else(|| compared.with_two_wrong_characters())
    }
}

/// What is seen of a name and a text up to their first difference and the character behind it.
enum FirstLook {
    /// The text has all of the name, in so many bytes.
    Whole {
        length: usize,
    },
    MayHaveSlips,
}

impl FirstLook {
    /// `None` where it is clear that no name is.
    fn at(mut name: impl Iterator<Item = char>, mut text: impl Iterator<Item = char>) -> Option<Self> {
        let mut length = 0;
        loop {
            let Some(wanted) = name.next() else { return Some(Self::Whole { length }) };
            let typed = text.next()?;
            if wanted == typed {
                length += wanted.len_utf8();
                continue;
            }
            let Some(second) = name.next() else { return Some(Self::MayHaveSlips) };
            let behind = text.next();
            let may_have_slips = behind == Some(second) || behind == Some(wanted) || typed == second;
            return may_have_slips.then_some(Self::MayHaveSlips);
        }
    }
}

/// A name and a text that differ.
struct Compared {
    name: Vec<char>,
    /// One character more than the name, which may have one too much.
    text: Vec<char>,
    /// How many characters are the same, before the first that is not.
    same: usize,
}

impl Compared {
    fn new(name: impl Iterator<Item = char>, text: impl Iterator<Item = char>) -> Self {
        let name: Vec<char> = name.collect();
        let text: Vec<char> = text.take(name.len() + 1).collect();
        let same = name.iter().zip(&text).take_while(|(one, other)| one == other).count();
        Self { name, text, same }
    }

    fn with_one_slip(&self) -> Option<Side> {
        let same = self.same;
        let (wanted, typed) = (*self.name.get(same)?, *self.text.get(same)?);
        let rest = &self.name[same + 1..];
        if self.text_goes_on(same + 1, rest) {
            return Some(self.one(SlipKind::Other(wanted, typed), same + 1, rest));
        }
        if let [second, behind @ ..] = rest
            && typed == *second
            && self.text.get(same + 1) == Some(&wanted)
            && self.text_goes_on(same + 2, behind)
        {
            return Some(self.one(SlipKind::Swapped(wanted, typed), same + 2, behind));
        }
        if !rest.is_empty() && self.text_goes_on(same, rest) {
            return Some(self.one(SlipKind::Missing(wanted), same, rest));
        }
        if self.text_goes_on(same + 1, &self.name[same..]) {
            let is_doubled = wanted == typed || same.checked_sub(1).is_some_and(|before| self.name[before] == typed);
            return Some(self.one(SlipKind::Extra(typed, is_doubled), same + 1, &self.name[same..]));
        }
        None
    }

    fn with_two_wrong_characters(&self) -> Option<Side> {
        let first = self.same;
        let second = (first + 1..self.name.len()).find(|at| self.text.get(*at) != Some(&self.name[*at]))?;
        if self.text.len() <= second || !self.text_goes_on(second + 1, &self.name[second + 1..]) {
            return None;
        }
        let slips = [first, second].map(|index| Slip {
            kind: SlipKind::Other(self.name[index], self.text[index]),
            index,
            start: self.bytes(index),
            end: self.bytes(index + 1),
        });
        Some(Side { length: self.bytes(self.name.len()), slips: slips.into() })
    }

    /// A side with one slip, behind which the text goes on at its character `from` with the `rest` of the name.
    fn one(&self, kind: SlipKind, from: usize, rest: &[char]) -> Side {
        let slip = Slip { kind, index: self.same, start: self.bytes(self.same), end: self.bytes(from) };
        Side { length: self.bytes(from + rest.len()), slips: vec![slip] }
    }

    /// Whether the text has `rest` from its character `from` on.
    fn text_goes_on(&self, from: usize, rest: &[char]) -> bool {
        self.text.get(from..from + rest.len()).is_some_and(|text| text == rest)
    }

    /// How many bytes the first characters of the text take.
    fn bytes(&self, characters: usize) -> usize {
        self.text[..characters].iter().map(|c| c.len_utf8()).sum()
    }
}
