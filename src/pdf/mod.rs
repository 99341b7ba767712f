//! A galley as PDF/A-2a and PDF/UA-1: every mark of its pages drawn at its place, and its elements as the structure.
//!
//! The same galley and fonts give the same bytes on every run, thread and machine: no clock, no chance and no path
//! goes in. See ISO 32000-1 (PDF 1.7), ISO 19005-2 (PDF/A-2), ISO 14289-1 (PDF/UA-1) and GB/T 23286 for what the
//! standards ask; what could break them is looked at where it is written, and told as a [`PdfError`].

mod colour_profile;
mod content;
mod deflated;
mod error;
mod font;
mod metadata;
mod outline;
mod page;
mod picture;
mod refs;
mod run;
mod standard;
mod structure;
mod tags;

use pdf_writer::{Finish, Name, Pdf, Settings, TextStr};

use self::content::Contents;
pub use self::error::PdfError;
use self::page::PageTree;
use self::refs::Refs;
use crate::layout::fonts::Fonts;
use crate::layout::{Galley, Pt};

/// A paper takes some 200 KB.
const USUAL_SIZE: usize = 256 * 1024;

/// The paper as a PDF file.
///
/// # Errors
/// A font that cannot be used, a character that its run's face lacks, a picture that cannot be read, or whatever else
/// the standards forbid.
pub fn write(galley: &Galley, fonts: &Fonts) -> Result<Vec<u8>, PdfError> {
    let mut pdf = Pdf::with_settings_and_capacity(Settings { pretty: false }, USUAL_SIZE);
    pdf.set_version(1, 7);
    let mut refs = Refs::default();
    let catalog = refs.next();
    let Contents { sheets, structure, subsets, pictures } = Contents::draw(galley, fonts)?;
    let pages = PageTree::number(&sheets, &mut refs);
    let fonts = subsets.write(&mut pdf, &mut refs)?;
    pages.write(&mut pdf, &mut refs, &sheets, &fonts, &pictures);
    let outline = outline::write(&mut pdf, &mut refs, structure.headings(), &pages);
    let tree = structure.into_tree().write(&mut pdf, &mut refs, &pages);
    let profile = colour_profile::write(&mut pdf, &mut refs);
    // All that stands on the pages and how it looks has been written: this names the file.
    let metadata = metadata::write(&mut pdf, &mut refs, galley)?;

    let mut root = pdf.catalog(catalog);
    root.pages(pages.root).lang(TextStr(metadata::LANGUAGE)).metadata(metadata.xmp);
    root.mark_info().marked(true);
    root.viewer_preferences().display_doc_title(true);
    if let Some(outline) = outline {
        root.outlines(outline);
    }
    colour_profile::intend(&mut root, profile);
    root.pair(Name(b"StructTreeRoot"), tree);
    root.finish();
    standard::check(&pdf)?;
    pdf.set_file_id((metadata.identifier.clone(), metadata.identifier));
    Ok(pdf.finish())
}

/// How far above a page's bottom a place is that is so far below its top, to the ten thousandth of a point: the difference
/// of two such lengths is not one of them but for rounding.
#[expect(clippy::cast_possible_truncation, reason = "a page is some 842 pt long")]
fn above_bottom(height: f32, below_top: Pt) -> f32 {
    const FINEST: f64 = 1e4;
    (((f64::from(height) * FINEST).round() - (below_top.0 * FINEST).round()) / FINEST) as f32
}

/// Lengths on a page need no more digits than this.
#[expect(clippy::cast_possible_truncation, reason = "a page is some 842 pt long")]
fn pt(length: Pt) -> f32 {
    length.0 as f32
}
