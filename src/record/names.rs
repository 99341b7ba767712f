//! The names that an office has registered.

use super::office::{Inspection, Office, Superior};
use super::register::Register;
use crate::source::Spanned;

impl Register {
    /// The names that `office` has registered, in the order of its file.
    #[must_use]
    pub fn names(self, office: &Office) -> Vec<&Spanned<String>> {
        let members = || office.members.iter();
        match self {
            Self::Platforms => office.platforms.iter().map(|platform| &platform.name).collect(),
            Self::Inspections => office.inspections.iter().map(|Inspection { name, .. }| name).collect(),
            Self::Firms => office.firms.iter().map(|firm| &firm.name).collect(),
            Self::Units => members().chain([&office.self_name, &office.short, &office.name]).collect(),
            Self::Members => members().collect(),
            Self::OutwardPapers => office.outward.iter().map(|paper| &paper.name).collect(),
            Self::InwardPapers => office.inward.iter().flat_map(|paper| &paper.names.0).collect(),
            Self::Superiors => {
                let Superior { name, short, in_text, .. } = &office.superior;
                [name, short, in_text].into_iter().chain(office.other_superiors.iter()).collect()
            }
            Self::Rules => Vec::new(),
        }
    }
}
