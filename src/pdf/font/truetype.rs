//! Faces with quadratic outlines (TrueType, ISO/IEC 14496-22): a font of some of their glyphs.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::Arc;

use ttf_parser::{RawFace, Tag};

use super::coded::{Coded, Stream};
use super::face_codes::FaceCodes;
use super::outlines::Used;

/// Where the tables of a face stand that a PDF needs (ISO 32000-1, 9.9).
pub struct TrueType<'a> {
    glyphs: &'a [u8],
    /// Where each glyph begins and the last ends.
    places: &'a [u8],
    has_long_places: bool,
    count: u16,
    head: &'a [u8],
    lines: &'a [u8],
    limits: &'a [u8],
    widths: &'a [u8],
    wide_count: u16,
    /// Programs that set glyphs on a grid of dots.
    programs: Vec<(&'static [u8; 4], &'a [u8])>,
}

/// A glyph as it stands in a font: its bytes in code, and the sum of its words for the table's checksum.
struct Piece {
    coded: Arc<Coded>,
    sum: u32,
}

impl<'a> TrueType<'a> {
    pub fn read(raw: &RawFace<'a>) -> Option<Self> {
        let table = |tag: &[u8; 4]| raw.table(Tag::from_bytes(tag));
        let (head, limits, lines) = (table(b"head")?, table(b"maxp")?, table(b"hhea")?);
        let programs = [b"cvt ", b"fpgm", b"prep"];
        let read = Self {
            glyphs: table(b"glyf")?,
            places: table(b"loca")?,
            has_long_places: u16_at(head, 50)? == 1,
            count: u16_at(limits, 4)?,
            head,
            lines,
            limits,
            widths: table(b"hmtx")?,
            wide_count: u16_at(lines, 34)?,
            programs: programs.into_iter().filter_map(|tag| table(tag).map(|bytes| (tag, bytes))).collect(),
        };
        // Variations of a face have outlines that its tables alone do not tell.
        (table(b"fvar").is_none() && read.head.len() >= 54 && read.lines.len() >= 36).then_some(read)
    }

    pub fn count(&self) -> u32 {
        u32::from(self.count)
    }

    /// A glyph's outline; empty where it has none.
    pub fn outline(&self, glyph: u16) -> Option<&'a [u8]> {
        let at = usize::from(glyph);
        let place = |at: usize| {
            if self.has_long_places {
                u32_at(self.places, 4 * at).and_then(|place| usize::try_from(place).ok())
            } else {
                u16_at(self.places, 2 * at).map(|half| 2 * usize::from(half))
            }
        };
        let (from, to) = (place(at)?, place(at + 1)?);
        self.glyphs.get(from..to)
    }

    /// Its width and where its ink begins.
    fn width(&self, glyph: u16) -> Option<(u16, u16)> {
        let last_wide = self.wide_count.checked_sub(1)?;
        let width = u16_at(self.widths, 4 * usize::from(glyph.min(last_wide)))?;
        let bearing = if glyph <= last_wide {
            u16_at(self.widths, 4 * usize::from(glyph) + 2)?
        } else {
            u16_at(self.widths, 4 * usize::from(self.wide_count) + 2 * usize::from(glyph - self.wide_count))?
        };
        Some((width, bearing))
    }

    /// A font of those glyphs in that order, as a deflated stream, and how long it is before; `None` where the face lacks
    /// one.
    pub fn font(&self, used: &[Used], codes: &FaceCodes) -> Option<(Vec<u8>, usize)> {
        // Glyphs that others are put together of stand behind all that are shown.
        let mut order: Vec<(u16, u16)> = used.iter().map(|glyph| (glyph.glyph.0, glyph.widening)).collect();
        let mut numbers: BTreeMap<u16, u16> = BTreeMap::new();
        for (number, (glyph, _)) in (0..).zip(&order) {
            numbers.entry(*glyph).or_insert(number);
        }
        let mut at = 0;
        while let Some((glyph, _)) = order.get(at).copied() {
            for component in components(self.outline(glyph)?) {
                let next = u16::try_from(order.len()).ok()?;
                if let Entry::Vacant(unknown) = numbers.entry(component.glyph) {
                    unknown.insert(next);
                    order.push((component.glyph, 0));
                }
            }
            at += 1;
        }

        let (mut places, mut widths, mut pieces, mut sum) = (Vec::new(), Vec::new(), Vec::new(), 0_u32);
        let mut end = 0_u32;
        for (glyph, widening) in &order {
            places.extend(end.to_be_bytes());
            let (width, bearing) = self.width(*glyph)?;
            widths.extend((width.checked_add(*widening)?).to_be_bytes());
            widths.extend(bearing.to_be_bytes());
            let first = numbers.get(glyph).copied().filter(|first| usize::from(*first) != pieces.len());
            let piece = match first {
                Some(first) => self.repeated(*glyph, first, codes)?,
                None => self.piece(*glyph, &numbers, codes)?,
            };
            end = end.checked_add(u32::try_from(piece.coded.length).ok()?)?;
            sum = sum.wrapping_add(piece.sum);
            pieces.push(piece);
        }
        places.extend(end.to_be_bytes());
        let count = u16::try_from(order.len()).ok()?;

        let mut head = self.head.to_vec();
        head.get_mut(8..12)?.fill(0);
        head.get_mut(50..52)?.copy_from_slice(&1_u16.to_be_bytes());
        let mut lines = self.lines.to_vec();
        lines.get_mut(34..36)?.copy_from_slice(&count.to_be_bytes());
        let limits = self.limits(count)?;

        let mut tables: Vec<(&[u8; 4], Vec<u8>)> =
            vec![(b"head", head), (b"hhea", lines), (b"hmtx", widths), (b"loca", places), (b"maxp", limits)];
        tables.extend(self.programs.iter().map(|(tag, bytes)| (*tag, bytes.to_vec())));
        let directory = directory(&mut tables, sum, end)?;
        let mut stream = Stream::begin(codes.book());
        stream.bytes(&directory);
        let mut length = directory.len() + usize::try_from(end).ok()?;
        for (_, bytes) in &tables {
            stream.bytes(bytes);
            length += bytes.len();
        }
        for piece in &pieces {
            stream.coded(&piece.coded);
        }
        Some((stream.finish(), length))
    }

    /// What programs that set glyphs have to hold room for, now that any glyph may be made of another.
    fn limits(&self, count: u16) -> Option<Vec<u8>> {
        let mut limits = self.limits.to_vec();
        limits.get_mut(4..6)?.copy_from_slice(&count.to_be_bytes());
        // Points and contours of a glyph that is put together are at least those of any other.
        for (place, least) in [(10, u16_at(&limits, 6)?), (12, u16_at(&limits, 8)?), (28, 1)] {
            let value = u16_at(&limits, place)?.max(least);
            limits.get_mut(place..place + 2)?.copy_from_slice(&value.to_be_bytes());
        }
        let depth = u16_at(&limits, 30)?.saturating_add(1);
        limits.get_mut(30..32)?.copy_from_slice(&depth.to_be_bytes());
        Some(limits)
    }

    /// A glyph that is nothing but another, which has that number in the font.
    fn repeated(&self, glyph: u16, other: u16, codes: &FaceCodes) -> Option<Piece> {
        let outline = self.outline(glyph)?;
        let mut bytes = Vec::new();
        if !outline.is_empty() {
            bytes.extend((-1_i16).to_be_bytes());
            bytes.extend(outline.get(2..10)?);
            // Its two numbers say how far it is moved: not at all.
            bytes.extend(ARE_MOVES.to_be_bytes());
            bytes.extend(other.to_be_bytes());
            bytes.extend([0, 0]);
        }
        Some(Piece { sum: checksum(&bytes), coded: Arc::new(Coded::new(codes.book(), &bytes)) })
    }

    /// A glyph, with the numbers that its components have in the font.
    fn piece(&self, glyph: u16, numbers: &BTreeMap<u16, u16>, codes: &FaceCodes) -> Option<Piece> {
        let mut bytes = self.outline(glyph)?.to_vec();
        let parts = components(&bytes);
        for part in &parts {
            let number = numbers.get(&part.glyph)?.to_be_bytes();
            bytes.get_mut(part.place..part.place + 2)?.copy_from_slice(&number);
        }
        bytes.resize(bytes.len().next_multiple_of(4), 0);
        let sum = checksum(&bytes);
        let coded = match parts.as_slice() {
            [] => codes.glyph(glyph, || bytes),
            // Which numbers components have differs from paper to paper.
            _ => Arc::new(Coded::new(codes.book(), &bytes)),
        };
        Some(Piece { coded, sum })
    }
}

/// The numbers of a component say where it stands.
const ARE_MOVES: u16 = 2;

/// A glyph that is part of another.
struct Component {
    glyph: u16,
    /// Where its number stands in the other.
    place: usize,
}

/// The glyphs of which one is put together.
fn components(outline: &[u8]) -> Vec<Component> {
    const HAS_WORDS: u16 = 1;
    const HAS_SCALE: u16 = 8;
    const HAS_MORE: u16 = 0x20;
    const HAS_TWO_SCALES: u16 = 0x40;
    const HAS_MATRIX: u16 = 0x80;
    let mut components = Vec::new();
    // A negative number of contours says that it is put together.
    if outline.first().is_none_or(|first| *first < 0x80) {
        return components;
    }
    let mut at = 10;
    while let (Some(flags), Some(glyph)) = (u16_at(outline, at), u16_at(outline, at + 2)) {
        components.push(Component { glyph, place: at + 2 });
        at += if flags & HAS_WORDS == 0 { 6 } else { 8 };
        at += match flags {
            flags if flags & HAS_SCALE != 0 => 2,
            flags if flags & HAS_TWO_SCALES != 0 => 4,
            flags if flags & HAS_MATRIX != 0 => 8,
            _ => 0,
        };
        if flags & HAS_MORE == 0 {
            break;
        }
    }
    components
}

/// The directory of a font with those tables and, behind them, the glyphs' outlines, of that checksum and length. The tables
/// are filled up to whole words.
fn directory(tables: &mut [(&[u8; 4], Vec<u8>)], outlines_sum: u32, outlines: u32) -> Option<Vec<u8>> {
    tables.sort_by_key(|(tag, _)| **tag);
    let count = u16::try_from(tables.len() + 1).ok()?;
    let mut at = 12 + 16 * u32::from(count);
    let mut entries: Vec<([u8; 4], [u32; 3])> = Vec::new();
    for (tag, bytes) in tables {
        let length = u32::try_from(bytes.len()).ok()?;
        bytes.resize(bytes.len().next_multiple_of(4), 0);
        entries.push((**tag, [checksum(bytes), at, length]));
        at += u32::try_from(bytes.len()).ok()?;
    }
    entries.push((*b"glyf", [outlines_sum, at, outlines]));
    entries.sort_unstable();
    let mut directory = vec![0, 1, 0, 0];
    let power = count.ilog2();
    for value in [count, 16 << power, u16::try_from(power).ok()?, 16 * count - (16 << power)] {
        directory.extend(value.to_be_bytes());
    }
    for (tag, values) in entries {
        directory.extend(tag);
        directory.extend(values.into_iter().flat_map(u32::to_be_bytes));
    }
    Some(directory)
}

/// The sum of all words.
fn checksum(bytes: &[u8]) -> u32 {
    bytes.as_chunks().0.iter().fold(0, |sum, word| sum.wrapping_add(u32::from_be_bytes(*word)))
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}
