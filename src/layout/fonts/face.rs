//! One face, read from its file when it is first needed.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use super::metrics::Metrics;

/// A face among the [`Fonts`](super::Fonts).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FaceId(pub(super) usize);

/// One face of one font file.
#[derive(Debug)]
pub struct Face {
    pub path: PathBuf,
    /// Index in a font collection (.ttc).
    pub index: u32,
    /// The family's name in the file.
    pub family: String,
    /// The name that the Word file carries.
    pub word_name: String,
    data: OnceLock<Arc<[u8]>>,
    metrics: Metrics,
}

impl Face {
    pub(super) const fn new(path: PathBuf, index: u32, family: String, word_name: String) -> Self {
        Self { path, index, family, word_name, data: OnceLock::new(), metrics: Metrics::new() }
    }

    /// The font file's bytes; empty where it cannot be read any more, so that the face has no glyph at all.
    #[must_use]
    pub fn data(&self) -> &Arc<[u8]> {
        self.data.get_or_init(|| read(&self.path).unwrap_or_default())
    }

    /// A character's advance in em; `None` where the face lacks it.
    #[must_use]
    pub fn advance(&self, character: char) -> Option<f64> {
        self.metrics.advance(character, || self.data(), self.index)
    }

    #[must_use]
    pub fn has(&self, character: char) -> bool {
        self.advance(character).is_some()
    }
}

/// Reads into shared memory at once: some fonts have 20 MB, and a copy would cost as much again.
fn read(path: &Path) -> io::Result<Arc<[u8]>> {
    let mut file = File::open(path)?;
    let length = usize::try_from(file.metadata()?.len()).map_err(io::Error::other)?;
    let mut data: Arc<[u8]> = std::iter::repeat_n(0, length).collect();
    if let Some(data) = Arc::get_mut(&mut data) {
        file.read_exact(data)?;
    }
    Ok(data)
}
