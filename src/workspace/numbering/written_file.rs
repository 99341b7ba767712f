//! A file of the office to which something is added.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::disk;
use crate::record::bytes::{self, MOST_BYTES};
use crate::source::Source;
use crate::workspace::fix::{changed, rewrite, unread};

/// A file as it was read, with what has been added since.
pub(super) struct WrittenFile {
    pub(super) path: PathBuf,
    /// As it lies on the disk.
    on_disk: Vec<u8>,
    pub(super) text: Arc<Source>,
}

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

impl WrittenFile {
    /// The file at `path`, of which `text` was read before.
    ///
    /// # Errors
    /// It cannot be read any more, or is another by now.
    pub(super) fn read(path: &Path, text: &Arc<Source>) -> Result<Self, Diagnostic> {
        let on_disk = disk::bytes(path, MOST_BYTES).map_err(|error| unread(text.name(), &error))?;
        let is_same = bytes::decode(text.name(), &on_disk).is_ok_and(|now| now.text() == text.text());
        if !is_same {
            return Err(changed(text.name()));
        }
        Ok(Self { path: path.to_path_buf(), on_disk, text: Arc::clone(text) })
    }

    /// The text is another from now on; it is not written yet.
    pub(super) fn put(&mut self, text: String) {
        self.text = Source::new(self.text.name(), text);
    }

    /// Writes the text that the file now has, whole or not at all.
    ///
    /// # Errors
    /// The file cannot be written, or was changed meanwhile; then it is as it was.
    pub(super) fn write(&mut self) -> Result<(), Diagnostic> {
        let mark = if self.on_disk.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK } else { &[] };
        let now = [mark, self.text.text().as_bytes()].concat();
        rewrite(self.text.name(), &self.path, &self.on_disk, &now)?;
        self.on_disk = now;
        Ok(())
    }
}
