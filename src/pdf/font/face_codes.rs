//! The glyphs of a face in code, kept for all papers that are written with it.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::code_book::CodeBook;
use super::coded::Coded;

/// So many glyphs of a face are kept: more than any paper has. Then all are forgotten; that changes the time and never a
/// file.
const MOST_GLYPHS: usize = 6000;

/// The code of a face, and its glyphs that have been put into it.
pub struct FaceCodes {
    book: CodeBook,
    glyphs: Mutex<HashMap<u16, Arc<Coded>>>,
}

impl FaceCodes {
    /// `samples` are some of the face's glyphs, always the same.
    pub fn for_samples<'a>(samples: impl Iterator<Item = &'a [u8]>) -> Self {
        Self { book: CodeBook::for_samples(samples), glyphs: Mutex::default() }
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
