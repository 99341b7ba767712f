//! Codes for bytes (Huffman's), of which all glyphs of a face are written: so a glyph is put into code once, and the font
//! of a paper is its glyphs' bits one behind the other.
//!
//! A stream so made is one block of DEFLATE (RFC 1951) with codes of its own and without repetitions. Those hardly occur
//! within a font: it becomes some four parts in a hundred longer than by looking for them, in a hundredth of the time.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::coded::Bits;

/// All bytes, and the sign that ends a block.
const SYMBOLS: usize = 257;
/// DEFLATE has no longer codes, in bits.
const LONGEST: u8 = 15;
/// What a block ends with.
const END: usize = 256;

/// A code for each byte.
#[derive(Debug)]
pub struct CodeBook {
    /// In bits.
    lengths: [u8; SYMBOLS],
    /// As they stand in a stream: the first bit of a code is the lowest.
    codes: [u16; SYMBOLS],
}

impl CodeBook {
    /// The shortest codes for bytes that are as frequent as in the samples.
    pub fn for_samples<'a>(samples: impl Iterator<Item = &'a [u8]>) -> Self {
        let mut counts = [1_u64; SYMBOLS];
        for byte in samples.flatten() {
            counts[usize::from(*byte)] += 16;
        }
        let mut lengths = lengths(&counts);
        while lengths.iter().any(|length| *length > LONGEST) {
            // Rare bytes are taken for less rare, until no code is too long.
            counts = counts.map(|count| count / 2 + 1);
            lengths = self::lengths(&counts);
        }
        Self { codes: codes(&lengths), lengths }
    }

    /// Begins a stream: zlib's two bytes (RFC 1950), and the block's head with the lengths of all codes.
    pub fn begin(&self, bits: &mut Bits) {
        bits.push(0x0178, 16);
        // The last block, and one with codes of its own.
        bits.push(1, 1);
        bits.push(2, 2);
        // 257 codes for bytes, one for distances, and lengths of all 19 codes in which lengths are written.
        bits.push(0, 5);
        bits.push(0, 5);
        bits.push(15, 4);
        // In the order that RFC 1951 (3.2.7) has: lengths from 0 to 15 in four bits each, no repetitions.
        for symbol in [16_u8, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15] {
            bits.push(if symbol > 15 { 0 } else { 4 }, 3);
        }
        // The one distance is never used.
        for length in self.lengths.iter().chain(&[1]) {
            bits.push(reversed(u16::from(*length), 4), 4);
        }
    }

    pub fn write(&self, bytes: &[u8], bits: &mut Bits) {
        for byte in bytes {
            self.write_symbol(usize::from(*byte), bits);
        }
    }

    /// Ends the block.
    pub fn end(&self, bits: &mut Bits) {
        self.write_symbol(END, bits);
    }

    fn write_symbol(&self, symbol: usize, bits: &mut Bits) {
        bits.push(u64::from(self.codes[symbol]), u32::from(self.lengths[symbol]));
    }
}

/// A node of the tree that codes are read from: its weight, and then its number, so that trees are alike on every machine.
type Weighed = Reverse<(u64, usize)>;

/// How long the code of each symbol is.
fn lengths(counts: &[u64; SYMBOLS]) -> [u8; SYMBOLS] {
    let mut above: Vec<usize> = vec![0; 2 * SYMBOLS - 1];
    let mut open: BinaryHeap<Weighed> = counts.iter().enumerate().map(|(at, count)| Reverse((*count, at))).collect();
    for number in SYMBOLS..2 * SYMBOLS - 1 {
        let (Some(Reverse((one, first))), Some(Reverse((other, second)))) = (open.pop(), open.pop()) else { break };
        above[first] = number;
        above[second] = number;
        open.push(Reverse((one + other, number)));
    }
    let mut depths = vec![0_u8; above.len()];
    for at in (0..above.len() - 1).rev() {
        depths[at] = depths[above[at]] + 1;
    }
    std::array::from_fn(|symbol| depths[symbol])
}

/// The codes that such lengths stand for (RFC 1951, 3.2.2).
fn codes(lengths: &[u8; SYMBOLS]) -> [u16; SYMBOLS] {
    let mut codes = [0; SYMBOLS];
    let mut next = 0_u16;
    for length in 1..=LONGEST {
        for (code, _) in codes.iter_mut().zip(lengths).filter(|(_, own)| **own == length) {
            *code = u16::try_from(reversed(next, u32::from(length))).unwrap_or_default();
            next = next.wrapping_add(1);
        }
        next = next.wrapping_shl(1);
    }
    codes
}

/// The lowest bits of a code in the order in which DEFLATE has them.
fn reversed(code: u16, length: u32) -> u64 {
    if length == 0 { 0 } else { u64::from(code.reverse_bits() >> (16 - length)) }
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use flate2::read::ZlibDecoder;
    use proptest::prelude::*;

    use super::super::coded::{Coded, Stream};
    use super::*;

    proptest! {
        #[test]
        fn whatever_is_coded_is_inflated_again(
            samples in proptest::collection::vec(proptest::collection::vec(0_u8..40, 0..300), 0..6),
            pieces in proptest::collection::vec(proptest::collection::vec(any::<u8>(), 0..300), 0..6),
        ) {
            let book = CodeBook::for_samples(samples.iter().map(Vec::as_slice));
            let mut stream = Stream::begin(&book);
            for (at, piece) in pieces.iter().enumerate() {
                if at % 2 == 0 { stream.bytes(piece) } else { stream.coded(&Coded::new(&book, piece)) }
            }
            let mut read = Vec::new();
            ZlibDecoder::new(stream.finish().as_slice()).read_to_end(&mut read)?;
            prop_assert_eq!(read, pieces.concat());
        }
    }

    #[test]
    fn no_code_is_too_long_however_unlike_the_bytes_are() {
        let samples: Vec<Vec<u8>> = (0..30_u8).map(|byte| vec![byte; 1 << (byte / 2)]).collect();
        let book = CodeBook::for_samples(samples.iter().map(Vec::as_slice));
        assert!(book.lengths.iter().all(|length| (1..=LONGEST).contains(length)));
    }
}
