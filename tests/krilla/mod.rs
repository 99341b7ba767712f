//! A galley as PDF by krilla, whose own checks of PDF/A-2a and PDF/UA-1 it passes: what the program's writer is held against.

mod error;
mod faces;
mod ink;
mod mark_info;
mod outline;
mod pages;
mod properties;
mod run;
mod structure;

use krilla::Document;

pub use self::error::PdfError;
use self::faces::Faces;
use self::structure::Structure;
use zhoubao::layout::Galley;
use zhoubao::layout::fonts::Fonts;

/// After how many further papers krilla forgets a font cut down to some characters that none of them used. Headings and
/// page numbers need the same ones in most papers, and cutting takes as long as all else. Without this memory would
/// grow without end; what is remembered changes the time and never the file.
const KEPT_FONTS: usize = 8;

/// The paper as a PDF file.
///
/// # Errors
/// A font that cannot be used, a character that its run's face lacks, a picture that cannot be read, or whatever else
/// the standards forbid.
pub fn write(galley: &Galley, fonts: &Fonts) -> Result<Vec<u8>, PdfError> {
    let mut document = Document::new_with(properties::settings()?);
    let mut structure = Structure::new(galley);
    pages::draw(galley, &mut Faces::new(fonts), &mut structure, &mut document)?;
    document.set_metadata(properties::metadata(galley));
    document.set_outline(outline::outline(&structure));
    document.set_tag_tree(structure.into_tree());
    let file = document.finish();
    comemo::evict(KEPT_FONTS);
    file.map(mark_info::without_suspects).map_err(PdfError::from)
}
