//! One face, read from its file when it is first needed.

use std::any::Any;
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

/// Where a face's file can be looked into without a copy of it: some fonts have 20 MB.
#[derive(Debug, Clone)]
pub struct FontFile {
    database: Arc<Database>,
    id: fontdb::ID,
}

impl FontFile {
    /// Shows the file's bytes, and which of its faces it is; `None` where it cannot be opened any more.
    pub fn look<T>(&self, reader: impl FnOnce(&[u8], u32) -> T) -> Option<T> {
        self.database.with_face_data(self.id, reader)
    }
}

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
    file: FontFile,
    metrics: OnceLock<Metrics>,
    /// What a writer has found out about the face.
    notes: OnceLock<Box<dyn Any + Send + Sync>>,
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
        let (metrics, notes, extents) = (OnceLock::new(), OnceLock::new(), Mutex::default());
        let index = info.index;
        let file = FontFile { database, id };
        let is_lost = AtomicBool::new(false);
        Some(Self { path, index, family, is_named, file, metrics, notes, extents, is_lost })
    }

    #[must_use]
    pub fn file(&self) -> &FontFile {
        &self.file
    }

    /// What has been found out about the face and is kept as long as the face itself is; `find_out` is asked once.
    /// `None` where something of another type is kept.
    pub fn notes<T: Any + Send + Sync>(&self, find_out: impl FnOnce() -> T) -> Option<&T> {
        self.notes.get_or_init(|| Box::new(find_out())).downcast_ref()
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
    pub fn look<T>(&self, reader: impl FnOnce(&[u8], u32) -> T) -> Option<T> {
        let seen = self.file.look(reader);
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
        self.file.database.face(self.file.id).is_some_and(|face| is_called(face, family))
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
