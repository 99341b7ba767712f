//! Making all papers again in memory, and comparing them with those on the disk byte for byte.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::part::first_difference;
use crate::archive::inputs::{self, KnownFonts, OfficeStates};
use crate::archive::making::{Cause, below, differences, path_of};
use crate::archive::manifest::{self, Entry, Inputs, Manifest};
use crate::diagnostic::Diagnostic;
use crate::press;
use crate::press::hash::Hash;
use crate::record::find::{OfficeFolder, display};
use crate::record::week::Week;
use crate::workspace::findings;
use crate::workspace::{Format, due};
use crate::workspace::{OfficeDesk, WeekDesk};

/// What came of making an office's papers again.
#[derive(Debug, Default)]
pub struct Rebuilt {
    /// The files that were compared, below the office's folder.
    pub files: BTreeSet<String>,
    pub findings: Vec<Diagnostic>,
}

/// Weeks that are made before their results are told: bounds memory.
const BATCH: usize = 64;

/// Makes the papers of the weeks of `folder` again that the manifest in `out` names, and compares them.
///
/// # Errors
/// Where the manifest cannot be read.
pub fn rebuild(
    desk: &OfficeDesk,
    folder: &OfficeFolder,
    fonts: &KnownFonts,
    out: &Path,
) -> Result<Rebuilt, Diagnostic> {
    let place = out.join(&desk.name);
    let known = manifest::read(&place)?;
    let offices = OfficeStates::of(desk);
    let mut here = Manifest::default();
    here.offices.extend(offices.all());
    here.fonts.insert(fonts.name, fonts.faces.clone());
    let site = Site { desk, fonts, place, known, here, offices };
    let mut rebuilt = Rebuilt::default();
    let weeks: Vec<(&PathBuf, WeekDesk)> = folder.weeks.iter().zip(desk.weeks(folder)).collect();
    for batch in weeks.chunks(BATCH) {
        let results: Vec<Rebuilt> =
            batch.par_iter().map(|(path, opened)| site.week(&below(&folder.path, path), opened)).collect();
        for week in results {
            rebuilt.files.extend(week.files);
            rebuilt.findings.extend(week.findings);
        }
    }
    if folder.neighbours().is_empty() {
        rebuilt.findings.extend(unrebuilt(&site, &rebuilt.files));
    }
    Ok(rebuilt)
}

/// What the manifest names and no record of the office gives.
fn unrebuilt(site: &Site, compared: &BTreeSet<String>) -> Option<Diagnostic> {
    let left: Vec<&String> = site.known.papers.keys().filter(|path| !compared.contains(*path)).collect();
    let first = left.first()?;
    let file = display(&site.place.join(first));
    let message = format!("清单里有 {} 个文件没有重做，没有可以照着做的记录，第一个是「{file}」", left.len());
    Some(
        findings::UNREBUILT
            .finding(message)
            .help("把记录放回去，或先改好它的错误；作废的文书删掉，再运行 zhoubao build"),
    )
}

struct Site<'a> {
    desk: &'a OfficeDesk,
    fonts: &'a KnownFonts<'a>,
    place: PathBuf,
    known: Manifest,
    here: Manifest,
    offices: OfficeStates,
}

impl Site<'_> {
    fn week(&self, file: &str, opened: &WeekDesk) -> Rebuilt {
        let Some(week) = opened.sound() else {
            return Rebuilt { files: BTreeSet::new(), findings: opened.findings.clone() };
        };
        let start = week.period.value.start().value.to_string();
        let made = self.known.week(&start).map(|(path, _)| path.clone()).collect::<Vec<_>>();
        let composer = match self.desk.composer(week) {
            Ok(composer) => composer,
            Err(findings) => return Rebuilt { files: BTreeSet::new(), findings },
        };
        let hash = Hash::of_text(week.span.source().text());
        let papers = due(&self.desk.of_week(week).office, week).into_par_iter().map(|due| {
            let is_known = |format: &Format| made.contains(&path_of(&start, &due, *format));
            let formats: Vec<Format> = Format::ALL.into_iter().filter(is_known).collect();
            if formats.is_empty() {
                return Rebuilt::default();
            }
            let set = match press::set(&composer, &due, week, self.fonts.fonts) {
                Ok(set) => set,
                Err(findings) => return Rebuilt { files: BTreeSet::new(), findings },
            };
            let compared: Vec<_> = formats
                .par_iter()
                .map(|format| {
                    let format = *format;
                    let bytes = press::print(&set.galley, format, self.fonts.fonts)?;
                    let day = week.period.value.start().value;
                    let now = inputs::of(self.desk, &self.offices, self.fonts, (file, hash), &due, day);
                    let path = path_of(&start, &due, format);
                    let (Some(now), Some(entry)) = (now, self.known.papers.get(&path)) else { return Ok(None) };
                    let pages = set.galley.pages.len();
                    Ok(self.compare(&Paper { path: &path, entry, now: &now, week, pages }, format, &bytes))
                })
                .collect();
            let files = formats.iter().map(|format| path_of(&start, &due, *format)).collect();
            let findings = compared.into_iter().filter_map(|result| result.unwrap_or_else(Some)).collect();
            Rebuilt { files, findings }
        });
        let mut all = Rebuilt { files: BTreeSet::new(), findings: opened.findings.clone() };
        for paper in papers.collect::<Vec<_>>() {
            all.files.extend(paper.files);
            all.findings.extend(paper.findings);
        }
        all
    }

    fn compare(&self, paper: &Paper, format: Format, bytes: &[u8]) -> Option<Diagnostic> {
        let path = self.place.join(paper.path);
        // That one is missing is told by whoever compares files with the manifest.
        let old = std::fs::read(&path).ok()?;
        if old == bytes {
            let message = format!("清单里「{}」的面数是 {}，实际是 {}", display(&path), paper.entry.pages, paper.pages);
            let finding = findings::DIFFERS.finding(message).help("清单被改动过：从版本库取回，或者用 --force 重做");
            return (paper.entry.pages != paper.pages).then_some(finding);
        }
        let part = first_difference(format, &old, bytes);
        let was_damaged = Hash::of(&old) != paper.entry.hash;
        let causes = differences(paper.entry, paper.now, &self.known, &self.here);
        let from = match causes.first() {
            _ if was_damaged => Cause::Damaged.to_string(),
            Some(cause) => cause.to_string(),
            None => format!(
                "记下的来源都没有变；它由程序 {} 做成，现在的程序是 {}",
                paper.entry.program,
                env!("CARGO_PKG_VERSION")
            ),
        };
        let message = format!("重做的「{}」与原来的不同：{part}；从这里起不同：{from}", display(&path));
        let help = "要照原样重做，用当时的记录、office.yaml、模板、字体和程序；确实改了，运行 zhoubao build";
        Some(findings::DIFFERS.finding(message).at(paper.week.period.span.clone(), "这一周").help(help))
    }
}

/// A file that is compared.
struct Paper<'a> {
    path: &'a str,
    entry: &'a Entry,
    now: &'a Inputs,
    week: &'a Week,
    pages: usize,
}
