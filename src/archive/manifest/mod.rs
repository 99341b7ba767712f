//! The manifest of an office's papers: a readable text, one line a file, in an order that never changes.
//!
//! It names only files that are on the disk as it says. Before a file is written anew its line is taken out; it comes
//! back when the file is whole.

mod entry;
mod escape;
mod folder;
mod former;
mod lines;
mod parse;
mod print;
mod sent_path;
mod sum;

pub use entry::{Entry, Inputs, Seal, TemplateName};
pub use folder::{Found, MANIFEST, find, is_in, is_name, read};
pub use lines::{Manifest, week_folder};
pub(super) use print::line;
pub use sent_path::{ASIDE, former_path, is_aside, kept_path, named_by_content};
pub(super) use sum::{with_sum, without_sum};

#[cfg(test)]
mod tests;
