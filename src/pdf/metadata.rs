//! What the file says of itself: its standards, title, author, date and identifier.

use pdf_writer::{Date, Pdf, Ref, TextStr};
use sha2::{Digest, Sha256};
use xmp_writer::{DateTime, LangId, Timezone, XmpWriter};

use super::error::PdfError;
use super::refs::Refs;
use super::standard;
use crate::layout::{Galley, Ink, Part};

pub const LANGUAGE: &str = "zh-CN";
const PROGRAM: &str = "zhoubao";

/// Where a file says it.
pub struct Metadata {
    pub xmp: Ref,
    /// Of all that was written before.
    pub identifier: Vec<u8>,
}

/// Writes the metadata. What is in the file so far gives it its identifier: papers that differ in a glyph have two.
pub fn write(pdf: &mut Pdf, refs: &mut Refs, galley: &Galley) -> Result<Metadata, PdfError> {
    let title = title(galley);
    let author = galley.author.as_str();
    for text in [title.as_str(), author] {
        standard::check_text(text)?;
    }
    let (year, month, day) = day(galley.date);
    let digest = Sha256::new().chain_update(&title).chain_update(author).chain_update(pdf.as_bytes()).finalize();
    let identifier = digest.get(..16).unwrap_or_default().to_vec();

    let (info, xmp) = (refs.next(), refs.next());
    let date = Date::new(year).month(month).day(day).hour(0).minute(0).second(0).utc_offset_hour(0);
    let mut about = pdf.document_info(info);
    about.title(TextStr(&title)).creator(TextStr(PROGRAM)).creation_date(date).modified_date(date);
    if !author.is_empty() {
        about.author(TextStr(author));
    }
    drop(about);

    let when = DateTime {
        year,
        month: Some(month),
        day: Some(day),
        hour: Some(0),
        minute: Some(0),
        second: Some(0),
        timezone: Some(Timezone::Utc),
    };
    let name: String = identifier.iter().map(|byte| format!("{byte:02x}")).collect();
    let mut writer = XmpWriter::new();
    writer.title([(Some(LangId("x-default")), title.as_str())]);
    if !author.is_empty() {
        writer.creator([author]);
    }
    writer.creator_tool(PROGRAM).create_date(when).modify_date(when).language([LangId(LANGUAGE)]);
    writer.format("application/pdf").document_id(&name).instance_id(&name);
    writer.extension_schemas().pdfua_id().properties().describe_part();
    writer.pdfa_part(2).pdfa_conformance("A").pdfua_part(1);
    let packet = writer.finish(None);
    pdf.metadata(xmp, packet.as_bytes());
    Ok(Metadata { xmp, identifier })
}

/// PDF/UA demands a title; for a paper without one its first words stand in.
fn title(galley: &Galley) -> String {
    if !galley.title.trim().is_empty() {
        return galley.title.clone();
    }
    let drawn = galley.pages.iter().flat_map(|page| &page.drawn);
    let mut texts = drawn.filter_map(|drawn| match &drawn.ink {
        Ink::Glyphs(glyphs) if drawn.part != Part::Artifact => Some(&*glyphs.text),
        _ => None,
    });
    texts.find(|text| !text.trim().is_empty()).unwrap_or("公文").to_owned()
}

/// PDF/A demands a date, and no clock may be asked. A paper that states none gets the first day of 1970, which is no
/// paper's date.
fn day(date: Option<(i16, i8, i8)>) -> (u16, u8, u8) {
    let stated = date.and_then(|(year, month, day)| {
        let (year, month, day) = (u16::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?);
        ((1..=9999).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day))
            .then_some((year, month, day))
    });
    stated.unwrap_or((1970, 1, 1))
}
