//! The choice of faces among those that a font folder has.

use std::path::PathBuf;
use std::sync::Arc;

use fontdb::{Database, FaceInfo, Source, Style};

use super::face::Face;
use super::family::{self, FALLBACKS, Family, Weight};
use super::role::Role;

/// From this weight on a face is bold (the scale of CSS and of the OS/2 table).
const BOLD: u16 = 600;

/// The faces found so far.
#[derive(Debug, Default)]
pub struct Found {
    /// In the order of [`Role::ALL`].
    roles: [Option<Face>; 5],
    fallbacks: Vec<Face>,
}

impl Found {
    pub fn is_complete(&self) -> bool {
        self.roles.iter().all(Option::is_some) && !self.fallbacks.is_empty()
    }

    /// Serves what is still unserved.
    pub fn add(&mut self, database: Database) {
        let database = Arc::new(database);
        let mut faces: Vec<_> = database.faces().filter_map(|face| Some((path(face)?, face))).collect();
        faces.sort_by_key(|(path, face)| (*path, face.index));
        let first = |family: &Family, word_name| {
            let (_, face) = faces.iter().find(|(_, face)| is_of(face, *family))?;
            Face::new(Arc::clone(&database), face.id, word_name)
        };
        for (role, served) in Role::ALL.into_iter().zip(&mut self.roles) {
            if served.is_none() {
                *served = family::of(role).iter().find_map(|family| first(family, Some(role.word_name())));
            }
        }
        for face in FALLBACKS.iter().filter_map(|family| first(family, None)) {
            let is_known = |known: &Face| known.path == face.path && known.index == face.index;
            if !self.fallbacks.iter().any(is_known) {
                self.fallbacks.push(face);
            }
        }
    }

    /// The roles' faces in the order of [`Role::ALL`], and the fallbacks.
    ///
    /// # Errors
    /// The roles without a face.
    pub fn into_faces(self) -> Result<(Vec<Face>, Vec<Face>), Vec<Role>> {
        let unserved: Vec<_> = Role::ALL
            .into_iter()
            .zip(&self.roles)
            .filter(|(_, served)| served.is_none())
            .map(|(role, _)| role)
            .collect();
        if unserved.is_empty() {
            Ok((self.roles.into_iter().flatten().collect(), self.fallbacks))
        } else {
            Err(unserved)
        }
    }
}

pub(super) fn path(face: &FaceInfo) -> Option<&PathBuf> {
    match &face.source {
        Source::File(path) | Source::SharedFile(path, _) => Some(path),
        Source::Binary(_) => None,
    }
}

fn is_of(face: &FaceInfo, family: Family) -> bool {
    let is_named = || face.families.iter().any(|(name, _)| name.eq_ignore_ascii_case(family.name));
    face.style == Style::Normal && weight(face) == family.weight && is_named()
}

/// The OS/2 table alone does not tell: that of FandolSong-Bold says 400.
fn weight(face: &FaceInfo) -> Weight {
    if face.weight.0 >= BOLD || face.post_script_name.contains("Bold") { Weight::Bold } else { Weight::Regular }
}
