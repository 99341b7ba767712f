//! Papers put on the disk whole or not at all, with a manifest of what each was made from; verified and packaged.

mod inputs;
mod lock;
pub mod making;
mod manifest;
mod memo;
pub mod package;
mod seals;
mod shard;
pub mod verify;

pub use inputs::KnownFonts;
pub use shard::Shard;
