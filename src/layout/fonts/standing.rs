//! The families that stand on this machine, whether or not papers are set in them.

use std::path::Path;

use fontdb::Database;

use super::face::is_called;
use super::folder::{self, Unreadable};

/// Font folders as they were looked through.
#[derive(Debug)]
pub struct Standing(Vec<Database>);

impl Standing {
    /// Looks through the folder named and no other; without one, through this program's and the system's.
    ///
    /// # Errors
    /// What lies in a folder and cannot be read.
    pub fn find(folder: Option<&Path>) -> Result<Self, Unreadable> {
        if let Some(folder) = folder {
            return Ok(Self(vec![folder::faces_in(folder)?]));
        }
        let mut databases = Vec::new();
        if let Some(own) = folder::own() {
            databases.push(folder::faces_in(&own)?);
        }
        databases.push(folder::faces_of_system()?);
        Ok(Self(databases))
    }

    /// Whether a font of that family is among them.
    #[must_use]
    pub fn has(&self, family: &str) -> bool {
        self.0.iter().flat_map(Database::faces).any(|face| is_called(face, family))
    }
}
