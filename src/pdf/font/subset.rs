//! One font of a paper: the glyphs of a face that the paper shows, each under a code of its own.

use std::collections::HashMap;

use pdf_writer::types::{CidFontType, FontFlags, SystemInfo};
use pdf_writer::{Filter, Finish, Name, Pdf, Rect, Ref, Str};
use sha2::{Digest, Sha256};

use super::face_notes::FaceNotes;
use super::outlines::{Outlines, Program};
use super::to_unicode;
use super::used::Used;
use crate::layout::fonts::{Face, GlyphId};
use crate::pdf::deflated::deflated;
use crate::pdf::error::PdfError;
use crate::pdf::refs::Refs;

/// Codes are the numbers of the font's own glyphs, in two bytes.
const IDENTITY: &[u8] = b"Identity-H";
const SYSTEM: SystemInfo = SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };

/// Gaps behind glyphs become part of them in steps of so many thousandths of the font's size: two are the gap between Han
/// and Latin. The rest, at most half a step, no reader takes for a blank: poppler and pdf.js do from a tenth of the size
/// on, MuPDF and PDFium from more. So letters that are merely set apart to fill a line stay as they are.
const STEP: f32 = 125.0;
/// A gap that is wider is one between two texts on a line: that a reader takes it for a blank is right.
const WIDEST_GAP: f32 = 1000.0;

pub struct Subset<'a> {
    face: &'a Face,
    notes: &'a FaceNotes,
    codes: HashMap<(Used, char), u16>,
    /// By their codes. The first is the one for what a font lacks, which no paper shows.
    used: Vec<Used>,
    characters: Vec<Option<char>>,
}

impl<'a> Subset<'a> {
    pub fn new(face: &'a Face) -> Result<Self, PdfError> {
        let notes = FaceNotes::for_face(face).ok_or_else(|| unusable(face))?;
        if notes.is_restricted {
            return Err(PdfError::Standard("字体的许可不允许嵌入文件".to_owned()));
        }
        let lacking = Used { glyph: GlyphId(0), widening: 0 };
        Ok(Self { face, notes, codes: HashMap::new(), used: vec![lacking], characters: vec![None] })
    }

    /// The code of a glyph that stands for a character and is followed by the next glyph after `advance`; and what its
    /// advance in the font is. Both in thousandths of the font's size.
    pub fn code(&mut self, glyph: GlyphId, character: char, advance: f32) -> Result<(u16, f32), PdfError> {
        check_character(character)?;
        let own = self.thousandths(self.notes.advance(glyph));
        let widening = if self.notes.may_widen { self.widening(advance - own) } else { 0 };
        let used = Used { glyph, widening };
        let widened = own + self.thousandths(widening);
        // Where `subsetter` numbers the glyphs, each has one number, whatever characters it stands for.
        let told_apart = if self.notes.may_widen { character } else { char::default() };
        if let Some(code) = self.codes.get(&(used, told_apart)) {
            return Ok((*code, widened));
        }
        let code = u16::try_from(self.used.len()).map_err(|_| PdfError::Other("字太多，一份 PDF 装不下".to_owned()))?;
        self.codes.insert((used, told_apart), code);
        self.used.push(used);
        self.characters.push(Some(character));
        Ok((code, widened))
    }

    /// The face's units that make up for a gap.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between no units and one em")]
    fn widening(&self, gap: f32) -> u16 {
        let steps = (gap / STEP).round();
        if steps < 1.0 || gap > WIDEST_GAP {
            return 0;
        }
        (steps * STEP * f32::from(self.notes.units_per_em) / 1000.0).round() as u16
    }

    fn thousandths(&self, units: u16) -> f32 {
        f32::from(units) * 1000.0 / f32::from(self.notes.units_per_em)
    }

    pub fn write(&self, pdf: &mut Pdf, refs: &mut Refs) -> Result<Ref, PdfError> {
        let written = self.face.look(|data, index| {
            let parsed = ttf_parser::Face::parse(data, index).ok()?;
            let name = self.name(&parsed);
            let cut = Outlines::read(data, index, &parsed).font(&self.notes.codes, &name, &self.used)?;
            Some(self.write_cut(&parsed, &name, &cut, pdf, refs))
        });
        written.flatten().ok_or_else(|| unusable(self.face))
    }

    fn write_cut(&self, face: &ttf_parser::Face, name: &str, cut: &Program, pdf: &mut Pdf, refs: &mut Refs) -> Ref {
        let [font, descendant, descriptor, unicode, program] = std::array::from_fn(|_| refs.next());
        let base = if cut.is_cff { format!("{name}-Identity-H") } else { name.to_owned() };
        let mut whole = pdf.type0_font(font);
        whole.base_font(Name(base.as_bytes())).encoding_predefined(Name(IDENTITY));
        whole.descendant_font(descendant).to_unicode(unicode);
        whole.finish();
        let mut by_numbers = pdf.cid_font(descendant);
        by_numbers.subtype(if cut.is_cff { CidFontType::Type0 } else { CidFontType::Type2 });
        by_numbers.base_font(Name(name.as_bytes())).system_info(SYSTEM).font_descriptor(descriptor);
        if !cut.is_cff {
            by_numbers.cid_to_gid_map_predefined(Name(b"Identity"));
        }
        by_numbers.default_width(USUAL_WIDTH);
        let widths: Vec<f32> = self
            .used
            .iter()
            .map(|used| self.thousandths(self.notes.advance(used.glyph).saturating_add(used.widening)))
            .collect();
        let mut listed = by_numbers.widths();
        let mut first = 0;
        for alike in widths.chunk_by(|one, next| one.to_bits() == next.to_bits()) {
            let width = alike.first().copied().unwrap_or(USUAL_WIDTH);
            let next = first + u16::try_from(alike.len()).unwrap_or_default();
            if width.to_bits() != USUAL_WIDTH.to_bits() {
                listed.same(first, next - 1, width);
            }
            first = next;
        }
        listed.finish();
        by_numbers.finish();
        describe(face, pdf, descriptor, name, cut, program);
        let map = deflated(&to_unicode::map(&self.characters));
        pdf.stream(unicode, &map).filter(Filter::FlateDecode);
        let mut stream = pdf.stream(program, &cut.bytes);
        stream.filter(Filter::FlateDecode);
        if cut.is_cff {
            stream.pair(Name(b"Subtype"), Name(b"CIDFontType0C"));
        }
        if let Some(length) = cut.length {
            stream.pair(Name(b"Length1"), i32::try_from(length).unwrap_or_default());
        }
        stream.finish();
        font
    }

    /// The face's name, behind six letters that tell one selection of its glyphs from another (ISO 32000-1, 9.6.4).
    fn name(&self, face: &ttf_parser::Face) -> String {
        let mut hash = Sha256::new();
        for used in &self.used {
            hash.update(used.glyph.0.to_be_bytes());
            hash.update(used.widening.to_be_bytes());
        }
        let letters: String = hash.finalize().iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect();
        let names = face.names().into_iter();
        let own = names
            .filter(|name| name.name_id == ttf_parser::name_id::POST_SCRIPT_NAME)
            .find_map(|name| name.to_string());
        let own: String =
            own.unwrap_or_default().chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect();
        let own = if own.is_empty() { "Font".to_owned() } else { own };
        format!("{letters}+{own}")
    }
}

fn describe(face: &ttf_parser::Face, pdf: &mut Pdf, id: Ref, name: &str, cut: &Program, program: Ref) {
    let per_em = 1000.0 / f32::from(face.units_per_em().max(1));
    let bounds = face.global_bounding_box();
    let [left, bottom, right, top] =
        [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max].map(|units| f32::from(units) * per_em);
    let mut flags = FontFlags::SYMBOLIC;
    flags.set(FontFlags::FIXED_PITCH, face.is_monospaced());
    flags.set(FontFlags::ITALIC, face.italic_angle() != 0.0);
    let ascent = f32::from(face.ascender()) * per_em;
    let mut descriptor = pdf.font_descriptor(id);
    descriptor.name(Name(name.as_bytes())).flags(flags).bbox(Rect::new(left, bottom, right, top));
    descriptor.italic_angle(face.italic_angle()).ascent(ascent).descent(f32::from(face.descender()) * per_em);
    descriptor.cap_height(face.capital_height().map_or(ascent, |height| f32::from(height) * per_em));
    descriptor.stem_v(stem(face.weight().to_number()));
    if cut.is_cff {
        descriptor.font_file3(program);
    } else {
        descriptor.font_file2(program);
    }
}

fn unusable(face: &Face) -> PdfError {
    PdfError::Font { path: face.path.clone(), index: face.index }
}

/// An ideograph's.
const USUAL_WIDTH: f32 = 1000.0;

/// How thick upright strokes are, by a font's weight from 100 to 900. No font's tables tell it; this is what other writers
/// take.
fn stem(weight: u16) -> f32 {
    10.0 + 0.244 * (f32::from(weight) - 50.0)
}

/// Whether others can know which character is meant (ISO 19005-2, 6.2.11.7).
fn check_character(character: char) -> Result<(), PdfError> {
    match character {
        '\0' | '\u{feff}' | '\u{fffe}' => Err(PdfError::unusable(character)),
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{ffffd}' | '\u{100000}'..='\u{10fffd}' => {
            Err(PdfError::private(character))
        }
        _ => Ok(()),
    }
}
