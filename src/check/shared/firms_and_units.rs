//! The firms and units of the office's registers, made ready to be looked up for every week.

use std::collections::{HashMap, HashSet};

use crate::record::office::Office;
use crate::record::register::Register;
use crate::record::text::Text;
use crate::source::Spanned;

/// What an office calls firms and units.
#[derive(Debug, Default)]
pub struct FirmsAndUnits {
    /// Full and short names, each with the firm's full one.
    firms: HashMap<String, Spanned<String>>,
    near_firms: Vec<Candidate>,
    /// Everybody who may be given a complaint; empty where the office lists no member units.
    units: HashSet<String>,
    near_units: Vec<Candidate>,
}

/// A name that a mistyped one may have meant.
#[derive(Debug)]
struct Candidate {
    name: String,
    /// Sorted: most names are told apart by their characters alone.
    characters: Vec<char>,
}

impl FirmsAndUnits {
    pub fn from_office(office: &Office) -> Self {
        let mut names = Self::default();
        for firm in &office.firms {
            for name in std::iter::once(&firm.name).chain(&firm.short) {
                names.firms.entry(name.value.clone()).or_insert_with(|| firm.name.written().clone());
            }
            names.near_firms.push(Candidate::new(&firm.name.value));
        }
        if let Some(members) = office.members.written() {
            let units = Register::Units.names(office);
            let mut known = units.clone();
            known.extend(Register::Superiors.names(office));
            known.extend(office.outward.iter().map(|paper| paper.to.written()));
            if let Some(issuing) = &office.issuing {
                known.extend(issuing.copies_to.iter().flat_map(|names| &names.0).map(Text::written));
                known.extend(issuing.issuer.as_deref());
            }
            names.units = known.into_iter().map(|name| name.value.clone()).collect();
            names.units.extend(members.iter().filter_map(|member| office.with_district(&member.value)));
            names.near_units = units.iter().map(|name| Candidate::new(&name.value)).collect();
        }
        names
    }

    pub fn has_firms(&self) -> bool {
        !self.firms.is_empty()
    }

    pub fn has_units(&self) -> bool {
        !self.units.is_empty()
    }

    /// The full name of the firm that is called `name`, in full or in short.
    pub fn firm(&self, name: &str) -> Option<&Spanned<String>> {
        self.firms.get(name)
    }

    /// By which complaints are known to be of one firm, whichever name is used.
    pub fn full_name<'a>(&'a self, name: &'a str) -> &'a str {
        self.firm(name).map_or(name, |full| full.value.as_str())
    }

    /// Whether two names are of one firm as far as can be known: one may be a part of the other, as short names are.
    pub fn are_one_firm(&self, one: &str, other: &str) -> bool {
        match (self.firm(one), self.firm(other)) {
            (Some(one), Some(other)) => one.value == other.value,
            _ => one.contains(other) || other.contains(one),
        }
    }

    /// The one firm that `name` may be a slip for.
    pub fn near_firm(&self, name: &str) -> Option<&str> {
        near(name, &self.near_firms)
    }

    pub fn has_unit(&self, name: &str) -> bool {
        self.units.contains(name)
    }

    /// The one unit that `name` may be a slip for.
    pub fn near_unit(&self, name: &str) -> Option<&str> {
        near(name, &self.near_units)
    }
}

/// What firms are called in two weeks, between which the register may have changed.
#[derive(Debug, Clone, Copy)]
pub struct FirmsThenAndNow<'a> {
    pub before: &'a FirmsAndUnits,
    pub now: &'a FirmsAndUnits,
}

impl<'a> FirmsThenAndNow<'a> {
    /// By which complaints are known to be of one firm, if either register has the name that is used.
    pub fn full_name(self, name: &'a str) -> &'a str {
        let full = self.before.full_name(name);
        if std::ptr::eq(self.before, self.now) { full } else { self.now.full_name(full) }
    }
}

impl Candidate {
    fn new(name: &str) -> Self {
        let mut characters: Vec<char> = name.chars().collect();
        characters.sort_unstable();
        Self { name: name.to_owned(), characters }
    }
}

/// The candidate that differs least, if it differs in one character (in two of eight or more) or has all of `name`'s
/// characters in their order. `None` too where two are equally near: which is meant is then not for us to say.
fn near<'a>(name: &str, candidates: &'a [Candidate]) -> Option<&'a str> {
    let typed = Candidate::new(name);
    let length = typed.characters.len();
    let most = match length {
        0..=2 => return None,
        3..=7 => 1,
        _ => 2,
    };
    let mut best: Option<(usize, &str)> = None;
    let mut is_tied = false;
    for candidate in candidates.iter().filter(|candidate| lacking(&typed.characters, &candidate.characters) <= most) {
        let distance = strsim::osa_distance(name, &candidate.name);
        let is_shortened = length >= 4 && length * 2 >= candidate.characters.len() && is_within(name, &candidate.name);
        if distance > most && !is_shortened {
            continue;
        }
        match best {
            Some((least, known)) if distance == least && known != candidate.name => is_tied = true,
            Some((least, _)) if distance >= least => {}
            _ => (best, is_tied) = (Some((distance, candidate.name.as_str())), false),
        }
    }
    best.filter(|_| !is_tied).map(|(_, name)| name)
}

/// How many of `some` are not in `all`, both sorted.
fn lacking(some: &[char], all: &[char]) -> usize {
    let mut all = all.iter().peekable();
    let is_lacking = |c: &&char| {
        while all.next_if(|other| other < c).is_some() {}
        all.next_if(|other| other == c).is_none()
    };
    some.iter().filter(is_lacking).count()
}

/// Whether `short`'s characters stand in `full` in their order.
pub fn is_within(short: &str, full: &str) -> bool {
    let mut full = full.chars();
    short.chars().all(|wanted| full.any(|c| c == wanted))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near_of(name: &str, known: &[&str]) -> Option<String> {
        let candidates: Vec<_> = known.iter().map(|name| Candidate::new(name)).collect();
        near(name, &candidates).map(str::to_owned)
    }

    #[test]
    fn a_slip_is_near_to_one_name_alone() {
        assert_eq!(near_of("雪上神话乐园", &["雪山神话乐园", "南渡世界园艺博览园"]).as_deref(), Some("雪山神话乐园"));
        assert_eq!(near_of("山湖旅行社", &["山海旅行社", "山河旅行社"]), None);
        assert_eq!(
            near_of("山海旅行社有限公司", &["南渡市山海旅行社有限公司"]).as_deref(),
            Some("南渡市山海旅行社有限公司")
        );
        assert_eq!(near_of("电力公司", &["云南中青国际旅行社有限公司"]), None);
    }
}
