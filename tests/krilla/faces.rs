//! The faces that a galley uses, parsed for drawing once a process.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use krilla::Data;
use krilla::text::Font;

use super::error::PdfError;
use zhoubao::layout::fonts::{Face, FaceId, Fonts};

/// The faces that a paper has needed so far.
pub struct Faces<'a> {
    fonts: &'a Fonts,
    open: BTreeMap<FaceId, Font>,
}

impl<'a> Faces<'a> {
    pub fn new(fonts: &'a Fonts) -> Self {
        Self { fonts, open: BTreeMap::new() }
    }

    pub fn get(&mut self, id: FaceId) -> Result<Font, PdfError> {
        match self.open.entry(id) {
            Entry::Occupied(open) => Ok(open.get().clone()),
            Entry::Vacant(place) => {
                let face = self.fonts.face(id);
                let parsed = font(face).ok_or_else(|| PdfError::Font { path: face.path.clone(), index: face.index })?;
                Ok(place.insert(parsed).clone())
            }
        }
    }

    /// That a face has no glyph for a character.
    pub fn lacks(&self, id: FaceId, character: char) -> PdfError {
        PdfError::Glyph { character, family: self.fonts.face(id).family.clone() }
    }
}

/// Parses a face once a process.
fn font(face: &Face) -> Option<Font> {
    static PARSED: OnceLock<Mutex<BTreeMap<(PathBuf, u32), Font>>> = OnceLock::new();
    let parsed = PARSED.get_or_init(Mutex::default);
    let key = (face.path.clone(), face.index);
    if let Some(font) = parsed.lock().unwrap_or_else(PoisonError::into_inner).get(&key) {
        return Some(font.clone());
    }
    let bytes = face.look(|data, _| data.to_vec())?;
    let data: Arc<dyn AsRef<[u8]> + Send + Sync> = Arc::new(bytes);
    let font = Font::new(Data::from(data), face.index)?;
    Some(parsed.lock().unwrap_or_else(PoisonError::into_inner).entry(key).or_insert(font).clone())
}
