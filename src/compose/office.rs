//! What all papers of an office share: names, printing, seal.

use std::cmp::Reverse;

use super::pictures::Pictures;
use crate::document::{Form, Image, Margins, Printing};
use crate::record::issuing::MarginRule;
use crate::record::office::Office;
use crate::record::paper::FormName;

/// An office's part in every paper of its.
#[derive(Debug)]
pub(super) struct OfficeTraits {
    pub(super) name: String,
    /// All names of its registers, the longest first.
    pub(super) names: Vec<String>,
    pub(super) printing: Printing,
    pub(super) seal: Option<Image>,
    pub(super) stamp: Option<Image>,
}

impl OfficeTraits {
    pub(super) fn of(office: &Office, pictures: &Pictures) -> Self {
        let issuing = office.issuing.as_ref();
        let margins = match issuing.and_then(|issuing| issuing.margins.as_ref()).map(|margins| margins.value) {
            None | Some(MarginRule::Ink) => Margins::Ink,
            Some(MarginRule::PageSetup) => Margins::PageSetup,
        };
        let both_sides = issuing.and_then(|issuing| issuing.both_sides.as_ref()).is_some_and(|both| both.value);
        Self {
            name: office.name.value.clone(),
            names: names(office),
            printing: Printing { margins, both_sides },
            seal: pictures.seal.clone(),
            stamp: pictures.stamp.clone(),
        }
    }
}

/// The form that a word names.
pub(super) fn form_of(name: FormName) -> Form {
    match name {
        FormName::Plain => Form::Plain,
        FormName::Downward => Form::Downward,
        FormName::Upward => Form::Upward,
        FormName::Letter => Form::Letter,
        FormName::Order => Form::Order,
        FormName::Minutes => Form::Minutes,
        FormName::Bulletin => Form::Bulletin,
    }
}

fn names(office: &Office) -> Vec<String> {
    let superior = &office.superior;
    let own = [&office.name, &office.district, &office.short, &office.self_name, &office.weekly_name];
    let above = [&superior.name, &superior.short, &superior.in_text].into_iter().chain(office.other_superiors.iter());
    let platforms = office.platforms.iter().flat_map(|it| std::iter::once(&it.name).chain(&it.full));
    let firms = office.firms.iter().flat_map(|it| std::iter::once(&it.name).chain(&it.short));
    let sent = office.outward.iter().flat_map(|it| [&it.name, &it.to]);
    let received = office.inward.iter().flat_map(|it| it.names.0.iter().chain(&it.short));
    let copies = office.issuing.iter().flat_map(|issuing| issuing.copies_to.iter().flat_map(|names| &names.0));
    let all = own.into_iter().chain(above).chain(&office.returns_platform).chain(platforms).chain(firms);
    let all = all.chain(sent).chain(received).chain(office.members.iter()).chain(copies);
    let mut names: Vec<(Reverse<usize>, &str)> =
        all.map(|name| name.value.trim()).map(|name| (Reverse(name.chars().count()), name)).collect();
    names.sort_unstable();
    names.dedup();
    names.into_iter().map(|(_, name)| name.to_owned()).collect()
}
