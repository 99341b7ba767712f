//! What papers depend on besides their week's record: the office's data and templates of their time, and the fonts.

use std::collections::BTreeMap;

use crate::record::value::Date;

use super::known_fonts::KnownFonts;
use super::making::below;
use super::manifest::{Inputs, TemplateName};
use crate::layout;
use crate::press::hash::{Hash, Short};
use crate::workspace::ComparedRecord;
use crate::workspace::Due;
use crate::workspace::Generation;
use crate::workspace::OfficeWorkspace;

/// What papers can print of an office's file.
#[derive(Debug, Clone)]
pub struct OfficeState {
    pub name: Short,
    /// By the file's keys.
    pub parts: BTreeMap<String, Short>,
}

/// What papers can print of an office, from each day on which that changes.
#[derive(Debug)]
pub struct OfficeStates(Vec<(Option<Date>, OfficeState)>);

impl OfficeStates {
    #[must_use]
    pub fn from_office(office: &OfficeWorkspace) -> Self {
        let persons = office.persons();
        let states =
            office.generations().map(|generation| (generation.from, OfficeState::from_generation(generation, persons)));
        Self(states.collect())
    }

    /// For weeks that begin on `day`.
    fn at(&self, day: Date) -> Option<&OfficeState> {
        let begun = self.0.iter().rev().find(|(from, _)| from.is_none_or(|from| from <= day));
        begun.map(|(_, state)| state)
    }

    /// Those of all times, by name.
    pub fn all(&self) -> impl Iterator<Item = (Short, BTreeMap<String, Short>)> {
        self.0.iter().map(|(_, state)| (state.name, state.parts.clone()))
    }
}

/// What messages call the persons of all records, beside the keys of the office's file.
pub(super) const PERSONS: &str = "各期记录里的个人信息";

/// Keys of the office's file that no paper prints.
const UNPRINTED: [&str; 1] = ["归档"];

impl OfficeState {
    /// `persons`: whom papers mask, where they are public.
    fn from_generation(generation: &Generation, persons: Option<&str>) -> Self {
        let parts = generation.parts().iter().filter(|(key, _)| !UNPRINTED.contains(key));
        let printed = parts.map(|(key, text)| ((*key).to_owned(), Hash::of_bytes(text.as_bytes()).short()));
        let pictures =
            generation.pictures.all().map(|(name, image)| (name.to_owned(), Hash::of_bytes(&image.bytes).short()));
        let persons = persons.map(|said| (PERSONS.to_owned(), Hash::of_bytes(said.as_bytes()).short()));
        let parts: BTreeMap<String, Short> = printed.chain(pictures).chain(persons).collect();
        let words = parts.iter().flat_map(|(part, hash)| [part.clone(), hash.to_string()]);
        Self { name: Hash::of_all(words).short(), parts }
    }
}

/// The records that a paper is made from: its week's own, and those of other weeks that it compares it with, as they were
/// read.
pub(super) fn records<'r>(
    office: &OfficeWorkspace,
    own: (String, Hash),
    compared: impl IntoIterator<Item = &'r ComparedRecord>,
) -> Vec<(String, Hash)> {
    let mut records = vec![own];
    for ComparedRecord { path, source, .. } in compared {
        let record = (below(office.folder(), path), Hash::of_text(source.text()));
        // A register lists the week before too, with which its template may compare.
        if !records.contains(&record) {
            records.push(record);
        }
    }
    records
}

/// What a paper for the week that begins on `day` is made from; `None` where it has no template. `records` are files from
/// the office's folder on, and their hashes.
pub(super) fn inputs(
    office: &OfficeWorkspace,
    states: &OfficeStates,
    fonts: &KnownFonts,
    records: Vec<(String, Hash)>,
    due: &Due,
    day: Date,
) -> Option<Inputs> {
    let (from, text) = office.templates.text(&due.template, day)?;
    Some(Inputs {
        records,
        edition: office.edition(),
        office: states.at(day)?.name,
        template: TemplateName { name: due.template.clone(), from },
        template_hash: Hash::of_text(text).short(),
        fonts: fonts.name(),
        layout: layout::VERSION,
    })
}

/// All that findings about an office's weeks depend on besides the weeks themselves and the program.
pub(super) fn surroundings(office: &OfficeWorkspace, fonts: &KnownFonts) -> Hash {
    let mut parts = vec![fonts.name().to_string(), office.edition().word().to_owned()];
    parts.extend(office.persons().map(|said| Hash::of_text(said).to_string()));
    for generation in office.generations() {
        parts.push(Hash::of_text(generation.office.span.source().text()).to_string());
        parts.extend(generation.pictures.all().map(|(_, image)| Hash::of_bytes(&image.bytes).to_string()));
    }
    parts.extend(office.templates.own_texts().flat_map(|(name, text)| [name, Hash::of_text(text).to_string()]));
    Hash::of_all(parts)
}
