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

pub(crate) fn is_key(word: &str) -> bool {
    ALL.iter().copied().flatten().any(|(key, _)| *key == word)
}
