//! The fonts that papers are made with, known by what their files hold.
//!
//! Nothing that is remembered from run to run may be written into a manifest: so all files are read in every run, some
//! 46 MB. That begins at once, on threads of its own, while offices and manifests are still being read.

use std::sync::{Mutex, OnceLock, PoisonError};
use std::thread::{self, JoinHandle};

use crate::layout::fonts::{Face, FontFile, Fonts};
use crate::press::hash::{Hash, Short};

/// Fonts with their files' hashes.
#[derive(Debug)]
pub struct KnownFonts<'a> {
    pub fonts: &'a Fonts,
    /// One for each face; taken when the hashes are first asked for.
    hashing: Mutex<Vec<Hashing>>,
    hashed: OnceLock<Hashed>,
}

/// A file that is being hashed; no hash where it cannot be read.
#[derive(Debug)]
enum Hashing {
    OnThread(JoinHandle<Option<Hash>>),
    /// The system gives no more threads.
    Later(FontFile),
}

#[derive(Debug)]
struct Hashed {
    name: Short,
    faces: Vec<(String, Hash)>,
}

impl<'a> KnownFonts<'a> {
    /// Begins to read the fonts' files.
    #[must_use]
    pub fn new(fonts: &'a Fonts) -> Self {
        let hashing = fonts.all().iter().map(|face| Hashing::begin(face.file())).collect();
        Self { fonts, hashing: Mutex::new(hashing), hashed: OnceLock::new() }
    }

    /// What all of them are together.
    #[must_use]
    pub fn name(&self) -> Short {
        self.hashed().name
    }

    /// Names and hashes, in the order in which they are asked for a character.
    #[must_use]
    pub fn faces(&self) -> &[(String, Hash)] {
        &self.hashed().faces
    }

    fn hashed(&self) -> &Hashed {
        self.hashed.get_or_init(|| {
            let hashing = std::mem::take(&mut *self.hashing.lock().unwrap_or_else(PoisonError::into_inner));
            let mut faces = Vec::with_capacity(hashing.len());
            for (face, hashing) in self.fonts.all().iter().zip(hashing) {
                let hash = hashing.end().unwrap_or_else(|| {
                    face.lose();
                    Hash::of_bytes(&[])
                });
                faces.push((name_of(face), hash));
            }
            let name = Hash::of_all(faces.iter().flat_map(|(face, hash)| [face.as_bytes(), hash.as_ref()])).short();
            Hashed { name, faces }
        })
    }
}

impl Hashing {
    fn begin(file: &FontFile) -> Self {
        let on_thread = file.clone();
        match thread::Builder::new().spawn(move || hash_of(&on_thread)) {
            Ok(thread) => Self::OnThread(thread),
            Err(_) => Self::Later(file.clone()),
        }
    }

    fn end(self) -> Option<Hash> {
        match self {
            Self::OnThread(thread) => thread.join().ok().flatten(),
            Self::Later(file) => hash_of(&file),
        }
    }
}

fn hash_of(file: &FontFile) -> Option<Hash> {
    file.look(|bytes, _| Hash::of_bytes(bytes))
}

fn name_of(face: &Face) -> String {
    let collection = if face.index > 0 { format!("#{}", face.index) } else { String::new() };
    format!("{}{collection}", face.family)
}
