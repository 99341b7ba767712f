//! The faces that a galley uses: parsed for drawing once a process, and asked for their glyphs.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use krilla::Data;
use krilla::text::{Font, GlyphId};
use ttf_parser::cmap::{self, Subtable};
use ttf_parser::{RawFace, Tag};

use super::PdfError;
use crate::layout::fonts::{Face, FaceId, Fonts};

/// The faces that a paper has needed so far.
pub struct Faces<'a> {
    fonts: &'a Fonts,
    open: BTreeMap<FaceId, OpenFace<'a>>,
}

/// A face from which glyphs can be taken.
pub struct OpenFace<'a> {
    pub font: Font,
    family: &'a str,
    /// Those of its character maps that are by Unicode, the first to be asked first, as `layout` asks them.
    maps: Vec<Subtable<'a>>,
}

impl<'a> Faces<'a> {
    pub fn new(fonts: &'a Fonts) -> Self {
        Self { fonts, open: BTreeMap::new() }
    }

    pub fn get(&mut self, id: FaceId) -> Result<&OpenFace<'a>, PdfError> {
        match self.open.entry(id) {
            Entry::Occupied(open) => Ok(open.into_mut()),
            Entry::Vacant(place) => Ok(place.insert(OpenFace::new(self.fonts.face(id))?)),
        }
    }
}

impl<'a> OpenFace<'a> {
    fn new(face: &'a Face) -> Result<Self, PdfError> {
        let broken = || PdfError::Font { path: face.path.clone(), index: face.index };
        let maps = RawFace::parse(face.data(), face.index).ok().and_then(|raw| raw.table(Tag::from_bytes(b"cmap")));
        let maps = maps.and_then(cmap::Table::parse).ok_or_else(broken)?;
        let maps = maps.subtables.into_iter().filter(Subtable::is_unicode).collect();
        Ok(Self { font: font(face).ok_or_else(broken)?, family: &face.family, maps })
    }

    pub fn glyph(&self, character: char) -> Result<GlyphId, PdfError> {
        let glyph = self.maps.iter().find_map(|map| map.glyph_index(u32::from(character)));
        // Glyph 0 is the box that stands for what a font lacks.
        let glyph = glyph.filter(|glyph| glyph.0 != 0);
        let lacking = || PdfError::Glyph { character, family: self.family.to_owned() };
        glyph.map(|glyph| GlyphId::new(u32::from(glyph.0))).ok_or_else(lacking)
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
    let data: Arc<dyn AsRef<[u8]> + Send + Sync> = Arc::new(Arc::clone(face.data()));
    let font = Font::new(Data::from(data), face.index)?;
    Some(parsed.lock().unwrap_or_else(PoisonError::into_inner).entry(key).or_insert(font).clone())
}
