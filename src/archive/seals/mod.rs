//! Seals that outlive their manifest: a sealed week has files of its own that say which papers were sent.
//!
//! A seal's file is named by its week and its content, and is never changed: whoever copies folders together adds seals
//! and replaces none. A seal is taken off by one more file beside it.

mod folder;
mod seal;

pub use folder::{FOLDER, Seals, Unborne};
