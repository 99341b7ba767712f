//! Whether an office's papers are those that its manifest names, and whether they come out the same again.

mod bag;
mod files;
mod offices;
mod packages;
mod part;
mod rebuild;
mod stray;
mod sums;

pub(super) use bag::{BagOnDisk, is_left_of_bag};
pub use files::{Verified, files};
pub use offices::{offices, orphaned_office};
pub(super) use packages::is_of_year;
pub use packages::outdated as outdated_packages;
pub use rebuild::{Rebuilt, rebuild};
