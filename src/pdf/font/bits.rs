//! Bits that are written.

/// Bits one behind the other, from the lowest of each byte.
#[derive(Debug, Default)]
pub struct Bits {
    bytes: Vec<u8>,
    /// Those that fill no byte yet.
    pending: u64,
    count: u32,
}

impl Bits {
    pub fn with_capacity(bytes: usize) -> Self {
        Self { bytes: Vec::with_capacity(bytes), ..Self::default() }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.bytes.len() * 8 + usize::try_from(self.count).unwrap_or_default()
    }

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
    pub fn into_bytes(mut self) -> Vec<u8> {
        let rest = usize::try_from(self.count.div_ceil(8)).unwrap_or_default();
        self.bytes.extend(self.pending.to_le_bytes().iter().take(rest));
        self.bytes
    }
}
