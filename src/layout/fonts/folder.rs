//! Where fonts are looked for.

use std::collections::HashSet;
use std::io::{ErrorKind, Read as _};
use std::path::{Path, PathBuf};

use fontdb::Database;

use crate::disk::{self, ReadError};

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

/// The folders in which this system and its users keep fonts.
fn of_system() -> Vec<PathBuf> {
    let fixed: &[&str] = if cfg!(windows) {
        &[]
    } else if cfg!(target_os = "macos") {
        &["/Library/Fonts", "/System/Library/Fonts", "/Network/Library/Fonts"]
    } else {
        &["/usr/share/fonts", "/usr/local/share/fonts"]
    };
    let of_user: &[(&str, &str)] = if cfg!(windows) {
        &[
            ("SYSTEMROOT", "Fonts"),
            ("USERPROFILE", "AppData\\Local\\Microsoft\\Windows\\Fonts"),
            ("USERPROFILE", "AppData\\Roaming\\Microsoft\\Windows\\Fonts"),
        ]
    } else if cfg!(target_os = "macos") {
        &[("HOME", "Library/Fonts")]
    } else {
        &[("HOME", ".fonts"), ("HOME", ".local/share/fonts")]
    };
    let mut folders: Vec<PathBuf> = fixed.iter().map(PathBuf::from).collect();
    folders.extend(of_user.iter().filter_map(|(name, below)| Some(variable(name)?.join(below))));
    if cfg!(target_os = "macos") {
        folders.extend(downloaded());
    }
    folders
}

/// Where macOS puts the fonts that it downloads.
fn downloaded() -> Vec<PathBuf> {
    let entries = disk::entries(Path::new("/System/Library/AssetsV2")).ok().flatten().unwrap_or_default();
    let of_fonts = |name: &std::ffi::OsStr| name.to_string_lossy().starts_with("com_apple_MobileAsset_Font");
    entries.iter().filter(|entry| of_fonts(&entry.file_name())).map(std::fs::DirEntry::path).collect()
}

/// A folder or a font that is there and cannot be used.
#[derive(Debug)]
pub struct Unreadable {
    pub path: PathBuf,
    pub error: ReadError,
}

/// The faces of a folder and of the folders in it.
///
/// # Errors
/// What lies there and cannot be read: papers would come out in other fonts, and nobody would notice.
pub fn faces_in(folder: &Path) -> Result<Database, Unreadable> {
    let mut search = Search::default();
    search.look_into(folder, 0)?;
    Ok(search.database)
}

/// The faces of the folders in which this system and its users keep fonts. What may not be read there, or is no font, is
/// nobody's concern.
///
/// # Errors
/// Where the machine fails.
pub fn faces_of_system() -> Result<Database, Unreadable> {
    let mut search = Search { is_of_system: true, ..Search::default() };
    for folder in of_system() {
        search.look_into(&folder, 0)?;
    }
    Ok(search.database)
}

/// The endings of font files, in small letters.
const ENDINGS: [&str; 4] = ["ttf", "ttc", "otf", "otc"];

/// The largest fonts there are have some 100 MB.
const MOST_FONT_BYTES: u64 = 256 * 1024 * 1024;

/// Collections have some ten faces. A file that claims very many would have each of them looked for.
const MOST_FACES: u32 = 512;

/// Folders deeper than this are not looked into.
const DEEPEST: usize = 16;

#[derive(Default)]
struct Search {
    database: Database,
    /// What a link leads to is looked at once, however many lead there.
    seen: HashSet<PathBuf>,
    is_of_system: bool,
}

impl Search {
    fn look_into(&mut self, folder: &Path, depth: usize) -> Result<(), Unreadable> {
        if depth > DEEPEST {
            return Ok(());
        }
        let entries = match disk::entries(folder) {
            Ok(entries) => entries.unwrap_or_default(),
            Err(error) => return self.passed_over(folder, error),
        };
        for entry in entries {
            let path = entry.path();
            let path = if path.is_symlink() { path.canonicalize().unwrap_or(path) } else { path };
            if !self.seen.insert(path.clone()) {
                continue;
            }
            if path.is_dir() {
                self.look_into(&path, depth + 1)?;
            } else if is_font(&path) {
                self.load(&path)?;
            }
        }
        Ok(())
    }

    fn load(&mut self, path: &Path) -> Result<(), Unreadable> {
        match faces(path) {
            Ok(0..=MOST_FACES) => {}
            // No font, as others that are damaged.
            Ok(_) => return Ok(()),
            Err(error) => return self.passed_over(path, error),
        }
        let loaded = self.database.load_font_file(path);
        loaded.or_else(|error| self.passed_over(path, ReadError::from_system(path, error)))
    }

    fn passed_over(&self, path: &Path, error: ReadError) -> Result<(), Unreadable> {
        let is_denied = matches!(&error, ReadError::Machine(error) if error.kind() == ErrorKind::PermissionDenied);
        if self.is_of_system && (is_denied || !error.is_of_machine()) {
            return Ok(());
        }
        Err(Unreadable { path: path.to_path_buf(), error })
    }
}

fn is_font(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

/// How many faces a font file says that it has.
fn faces(path: &Path) -> Result<u32, ReadError> {
    if disk::size(path)? > MOST_FONT_BYTES {
        return Err(ReadError::TooLarge { most: MOST_FONT_BYTES });
    }
    let mut head = Vec::new();
    let read = disk::open(path)?.take(12).read_to_end(&mut head);
    read.map_err(|error| ReadError::from_system(path, error))?;
    Ok(match head[..] {
        [b't', b't', b'c', b'f', _, _, _, _, a, b, c, d] => u32::from_be_bytes([a, b, c, d]),
        [] => u32::MAX,
        _ => 1,
    })
}
