//! A galley as PDF: typst sets the finished lines through one fixed template and exports them as PDF/A-2a and PDF/UA-1.
//!
//! The same galley and fonts give the same bytes on every run, thread and machine: no clock, no chance and no path
//! goes in. See ISO 19005-2 (PDF/A-2), ISO 14289-1 (PDF/UA-1) and GB/T 23286 for what the standards ask.

mod data;
mod faces;
mod world;

use std::fmt;
use std::path::PathBuf;

use typst::diag::SourceDiagnostic;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use self::data::Paper;
use self::faces::Faces;
use self::world::PaperWorld;
use crate::layout::Galley;
use crate::layout::fonts::Fonts;

/// Why there is no PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PdfError {
    /// This font file cannot be read, or is no font.
    Font { path: PathBuf, index: u32 },
    /// Typst's own words, one message a line. As the template is fixed, a warning counts too: the page is then not
    /// what was meant.
    Typst(String),
}

impl fmt::Display for PdfError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Font { path, index } => write!(f, "字体文件无法使用：{}（第{}个字形）", path.display(), index + 1),
            Self::Typst(message) => f.write_str(message),
        }
    }
}

impl std::error::Error for PdfError {}

/// After how many further papers typst forgets a result that none of them used. Without it memory grows without end;
/// with less, what all papers share (fonts, the template) would be made anew.
const KEPT_RESULTS: usize = 4;

/// The paper as a PDF file.
///
/// # Errors
/// A font that cannot be used, a character that its piece's face lacks, or whatever else typst objects to.
pub fn write(galley: &Galley, fonts: &Fonts) -> Result<Vec<u8>, PdfError> {
    let faces = Faces::of(galley, fonts)?;
    let data = serde_json::to_vec(&Paper::new(galley, fonts, &faces)).map_err(|e| PdfError::Typst(e.to_string()))?;
    let ident = String::from_utf8_lossy(&data).into_owned();
    let world = PaperWorld::new(&faces, data)?;
    let pdf = compile(&world).and_then(|document| export(&document, ident));
    comemo::evict(KEPT_RESULTS);
    pdf
}

fn compile(world: &PaperWorld) -> Result<PagedDocument, PdfError> {
    let compiled = typst::compile::<PagedDocument>(world);
    let document = compiled.output.map_err(|errors| refusal(&errors))?;
    if compiled.warnings.is_empty() { Ok(document) } else { Err(refusal(&compiled.warnings)) }
}

/// `ident` identifies the file; typst writes no more than its hash.
fn export(document: &PagedDocument, ident: String) -> Result<Vec<u8>, PdfError> {
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
        .map_err(|error| PdfError::Typst(error.message().to_string()))?;
    let options = PdfOptions {
        ident: Smart::Custom(ident),
        creator: Smart::Custom(Some("zhoubao".to_owned())),
        timestamp: None,
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(document, &options).map_err(|errors| refusal(&errors))
}

fn refusal(diagnostics: &[SourceDiagnostic]) -> PdfError {
    let messages = diagnostics
        .iter()
        .flat_map(|one| std::iter::once(one.message.as_str()).chain(one.hints.iter().map(|hint| hint.v.as_str())));
    PdfError::Typst(messages.collect::<Vec<_>>().join("\n"))
}
