//! The package (OPC, ECMA-376 part 2): which parts a file has, how they refer to each other, and the zip.
//!
//! docx-rs would add comments, numbering, footnotes and custom properties, all empty; here stands only what a paper
//! needs.

use std::io::{Cursor, Write};
use std::sync::OnceLock;

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::{WordError, footer, styles};

pub(super) const DOCUMENT: &str = "word/document.xml";
pub(super) const CORE: &str = "docProps/core.xml";
pub(super) const FONT_TABLE: &str = "word/fontTable.xml";

const CONTENT_TYPES: &str = include_str!("parts/content_types.xml");
const PACKAGE_RELATIONS: &str = include_str!("parts/package.rels");
const DOCUMENT_RELATIONS: &str = include_str!("parts/document.rels");
const SETTINGS: &str = include_str!("parts/settings.xml");

/// The parts that are the same in every file, in their order.
fn constant_parts() -> Result<&'static [(&'static str, Vec<u8>)], WordError> {
    static PARTS: OnceLock<Vec<(&'static str, Vec<u8>)>> = OnceLock::new();
    if let Some(parts) = PARTS.get() {
        return Ok(parts);
    }
    let mut parts = vec![
        ("[Content_Types].xml", CONTENT_TYPES.into()),
        ("_rels/.rels", PACKAGE_RELATIONS.into()),
        ("word/_rels/document.xml.rels", DOCUMENT_RELATIONS.into()),
        ("word/settings.xml", SETTINGS.into()),
        ("word/styles.xml", styles::part()?),
    ];
    parts.extend(["word/footer1.xml", "word/footer2.xml"].into_iter().zip(footer::parts()?));
    Ok(PARTS.get_or_init(|| parts))
}

/// The zip of the constant parts and those of one paper, deflated, all dated 1980-01-01, the first day that a zip
/// can tell.
pub(super) fn pack<const N: usize>(own: &[(&str, Vec<u8>); N]) -> Result<Vec<u8>, WordError> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::DEFAULT)
        .system(zip::System::Dos);
    let mut zip = ZipWriter::new(Cursor::new(Vec::with_capacity(16 * 1024)));
    let constant = constant_parts()?.iter().map(|(name, part)| (*name, part.as_slice()));
    for (name, part) in constant.chain(own.iter().map(|(name, part)| (*name, part.as_slice()))) {
        zip.start_file(name, options)?;
        zip.write_all(part)?;
    }
    Ok(zip.finish()?.into_inner())
}
