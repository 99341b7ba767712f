//! Where fonts are looked for.

use std::path::{Path, PathBuf};

use fontdb::Database;

/// The folder into which the free set is installed: `fonts/zhoubao` in the user's data folder. `None` where the
/// environment names no such folder.
#[must_use]
pub fn own() -> Option<PathBuf> {
    if cfg!(windows) {
        variable("LOCALAPPDATA").map(|data| data.join("zhoubao").join("fonts"))
    } else if cfg!(target_os = "macos") {
        variable("HOME").map(|home| home.join("Library/Fonts/zhoubao"))
    } else {
        let named = variable("XDG_DATA_HOME").filter(|data| data.is_absolute());
        let data = named.or_else(|| variable("HOME").map(|home| home.join(".local/share")))?;
        Some(data.join("fonts/zhoubao"))
    }
}

/// A folder that the environment names.
fn variable(name: &str) -> Option<PathBuf> {
    std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from)
}

/// The faces of a folder and of the folders in it.
pub fn faces_in(folder: &Path) -> Database {
    let mut database = Database::new();
    database.load_fonts_dir(folder);
    database
}

/// The faces of the folders in which this system and its users keep fonts.
pub fn faces_of_system() -> Database {
    let mut database = Database::new();
    database.load_system_fonts();
    database
}
