//! One face, read from its file when it is first needed.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use fontdb::{Database, FaceInfo, Source};

use super::family::Family;
use super::metrics::{GlyphId, Metrics};

/// A face among the [`Fonts`](super::Fonts).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct FaceId(pub(super) usize);

/// One face of one font file.
#[derive(Debug)]
pub struct Face {
    pub path: PathBuf,
    /// Index in a font collection (.ttc).
    pub index: u32,
    /// The family's typographic name in the file, the English one where there is one. Typst goes by another of the
    /// file's names: it knows `FandolFang` as `FandolFang R`.
    pub family: String,
    /// It is a font that offices' Word files name, not one that stands in for it.
    pub(super) is_named: bool,
    /// Where the file can be looked into without reading all of it: some fonts have 20 MB.
    database: Arc<Database>,
    id: fontdb::ID,
    data: OnceLock<Arc<[u8]>>,
    metrics: OnceLock<Metrics>,
    extents: Mutex<BTreeMap<char, Option<(f64, f64)>>>,
    is_lost: AtomicBool,
}

impl Face {
    /// The face `id` of `database`, which was looked for as one of the family `of`.
    pub(super) fn new(database: Arc<Database>, id: fontdb::ID, of: Family) -> Option<Self> {
        let info = database.face(id)?;
        let path = path(info)?.clone();
        let (family, _) = info.families.first()?.clone();
        let is_named = of.is_named;
        let (data, metrics, extents) = (OnceLock::new(), OnceLock::new(), Mutex::default());
        let is_lost = AtomicBool::new(false);
        Some(Self { path, index: info.index, family, is_named, id, data, metrics, extents, database, is_lost })
    }

    /// The font file's bytes; empty where it cannot be read any more.
    #[must_use]
    pub fn data(&self) -> &Arc<[u8]> {
        self.data.get_or_init(|| self.look(|data, _| data.into()).unwrap_or_default())
    }

    /// A character's glyph, and its advance in em; `None` where the face lacks it.
    #[must_use]
    pub fn glyph(&self, character: char) -> Option<(GlyphId, f64)> {
        let metrics = self.metrics.get_or_init(|| self.look(Metrics::read).flatten().unwrap_or_default());
        metrics.glyph(character)
    }

    /// How far a glyph's ink reaches from the baseline, in em: down (negative) and up. `None` where it has none.
    #[must_use]
    pub fn extent(&self, character: char) -> Option<(f64, f64)> {
        let mut known = self.extents.lock().unwrap_or_else(PoisonError::into_inner);
        *known.entry(character).or_insert_with(|| {
            let measured = self.look(|data, index| {
                let face = ttf_parser::Face::parse(data, index).ok()?;
                let bounds = face.glyph_bounding_box(face.glyph_index(character)?)?;
                let em = f64::from(face.units_per_em());
                Some((f64::from(bounds.y_min) / em, f64::from(bounds.y_max) / em))
            });
            measured.flatten()
        })
    }

    /// Looks into the font file; `None` where it cannot be opened any more, which is remembered.
    fn look<T>(&self, reader: impl FnOnce(&[u8], u32) -> T) -> Option<T> {
        let seen = self.database.with_face_data(self.id, reader);
        if seen.is_none() {
            self.lose();
        }
        seen
    }

    /// Whether the font file could not be read when it was needed.
    #[must_use]
    pub fn is_lost(&self) -> bool {
        self.is_lost.load(Ordering::Relaxed)
    }

    /// Remembers that the font file could not be read.
    pub fn lose(&self) {
        self.is_lost.store(true, Ordering::Relaxed);
    }

    /// Whether the file gives it that family's name, in any of its languages.
    #[must_use]
    pub fn is_of(&self, family: &str) -> bool {
        self.database.face(self.id).is_some_and(|face| is_called(face, family))
    }

    #[must_use]
    pub fn has(&self, character: char) -> bool {
        self.glyph(character).is_some()
    }
}

/// Whether a face has that family's name, in any of its languages.
pub(super) fn is_called(face: &FaceInfo, family: &str) -> bool {
    face.families.iter().any(|(name, _)| name.eq_ignore_ascii_case(family))
}

/// The file of a face; none where it was never one.
pub(super) fn path(face: &FaceInfo) -> Option<&PathBuf> {
    match &face.source {
        Source::File(path) | Source::SharedFile(path, _) => Some(path),
        Source::Binary(_) => None,
    }
}
