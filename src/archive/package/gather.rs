//! Which papers belong to a year, and what they were made from.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::item::Item;
use crate::archive::inputs::{self, OfficeStates};
use crate::archive::known_fonts::KnownFonts;
use crate::archive::making::below;
use crate::diagnostic::Diagnostic;
use crate::document::{Document, Sealing};
use crate::layout;
use crate::press::hash::Hash;
use crate::press::{due_with_tables, no_glyph};
use crate::record::bytes::from_disk;
use crate::record::find::OfficeFolder;
use crate::record::office::Office;
use crate::workspace::ComparedRecord;
use crate::workspace::OfficeWorkspace;
use crate::yaml::Problems;

/// A year's papers in the order of their dates.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    pub items: Vec<Item>,
    pub records: Records,
}

/// What papers were made from.
#[derive(Debug, Default)]
pub(super) struct Records {
    /// Each with the hash of the text that was read.
    pub weeks: BTreeMap<PathBuf, Hash>,
    /// Names of files among the office's own templates.
    pub templates: BTreeSet<String>,
    /// As the office's file names them.
    pub pictures: BTreeSet<String>,
}

/// All papers of `year`, whichever weeks they report on.
///
/// # Errors
/// What keeps a paper from being made.
pub(super) fn papers(
    office: &OfficeWorkspace,
    folder: &OfficeFolder,
    fonts: &KnownFonts,
    year: i16,
) -> Result<Gathered, Vec<Diagnostic>> {
    let mut paths = folder.neighbours.clone();
    paths.extend(folder.weeks.iter().cloned());
    paths.sort();
    let gathering = Gathering { office, folder, fonts, states: OfficeStates::from_office(office), year };
    let weeks: Vec<_> = paths.par_iter().map(|path| gathering.week(path)).collect();
    let (mut gathered, mut findings) = (Gathered::default(), Vec::new());
    for week in weeks {
        match week {
            Ok(Gathered { items, records }) => {
                gathered.items.extend(items);
                gathered.records.weeks.extend(records.weeks);
                gathered.records.templates.extend(records.templates);
                gathered.records.pictures.extend(records.pictures);
            }
            Err(found) => findings.extend(found),
        }
    }
    gathered.items.sort_by_key(|item| item.date);
    if findings.is_empty() { Ok(gathered) } else { Err(findings) }
}

/// A year of an office, whose papers are looked for.
struct Gathering<'a> {
    office: &'a OfficeWorkspace,
    folder: &'a OfficeFolder,
    fonts: &'a KnownFonts<'a>,
    states: OfficeStates,
    year: i16,
}

impl Gathering<'_> {
    /// A week's papers of the year. Papers are dated in the year in which their week begins or ends, or in the next.
    fn week(&self, path: &Path) -> Result<Gathered, Vec<Diagnostic>> {
        let Self { office, folder, fonts, states, year } = self;
        let mut problems = Problems::new();
        let Some(week) = office.read(&from_disk, path, &mut problems) else { return Err(problems.into_vec()) };
        let mut gathered = Gathered::default();
        let day = week.period.value.office_day();
        if day.year() > *year || day.year() < year - 1 {
            return Ok(gathered);
        }
        let hash = Hash::of_text(week.span.source().text());
        let composer = office.composer(&week)?;
        let office_then = &office.generation_for(&week).office;
        for due in office.due(&week) {
            let document = due.compose(&composer)?;
            let (due, _) = due_with_tables(&due, &document, office_then)?;
            let galley = layout::set(&document, fonts.fonts)
                .map_err(|missing| missing.iter().map(no_glyph).collect::<Vec<Diagnostic>>())?;
            let own = (below(&folder.path, path), hash);
            let compared: Vec<&ComparedRecord> = composer.compared_with(&due.template).collect();
            let records = inputs::records(office, own, compared.iter().copied());
            let inputs = inputs::inputs(office, states, fonts, records, &due, day);
            let item = Item::from_paper(office_then, &week, &due, (&document, &galley), inputs);
            if item.date.year() == *year {
                gathered.items.push(item);
                gathered.records.weeks.insert(path.to_path_buf(), hash);
                for ComparedRecord { path, source, .. } in compared {
                    gathered.records.weeks.insert(path.clone(), Hash::of_text(source.text()));
                }
                gathered.records.templates.extend(office.templates.own_file(&due.template, day));
                gathered.records.pictures.extend(pictures(office_then, &document));
            }
        }
        Ok(gathered)
    }
}

/// The pictures that a paper carries.
fn pictures(office: &Office, document: &Document) -> Vec<String> {
    let issuing = office.issuing.as_ref();
    let picture = match document.signature.as_ref().map(|signature| &signature.sealing) {
        Some(Sealing::Sealed(seals)) if seals.iter().any(Option::is_some) => {
            issuing.and_then(|issuing| issuing.seal.as_ref()).and_then(|seal| seal.picture.as_ref())
        }
        Some(Sealing::Stamp { image: Some(_), .. }) => {
            issuing.and_then(|issuing| issuing.stamp.as_ref()).and_then(|stamp| stamp.picture.as_ref())
        }
        _ => None,
    };
    picture.iter().map(|picture| picture.value.clone()).collect()
}
