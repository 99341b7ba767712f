//! Bytes of a file, deflated.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;

/// What stands on the pages and which glyph is which character come to some 40 KB a paper. Looking longer for repetitions
/// takes three times as long and makes a file smaller by one part in a hundred.
const LEVEL: u32 = 3;

/// As zlib has them (RFC 1950).
pub fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::with_capacity(bytes.len() / 2 + 64), Compression::new(LEVEL));
    // Writing into memory does not fail.
    let _ = encoder.write_all(bytes);
    encoder.finish().unwrap_or_default()
}
