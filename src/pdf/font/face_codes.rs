//! The glyphs of a face in code, kept for all papers of the process.

use std::collections::{BTreeMap, HashMap};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::code_book::CodeBook;
use super::coded::Coded;
use crate::layout::fonts::Face;

/// So many glyphs of a face are kept: more than any paper has. Then all are forgotten; that changes the time and never a
/// file.
const MOST_GLYPHS: usize = 6000;

/// The code of a face, and its glyphs that have been put into it.
pub struct FaceCodes {
    /// The file, which may have been replaced by another since.
    data: Arc<[u8]>,
    book: CodeBook,
    glyphs: Mutex<HashMap<u16, Arc<Coded>>>,
}

type Known = Mutex<BTreeMap<(PathBuf, u32), Arc<FaceCodes>>>;

impl FaceCodes {
    /// Of a face; `samples` are some of its glyphs, always the same.
    pub fn for_face<'a, I: Iterator<Item = &'a [u8]>>(face: &Face, samples: impl FnOnce() -> I) -> Arc<Self> {
        static KNOWN: OnceLock<Known> = OnceLock::new();
        let known = KNOWN.get_or_init(Mutex::default);
        let key = (face.path.clone(), face.index);
        if let Some(codes) = known.lock().unwrap_or_else(PoisonError::into_inner).get(&key)
            && (Arc::ptr_eq(&codes.data, face.data()) || codes.data == *face.data())
        {
            return Arc::clone(codes);
        }
        let book = CodeBook::for_samples(samples());
        let codes = Arc::new(Self { data: Arc::clone(face.data()), book, glyphs: Mutex::default() });
        known.lock().unwrap_or_else(PoisonError::into_inner).insert(key, Arc::clone(&codes));
        codes
    }

    pub fn book(&self) -> &CodeBook {
        &self.book
    }

    /// A glyph in code; `bytes` are what is put into it.
    pub fn glyph(&self, glyph: u16, bytes: impl FnOnce() -> Vec<u8>) -> Arc<Coded> {
        let mut glyphs = self.glyphs.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(coded) = glyphs.get(&glyph) {
            return Arc::clone(coded);
        }
        if glyphs.len() >= MOST_GLYPHS {
            glyphs.clear();
        }
        let coded = Arc::new(Coded::new(&self.book, &bytes()));
        glyphs.insert(glyph, Arc::clone(&coded));
        coded
    }
}
