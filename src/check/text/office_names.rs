//! The names in an office's own file that papers print, as texts.

use super::walk::{Kind, Text};
use crate::record::office::Office;
use crate::source::Spanned;

/// In the order of the file.
pub fn office_names(office: &Office) -> Vec<Text<'_>> {
    let superior = &office.superior;
    let mut texts = Vec::new();
    add(&mut texts, Kind::Name, [&office.name, &office.district, &office.short, &office.self_name]);
    add(&mut texts, Kind::Name, [&superior.name, &superior.short, &superior.in_text]);
    add(&mut texts, Kind::Name, office.other_superiors.iter());
    add(&mut texts, Kind::Heading, [&office.weekly_name]);
    for platform in &office.platforms {
        add(&mut texts, Kind::Name, std::iter::once(&platform.name).chain(&platform.full));
    }
    add(&mut texts, Kind::Name, &office.returns_platform);
    for firm in &office.firms {
        add(&mut texts, Kind::Name, std::iter::once(&firm.name).chain(&firm.short));
    }
    for paper in &office.outward {
        add(&mut texts, Kind::Title, [&paper.name]);
        add(&mut texts, Kind::Name, [&paper.to]);
    }
    for paper in &office.inward {
        add(&mut texts, Kind::Title, paper.names.0.iter().chain(&paper.short));
    }
    add(&mut texts, Kind::Name, office.members.iter());
    if let Some(issuing) = &office.issuing {
        add(&mut texts, Kind::Name, issuing.mark.iter().chain(&issuing.issuer));
        add(&mut texts, Kind::Name, issuing.copies_to.iter().flat_map(|names| &names.0));
    }
    texts
}

fn add<'a>(texts: &mut Vec<Text<'a>>, kind: Kind, names: impl IntoIterator<Item = &'a Spanned<String>>) {
    texts.extend(names.into_iter().map(|value| Text { key: "", kind, value, notice: None }));
}
