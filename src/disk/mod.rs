//! Files on the disk: the one way to read them, and the one way to write them.
//!
//! What lies on a disk may be anything: a pipe that never answers, a device without end, a link that leads nowhere, a
//! folder that nobody may open. Whoever reads goes through here, and learns in every such case what is wrong; only what
//! is not there at all counts as missing.

mod error;
mod folder;
mod lock;
mod read;
pub mod write;

use std::path::Path;

pub use error::ReadError;
pub use folder::{entries, open_folder, sync_folder};
pub use lock::Lock;
pub use read::{bytes, open, size, text};

/// A path as it is shown to people: with `/` between folders, on every system.
#[must_use]
pub fn display(path: &Path) -> String {
    path.display().to_string().replace('\\', "/")
}
