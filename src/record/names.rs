//! The names that an office has registered.

use super::catalogue::{Content, Entry, FoundText, Walk, texts};
use super::office::{Office, Superior};
use super::register::Register;
use super::text::{Name, Text, Unregistered};
use crate::source::Spanned;

impl Register {
    /// The names that `office` has registered, in the order of its file.
    #[must_use]
    pub fn names(self, office: &Office) -> Vec<&Spanned<String>> {
        let own = office.own_names();
        match self {
            Self::Platforms => office.platforms.iter().map(|platform| platform.name.written()).collect(),
            Self::Inspections => office.inspections.iter().map(|inspection| &inspection.name).collect(),
            Self::Firms => office.firms.iter().map(|firm| firm.name.written()).collect(),
            Self::Units => office.members.iter().chain(own).map(Text::written).collect(),
            Self::Members => office.members.iter().map(Text::written).collect(),
            Self::OutwardPapers => office.outward.iter().map(|paper| paper.name.written()).collect(),
            Self::InwardPapers => office.inward.iter().flat_map(|paper| &paper.names.0).map(Text::written).collect(),
            Self::IncomingKinds => office.incoming.iter().map(|kind| kind.name.written()).collect(),
            Self::Superiors => {
                let Superior { name, short, in_text, .. } = &office.superior;
                [name, short, in_text].into_iter().chain(&office.other_superiors).map(Text::written).collect()
            }
            Self::Rules => Vec::new(),
        }
    }
}

impl Office {
    /// All names of the firm, unit or platform that is called `name` in one of them, that by which papers call it first: a
    /// firm's full name, the office's own name for itself. None where no register has it.
    #[must_use]
    pub fn names_alike(&self, register: Register, name: &str) -> Vec<&str> {
        match register {
            Register::Firms => {
                let mut firms = self.firms.iter().map(|firm| (&firm.name, &firm.short));
                firms.find_map(|(full, short)| all_if_any_is(name, full, short.as_ref())).unwrap_or_default()
            }
            Register::Platforms => {
                let mut platforms = self.platforms.iter().map(|platform| (&platform.name, &platform.full));
                platforms.find_map(|(called, full)| all_if_any_is(name, called, full.as_ref())).unwrap_or_default()
            }
            Register::Units if self.is_own(name) => self.own_names().map(|own| own.value.as_str()).to_vec(),
            Register::Units => {
                let is_meant = |unit: &&str| *unit == name || self.with_district(unit).is_some_and(|it| it == name);
                self.members.iter().map(|member| member.value.as_str()).find(is_meant).into_iter().collect()
            }
            _ => Vec::new(),
        }
    }

    /// 青禾区 and 区文化和旅游局: 青禾区文化和旅游局 is the same.
    #[must_use]
    pub fn with_district(&self, unit: &str) -> Option<String> {
        let last = self.district.value.chars().next_back()?;
        let before = self.district.value.strip_suffix(last).unwrap_or_default();
        unit.starts_with(last).then(|| format!("{before}{unit}"))
    }

    /// What it is called itself, the shortest name first.
    #[must_use]
    pub fn own_names(&self) -> [&Name<Unregistered>; 3] {
        [&self.self_name, &self.short, &self.name]
    }

    /// Whether a unit is the office itself, by whichever of its names.
    #[must_use]
    pub fn is_own(&self, unit: &str) -> bool {
        self.own_names().iter().any(|own| own.value == unit)
    }

    /// All names in its file that papers print, its own and those of superiors, platforms, firms, papers and units. In the
    /// file's order, but for those of 公文, which come last: most of them stand in a register too.
    #[must_use]
    pub fn printed_names(&self) -> Vec<FoundText<'_>> {
        let Content::Record(fields) = self.content() else { return Vec::new() };
        let (issuing, registers): (Vec<Entry>, Vec<Entry>) = fields.into_iter().partition(|field| field.key == "公文");
        let mut names = Vec::new();
        for field in registers.iter().chain(&issuing) {
            names.extend(texts(field.key, field.value).into_iter().filter(|found| found.kind.is_printed()));
        }
        names
    }
}

/// The names of something that has one or two, if `name` is one of them.
fn all_if_any_is<'a>(
    name: &str,
    first: &'a Name<Unregistered>,
    second: Option<&'a Name<Unregistered>>,
) -> Option<Vec<&'a str>> {
    let names: Vec<&str> = [first].into_iter().chain(second).map(|one| one.value.as_str()).collect();
    names.contains(&name).then_some(names)
}
