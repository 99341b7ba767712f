//! Which papers are due, making them, and putting them on the disk whole or not at all.

pub mod build;
mod content;
mod desk;
mod explain;
pub mod findings;
mod generation;
mod hash;
mod inputs;
mod lock;
mod manifest;
mod memo;
mod mend;
mod merge;
pub mod package;
mod paper;
mod press;
mod shard;
pub mod verify;
mod write;

pub use desk::{OfficeDesk, WeekDesk, findings_without_office, load, open, open_with, rules};
pub use explain::{Explained, FIGURES, Printed};
pub use generation::{Generation, generations};
pub use inputs::KnownFonts;
pub use mend::{Draft, Mended, mend};
pub use merge::{Merged, merge};
pub use paper::{Due, Format, due, kinds};
pub use shard::{Parts, Shard, part_of};
pub use write::{WriteError, whole};
