//! Fonts by role: which face sets what, and which face steps in for a character that the role's own face lacks.
//!
//! Faces are found by their families' names, in stages; a stage serves only what the one before left unserved. Within
//! a stage the order of the families decides, then the order of the files' paths, so that the same folders always
//! give the same faces.

mod face;
mod family;
mod folder;
mod metrics;
mod named;
mod named_fonts;
mod role;
mod search;
mod standing;
mod word_family;

use std::path::Path;

pub use face::{Face, FaceId, FontFile};
pub use folder::{Unreadable, own as own_folder};
pub use metrics::GlyphId;
pub use named::Repertoire;
pub use named_fonts::{NamedFonts, Widths};
pub use role::Role;
pub use standing::Standing;

/// Why there are no fonts.
#[derive(Debug)]
pub enum FontsError {
    /// The roles that nothing serves.
    Unserved(Vec<Role>),
    /// What lies in a folder and cannot be read.
    Unreadable(Unreadable),
}

impl From<Unreadable> for FontsError {
    fn from(unreadable: Unreadable) -> Self {
        Self::Unreadable(unreadable)
    }
}

/// Which face sets a character, and how wide it is.
#[derive(Debug, Clone, Copy)]
pub struct Advances {
    pub face: FaceId,
    /// Of that face, in em.
    pub found: f64,
    /// Of the font that Word's file names, which a reader may have instead; in em.
    pub named: f64,
}

/// The faces that serve the five roles, and those that step in.
#[derive(Debug)]
pub struct Fonts {
    /// Those of the roles, in the order of [`Role::ALL`], then the fallbacks.
    faces: Vec<Face>,
    fallbacks: Vec<FaceId>,
}

impl Fonts {
    /// Finds a face for every role.
    ///
    /// With a `folder` named, there and nowhere else, fallbacks included: whoever names one wants papers that do not
    /// depend on what else a machine has. Else in [`own_folder`] first; and where that leaves a role without a face,
    /// or has no fallback, in the system's folders too.
    ///
    /// # Errors
    /// The roles that nothing serves, or what lies in a folder and cannot be read.
    pub fn find(folder: Option<&Path>) -> Result<Self, FontsError> {
        let mut found = search::Found::default();
        if let Some(folder) = folder {
            found.add(folder::faces_in(folder)?);
        } else {
            if let Some(own) = own_folder() {
                found.add(folder::faces_in(&own)?);
            }
            if !found.is_complete() {
                found.add(folder::faces_of_system()?);
            }
        }
        let (mut faces, fallbacks) = found.into_faces().map_err(FontsError::Unserved)?;
        let ids = (faces.len()..).map(FaceId).take(fallbacks.len()).collect();
        faces.extend(fallbacks);
        Ok(Self { faces, fallbacks: ids })
    }

    #[must_use]
    pub fn role(&self, role: Role) -> FaceId {
        FaceId(role as usize)
    }

    /// The role that a face serves; `None` where it only steps in.
    #[must_use]
    pub fn role_of(&self, face: FaceId) -> Option<Role> {
        Role::ALL.get(face.0).copied()
    }

    #[must_use]
    pub fn face(&self, id: FaceId) -> &Face {
        &self.faces[id.0]
    }

    /// Those of the roles, in the order of [`Role::ALL`], then the fallbacks.
    #[must_use]
    pub fn all(&self) -> &[Face] {
        &self.faces
    }

    /// A font that could be read when it was found, and could not when it was needed: what was set since then may be wrong.
    #[must_use]
    pub fn lost(&self) -> Option<&Path> {
        self.faces.iter().find(|face| face.is_lost()).map(|face| face.path.as_path())
    }

    /// The faces that step in, the first to be asked first; after them, the other roles' faces are asked.
    #[must_use]
    pub fn fallbacks(&self) -> &[FaceId] {
        &self.fallbacks
    }

    /// The role's own face where it has the character, else the first fallback that has it, else the first other
    /// role's face that has it.
    #[must_use]
    pub fn face_for(&self, role: Role, character: char) -> Option<FaceId> {
        self.measure(role, character).map(|advances| advances.face)
    }

    /// The face that sets a character, and how wide it is, where Word's file names the families that offices usually have.
    #[must_use]
    pub fn measure(&self, role: Role, character: char) -> Option<Advances> {
        let others = Role::ALL.into_iter().map(|role| self.role(role));
        let mut candidates = std::iter::once(self.role(role)).chain(self.fallbacks.iter().copied()).chain(others);
        let (face, found) = candidates.find_map(|id| Some((id, self.face(id).glyph(character)?.1)))?;
        let named = if self.face(face).is_named { found } else { named::advance(character).unwrap_or(found) };
        Some(Advances { face, found, named })
    }

    /// The glyph of a face for a character, and its advance in em: that of what the face lacks, an em wide, where it has
    /// none.
    #[must_use]
    pub fn glyph(&self, face: FaceId, character: char) -> (GlyphId, f64) {
        self.face(face).glyph(character).unwrap_or((GlyphId::default(), 1.0))
    }
}
