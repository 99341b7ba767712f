//! Finds all registered names of an office at once.

use std::collections::HashSet;
use std::ops::Range;

use aho_corasick::{AhoCorasick, Match};

use super::common_words::finder;
use super::known::{Around, KnownName, NearName, is_within_one, widest};
use super::short_forms::{places, short_forms};
use crate::record::catalogue::{FoundText, TextKind};
use crate::record::office::{Firm, Office};
use crate::source::Span;

/// Every registered name of an office.
#[derive(Debug)]
pub struct NameFinder {
    known: Vec<KnownName>,
    /// Finds parts of names.
    parts: Option<AhoCorasick>,
    /// For each part, the names that have it.
    owners: Vec<Vec<Owner>>,
}

/// A name that has a part.
#[derive(Debug)]
struct Owner {
    /// Its index among all.
    name: usize,
    /// Which of its characters the part is.
    characters: Range<usize>,
    /// How many of its bytes stand before the part.
    before: usize,
}

/// The names in a text.
pub struct FoundNames<'a> {
    /// Where names stand as they are registered.
    pub exact: Vec<Range<usize>>,
    /// Where a name stands that is nearly a registered one.
    pub near: Vec<NearName<'a>>,
}

/// Whether slips in a name are looked for: not in those that are hardly more than a part of other names.
fn is_told_apart(name: &FoundText) -> bool {
    let is_short_title = name.key == "简称" && name.kind == TextKind::Title;
    !matches!(name.key, "行政区" | "标志") && !is_short_title
}

impl NameFinder {
    #[must_use]
    pub fn from_office(office: &Office) -> Self {
        let mut names: Vec<(String, &Span)> = Vec::new();
        for name in office.printed_names().into_iter().filter(is_told_apart) {
            names.push((name.text.value.trim().to_owned(), &name.text.span));
        }
        let places = places(office);
        for Firm { name, .. } in &office.firms {
            names.extend(short_forms(&name.value, &places).into_iter().map(|form| (form, &name.span)));
        }
        Self::from_names(names)
    }

    fn from_names(names: Vec<(String, &Span)>) -> Self {
        let mut seen = HashSet::new();
        let known: Vec<KnownName> = names
            .into_iter()
            .filter(|(text, _)| (4..=60).contains(&text.chars().count()) && seen.insert(text.clone()))
            .map(|(text, place)| KnownName::new(text, place.clone()))
            .collect();
        let mut parts: Vec<String> = Vec::new();
        let mut owners: Vec<Vec<Owner>> = Vec::new();
        for (index, name) in known.iter().enumerate() {
            for characters in name.parts() {
                let part: String = name.chars[characters.clone()].iter().collect();
                let before = name.chars[..characters.start].iter().map(|c| c.len_utf8()).sum();
                let at = parts.iter().position(|known| *known == part).unwrap_or_else(|| {
                    parts.push(part);
                    owners.push(Vec::new());
                    parts.len() - 1
                });
                owners[at].push(Owner { name: index, characters, before });
            }
        }
        Self { parts: finder(parts.iter().map(String::as_str)), owners, known }
    }

    /// Whether a text is a registered name and nothing more.
    #[must_use]
    pub fn has(&self, text: &str) -> bool {
        self.known.iter().any(|name| name.text == text)
    }

    /// Where registered names stand in a text, or nearly so: a name has a part at its beginning.
    #[must_use]
    pub fn find(&self, text: &str) -> FoundNames<'_> {
        let mut exact: Vec<Range<usize>> = Vec::new();
        let mut inexact: Vec<(Match, &Owner)> = Vec::new();
        for part in self.parts.iter().flat_map(|parts| parts.find_overlapping_iter(text)) {
            for owner in &self.owners[part.pattern().as_usize()] {
                let name = self.known[owner.name].text.as_str();
                let start = part.start().checked_sub(owner.before);
                match start.filter(|start| text.as_bytes()[*start..].starts_with(name.as_bytes())) {
                    Some(start) if owner.before == 0 => exact.push(start..start + name.len()),
                    Some(_) => {}
                    None => inexact.push((part, owner)),
                }
            }
        }
        let mut near: Vec<NearName<'_>> = Vec::new();
        for (part, Owner { name, characters, .. }) in inexact {
            let known = &self.known[*name];
            if let Some(Around { place, slip, sure }) = known.around(text, part.range(), characters)
                && !is_within_one(&slip, &exact)
            {
                near.push(NearName { known, place, sure });
            }
        }
        FoundNames { exact, near: widest(near) }
    }
}
