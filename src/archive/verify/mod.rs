//! Whether an office's papers are those that its manifest names, and whether they come out the same again.

mod files;
mod offices;
pub(super) mod packages;
mod part;
mod rebuild;
mod stray;

pub use files::{Verified, files};
pub use offices::{offices, orphaned_office};
pub use rebuild::{Rebuilt, rebuild};
