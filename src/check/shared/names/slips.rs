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
        let mut wanted = name.clone();
        let mut typed = text.clone();
        let mut length = 0;
        let (first, other) = loop {
            let Some(c) = wanted.next() else { return Some(Self { length, slips: Vec::new() }) };
            let other = typed.next()?;
            if c != other {
                break (c, other);
            }
            length += c.len_utf8();
        };
        if let Some(second) = wanted.next() {
            let behind = typed.next();
            if behind != Some(second) && behind != Some(first) && other != second {
                return None;
            }
        }
        let name: Vec<char> = name.collect();
        let text: Vec<char> = text.take(name.len() + 1).collect();
        let same = name.iter().zip(&text).take_while(|(one, other)| one == other).count();
        let bytes = |to: usize| text[..to].iter().map(|c| c.len_utf8()).sum::<usize>();
        let typed = *text.get(same)?;
        let wanted = name[same];
        let rest = &name[same + 1..];
        let fits = |from: usize, rest: &[char]| text.get(from..from + rest.len()).is_some_and(|text| text == rest);
        let side = |kind, from: usize, rest: &[char], end: usize| Self {
            length: bytes(from + rest.len()),
            slips: vec![Slip { kind, index: same, start: bytes(same), end: bytes(end) }],
        };
        if fits(same + 1, rest) {
            return Some(side(SlipKind::Other(wanted, typed), same + 1, rest, same + 1));
        }
        if let [second, behind @ ..] = rest
            && typed == *second
            && text.get(same + 1) == Some(&wanted)
            && fits(same + 2, behind)
        {
            return Some(side(SlipKind::Swapped(wanted, typed), same + 2, behind, same + 2));
        }
        if !rest.is_empty() && fits(same, rest) {
            return Some(side(SlipKind::Missing(wanted), same, rest, same));
        }
        if fits(same + 1, &name[same..]) {
            let doubled = wanted == typed || same.checked_sub(1).is_some_and(|before| name[before] == typed);
            return Some(side(SlipKind::Extra(typed, doubled), same + 1, &name[same..], same + 1));
        }
        let second = (same + 1..name.len()).find(|at| text.get(*at) != Some(&name[*at]))?;
        let other = *text.get(second)?;
        fits(second + 1, &name[second + 1..]).then(|| Self {
            length: bytes(name.len()),
            slips: vec![
                Slip { kind: SlipKind::Other(wanted, typed), index: same, start: bytes(same), end: bytes(same + 1) },
                Slip {
                    kind: SlipKind::Other(name[second], other),
                    index: second,
                    start: bytes(second),
                    end: bytes(second + 1),
                },
            ],
        })
    }
}
