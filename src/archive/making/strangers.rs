//! Files that lie where a paper goes and that somebody else has made or changed: they are moved aside, not overwritten.

use std::io::{Cursor, Read as _};
use std::path::{Path, PathBuf};

use zip::ZipArchive;

use crate::archive::MOST_PAPER_BYTES;
use crate::archive::manifest::{ASIDE, named_by_content};
use crate::diagnostic::Diagnostic;
use crate::disk::{self, ReadError};
use crate::press::hash::Hash;
use crate::record::find::display;
use crate::source::Span;
use crate::workspace::findings;

/// A file that is moved aside before a paper takes its place.
pub(super) struct Stranger {
    pub(super) to: PathBuf,
    bytes: Vec<u8>,
}

impl Stranger {
    /// What lies at `file`, where that is not `paper`. What cannot be read as a file is somebody's all the same.
    pub(super) fn at(file: &Path, paper: &[u8]) -> Option<Self> {
        let bytes = match disk::bytes(file, MOST_PAPER_BYTES) {
            Ok(bytes) if bytes == paper => return None,
            Ok(bytes) => bytes,
            // A folder in the way is an error of its own.
            Err(ReadError::Missing | ReadError::Folder) => return None,
            Err(error) => error.to_string().into_bytes(),
        };
        let name = file.file_name()?.to_string_lossy();
        let to = file.with_file_name(named_by_content(&name, ASIDE, Hash::of_bytes(&bytes)));
        Some(Self { to, bytes })
    }

    /// Whether a run of ours wrote it, of which no manifest knows any more: such papers may be made again. A word
    /// processor that saves a Word file of ours adds what it is called, whoever saves a workbook dates it; a PDF says who
    /// made it. A CSV file says nothing.
    pub(super) fn is_ours(&self) -> bool {
        match self.bytes.as_slice() {
            [b'P', b'K', ..] if contains(&self.bytes, b"xl/workbook.xml") => is_our_workbook(&self.bytes),
            [b'P', b'K', ..] => {
                !contains(&self.bytes, b"docProps/app.xml") && contains(&self.bytes, b"word/document.xml")
            }
            bytes => bytes.starts_with(b"%PDF") && contains(bytes, b"zhoubao"),
        }
    }

    /// What is said of a paper that was changed since it was made, at whose record `place` points.
    pub(super) fn changed(&self, file: &Path, place: Span) -> Diagnostic {
        let message = format!("「{}」做好以后被改动过，或者损坏了，已经照记录重做", display(file));
        let help = format!("改动过的那一份另存为「{}」：要改的写进记录里，不用了请自己删掉", self.name());
        findings::OVERWRITTEN.finding(message).at(place, "这一周").help(help)
    }

    /// What is said of a file that no manifest names.
    pub(super) fn unknown(&self, file: &Path) -> Diagnostic {
        let message = format!("「{}」不是照记录做的，清单里没有它，已经另存为「{}」", display(file), self.name());
        findings::OVERWRITTEN.finding(message).help("照记录做的放在了原处；另存的不用了，请自己删掉")
    }

    fn name(&self) -> String {
        self.to.file_name().unwrap_or_default().to_string_lossy().into_owned()
    }
}

/// Whether a workbook has the day of ours, which is no day at all.
fn is_our_workbook(bytes: &[u8]) -> bool {
    const MOST_BYTES: u64 = 64 * 1024;
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return false };
    let Ok(properties) = archive.by_name("docProps/core.xml") else { return false };
    let mut text = String::new();
    let is_read = properties.take(MOST_BYTES).read_to_string(&mut text).is_ok();
    is_read && text.contains("1980-01-01T00:00:00Z</dcterms:modified>")
}

fn contains(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|window| window == word)
}
