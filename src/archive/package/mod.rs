//! 归档包: a year's papers of one office for the records office, as a bag (BagIt 1.0, RFC 8493) with the records that
//! they came from and a catalogue (归档文件目录, DA/T 22—2015).
//!
//! A paper belongs to the year of its date, also where its week began in the year before (DA/T 22—2015, 5.2). The same
//! papers and records give the same bag, byte for byte; no clock is asked.

mod bag;
mod catalogue;
mod code;
mod gather;
mod item;
mod listing;
mod paper;
mod place;
mod records;
mod sheet;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use self::bag::{Bag, Files};
use self::catalogue::{CATALOGUE, Catalogue};
use self::item::Item;
use self::place::Place;
use super::known_fonts::KnownFonts;
use super::manifest;
use super::verify::{BagOnDisk, is_left_of_bag, is_of_year};
use crate::diagnostic::Diagnostic;
use crate::disk;
use crate::disk::Lock;
use crate::record::edition::Edition;
use crate::record::find::{OfficeFolder, display};
use crate::record::value::Date;
use crate::workspace::OfficeWorkspace;
use crate::workspace::findings;
use crate::workspace::write::WriteError;
use crate::yaml::bytes::unreadable;
use crate::yaml::rules::MACHINE_UNREADABLE;

/// A package on the disk.
#[derive(Debug)]
pub struct Packaged {
    pub path: PathBuf,
    pub papers: usize,
    /// It was already there just so and was left alone.
    pub fresh: bool,
    /// What the records office will have to fill in.
    pub warnings: Vec<Diagnostic>,
}

/// Why there is no package; one that was there before still is.
#[derive(Debug)]
pub enum PackageError {
    /// What is wrong with records, papers or the catalogue.
    Findings(Vec<Diagnostic>),
    Write(WriteError),
}

impl From<Diagnostic> for PackageError {
    fn from(finding: Diagnostic) -> Self {
        Self::Findings(vec![finding])
    }
}

/// Packs the office's papers of `year`, whose files lie below `out`, into `out/office/package/office-year`; `None` where
/// the office has none of that year.
///
/// All weeks of the office are looked at, whether asked for or not.
///
/// # Errors
/// Nothing is written then.
pub fn write(
    office: &OfficeWorkspace,
    folder: &OfficeFolder,
    fonts: &KnownFonts,
    out: &Path,
    year: i16,
) -> Result<Option<Packaged>, PackageError> {
    // As the office is at the end of the year.
    let Some(last_day) = Date::from_parts(year, 12, 31) else { return Ok(None) };
    let office_then = &office.generation_at(last_day).office;
    let gathered = gather::papers(office, folder, fonts, year).map_err(PackageError::Findings)?;
    if gathered.items.is_empty() {
        return Ok(None);
    }
    let own = out.join(&office.name);
    let locked = Lock::take(&own, || {}, || false);
    let _lock = locked.map_err(|error| PackageError::Write(WriteError { path: own.clone(), error }))?;
    let mut manifest = manifest::read(&own)?;
    let mut bag = Bag::default();
    for item in &gathered.items {
        bag.add(&format!("papers/{}", item.place()), paper::file(&own, &manifest, item)?);
    }
    // Records name persons: what is published goes without them.
    if office.edition() == Edition::Internal {
        records::add(&mut bag, folder, &gathered)?;
    }
    let places: BTreeSet<String> = gathered.items.iter().map(Item::place).collect();
    manifest.papers.retain(|path, _| places.contains(path));
    manifest.sent.retain(|path, _| is_of_year(&own, path, year));
    for (path, entry) in &manifest.sent {
        bag.add(&format!("papers/{path}"), paper::sent(&own.join(path), entry)?);
    }
    bag.add("manifest.txt", manifest.print().into_bytes());
    let catalogue = Catalogue::new(office_then, last_day, &gathered.items);
    bag.add(&format!("{CATALOGUE}.xlsx"), sheet::write(&catalogue)?);
    bag.add(&format!("{CATALOGUE}.pdf"), listing::write(&catalogue, fonts.fonts)?);

    let name = format!("{}-{year}", office.name);
    let about = [
        ("Source-Organization", office_then.name.value.clone()),
        ("External-Description", catalogue.description()),
        ("External-Identifier", name.clone()),
    ];
    let (path, papers) = (own.join("package").join(&name), gathered.items.len());
    let fresh = put(&path, &name, &bag.files(&about))?;
    Ok(Some(Packaged { path, papers, fresh, warnings: code::missing(office_then, &gathered.items) }))
}

/// Puts the package at `path`; whether it was already there just so.
fn put(path: &Path, name: &str, files: &Files) -> Result<bool, PackageError> {
    for leftover in Place::leftovers(path) {
        if !is_left_of_bag(&leftover) {
            return Err(unreplaced(&leftover, "它不是没有做完的归档包，里面有别的文件").into());
        }
    }
    let place = Place::open(path).map_err(PackageError::Write)?;
    if place.holds(files) {
        return Ok(true);
    }
    if place.is_taken() {
        replaceable(path, name)?;
    }
    place.put(files).map_err(PackageError::Write)?;
    Ok(false)
}

/// That nothing but an intact bag of ours is replaced.
fn replaceable(path: &Path, name: &str) -> Result<(), Diagnostic> {
    if let Err(error) = disk::entries(path)
        && error.is_of_machine()
    {
        return Err(unreadable(&format!("文件夹「{}」打不开", display(path)), &error));
    }
    let reason = match BagOnDisk::read(path) {
        None => Some("它不是归档包".to_owned()),
        Some(bag) if !bag.is_named(name) => Some("它是别的归档包，或者 bag-info.txt 被改动过".to_owned()),
        Some(bag) => match bag.verified().into_iter().next() {
            Some(finding) if finding.rule == &MACHINE_UNREADABLE => return Err(finding),
            finding => finding.map(|finding| finding.message),
        },
    };
    reason.map_or(Ok(()), |reason| Err(unreplaced(path, &reason)))
}

/// What stays as it is, and keeps the package from being made.
fn unreplaced(path: &Path, reason: &str) -> Diagnostic {
    let message = format!("「{}」没有动，归档包没有做：{reason}", display(path));
    findings::PACKAGE_PLACE.finding(message).help("核对以后把整个文件夹移到别处，再做一次")
}
