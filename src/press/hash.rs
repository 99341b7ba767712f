//! Content hashes: what a thing says, not when or where it lies.

use std::fmt;
use std::io::Read as _;
use std::path::Path;
use std::str::FromStr;

use sha2::{Digest as _, Sha256};

use crate::disk::{self, ReadError};

/// How much of a file is read at a time.
const PIECE: usize = 64 * 1024;

/// SHA-256, printed in full.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash([u8; 32]);

impl Hash {
    #[must_use]
    pub fn of_bytes(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// Of a file that has at most `most` bytes, and how many it has. It is never whole in memory.
    ///
    /// # Errors
    /// Where it cannot be read, or has more.
    pub fn of_file(path: &Path, most: u64) -> Result<(u64, Self), ReadError> {
        let mut file = disk::open(path)?.take(most.saturating_add(1));
        let mut hasher = Sha256::new();
        let mut piece = vec![0; PIECE];
        let mut size = 0;
        loop {
            let length = match file.read(&mut piece) {
                Ok(length) => length,
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(ReadError::from_system(path, error)),
            };
            if length == 0 {
                break;
            }
            hasher.update(&piece[..length]);
            size += length as u64;
        }
        if size > most { Err(ReadError::TooLarge { most }) } else { Ok((size, Self(hasher.finalize().into()))) }
    }

    /// Of a text: the same with and without a byte-order mark, and with the line ends of Windows.
    #[must_use]
    pub fn of_text(text: &str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        if text.contains('\r') {
            Self::of_bytes(text.replace("\r\n", "\n").as_bytes())
        } else {
            Self::of_bytes(text.as_bytes())
        }
    }

    /// Of several texts in their order; where one ends matters.
    #[must_use]
    pub fn of_all<T: AsRef<[u8]>>(parts: impl IntoIterator<Item = T>) -> Self {
        let mut hasher = Sha256::new();
        for part in parts {
            let part = part.as_ref();
            hasher.update((part.len() as u64).to_le_bytes());
            hasher.update(part);
        }
        Self(hasher.finalize().into())
    }

    /// The first 16 digits: enough to keep one's own changes apart.
    #[must_use]
    pub fn short(&self) -> Short {
        let mut first = [0; 8];
        first.copy_from_slice(&self.0[..8]);
        Short(u64::from_be_bytes(first))
    }
}

impl AsRef<[u8]> for Hash {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl FromStr for Hash {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let digits = text.as_bytes();
        if digits.len() != 64 {
            return Err(());
        }
        let mut bytes = [0; 32];
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
            *byte = digit(pair[0])? << 4 | digit(pair[1])?;
        }
        Ok(Self(bytes))
    }
}

fn digit(character: u8) -> Result<u8, ()> {
    match character {
        b'0'..=b'9' => Ok(character - b'0'),
        b'a'..=b'f' => Ok(character - b'a' + 10),
        _ => Err(()),
    }
}

/// The beginning of a [`Hash`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Short(u64);

impl Short {
    /// The digits as a number.
    #[must_use]
    pub fn number(self) -> u64 {
        self.0
    }
}

impl fmt::Display for Short {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl FromStr for Short {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        if text.len() != 16 || !text.bytes().all(|byte| digit(byte).is_ok()) {
            return Err(());
        }
        u64::from_str_radix(text, 16).map(Self).map_err(|_| ())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_text_has_the_known_hash() {
        // FIPS 180-2, appendix B.1.
        let known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(Hash::of_bytes(b"abc").to_string(), known);
        assert_eq!(known.parse(), Ok(Hash::of_bytes(b"abc")));
        assert_eq!(Hash::of_bytes(b"abc").short().to_string(), &known[..16]);
        assert_eq!(known[..16].parse(), Ok(Hash::of_bytes(b"abc").short()));
        assert!(known.to_uppercase().parse::<Hash>().is_err());
    }

    #[test]
    fn line_ends_and_byte_order_marks_are_no_change() {
        assert_eq!(Hash::of_text("\u{feff}周期:\r\n期号: 2\r\n"), Hash::of_text("周期:\n期号: 2\n"));
        assert_ne!(Hash::of_text("期号: 2\n"), Hash::of_text("期号: 3\n"));
    }

    #[test]
    fn where_a_part_ends_makes_a_difference() {
        assert_ne!(Hash::of_all(["ab", "c"]), Hash::of_all(["a", "bc"]));
    }
}
