//! Finds all registered names of an office at once.

use std::collections::HashSet;
use std::ops::Range;

use aho_corasick::AhoCorasick;

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
    /// Finds whole names.
    whole: Option<AhoCorasick>,
    /// Finds parts of names.
    parts: Option<AhoCorasick>,
    /// For each part, the names that have it, and from which character on.
    owners: Vec<Vec<(usize, usize)>>,
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
        let mut owners: Vec<Vec<(usize, usize)>> = Vec::new();
        for (owner, name) in known.iter().enumerate() {
            for range in name.parts() {
                let part: String = name.chars[range.clone()].iter().collect();
                let at = parts.iter().position(|known| *known == part).unwrap_or_else(|| {
                    parts.push(part);
                    owners.push(Vec::new());
                    parts.len() - 1
                });
                owners[at].push((owner, range.start));
            }
        }
        Self {
            whole: finder(known.iter().map(|name| name.text.as_str())),
            parts: finder(parts.iter().map(String::as_str)),
            owners,
            known,
        }
    }

    /// Where registered names stand as they are registered.
    #[must_use]
    pub fn exact(&self, text: &str) -> Vec<Range<usize>> {
        let found = self.whole.iter().flat_map(|whole| whole.find_overlapping_iter(text));
        found.map(|found| found.range()).collect()
    }

    /// Whether a text is a registered name and nothing more.
    #[must_use]
    pub fn has(&self, text: &str) -> bool {
        self.exact(text).contains(&(0..text.len()))
    }

    /// Where a name stands that is nearly a registered one; `exact` is what [`Self::exact`] found.
    #[must_use]
    pub fn near(&self, text: &str, exact: &[Range<usize>]) -> Vec<NearName<'_>> {
        let mut found: Vec<NearName<'_>> = Vec::new();
        for part in self.parts.iter().flat_map(|parts| parts.find_overlapping_iter(text)) {
            for (owner, from) in &self.owners[part.pattern().as_usize()] {
                let known = &self.known[*owner];
                if let Some(Around { place, slip, sure }) = known.around(text, part.range(), *from)
                    && !is_within_one(&slip, exact)
                {
                    found.push(NearName { known, place, sure });
                }
            }
        }
        widest(found)
    }
}
