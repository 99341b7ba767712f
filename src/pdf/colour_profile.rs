//! What the file's colours mean: those of sRGB, in a profile of our own making.
//!
//! PDF/A asks for a profile where colours are not of any device. The figures are those of sRGB (IEC 61966-2-1), its
//! primaries as the profile connection space has them (D50, by Bradford's matrix); the form is that of ICC.1:2010 (version
//! 4.2), with a parametric curve.

use pdf_writer::types::OutputIntentSubtype;
use pdf_writer::writers::Catalog;
use pdf_writer::{Filter, Finish, Pdf, Ref, TextStr};

use super::deflated::deflated;
use super::refs::Refs;

const NAME: &str = "sRGB IEC61966-2.1";

/// Writes the profile.
pub fn write(pdf: &mut Pdf, refs: &mut Refs) -> Ref {
    let id = refs.next();
    let bytes = deflated(&srgb());
    pdf.icc_profile(id, &bytes).n(3).filter(Filter::FlateDecode);
    id
}

/// Says in the catalogue that colours are meant so.
pub fn intend(catalog: &mut Catalog, profile: Ref) {
    let mut intents = catalog.output_intents();
    let mut intent = intents.push();
    intent.subtype(OutputIntentSubtype::PDFA);
    intent.output_condition_identifier(TextStr(NAME)).info(TextStr(NAME)).dest_output_profile(profile);
    intent.finish();
}

/// A number with sixteen binary places (s15Fixed16Number).
#[expect(clippy::cast_possible_truncation, reason = "all are between -1 and 13")]
fn fixed(number: f64) -> [u8; 4] {
    ((number * 65536.0).round() as i32).to_be_bytes()
}

/// An element of the profile: its type, four empty bytes, and numbers.
fn numbers(kind: [u8; 4], numbers: &[f64]) -> Vec<u8> {
    let mut element = kind.to_vec();
    element.extend([0; 4]);
    element.extend(numbers.iter().flat_map(|number| fixed(*number)));
    element
}

/// A text in English.
fn text(words: &str) -> Vec<u8> {
    let utf_16: Vec<u8> = words.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let mut element = b"mluc\0\0\0\0".to_vec();
    let length = u32::try_from(utf_16.len()).unwrap_or_default();
    for number in [1, 12, u32::from_be_bytes(*b"enUS"), length, 28] {
        element.extend(number.to_be_bytes());
    }
    element.extend(utf_16);
    element.resize(element.len().next_multiple_of(4), 0);
    element
}

/// The profile.
fn srgb() -> Vec<u8> {
    // Parametric curve of type 3: linear below a bound, a power above.
    let mut curve = b"para\0\0\0\0\0\x03\0\0".to_vec();
    curve.extend([2.4, 1.0 / 1.055, 0.055 / 1.055, 1.0 / 12.92, 0.04045].into_iter().flat_map(fixed));
    let adapted = [
        1.047_811_2,
        0.022_886_6,
        -0.050_127,
        0.029_542_4,
        0.990_484_4,
        -0.017_049_1,
        -0.009_234_5,
        0.015_043_6,
        0.752_131_6,
    ];
    let elements: [(&[&[u8; 4]], Vec<u8>); 8] = [
        (&[b"desc"], text(NAME)),
        (&[b"cprt"], text("CC0")),
        (&[b"wtpt"], numbers(*b"XYZ ", &[0.9642, 1.0, 0.8249])),
        (&[b"chad"], numbers(*b"sf32", &adapted)),
        (&[b"rXYZ"], numbers(*b"XYZ ", &[0.436_074_7, 0.222_504_5, 0.013_932_2])),
        (&[b"gXYZ"], numbers(*b"XYZ ", &[0.385_064_9, 0.716_878_6, 0.097_104_5])),
        (&[b"bXYZ"], numbers(*b"XYZ ", &[0.143_080_4, 0.060_616_9, 0.714_173_3])),
        (&[b"rTRC", b"gTRC", b"bTRC"], curve),
    ];
    let tags: usize = elements.iter().map(|(names, _)| names.len()).sum();
    let mut table = u32::try_from(tags).unwrap_or_default().to_be_bytes().to_vec();
    let begin = HEADER + 4 + 12 * tags;
    let mut data: Vec<u8> = Vec::new();
    for (names, element) in &elements {
        let place = u32::try_from(begin + data.len()).unwrap_or_default();
        let length = u32::try_from(element.len()).unwrap_or_default();
        for name in *names {
            table.extend(**name);
            table.extend(place.to_be_bytes());
            table.extend(length.to_be_bytes());
        }
        data.extend(element);
    }
    let mut profile = header(begin + data.len());
    profile.extend(table);
    profile.extend(data);
    profile
}

/// In bytes.
const HEADER: usize = 128;

fn header(size: usize) -> Vec<u8> {
    let mut header = u32::try_from(size).unwrap_or_default().to_be_bytes().to_vec();
    header.extend([0; 4]);
    header.extend([4, 0x20, 0, 0]);
    header.extend(b"mntrRGB XYZ ");
    // The day that sRGB's last figures were published, 18 October 1999: a profile has one, and no clock is asked.
    for part in [1999_u16, 10, 18, 0, 0, 0] {
        header.extend(part.to_be_bytes());
    }
    header.extend(b"acsp");
    header.extend([0; 28]);
    header.extend([0.9642, 1.0, 0.8249].into_iter().flat_map(fixed));
    header.resize(HEADER, 0);
    header
}
