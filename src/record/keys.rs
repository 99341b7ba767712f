//! All keys of all records, for telling a key with a mistyped colon from a sentence that has a colon in it.

use super::acknowledgement::Acknowledgement;
use super::case::Case;
use super::checks::Checks;
use super::complaint::{CarriedOver, Complaint};
use super::issuing::{Issuing, Seal, Stamp};
use super::notice::{Notice, Person, Related};
use super::office::{Contact, Firm, InwardPaper, Office, OutwardPaper, Platform, Rounding, Superior};
use super::paper::PaperKind;
use super::week::{Assessment, Received, Reception, Reports, Returns, Section, Week};
use crate::diagnostic::Edit;
use crate::source::Span;

/// What a record that is not listed here has as keys is only not mended without asking.
const ALL: &[&[(&str, &str)]] = &[
    Week::KEYS,
    &[("起", ""), ("止", "")],
    Reception::KEYS,
    Assessment::KEYS,
    Returns::KEYS,
    Reports::KEYS,
    Received::KEYS,
    Section::KEYS,
    Notice::KEYS,
    Person::KEYS,
    Related::KEYS,
    Complaint::KEYS,
    CarriedOver::KEYS,
    Case::KEYS,
    Acknowledgement::KEYS,
    Checks::KEYS,
    Office::KEYS,
    Superior::KEYS,
    Contact::KEYS,
    Rounding::KEYS,
    Platform::KEYS,
    Firm::KEYS,
    OutwardPaper::KEYS,
    InwardPaper::KEYS,
    Issuing::KEYS,
    Seal::KEYS,
    Stamp::KEYS,
    PaperKind::KEYS,
];

pub(super) fn is_key(word: &str) -> bool {
    ALL.iter().copied().flatten().any(|(key, _)| *key == word)
}

/// Lines of `key：value` or `key:value` that YAML took for a text: a colon and a space for each. Empty unless every line
/// begins with a key.
pub(super) fn colons(text: &Span) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut start = text.range().start;
    for line in text.text().split_inclusive('\n') {
        let colon = line.find(['：', ':']).filter(|colon| is_key(line[..*colon].trim()));
        let Some(colon) = colon else { return Vec::new() };
        let mark = line[colon..].chars().next().map_or(0, char::len_utf8);
        let place = Span::new(text.source(), start + colon..start + colon + mark);
        let spaced = line[colon + mark..].starts_with([' ', '\r', '\n']);
        edits.push(Edit { place, text: if spaced { ":" } else { ": " }.to_owned() });
        start += line.len();
    }
    edits
}
