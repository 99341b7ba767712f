//! What the file says of itself: its standards, title, author, date and identifier.

use krilla::SerializeSettings;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::metadata::{DateTime, Metadata};

use super::error::PdfError;
use zhoubao::layout::{Galley, Ink, Part};

pub fn settings() -> Result<SerializeSettings, PdfError> {
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| PdfError::Other(format!("{error:?}")))?;
    Ok(SerializeSettings { configuration, no_device_cs: true, ..SerializeSettings::default() })
}

pub fn metadata(galley: &Galley) -> Metadata {
    let text = text(galley);
    let metadata = Metadata::new()
        .language("zh-CN".to_owned())
        .title(title(galley, &text))
        .creator("zhoubao".to_owned())
        .creation_date(day(galley.date))
        // Krilla writes no more of it than its hash.
        .document_id(format!("{}\n{}\n{text}", galley.title, galley.author));
    if galley.author.is_empty() { metadata } else { metadata.authors(vec![galley.author.clone()]) }
}

/// PDF/UA demands a title; for a paper without one its first words stand in.
fn title(galley: &Galley, text: &str) -> String {
    let first = [galley.title.as_str()].into_iter().chain(text.lines()).find(|line| !line.trim().is_empty());
    first.unwrap_or("公文").to_owned()
}

/// PDF/A demands a date, and no clock may be asked. A paper that states none gets the first day of 1970, which is no
/// paper's date.
fn day(date: Option<(i16, i8, i8)>) -> DateTime {
    let stated = date.and_then(|(year, month, day)| {
        let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
        Some(DateTime::new(u16::try_from(year).ok()?).month(month).day(day))
    });
    stated.unwrap_or_else(|| DateTime::new(1970).month(1).day(1))
}

/// The text of all pages, one run a line.
fn text(galley: &Galley) -> String {
    let mut text = String::new();
    for drawn in galley.pages.iter().flat_map(|page| &page.drawn) {
        if let (Ink::Glyphs(glyphs), true) = (&drawn.ink, drawn.part != Part::Artifact) {
            text.push_str(&glyphs.text);
            text.push('\n');
        }
    }
    text
}
