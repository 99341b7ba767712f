//! Reading the texts of records and templates.

use std::path::Path;
use std::sync::Arc;

use super::office::Office;
use super::week::Week;
use crate::diagnostic::Diagnostic;
use crate::source::Source;
use crate::yaml::bytes;
pub use crate::yaml::bytes::{MOST_BYTES, Texts, display, from_editor};

/// Every week has the first of these keys and every office the second.
const TELLING: [&str; 2] = [Week::KEYS[0].0, Office::KEYS[0].0];

/// The file at `path` as it is on the disk, named by its path.
pub fn from_disk(path: &Path) -> Result<Arc<Source>, Diagnostic> {
    read_file(path, &display(path))
}

/// Reads the file at `path`, known to the user as `name`.
pub fn read_file(path: &Path, name: &str) -> Result<Arc<Source>, Diagnostic> {
    bytes::read_file(path, name, &TELLING)
}

/// The text in `bytes`: UTF-8, a byte-order mark dropped, line ends as they are.
pub fn decode(name: &str, bytes: &[u8]) -> Result<Arc<Source>, Diagnostic> {
    bytes::decode(name, bytes, &TELLING)
}
