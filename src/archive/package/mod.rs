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
mod place;
mod records;
mod sheet;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use self::bag::Bag;
use self::catalogue::{CATALOGUE, Catalogue};
use self::item::Item;
use super::MOST_PAPER_BYTES;
use super::lock::Lock;
use super::manifest;
use super::verify::packages;
use crate::diagnostic::Diagnostic;
use crate::disk;
use crate::layout::fonts::Fonts;
use crate::record::find::{OfficeFolder, display};
use crate::record::value::Date;
use crate::workspace::OfficeWorkspace;
use crate::workspace::findings;
use crate::workspace::write::WriteError;

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

/// Packs the office's papers of `year`, whose PDFs lie below `out`, into `out/office/package/office-year`; `None` where
/// the office has none of that year.
///
/// All weeks of the office are looked at, whether asked for or not.
///
/// # Errors
/// Nothing is written then.
pub fn write(
    office: &OfficeWorkspace,
    folder: &OfficeFolder,
    fonts: &Fonts,
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
    let mut bag = Bag::default();
    for item in &gathered.items {
        bag.add(&format!("papers/{}", item.place()), pdf(&own.join(item.place()))?);
    }
    records::add(&mut bag, folder, &gathered)?;
    let places: BTreeSet<String> = gathered.items.iter().map(Item::place).collect();
    let mut manifest = manifest::read(&own)?;
    manifest.papers.retain(|path, _| places.contains(path));
    bag.add("manifest.txt", manifest.print().into_bytes());
    let catalogue = Catalogue::new(office_then, last_day, &gathered.items);
    bag.add(&format!("{CATALOGUE}.xlsx"), sheet::write(&catalogue)?);
    bag.add(&format!("{CATALOGUE}.pdf"), listing::write(&catalogue, fonts)?);

    let name = format!("{}-{year}", office.name);
    let about = [
        ("Source-Organization", office_then.name.value.clone()),
        ("External-Description", catalogue.description()),
        ("External-Identifier", name.clone()),
    ];
    let (path, papers) = (own.join("package").join(&name), gathered.items.len());
    if let Some(foreign) = packages::foreign_file(&path) {
        let message = format!("归档包里有别的文件「{}」，没有重做", display(&foreign));
        return Err(findings::PACKAGE_PAPER
            .finding(message)
            .help("把它移到别处，再做一次：重做会去掉整个文件夹")
            .into());
    }
    let fresh = place::put(&path, &bag.files(&about)).map_err(PackageError::Write)?;
    Ok(Some(Packaged { path, papers, fresh, warnings: code::missing(office_then, &gathered.items) }))
}

/// A paper as it lies in the output folder.
fn pdf(path: &Path) -> Result<Vec<u8>, PackageError> {
    let is_file = path.symlink_metadata().is_ok_and(|found| found.is_file());
    let what = match disk::bytes(path, MOST_PAPER_BYTES) {
        Ok(bytes) if is_file && bytes.starts_with(b"%PDF-") => return Ok(bytes),
        Ok(_) if is_file => "不是 PDF 文件",
        Ok(_) => "是链接，不是文件本身",
        Err(_) => "没有或读不出",
    };
    let message = format!("「{}」{what}，归档包没有做", display(path));
    let help = "不带 --format 和 --kind，把整个指挥中心的文书做一遍，再做归档包";
    Err(findings::PACKAGE_PAPER.finding(message).help(help).into())
}
