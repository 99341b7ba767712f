//! The choice of faces among those that a font folder has.

use std::sync::Arc;

use fontdb::{Database, FaceInfo, Style};

use super::face::{Face, is_called, path};
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
        let stage = Stage::new(database);
        for (role, served) in Role::ALL.into_iter().zip(&mut self.roles) {
            if served.is_none() {
                let mut families = family::serving(role).iter();
                *served = families.find_map(|family| stage.face(*family));
            }
        }
        for face in FALLBACKS.iter().filter_map(|family| stage.face(*family)) {
            if self.fallbacks.iter().all(|known| (&known.path, known.index) != (&face.path, face.index)) {
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

/// The faces of the folders that are searched together.
struct Stage {
    database: Arc<Database>,
    /// In the order of their files' paths.
    faces: Vec<fontdb::ID>,
}

impl Stage {
    fn new(database: Database) -> Self {
        let mut faces: Vec<_> = database.faces().filter_map(|face| Some((path(face)?, face.index, face.id))).collect();
        faces.sort_by_key(|(path, index, _)| (*path, *index));
        let faces = faces.into_iter().map(|(_, _, id)| id).collect();
        Self { database: Arc::new(database), faces }
    }

    /// The first face of a family.
    fn face(&self, family: Family) -> Option<Face> {
        let id = self.faces.iter().find(|id| self.database.face(**id).is_some_and(|face| is_of(face, family)))?;
        Face::new(Arc::clone(&self.database), *id, family)
    }
}

fn is_of(face: &FaceInfo, family: Family) -> bool {
    face.style == Style::Normal && weight(face) == family.weight && is_called(face, family.name)
}

/// The OS/2 table alone does not tell: that of FandolSong-Bold says 400.
fn weight(face: &FaceInfo) -> Weight {
    if face.weight.0 >= BOLD || face.post_script_name.contains("Bold") { Weight::Bold } else { Weight::Regular }
}
