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
