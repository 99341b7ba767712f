//! Papers put on the disk whole or not at all, with a manifest of what each was made from; verified and packaged.

mod inputs;
mod known_fonts;
pub mod making;
mod manifest;
mod memo;
pub mod package;
mod sealed_records;
mod seals;
mod shard;
pub mod verify;

/// A paper has some 100 KB, its fonts included; whatever is larger than this is none that was made here, and reading it
/// would only take time.
const MOST_PAPER_BYTES: u64 = 256 * 1024 * 1024;

/// The manifest of ten thousand weeks takes some 30 MB.
const MOST_MANIFEST_BYTES: u64 = 64 * 1024 * 1024;

pub use known_fonts::KnownFonts;
pub use sealed_records::SealedRecords;
pub use shard::Shard;
