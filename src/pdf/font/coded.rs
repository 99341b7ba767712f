//! Streams of bits, and what is kept of a glyph in code.

use std::sync::Arc;

use super::code_book::CodeBook;

/// Bits one behind the other, from the lowest of each byte.
#[derive(Debug, Default)]
pub struct Bits {
    bytes: Vec<u8>,
    /// Those that fill no byte yet.
    pending: u64,
    count: u32,
}

impl Bits {
    /// Adds the lowest `count` bits, at most 32.
    pub fn push(&mut self, bits: u64, count: u32) {
        self.pending |= bits << self.count;
        self.count += count;
        if self.count >= 32 {
            self.bytes.extend(self.pending.to_le_bytes().iter().take(4));
            self.pending >>= 32;
            self.count -= 32;
        }
    }

    /// The bytes, the last filled up with zeros.
    fn into_bytes(mut self) -> Vec<u8> {
        let rest = usize::try_from(self.count.div_ceil(8)).unwrap_or_default();
        self.bytes.extend(self.pending.to_le_bytes().iter().take(rest));
        self.bytes
    }
}

/// Bytes in code.
#[derive(Debug)]
pub struct Coded {
    /// Of 32 bits each, the last filled up with zeros.
    words: Vec<u32>,
    /// How many bits count.
    bits: usize,
    /// How many bytes are coded, and their checksum.
    pub length: usize,
    sum: Adler,
}

impl Coded {
    pub fn new(book: &CodeBook, bytes: &[u8]) -> Self {
        let mut bits = Bits::default();
        book.write(bytes, &mut bits);
        let count = bits.bytes.len() * 8 + usize::try_from(bits.count).unwrap_or_default();
        let mut written = bits.into_bytes();
        written.resize(written.len().next_multiple_of(4), 0);
        let words = written.as_chunks().0.iter().map(|word| u32::from_le_bytes(*word)).collect();
        Self { words, bits: count, length: bytes.len(), sum: Adler::of(bytes) }
    }
}

/// A stream that is being written.
pub struct Stream<'a> {
    book: &'a CodeBook,
    bits: Bits,
    sum: Adler,
}

impl<'a> Stream<'a> {
    pub fn begin(book: &'a CodeBook) -> Self {
        let mut bits = Bits { bytes: Vec::with_capacity(128 * 1024), ..Bits::default() };
        book.begin(&mut bits);
        Self { book, bits, sum: Adler::of(&[]) }
    }

    /// Puts bytes into code.
    pub fn bytes(&mut self, bytes: &[u8]) {
        self.book.write(bytes, &mut self.bits);
        self.sum.add(Adler::of(bytes), bytes.len());
    }

    /// Adds what is in code already.
    pub fn coded(&mut self, coded: &Coded) {
        let mut left = coded.bits;
        for word in &coded.words {
            let count = left.min(32);
            self.bits.push(u64::from(*word), u32::try_from(count).unwrap_or_default());
            left -= count;
        }
        self.sum.add(coded.sum, coded.length);
    }

    /// [`Stream::coded`], one behind the other.
    pub fn all_coded(&mut self, all: &[Arc<Coded>]) {
        for coded in all {
            self.coded(coded);
        }
    }

    pub fn finish(mut self) -> Vec<u8> {
        self.book.end(&mut self.bits);
        let mut bytes = self.bits.into_bytes();
        bytes.extend(self.sum.value().to_be_bytes());
        bytes
    }
}

/// The checksum of a zlib stream (RFC 1950, 8.2).
#[derive(Debug, Clone, Copy)]
struct Adler {
    one: u64,
    two: u64,
}

const PRIME: u64 = 65_521;

impl Adler {
    fn of(bytes: &[u8]) -> Self {
        let (mut one, mut two) = (1_u64, 0_u64);
        // So few bytes overflow nothing.
        for piece in bytes.chunks(1 << 16) {
            for byte in piece {
                one += u64::from(*byte);
                two += one;
            }
            one %= PRIME;
            two %= PRIME;
        }
        Self { one, two }
    }

    /// Goes on with `length` further bytes, whose own checksum is `next`.
    fn add(&mut self, next: Self, length: usize) {
        let length = u64::try_from(length).unwrap_or_default() % PRIME;
        self.two = (self.two + next.two + length * (self.one + PRIME - 1)) % PRIME;
        self.one = (self.one + next.one + PRIME - 1) % PRIME;
    }

    fn value(self) -> u32 {
        u32::try_from(self.two << 16 | self.one).unwrap_or_default()
    }
}
