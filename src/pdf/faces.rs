//! The faces that a galley uses, as typst sees them: each a family of its own, so that a name selects exactly one.
//!
//! Names inside font files cannot be relied on: typst shortens `FandolFang-Regular` to `FandolFang R`, two weights
//! share a family, and another system's fonts are named otherwise.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::{Mutex, OnceLock, PoisonError};

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};

use super::PdfError;
use crate::layout::fonts::{Face, FaceId, Fonts, Role};
use crate::layout::{Element, Galley};

/// Faces in the order of the [`FontBook`].
pub struct Faces {
    ids: Vec<FaceId>,
    families: Vec<String>,
    fonts: Vec<Font>,
}

impl Faces {
    /// The faces of all pieces, and the one that sets page numbers.
    pub fn of(galley: &Galley, fonts: &Fonts) -> Result<Self, PdfError> {
        let paragraphs = galley.elements.iter().filter_map(|element| match element {
            Element::Paragraph(paragraph) => Some(paragraph),
            Element::Blank => None,
        });
        let pieces = paragraphs.flat_map(|paragraph| &paragraph.lines).flat_map(|line| &line.pieces);
        let ids: BTreeSet<FaceId> = pieces.map(|piece| piece.face).chain([fonts.role(Role::SongTi)]).collect();
        let parsed = ids.iter().map(|id| font(fonts.face(*id))).collect::<Result<_, _>>()?;
        let families = (0..ids.len()).map(|index| format!("face-{index}")).collect();
        Ok(Self { ids: ids.into_iter().collect(), families, fonts: parsed })
    }

    pub fn book(&self) -> FontBook {
        FontBook::from_infos(self.fonts.iter().zip(&self.families).map(|(font, family)| {
            let mut info = font.info().clone();
            info.family.clone_from(family);
            info
        }))
    }

    pub fn font(&self, index: usize) -> Option<&Font> {
        self.fonts.get(index)
    }

    /// The family that selects this face; empty where the galley does not use it.
    pub fn family(&self, id: FaceId) -> &str {
        self.ids.binary_search(&id).map_or("", |index| self.families.get(index).map_or("", String::as_str))
    }

    /// How high the middle of — stands above the baseline, in em; 0 where the face has none.
    pub fn height_of_dash(&self, id: FaceId) -> f64 {
        let font = self.ids.binary_search(&id).ok().and_then(|index| self.fonts.get(index));
        let height = font.and_then(|font| {
            let face = ttf_parser::Face::parse(font.data(), font.index()).ok()?;
            let bounds = face.glyph_bounding_box(face.glyph_index('—')?)?;
            Some(f64::from(bounds.y_min).midpoint(f64::from(bounds.y_max)) / f64::from(face.units_per_em()))
        });
        height.unwrap_or(0.0)
    }
}

/// Parses a face once a process: its bytes are then also hashed only once, which takes typst longer than a page.
fn font(face: &Face) -> Result<Font, PdfError> {
    static PARSED: OnceLock<Mutex<BTreeMap<(PathBuf, u32), Font>>> = OnceLock::new();
    let parsed = PARSED.get_or_init(Mutex::default);
    let key = (face.path.clone(), face.index);
    if let Some(font) = parsed.lock().unwrap_or_else(PoisonError::into_inner).get(&key) {
        return Ok(font.clone());
    }
    let font = Font::new(Bytes::new(face.data().clone()), face.index)
        .ok_or_else(|| PdfError::Font { path: face.path.clone(), index: face.index })?;
    Ok(parsed.lock().unwrap_or_else(PoisonError::into_inner).entry(key).or_insert(font).clone())
}
