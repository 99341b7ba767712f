//! What stands in the place of persons: 张某 for a name, equal ones as 张某甲 and 张某乙; ××× for a number.

use std::collections::BTreeMap;

use crate::diagnostic::persons::{Found, FoundKind, PersonsNames};

/// What stands for a given name.
pub(super) const NAMELESS: char = '某';

/// What stands for all that is left out whole.
pub(super) const NOTHING: char = '×';

/// The stems tell apart those whose masks are equal.
const STEMS: [char; 10] = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'];

/// The masks of one paper.
pub(super) struct Masks<'a> {
    persons: &'a PersonsNames,
    /// Those that the paper itself names as persons.
    by_words: PersonsNames,
    /// By name, without what stands between its characters.
    names: BTreeMap<String, String>,
}

impl<'a> Masks<'a> {
    /// For a paper of these texts, in their order.
    pub(super) fn new(persons: &'a PersonsNames, by_words: PersonsNames, texts: &[String]) -> Self {
        let mut masks = Self { persons, by_words, names: BTreeMap::new() };
        // Names by their masks, in the order in which the paper has them.
        let mut alike: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for text in texts {
            for found in masks.find(text).into_iter().filter(|found| found.kind == FoundKind::Name) {
                let name = name_of(text, &found);
                let of_mask = alike.entry(plain_mask(&name, found.told)).or_default();
                if !of_mask.contains(&name) {
                    of_mask.push(name);
                }
            }
        }
        for (mask, names) in alike {
            // Somebody else may have been made nameless by the writer.
            let is_typed = texts.iter().any(|text| text.contains(&mask));
            let is_alone = names.len() == 1 && !is_typed;
            for (at, name) in names.into_iter().enumerate() {
                let stem = if is_alone { String::new() } else { stem(at) };
                masks.names.insert(name, format!("{mask}{stem}"));
            }
        }
        masks
    }

    /// All that is masked in a text, in its order.
    pub(super) fn find(&self, text: &str) -> Vec<Found> {
        self.persons.find_with(&self.by_words, text)
    }

    /// What stands in the place of `found` in `text`.
    pub(super) fn mask(&self, text: &str, found: &Found) -> String {
        if found.kind != FoundKind::Name {
            return NOTHING.to_string().repeat(3);
        }
        let name = name_of(text, found);
        self.names.get(&name).cloned().unwrap_or_else(|| plain_mask(&name, found.told))
    }

    /// Puts the mask into a text that has no origins.
    pub(super) fn replace_in(&self, text: &mut String, found: &Found) {
        let mask = self.mask(text, found);
        let chars: Vec<char> = text.chars().collect();
        let (before, behind) = (&chars[..found.range.start], &chars[found.range.end..]);
        *text = before.iter().copied().chain(mask.chars()).chain(behind.iter().copied()).collect();
    }
}

/// The characters of a name, without what stands between them.
fn name_of(text: &str, found: &Found) -> String {
    let chars = text.chars().skip(found.range.start).take(found.range.len());
    chars.filter(|c| c.is_alphabetic()).collect()
}

/// The surname, or of a name that has none the first character, and 某.
fn plain_mask(name: &str, told: usize) -> String {
    name.chars().take(told).chain([NAMELESS]).collect()
}

/// 甲, 乙, … 癸, 甲甲, 甲乙.
fn stem(at: usize) -> String {
    let last = STEMS[at % STEMS.len()];
    match at / STEMS.len() {
        0 => last.to_string(),
        more => format!("{}{last}", stem(more - 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::persons::PersonsValue;

    /// `texts` with the masks of a paper that they are, where these names are recorded.
    fn masked(names: &[&str], texts: &[&str]) -> Vec<String> {
        let mut persons = PersonsNames::default();
        for name in names {
            persons.add(&PersonsValue::Name((*name).to_owned()));
        }
        let mut texts: Vec<String> = texts.iter().map(|text| (*text).to_owned()).collect();
        let masks = Masks::new(&persons, PersonsNames::default(), &texts);
        for text in &mut texts {
            for found in masks.find(text).iter().rev() {
                masks.replace_in(text, found);
            }
        }
        texts
    }

    #[test]
    fn a_name_keeps_its_surname() {
        let names = ["王小明", "欧阳小明", "阿依古丽", "Johnson"];
        assert_eq!(masked(&names, &["王小明、欧阳小明，阿依古丽和Johnson"]), ["王某、欧阳某，阿某和J某"]);
    }

    #[test]
    fn equal_masks_are_told_apart_over_the_whole_paper() {
        let names = ["王小明", "王大力"];
        assert_eq!(masked(&names, &["王大力来电", "王小明与王大力"]), ["王某甲来电", "王某乙与王某甲"]);
        assert_eq!(masked(&names, &["王某与王小明"]), ["王某与王某甲"], "the writer has made another nameless");
        assert_eq!([0, 9, 10, 21].map(stem), ["甲", "癸", "甲甲", "乙乙"]);
    }

    #[test]
    fn of_numbers_nothing_is_left() {
        assert_eq!(masked(&[], &["与138 1234 5678、云A12345联系"]), ["与×××、×××联系"]);
    }
}
