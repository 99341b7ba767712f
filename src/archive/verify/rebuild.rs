//! Making all papers again in memory, and comparing them with those on the disk byte for byte.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::part::first_difference;
use crate::archive::inputs::{self, OfficeStates};
use crate::archive::known_fonts::KnownFonts;
use crate::archive::making::{Cause, below, differences, path_of};
use crate::archive::manifest::{self, Entry, Inputs, Manifest};
use crate::diagnostic::Diagnostic;
use crate::disk::{self, ReadError};
use crate::press::Paper;
use crate::press::hash::Hash;
use crate::record::find::{OfficeFolder, display};
use crate::record::format::Format;
use crate::record::week::Week;
use crate::workspace::findings;
use crate::workspace::{CheckedWeek, Due, OfficeWorkspace};

/// What came of making an office's papers again.
#[derive(Debug, Default)]
pub struct Rebuilt {
    /// The files that were compared, below the office's folder.
    pub files: BTreeSet<String>,
    pub findings: Vec<Diagnostic>,
}

/// So many weeks are made before their results are reported: that bounds memory.
const BATCH: usize = 64;

/// Makes the papers of the weeks of `folder` again that the manifest in `out` names, and compares them.
///
/// # Errors
/// Where the manifest cannot be read.
pub fn rebuild(
    office: &OfficeWorkspace,
    folder: &OfficeFolder,
    fonts: &KnownFonts,
    out: &Path,
) -> Result<Rebuilt, Diagnostic> {
    let place = out.join(&office.name);
    let known = manifest::read(&place)?;
    let offices = OfficeStates::from_office(office);
    let mut here = Manifest::default();
    here.offices.extend(offices.all());
    here.fonts.insert(fonts.name(), fonts.faces().to_vec());
    let recorded = RecordedOffice { office, fonts, place, known, here, offices };
    let mut rebuilt = Rebuilt::default();
    let weeks: Vec<(&PathBuf, CheckedWeek)> = folder.weeks.iter().zip(office.weeks(folder)).collect();
    for batch in weeks.chunks(BATCH) {
        let results: Vec<Rebuilt> =
            batch.par_iter().map(|(path, opened)| recorded.week(&below(&folder.path, path), opened)).collect();
        for week in results {
            rebuilt.files.extend(week.files);
            rebuilt.findings.extend(week.findings);
        }
    }
    if folder.neighbours.is_empty() && !folder.has_unread {
        rebuilt.findings.extend(unrebuilt(&recorded, &rebuilt.files));
    }
    Ok(rebuilt)
}

/// What the manifest names and no record of the office gives.
fn unrebuilt(recorded: &RecordedOffice, compared: &BTreeSet<String>) -> Option<Diagnostic> {
    let left: Vec<&String> = recorded.known.papers.keys().filter(|path| !compared.contains(*path)).collect();
    let first = left.first()?;
    let file = display(&recorded.place.join(first));
    let message = format!("清单里有 {} 个文件没有重做，没有可以照着做的记录，第一个是「{file}」", left.len());
    Some(
        findings::UNREBUILT
            .finding(message)
            .help("把记录放回去，或先改好它的错误；作废的文书删掉，再运行 zhoubao build"),
    )
}

/// An office, what its manifest says, and what its papers would be made from now.
struct RecordedOffice<'a> {
    office: &'a OfficeWorkspace,
    fonts: &'a KnownFonts<'a>,
    place: PathBuf,
    known: Manifest,
    here: Manifest,
    offices: OfficeStates,
}

impl RecordedOffice<'_> {
    /// Makes the papers again that the manifest names for a week, whose record is `file`.
    fn week(&self, file: &str, opened: &CheckedWeek) -> Rebuilt {
        let mut rebuilt = Rebuilt { files: BTreeSet::new(), findings: opened.findings.clone() };
        let Some(week) = opened.sound() else { return rebuilt };
        let composer = match self.office.composer(week) {
            Ok(composer) => composer,
            Err(findings) => return Rebuilt { files: BTreeSet::new(), findings },
        };
        let office = &self.office.generation_for(week).office;
        let prepare =
            |due: &Due, formats: &[Format]| Paper::prepare(&composer, due, formats, (office, week), self.fonts.fonts);
        let record = (file.to_owned(), Hash::of_text(week.span.source().text()));
        let all_due = self.office.due(week);
        let papers: Vec<Rebuilt> =
            all_due.into_par_iter().map(|due| self.paper(&due, week, &record, prepare)).collect();
        for paper in papers {
            rebuilt.files.extend(paper.files);
            rebuilt.findings.extend(paper.findings);
        }
        rebuilt
    }

    /// Makes a paper again in those of its formats that the manifest names.
    fn paper(
        &self,
        due: &Due,
        week: &Week,
        record: &(String, Hash),
        prepare: impl Fn(&Due, &[Format]) -> Result<Paper, Vec<Diagnostic>>,
    ) -> Rebuilt {
        let name = self.office.filed_as(week);
        let mut named: Vec<(Format, String, &Entry)> = Vec::new();
        for format in &due.formats {
            let path = path_of(&name, due, *format);
            if let Some(entry) = self.known.papers.get(&path) {
                named.push((*format, path, entry));
            }
        }
        if named.is_empty() {
            return Rebuilt::default();
        }
        let formats: Vec<Format> = named.iter().map(|(format, ..)| *format).collect();
        let paper = match prepare(due, &formats) {
            Ok(paper) => paper,
            Err(findings) => return Rebuilt { files: BTreeSet::new(), findings },
        };
        let records = inputs::records(self.office, record.clone(), &paper.compared);
        let inputs =
            inputs::inputs(self.office, &self.offices, self.fonts, records, due, week.period.value.office_day());
        let compare = named.par_iter().filter_map(|(format, path, entry)| {
            let file = Compared { path, entry, now: inputs.as_ref()?, week, pages: paper.pages(*format) };
            paper.print(*format, self.fonts.fonts).map_or_else(Some, |bytes| self.compare(&file, &bytes))
        });
        let findings = compare.collect();
        Rebuilt { files: named.iter().map(|(_, path, _)| path.clone()).collect(), findings }
    }

    fn compare(&self, file: &Compared, bytes: &[u8]) -> Option<Diagnostic> {
        let path = self.place.join(file.path);
        // Whoever compares files with the manifest reports one that is missing or cannot be read.
        let old = match disk::bytes(&path, MOST_COMPARED_BYTES) {
            Ok(old) => old,
            Err(error @ ReadError::TooLarge { .. }) => return Some(file.too_large(&path, &error)),
            Err(_) => return None,
        };
        if old == bytes {
            return file.other_pages(&path);
        }
        let part = first_difference(&old, bytes);
        let was_damaged = Hash::of_bytes(&old) != file.entry.hash;
        let causes = differences(file.entry, file.now, &self.known, &self.here);
        let from = match causes.first() {
            _ if was_damaged => Cause::Damaged.to_string(),
            Some(cause) => cause.to_string(),
            None => format!(
                "记下的来源都没有变；它由程序 {} 做成，现在的程序是 {}",
                file.entry.program,
                env!("CARGO_PKG_VERSION")
            ),
        };
        let message = format!("重做的「{}」与原来的不同：{part}；从这里起不同：{from}", display(&path));
        let help = "要照原样重做，用当时的记录、office.yaml、模板、字体和程序；确实改了，运行 zhoubao build";
        Some(findings::DIFFERS.finding(message).at(file.week.period.span.clone(), "这一周").help(help))
    }
}

/// Several papers are held in memory at a time.
const MOST_COMPARED_BYTES: u64 = 32 * 1024 * 1024;

/// A file that is compared.
struct Compared<'a> {
    path: &'a str,
    entry: &'a Entry,
    now: &'a Inputs,
    week: &'a Week,
    pages: Option<usize>,
}

impl Compared<'_> {
    fn too_large(&self, path: &Path, error: &ReadError) -> Diagnostic {
        let message = format!("重做的「{}」与原来的不同：原来的文件{error}", display(path));
        findings::DIFFERS.finding(message).at(self.week.period.span.clone(), "这一周").help(error.help())
    }

    /// Where the manifest counts other pages than the file at `path` has.
    fn other_pages(&self, path: &Path) -> Option<Diagnostic> {
        if self.entry.pages == self.pages {
            return None;
        }
        let [said, is] = [self.entry.pages, self.pages].map(|pages| pages.unwrap_or(0));
        let message = format!("清单里「{}」的面数是 {said}，实际是 {is}", display(path));
        Some(findings::DIFFERS.finding(message).help("清单被改动过：从版本库取回，或者用 --force 重做"))
    }
}
