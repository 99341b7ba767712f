//! Making a week's papers: composed, set, written in both formats, then put on the disk together.

use std::fmt::Write as _;
use std::path::PathBuf;

use rayon::prelude::*;
use sha2::{Digest as _, Sha256};

use super::desk::OfficeDesk;
use super::findings;
use super::paper::{Due, Format, due};
use super::write::{WriteError, is_right, whole};
use crate::compose::Composer;
use crate::diagnostic::{Diagnostic, Rule};
use crate::layout::fonts::Fonts;
use crate::layout::{self, Galley, LineCount, MissingGlyph};
use crate::record::week::Week;
use crate::{pdf, word};

/// What is to be made, and where it goes.
#[derive(Debug)]
pub struct Job<'a> {
    pub fonts: &'a Fonts,
    pub out: PathBuf,
    pub formats: Vec<Format>,
    /// Only these kinds; all where empty.
    pub kinds: Vec<String>,
    /// Write also what is already right.
    pub force: bool,
}

/// One file of a paper, on the disk.
#[derive(Debug)]
pub struct Made {
    pub due: Due,
    pub format: Format,
    pub path: PathBuf,
    pub sha256: String,
    pub pages: usize,
    /// It was already right and was left alone.
    pub fresh: bool,
}

/// What came of a file.
pub type Outcome = Result<Made, WriteError>;

/// What came of a week: its files, or why there are none.
#[derive(Debug, Default)]
pub struct WeekOutcome {
    pub findings: Vec<Diagnostic>,
    pub files: Vec<Outcome>,
    /// How the lines of each paper came out.
    pub lines: Vec<(Due, LineCount)>,
}

/// A paper made, in every format asked for.
struct Paper {
    files: Vec<File>,
    lines: (Due, LineCount),
    /// What a superior office might send it back for.
    warnings: Vec<Diagnostic>,
}

struct File {
    due: Due,
    format: Format,
    bytes: Vec<u8>,
    pages: usize,
}

impl Job<'_> {
    /// Makes the papers of one week. If one of them cannot be made, none is written.
    #[must_use]
    pub fn week(&self, desk: &OfficeDesk, week: &Week) -> WeekOutcome {
        let composer = match desk.composer(week) {
            Ok(composer) => composer,
            Err(findings) => return WeekOutcome { findings, ..WeekOutcome::default() },
        };
        let wanted: Vec<_> = due(&desk.office, week)
            .into_iter()
            .filter(|due| self.kinds.is_empty() || self.kinds.contains(&due.kind))
            .collect();
        let results: Vec<_> = wanted.into_par_iter().map(|due| self.paper(&composer, &due, week)).collect();

        let (mut files, mut lines, mut warnings) = (Vec::new(), Vec::new(), Vec::new());
        let mut findings: Vec<Diagnostic> = Vec::new();
        for result in results {
            match result {
                Ok(paper) => {
                    files.extend(paper.files);
                    lines.push(paper.lines);
                    warnings.extend(paper.warnings);
                }
                Err(found) => found.into_iter().for_each(|finding| {
                    if !findings.contains(&finding) {
                        findings.push(finding);
                    }
                }),
            }
        }
        desk.weigh(week, &mut warnings);
        if !findings.is_empty() || warnings.iter().any(Diagnostic::holds_up) {
            findings.extend(warnings);
            return WeekOutcome { findings, ..WeekOutcome::default() };
        }
        let folder = self.out.join(&desk.name).join(week.period.value.start().value.to_string());
        let files = files.into_par_iter().map(|file| self.put(&folder, file)).collect();
        WeekOutcome { findings: warnings, files, lines }
    }

    fn paper(&self, composer: &Composer, due: &Due, week: &Week) -> Result<Paper, Vec<Diagnostic>> {
        let document = composer.compose(&due.kind, &due.template, due.notice.map(|(at, _)| at))?;
        let galley =
            layout::set(&document, self.fonts).map_err(|missing| missing.iter().map(no_glyph).collect::<Vec<_>>())?;
        let pages = galley.pages.len();
        let make = |format: Format| {
            let bytes = match format {
                Format::Docx => word::write(&galley, self.fonts).map_err(|error| error.to_string()),
                Format::Pdf => pdf::write(&galley, self.fonts).map_err(|error| error.to_string()),
            };
            let bytes = bytes.map_err(|reason| {
                let message = format!(
                    "「{}」的 {format} 文件做不成",
                    document.title.as_ref().map_or_else(String::new, crate::document::Text::plain)
                );
                vec![findings::UNMADE.finding(message).help(format!("原话：{reason}"))]
            })?;
            Ok::<_, Vec<Diagnostic>>(File { due: due.clone(), format, bytes, pages })
        };
        let files = self.formats.par_iter().map(|format| make(*format)).collect::<Result<_, _>>()?;
        let warnings = warned(&galley, due, week);
        Ok(Paper { files, lines: (due.clone(), galley.count_lines()), warnings })
    }

    fn put(&self, folder: &std::path::Path, file: File) -> Outcome {
        let File { due, format, bytes, pages } = file;
        let path = folder.join(due.file(format));
        let fresh = !self.force && is_right(&path, &bytes);
        if !fresh {
            whole(&path, &bytes)?;
        }
        let mut sha256 = String::with_capacity(64);
        for byte in Sha256::digest(&bytes) {
            let _ = write!(sha256, "{byte:02x}");
        }
        Ok(Made { due, format, path, sha256, pages, fresh })
    }
}

/// What a superior office might send the paper back for.
fn warned(galley: &Galley, due: &Due, week: &Week) -> Vec<Diagnostic> {
    let name = match due.notice {
        Some((_, number)) => format!("{}-{number}", due.kind),
        None => due.kind.clone(),
    };
    let told = |rule: &'static Rule, what: &str, help: &str| {
        let message = format!("{name}「{}」{what}", galley.title);
        rule.finding(message).at(week.period.span.clone(), "这一周的文书").help(help)
    };
    let mut warnings = Vec::new();
    if !galley.begins_on_page_1() {
        warnings.push(told(
            &findings::FIRST_PAGE,
            "的首页没有正文",
            "公文首页必须显示正文（GB/T 9704—2012，7.3.3）：缩短标题或标志，减少联合行文的机关，或者把正文写长一些",
        ));
    }
    if galley.signature_stands_alone() {
        warnings.push(told(
            &findings::LONE_SIGNATURE,
            "的署名和日期单独在一面上，那一面没有正文",
            "署名不得单独成面（GB/T 9704—2012，7.3.5.4）：在署名前补一段正文，或者把末尾的表格移到附件里",
        ));
    }
    warnings
}

pub(super) fn no_glyph(missing: &MissingGlyph) -> Diagnostic {
    let code = u32::from(missing.character);
    let private = matches!(code, 0xE000..=0xF8FF | 0xF_0000..);
    let visible =
        if private || missing.character.is_control() { String::new() } else { format!("「{}」", missing.character) };
    let message = format!("哪种字体里都没有{visible}这个字（U+{code:04X}）");
    let help = "若是打错了请改正；确实要用，请装一种有这个字的字体，再运行 zhoubao fonts 核对";
    let diagnostic = findings::MISSING_GLYPH.finding(message).help(help);
    match missing.place() {
        Some(place) => diagnostic.at(place, "在这里"),
        None => diagnostic,
    }
}
