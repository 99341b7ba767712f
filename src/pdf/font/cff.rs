//! Faces with cubic outlines (CFF, Adobe's Technical Notes 5176 and 5177): their glyphs, and a font of some of them.
//!
//! A glyph's program is copied as it is. So a face is plain only where its programs call no others; then a glyph that is to
//! be wider needs a dictionary of its own, which says so for all of its glyphs, and no program is touched.

use std::collections::BTreeMap;
use std::sync::Arc;

use read_fonts::ps::cff::CffFontRef;
use read_fonts::ps::cff::dict::{self, Entry};
use read_fonts::ps::cff::index::Index;
use read_fonts::ps::cff::v1;
use read_fonts::types::GlyphId as Id;
use read_fonts::{FontData, FontRead};

use super::coded::{Coded, Stream};
use super::face_codes::FaceCodes;
use super::outlines::Used;

/// What a font says once for some of its glyphs.
#[derive(Debug)]
struct Dictionary<'a> {
    /// All but the widths.
    entries: Vec<&'a [u8]>,
    /// The width of a glyph that says none, and what all others say theirs beyond, in the font's units.
    default_width: i32,
    nominal_width: i32,
}

/// A plain face.
pub struct Cff<'a> {
    font: CffFontRef<'a>,
    dictionaries: Vec<Dictionary<'a>>,
    bounds: [i16; 4],
}

/// Operators of dictionaries.
mod operator {
    pub const SUBRS: u16 = 19;
    pub const DEFAULT_WIDTH: u16 = 20;
    pub const NOMINAL_WIDTH: u16 = 21;
    pub const FONT_MATRIX: u16 = 12 << 8 | 7;
}

/// In one font's units. PDF counts fonts of this kind in thousandths.
const UNITS_PER_EM: u16 = 1000;

impl<'a> Cff<'a> {
    /// `None` where the face is not plain; `bounds` are those of all glyphs.
    pub fn read(table: &'a [u8], units_per_em: u16, bounds: [i16; 4]) -> Option<Self> {
        let font = CffFontRef::new_cff(table, 0, None).ok()?;
        if units_per_em != UNITS_PER_EM || font.global_subrs().count() > 0 {
            return None;
        }
        let whole = v1::Cff::read(FontData::new(table)).ok()?;
        let top = whole.top_dicts().get(0).ok()?;
        if raw_entries(top).any(|(operator, raw)| operator == operator::FONT_MATRIX && !is_thousandth(raw)) {
            return None;
        }
        let (mut own, mut array) = (None, None);
        for entry in dict::entries(top, None) {
            match entry.ok()? {
                Entry::PrivateDictRange(range) => own = Some(range),
                Entry::FdArrayOffset(offset) => array = Some(offset),
                _ => {}
            }
        }
        let mut dictionaries = Vec::new();
        match array {
            None => dictionaries.push(Dictionary::read(table.get(own?)?)?),
            Some(offset) => {
                let array = Index::new(table.get(offset..)?, false).ok()?;
                for at in 0..array.count() {
                    let font_dict = array.get(usize::try_from(at).ok()?).ok()?;
                    if raw_entries(font_dict).any(|(operator, _)| operator == operator::FONT_MATRIX) {
                        return None;
                    }
                    let range = dict::entries(font_dict, None).find_map(|entry| match entry {
                        Ok(Entry::PrivateDictRange(range)) => Some(range),
                        _ => None,
                    });
                    dictionaries.push(Dictionary::read(table.get(range?)?)?);
                }
            }
        }
        Some(Self { font, dictionaries, bounds })
    }

    /// How many glyphs the face has.
    pub fn count(&self) -> u32 {
        self.font.charstrings().count()
    }

    /// A glyph's program.
    pub fn program(&self, glyph: u16) -> Option<&'a [u8]> {
        self.font.charstrings().get(usize::from(glyph)).ok()
    }

    fn dictionary_of(&self, glyph: u16) -> Option<usize> {
        if self.dictionaries.len() == 1 {
            Some(0)
        } else {
            self.font.subfont_index(Id::new(u32::from(glyph))).map(usize::from)
        }
    }

    fn coded(&self, glyph: u16, codes: &FaceCodes) -> Option<Arc<Coded>> {
        self.program(glyph).map(|program| codes.glyph(glyph, || program.to_vec()))
    }

    /// A font of those glyphs in that order, as a deflated stream; `None` where the face lacks one.
    pub fn font(&self, name: &str, used: &[Used], codes: &FaceCodes) -> Option<Vec<u8>> {
        // A dictionary for each one of the face's, and for each widening.
        let mut kinds: BTreeMap<(usize, u16), u8> = BTreeMap::new();
        let mut kind_of = Vec::with_capacity(used.len());
        for glyph in used {
            let key = (self.dictionary_of(glyph.glyph.0)?, glyph.widening);
            let next = u8::try_from(kinds.len()).ok()?;
            kind_of.push(*kinds.entry(key).or_insert(next));
        }
        let mut in_order: Vec<((usize, u16), u8)> = kinds.into_iter().collect();
        in_order.sort_by_key(|(_, number)| *number);
        let privates: Option<Vec<Vec<u8>>> = in_order
            .iter()
            .map(|((own, widening), _)| Some(self.dictionaries.get(*own)?.widened(i32::from(*widening))))
            .collect();
        let privates = privates?;

        // A glyph of several widths has its program once, called by all of them.
        let mut times: BTreeMap<u16, usize> = BTreeMap::new();
        for glyph in used {
            *times.entry(glyph.glyph.0).or_default() += 1;
        }
        let shared: Vec<u16> = times.into_iter().filter(|(_, times)| *times > 1).map(|(glyph, _)| glyph).collect();
        let subroutines: Option<Vec<Arc<Coded>>> = shared.iter().map(|glyph| self.coded(*glyph, codes)).collect();
        let programs: Option<Vec<Arc<Coded>>> = used
            .iter()
            .map(|used| match shared.binary_search(&used.glyph.0) {
                Ok(number) => Some(Arc::new(Coded::new(codes.book(), &call(number, shared.len())))),
                Err(_) => self.coded(used.glyph.0, codes),
            })
            .collect();
        let (subroutines, programs) = (subroutines?, programs?);

        let head = [&[1, 0, 4, 4][..], &index(&[name.as_bytes()])].concat();
        let strings = index(&[b"Adobe", b"Identity"]);
        let subroutines_head = head_for(&subroutines);
        let charset = charset(used.len());
        let select = [&[0][..], &kind_of].concat();
        let programs_head = head_for(&programs);
        let top_length = index(&[&self.top(used.len(), [0; 4])]).len();

        let charset_at = head.len() + top_length + strings.len() + length(&subroutines_head, &subroutines);
        let select_at = charset_at + charset.len();
        let programs_at = select_at + select.len();
        let privates_at = programs_at + length(&programs_head, &programs);
        let mut at = privates_at;
        let mut font_dicts: Vec<Vec<u8>> = Vec::with_capacity(privates.len());
        for private in &privates {
            let mut dict = Vec::new();
            number(private.len(), &mut dict);
            number(at, &mut dict);
            dict.push(18);
            at += private.len();
            font_dicts.push(dict);
        }
        let array = index(&font_dicts.iter().map(Vec::as_slice).collect::<Vec<_>>());
        let top = index(&[&self.top(used.len(), [charset_at, select_at, programs_at, at])]);

        let mut stream = Stream::begin(codes.book());
        for piece in [&head, &top, &strings, &subroutines_head] {
            stream.bytes(piece);
        }
        stream.all_coded(&subroutines);
        for piece in [&charset, &select, &programs_head] {
            stream.bytes(piece);
        }
        stream.all_coded(&programs);
        stream.bytes(&privates.concat());
        stream.bytes(&array);
        Some(stream.finish())
    }

    /// The top dictionary of a font of so many glyphs, with the places of its charset, its choice of dictionaries, its
    /// programs and its array of dictionaries.
    fn top(&self, count: usize, [charset, select, programs, array]: [usize; 4]) -> Vec<u8> {
        // A font by numbers: of Adobe's collection Identity, which are the two strings of our own.
        let mut dict = Vec::new();
        for value in [391, 392, 0] {
            number(value, &mut dict);
        }
        dict.extend([12, 30]);
        for bound in self.bounds {
            dict.push(28);
            dict.extend(bound.to_be_bytes());
        }
        dict.push(5);
        for (value, operator) in
            [(count, &[12, 34][..]), (charset, &[15]), (select, &[12, 37]), (programs, &[17]), (array, &[12, 36])]
        {
            number(value, &mut dict);
            dict.extend(operator);
        }
        dict
    }
}

impl<'a> Dictionary<'a> {
    /// `None` where its glyphs call programs of their own.
    fn read(raw: &'a [u8]) -> Option<Self> {
        let mut read = Self { entries: Vec::new(), default_width: 0, nominal_width: 0 };
        for (operator, entry) in raw_entries(raw) {
            match operator {
                operator::SUBRS => return None,
                operator::DEFAULT_WIDTH => read.default_width = whole(entry)?,
                operator::NOMINAL_WIDTH => read.nominal_width = whole(entry)?,
                _ => read.entries.push(entry),
            }
        }
        Some(read)
    }

    /// The dictionary of glyphs that are so much wider.
    fn widened(&self, by: i32) -> Vec<u8> {
        let mut dict = self.entries.concat();
        for (width, operator) in [(self.default_width + by, 20), (self.nominal_width + by, 21)] {
            dict.push(29);
            dict.extend(width.to_be_bytes());
            dict.push(operator);
        }
        dict
    }
}

/// The entries of a dictionary as they stand, operands and all, each with its operator.
fn raw_entries(dict: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    let mut rest = dict;
    std::iter::from_fn(move || {
        let mut at = 0;
        loop {
            let first = *rest.get(at)?;
            at += match first {
                28 => 3,
                29 => 5,
                30 => 1 + rest.get(at + 1..)?.iter().position(|byte| byte & 0xf == 0xf)? + 1,
                247..=254 => 2,
                0..=21 => {
                    let is_long = first == 12;
                    let operator = if is_long { 12 << 8 | u16::from(*rest.get(at + 1)?) } else { u16::from(first) };
                    let (entry, behind) = rest.split_at_checked(at + 1 + usize::from(is_long))?;
                    rest = behind;
                    return Some((operator, entry));
                }
                _ => 1,
            };
        }
    })
}

/// The whole number that is an entry's one operand.
fn whole(entry: &[u8]) -> Option<i32> {
    match *entry {
        [28, high, low, _] => Some(i32::from(i16::from_be_bytes([high, low]))),
        [29, a, b, c, d, _] => Some(i32::from_be_bytes([a, b, c, d])),
        [first @ 32..=246, _] => Some(i32::from(first) - 139),
        [first @ 247..=250, second, _] => Some((i32::from(first) - 247) * 256 + i32::from(second) + 108),
        [first @ 251..=254, second, _] => Some(-(i32::from(first) - 251) * 256 - i32::from(second) - 108),
        _ => None,
    }
}

/// Whether a matrix says what is taken for granted, a thousandth: 0.001, .001 or 1E-3, as 30 with two digits a byte.
fn is_thousandth(entry: &[u8]) -> bool {
    [&[0x1e, 0x0a, 0x00, 0x1f][..], &[0x1e, 0xa0, 0x01, 0xff], &[0x1e, 0xa0, 0x01, 0xf0], &[0x1e, 0x1c, 0x3f]]
        .iter()
        .any(|number| entry.starts_with(number))
}

/// A whole number as an operand of five bytes, however small it is: so places have the same length before they are known.
fn number(value: usize, dict: &mut Vec<u8>) {
    dict.push(29);
    dict.extend(i32::try_from(value).unwrap_or_default().to_be_bytes());
}

/// A program that is one call of a subroutine of the whole font (Adobe's Technical Note 5177, 4.7).
fn call(number: usize, count: usize) -> Vec<u8> {
    let bias = match count {
        0..1240 => 107,
        1240..33_900 => 1131,
        _ => 32_768,
    };
    let number = i64::try_from(number).unwrap_or_default() - bias;
    let [high, low] = i16::try_from(number).unwrap_or_default().to_be_bytes();
    vec![28, high, low, 29]
}

/// The head of a list of what is in code.
fn head_for(coded: &[Arc<Coded>]) -> Vec<u8> {
    // An empty list has no more than its count.
    if coded.is_empty() {
        return vec![0, 0];
    }
    index_head(&coded.iter().map(|coded| coded.length).collect::<Vec<_>>())
}

/// How long a list is with its head.
fn length(head: &[u8], coded: &[Arc<Coded>]) -> usize {
    head.len() + coded.iter().map(|coded| coded.length).sum::<usize>()
}

/// Glyphs are called by their numbers: from 1 to the last, glyph 0 is not told.
fn charset(count: usize) -> Vec<u8> {
    let mut charset = vec![2, 0, 1];
    charset.extend(u16::try_from(count.saturating_sub(2)).unwrap_or_default().to_be_bytes());
    charset
}

/// A list of pieces, as the format has them.
fn index(pieces: &[&[u8]]) -> Vec<u8> {
    let lengths: Vec<usize> = pieces.iter().map(|piece| piece.len()).collect();
    [index_head(&lengths), pieces.concat()].concat()
}

/// How many pieces there are, and where each begins.
fn index_head(lengths: &[usize]) -> Vec<u8> {
    let mut head = u16::try_from(lengths.len()).unwrap_or_default().to_be_bytes().to_vec();
    let mut at = 1_u32;
    head.push(4);
    head.extend(at.to_be_bytes());
    for length in lengths {
        at += u32::try_from(*length).unwrap_or_default();
        head.extend(at.to_be_bytes());
    }
    head
}
