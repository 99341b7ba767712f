//! A file that is open in the editor: its text there, saved or not.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use gen_lsp_types::{TextDocumentContentChangeEvent, Uri};

use super::position::Encoding;
use crate::diagnostic::Diagnostic;
use crate::record::bytes;
use crate::record::find::display;
use crate::source::Source;

/// The files that are open, by their paths.
pub(super) type Documents = BTreeMap<PathBuf, Document>;

#[derive(Debug)]
pub(super) struct Document {
    /// As the editor names it.
    pub(super) uri: Uri,
    pub(super) version: i32,
    pub(super) source: Arc<Source>,
}

impl Document {
    pub(super) fn new(uri: Uri, path: &Path, version: i32, text: String) -> Self {
        Self { uri, version, source: Source::new(display(path), text) }
    }

    /// The text as it may be read; or why not.
    pub(super) fn text(&self) -> Result<Arc<Source>, Diagnostic> {
        bytes::from_editor(&self.source)
    }

    /// Makes the changes, one after the other, each in the text that the one before left.
    pub(super) fn change(&mut self, version: i32, changes: Vec<TextDocumentContentChangeEvent>, encoding: Encoding) {
        self.version = version;
        for change in changes {
            let text = match change {
                TextDocumentContentChangeEvent::TextDocumentContentChangeWholeDocument(whole) => whole.text,
                TextDocumentContentChangeEvent::TextDocumentContentChangePartial(part) => {
                    let start = encoding.offset(&self.source, part.range.start);
                    let end = encoding.offset(&self.source, part.range.end).max(start);
                    let mut text = self.source.text().to_owned();
                    text.replace_range(start..end, &part.text);
                    text
                }
            };
            self.source = Source::new(self.source.name(), text);
        }
    }
}
