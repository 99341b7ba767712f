//! The choice of faces among those that a font folder has.

use std::path::PathBuf;

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
    roles: [Option<Candidate>; 5],
    fallbacks: Vec<Candidate>,
}

/// A face that would do.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Candidate {
    path: PathBuf,
    index: u32,
    /// The first of the family's names, which is the English one where there is one.
    family: String,
}

impl Found {
    pub fn is_complete(&self) -> bool {
        self.roles.iter().all(Option::is_some) && !self.fallbacks.is_empty()
    }

    /// Serves what is still unserved.
    pub fn add(&mut self, database: &Database) {
        let mut faces: Vec<_> = database.faces().filter_map(|face| Some((path(face)?, face))).collect();
        faces.sort_by(|(path, face), (other_path, other)| (path, face.index).cmp(&(other_path, other.index)));
        let first = |family: &Family| {
            let (path, face) = faces.iter().find(|(_, face)| is_of(face, *family))?;
            let (name, _) = face.families.first()?;
            Some(Candidate { path: (*path).clone(), index: face.index, family: name.clone() })
        };
        for (role, served) in Role::ALL.into_iter().zip(&mut self.roles) {
            if served.is_none() {
                *served = family::of(role).iter().find_map(first);
            }
        }
        for candidate in FALLBACKS.iter().filter_map(first) {
            if !self.fallbacks.contains(&candidate) {
                self.fallbacks.push(candidate);
            }
        }
    }

    /// The roles' faces in the order of [`Role::ALL`], and the fallbacks.
    ///
    /// # Errors
    /// The roles without a face.
    pub fn into_faces(self) -> Result<(Vec<Face>, Vec<Face>), Vec<Role>> {
        let mut faces = Vec::new();
        let mut unserved = Vec::new();
        for (role, served) in Role::ALL.into_iter().zip(self.roles) {
            match served {
                Some(Candidate { path, index, family }) => {
                    faces.push(Face::new(path, index, family, role.word_name().to_owned()));
                }
                None => unserved.push(role),
            }
        }
        if !unserved.is_empty() {
            return Err(unserved);
        }
        let fallback = |Candidate { path, index, family }: Candidate| Face::new(path, index, family.clone(), family);
        Ok((faces, self.fallbacks.into_iter().map(fallback).collect()))
    }
}

fn path(face: &FaceInfo) -> Option<&PathBuf> {
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
