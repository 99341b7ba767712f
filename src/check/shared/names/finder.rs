//! Finds all registered names of an office at once.

use std::collections::HashSet;
use std::ops::Range;

use aho_corasick::AhoCorasick;

use super::common_words::finder;
use super::known::{Around, KnownName, NearName, is_within_one, widest};
use super::short_forms::{places, short_forms};
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

impl NameFinder {
    #[must_use]
    pub fn from_office(office: &Office) -> Self {
        let superior = &office.superior;
        let mut written = vec![&office.name, &office.short, &office.self_name, &office.weekly_name];
        written.extend([&superior.name, &superior.short, &superior.in_text]);
        written.extend(office.other_superiors.iter());
        for platform in &office.platforms {
            written.extend(std::iter::once(&platform.name).chain(&platform.full));
        }
        written.extend(&office.returns_platform);
        for firm in &office.firms {
            written.extend(std::iter::once(&firm.name).chain(&firm.short));
        }
        written.extend(office.members.iter());
        written.extend(office.outward.iter().flat_map(|paper| [&paper.name, &paper.to]));
        written.extend(office.inward.iter().flat_map(|paper| &paper.names.0));
        if let Some(issuing) = &office.issuing {
            written.extend(issuing.copies_to.iter().flat_map(|names| &names.0).chain(&issuing.issuer));
        }
        let mut names: Vec<(String, &Span)> =
            written.into_iter().map(|name| (name.value.trim().to_owned(), &name.span)).collect();
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
